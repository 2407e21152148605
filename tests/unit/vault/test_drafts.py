from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import dossier_with, flip, folder_of, make_vault, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def test_a_draft_survives_and_is_no_version(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    for text in ("h", "he", "heel"):
        vault.write_draft(dossier, "condition.trust.q1", text)
    interrupted = open_vault(vault.folder)
    assert interrupted.read_draft(dossier, "condition.trust.q1") == "heel"
    assert interrupted.read_draft(dossier, "another") is None
    assert interrupted.draft_fields(dossier) == ("condition.trust.q1",)
    assert interrupted.newest_version(dossier) == 1
    files = [path for path in (folder_of(vault, dossier) / "d").rglob("*") if path.is_file()]
    assert [path.name for path in files] == ["0000000003"], "only the latest is kept"


def test_dropping_a_draft_leaves_what_another_window_types(vault: Vault) -> None:
    dossier, other = dossier_with(vault, "een"), open_vault(vault.folder)
    vault.write_draft(dossier, "field", "mijn zin")
    other.write_draft(dossier, "field", "hun zin")
    assert (vault.read_draft(dossier, "field"), other.read_draft(dossier, "field")) == ("mijn zin", "hun zin")
    vault.drop_draft(dossier, "field")
    vault.drop_draft(dossier, "field")
    assert other.read_draft(dossier, "field") == "hun zin"


def test_a_draft_left_by_an_interrupted_window_can_be_dropped(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.write_draft(dossier, "field", "zin")
    later = open_vault(vault.folder)
    later.read_draft(dossier, "field")
    later.drop_draft(dossier, "field")
    assert open_vault(vault.folder).draft_fields(dossier) == ()


def test_a_damaged_draft_does_not_bar_the_way(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.write_draft(dossier, "field", "zin")
    flip(next(path for path in (folder_of(vault, dossier) / "d").rglob("*") if path.is_file()))
    assert vault.read_draft(dossier, "field") is None
    vault.write_draft(dossier, "field", "nieuwe zin")
    assert vault.read_draft(dossier, "field") == "nieuwe zin"


def test_draft_names_differ_per_field_and_tell_nothing_to_who_lacks_the_key(vault: Vault) -> None:
    one, two = dossier_with(vault, "een"), dossier_with(vault, "twee")
    for dossier in (one, two):
        vault.write_draft(dossier, "field", "zin")
    names = [path.name for dossier in (one, two) for path in (folder_of(vault, dossier) / "d").iterdir()]
    assert len(set(names)) == 2
