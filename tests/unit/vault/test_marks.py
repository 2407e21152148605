from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    BOUNDS,
    CHEAP,
    NOW,
    PASSPHRASE,
    dossier_with,
    flip,
    folder_of,
    note,
    texts,
    version_path,
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made, _ = Vault.create(
        tmp_path / "v", "Testkluis", PASSPHRASE, bounds=BOUNDS, parameters=CHEAP, state=tmp_path / "state"
    )
    return made


def again(vault: Vault, state: str = "state") -> Vault:
    return Vault.open(vault.folder, PASSPHRASE, bounds=BOUNDS, state=vault.folder.parent / state)


def test_an_older_copy_of_a_dossier_put_back_is_noticed(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee")
    version_path(vault, dossier, 2).unlink()
    storage = again(vault).storage(dossier)
    assert texts(storage) == ["een"]
    assert storage.rolled_back is not None
    assert storage.rolled_back.version == 2
    assert again(vault, "another computer").storage(dossier).rolled_back is None, "the control: nothing was seen there"


@pytest.mark.parametrize("how", ["all gone", "another in its place"])
def test_whatever_way_a_dossier_went_back_it_is_noticed(vault: Vault, tmp_path: Path, how: str) -> None:
    dossier = dossier_with(vault, "een")
    shutil.copytree(vault.folder, tmp_path / "copy")
    note(storage := vault.storage(dossier), "twee")
    storage.commit("added", NOW)
    shutil.rmtree(folder_of(vault, dossier))
    if how == "another in its place":
        shutil.rmtree(vault.folder)
        shutil.copytree(tmp_path / "copy", vault.folder)
        note(elsewhere := again(vault, "another computer").storage(dossier), "anders")
        elsewhere.commit("added", NOW)
    assert again(vault).storage(dossier).rolled_back is not None


def test_it_is_told_until_it_is_accepted_and_saving_goes_on(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee", "drie")
    for version in (2, 3):
        version_path(vault, dossier, version).unlink()
    storage = again(vault).storage(dossier)
    note(storage, "verder")
    storage.commit("added", NOW)
    storage = again(vault).storage(dossier)
    assert storage.rolled_back is not None
    storage.accept_roll_back()
    assert again(vault).storage(dossier).rolled_back is None


def test_damage_and_a_save_by_another_computer_are_no_roll_back(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee")
    flip(version_path(vault, dossier, 2))
    storage = again(vault).storage(dossier)
    assert (storage.rolled_back, len(storage.damage)) == (None, 1)
    note(elsewhere := again(vault, "another computer").storage(dossier), "daar")
    elsewhere.commit("added", NOW)
    assert again(vault).storage(dossier).rolled_back is None


def test_an_older_index_put_back_is_noticed(vault: Vault) -> None:
    dossier_with(vault, "een")
    for path in vault.folder.glob("o*/00/*/0000000002"):
        path.unlink()
    opened = again(vault)
    assert opened.rolled_back is not None
    opened.accept_roll_back()
    assert again(vault).rolled_back is None


def test_a_mark_that_is_damaged_or_forged_or_cannot_be_kept_stops_nobody(vault: Vault, tmp_path: Path) -> None:
    dossier = dossier_with(vault, "een", "twee")
    (mark,) = tmp_path.glob(f"state/seen/*/{dossier}")
    for data in (b"", b"short", bytes(68), bytes([1, 0, 0, 0, 9]) + bytes(63)):
        mark.write_bytes(data)
        assert again(vault).storage(dossier).rolled_back is None
    shutil.rmtree(tmp_path / "state")
    (tmp_path / "state").touch()
    note(storage := again(vault).storage(dossier), "drie")
    assert storage.commit("added", NOW).version == 3


def test_a_mark_tells_nothing_and_is_private(vault: Vault, tmp_path: Path) -> None:
    dossier = dossier_with(vault, "Kanarie")
    (mark,) = tmp_path.glob(f"state/seen/*/{dossier}")
    assert len(mark.read_bytes()) == 68
    assert mark.stat().st_mode & 0o777 == 0o600
    assert mark.parent.stat().st_mode & 0o777 == 0o700
