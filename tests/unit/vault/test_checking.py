from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.vault.checking import FindingKind, check, check_key_files, repair
from resokit_tui.vault.files import Files
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    PASSPHRASE,
    dossier_with,
    flip,
    folder_of,
    make_vault,
    note,
    open_vault,
    texts,
    version_path,
)

INDEX = "00/00000000000000000000000000000000"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def kinds(vault: Vault) -> list[FindingKind]:
    return [finding.kind for finding in check(vault)]


def snapshot(vault: Vault) -> dict[str, bytes]:
    return {str(p.relative_to(vault.folder)): p.read_bytes() for p in vault.folder.rglob("*") if p.is_file()}


def test_a_whole_vault_has_no_findings_and_is_not_touched(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee")
    vault.write_draft(dossier, "field", "half")
    vault.create_dossier()  # never saved: no fault
    before = snapshot(vault)
    told: list[tuple[int, int]] = []
    assert check(vault, lambda done, of: told.append((done, of))) == []
    assert snapshot(vault) == before
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("number", [1, 2])
def test_a_damaged_version_is_moved_aside_and_the_dossier_goes_on(vault: Vault, number: int) -> None:
    dossier = dossier_with(vault, "een", "twee")
    flip(version_path(vault, dossier, number))
    evidence = version_path(vault, dossier, number).read_bytes()
    (finding,) = check(vault)
    assert (finding.kind, finding.dossier_id, finding.damage) == (
        FindingKind.NEWEST if number == 2 else FindingKind.VERSION,
        dossier,
        True,
    )
    assert repair(vault, [finding]) == 1
    (aside,) = (vault.folder / "aside").iterdir()
    assert aside.read_bytes() == evidence
    assert check(vault) == []
    storage = open_vault(vault.folder).storage(dossier)
    note(storage, "drie")
    storage.commit("added", storage.saved_at)  # type: ignore[arg-type]
    assert texts(vault.storage(dossier)) == (["een", "twee", "drie"] if number == 1 else ["een", "drie"])


def test_a_damaged_draft_is_told_and_moved_aside_and_the_others_stay(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.write_draft(dossier, "one", "half")
    (path,) = (folder_of(vault, dossier) / "d").glob("*/*")
    vault.write_draft(dossier, "other", "whole")
    flip(path)
    (finding,) = check(vault)
    assert (finding.kind, finding.dossier_id, finding.damage) == (FindingKind.DRAFT, dossier, True)
    assert repair(vault, [finding]) == 1
    assert check(vault) == []
    assert vault.read_draft(dossier, "one") is None
    assert vault.read_draft(dossier, "other") == "whole"


def test_a_dossier_without_a_whole_version_is_told_and_left_alone(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    flip(version_path(vault, dossier, 1))
    (finding,) = check(vault)
    assert finding.kind is FindingKind.UNREADABLE
    before = snapshot(vault)
    assert repair(vault, [finding]) == 0
    assert snapshot(vault) == before


@pytest.mark.parametrize("copy", ["o", "o2"])
@pytest.mark.parametrize("how", ["flip", "gone"])
def test_a_bad_copy_of_the_index_is_put_right(vault: Vault, copy: str, how: str) -> None:
    dossier_with(vault, "een")
    newest = vault.folder / copy / INDEX / "0000000002"
    flip(newest) if how == "flip" else newest.unlink()
    findings = check(vault)
    assert [finding.kind for finding in findings] == [FindingKind.INDEX]
    repair(vault, findings)
    assert check(vault) == []


@pytest.mark.parametrize("copy", ["h", "h2"])
@pytest.mark.parametrize("how", ["flip", "gone"])
def test_a_bad_copy_of_the_key_file_is_seen_without_a_passphrase_and_put_right(
    vault: Vault, copy: str, how: str
) -> None:
    file = vault.folder / copy / "0000000001"
    flip(file) if how == "flip" else file.unlink()
    assert [finding.kind for finding in check_key_files(vault.folder, Files())] == [FindingKind.KEY_FILE]
    repair(vault, check(vault))
    assert check(vault) == []
    open_vault(vault.folder)


def test_what_does_not_belong_there_is_told_and_left_alone(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    (folder_of(vault, dossier) / "0000000001 (conflict)").touch()
    (folder_of(vault, dossier) / ".t0123456789ab").touch()
    (vault.folder / "o" / "ab" / ("ab" * 16)).mkdir(parents=True)
    before = snapshot(vault)
    findings = check(vault)
    assert {finding.kind for finding in findings} == {FindingKind.FOREIGN, FindingKind.TEMPORARY, FindingKind.ORPHAN}
    repair(vault, findings)
    assert snapshot(vault) == before


def test_an_erasing_that_stopped_is_told(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.eraser.begin_in_dossier(dossier, PASSPHRASE)
    assert kinds(vault) == [FindingKind.UNFINISHED]
