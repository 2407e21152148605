"""A vault of every format that was ever released, kept as it was written: each must open for ever."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resokit_tui.vault.checking import check
from resokit_tui.vault.vault import Vault
from tests.unit.vault.independent_reader import read_vault
from tests.unit.vault.support import BOUNDS, NOW, PASSPHRASE, note, open_vault, texts

GOLDEN = Path(__file__).parent / "golden" / "format-1"
DOSSIER = "95dbb3a7d1a61e22f62742f7f6963296"
CODE = "CC92F-1A4G6-4WA2N-6J2VW-1GWCA-Z10Z0-KEDPQ"
SAID = ["een eerste zin", "een tweede zin"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy, with the rights that a checkout does not keep."""
    shutil.copytree(GOLDEN, tmp_path / "v")
    (tmp_path / "v").chmod(0o700)
    return tmp_path / "v"


def test_it_opens_with_the_passphrase_and_with_the_recovery_code(folder: Path) -> None:
    for vault in (open_vault(folder), Vault.open_with_recovery(folder, CODE, bounds=BOUNDS)):
        assert (vault.name, vault.dossier_ids()) == ("Testkluis", (DOSSIER,))
        assert texts(vault.storage(DOSSIER)) == SAID
        assert texts(vault.storage(vault.own_id)) == ["over mij"]
        assert vault.read_draft(DOSSIER, "note") == "een halve zin"
        assert [past.number for past in vault.storage(DOSSIER).history()] == [2, 1]
        assert check(vault) == []


def test_it_can_be_worked_in(folder: Path) -> None:
    vault = open_vault(folder)
    note(storage := vault.storage(DOSSIER), "een derde")
    assert storage.commit("added", NOW).version == 3
    assert vault.change_passphrase("een nieuwe zin")
    assert texts(Vault.open(folder, "een nieuwe zin", bounds=BOUNDS).storage(DOSSIER)) == [*SAID, "een derde"]


def test_the_independent_reader_opens_it_where_it_lies() -> None:
    found = read_vault(GOLDEN, PASSPHRASE)
    assert [document["text"] for document in found[DOSSIER]["tables"]["notes"].values()] == SAID
