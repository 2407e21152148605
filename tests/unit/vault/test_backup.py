from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from tinydb import where

from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.backup import backup, restore_as_new, restore_into
from resokit_tui.vault.files import Files
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    BOUNDS,
    NOW,
    PASSPHRASE,
    database,
    dossier_with,
    flip,
    folder_of,
    make_vault,
    note,
    open_vault,
    texts,
    version_path,
)

BACK = Message("put back")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir(mode=0o777)
    return tmp_path / "stick"


def add(vault: Vault, dossier: str, text: str) -> None:
    note(storage := vault.storage(dossier), text)
    storage.commit("added", NOW)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class TestBackup:
    def test_a_backup_is_a_vault_and_the_next_one_copies_only_what_is_new(self, vault: Vault, stick: Path) -> None:
        dossier = dossier_with(vault, "een")
        first = backup(vault, stick)
        assert first.verified
        copy = open_vault(first.folder)
        assert texts(copy.storage(dossier)) == ["een"]
        assert backup(vault, stick).copied == 0
        add(vault, dossier, "twee")
        again = backup(vault, stick)
        assert (again.copied, again.verified, again.folder) == (1, True, first.folder)
        assert texts(open_vault(again.folder).storage(dossier)) == ["een", "twee"]

    def test_a_copy_that_does_not_read_back_is_not_called_a_backup(self, vault: Vault, stick: Path) -> None:
        dossier = dossier_with(vault, "een")
        folder = backup(vault, stick).folder
        flip(folder / version_path(vault, dossier, 1).relative_to(vault.folder))
        assert not backup(vault, stick).verified

    def test_a_full_stick_is_told_and_going_on_later_works(self, vault: Vault, stick: Path) -> None:
        dossier = dossier_with(vault, "een")

        class Full(Files):
            left = 3

            def write_new(self, path: Path, data: bytes) -> None:
                self.left -= 1
                if self.left < 0:
                    raise OSError(errno.ENOSPC, "full")
                super().write_new(path, data)

        with pytest.raises(CannotError):
            backup(open_vault(vault.folder, Full()), stick)
        assert not list(stick.rglob(".t*"))
        assert backup(vault, stick).verified
        assert texts(open_vault(next(stick.iterdir())).storage(dossier)) == ["een"]

    def test_a_backup_inside_the_vault_is_refused(self, vault: Vault) -> None:
        with pytest.raises(CannotError):
            backup(vault, vault.folder / "o")

    def test_what_was_erased_is_erased_from_the_copy_and_an_old_passphrase_opens_nothing(
        self, vault: Vault, stick: Path
    ) -> None:
        kept, gone = dossier_with(vault, "blijft", "weg"), dossier_with(vault, "weg")
        folder = backup(vault, stick).folder
        vault.eraser.erase_dossier(gone, PASSPHRASE)
        vault.eraser.begin_in_dossier(kept, PASSPHRASE)
        storage = vault.storage(kept)
        database(storage).table("notes").remove(where("text") == "weg")
        vault.eraser.finish_in_dossier(kept, storage.commit("erased", NOW).version, PASSPHRASE)
        vault.change_passphrase("een nieuwe zin")
        assert backup(vault, stick).verified
        assert not (folder / folder_of(vault, gone).relative_to(vault.folder)).exists()
        assert [path.name for path in (folder / "h").iterdir()] == [
            path.name for path in (vault.folder / "h").iterdir()
        ]
        with pytest.raises(LockedError):
            open_vault(folder)
        copy = Vault.open(folder, "een nieuwe zin", bounds=BOUNDS)
        assert (texts(copy.storage(kept)), copy.storage(kept).version) == (["blijft"], 3)


class TestRestore:
    def test_a_lost_vault_comes_back_whole(self, vault: Vault, stick: Path, tmp_path: Path) -> None:
        dossier = dossier_with(vault, "een")
        folder = backup(vault, stick).folder
        shutil.rmtree(vault.folder)
        back, _ = restore_as_new(folder, tmp_path / "new", open_vault)
        assert texts(back.storage(dossier)) == ["een"]
        with pytest.raises(CannotError):
            restore_as_new(folder, tmp_path / "new", open_vault)

    def test_a_wrong_passphrase_leaves_nothing_behind(self, vault: Vault, stick: Path, tmp_path: Path) -> None:
        folder = backup(vault, stick).folder
        before = contents(folder)
        with pytest.raises(LockedError):
            restore_as_new(folder, tmp_path / "new", lambda place: Vault.open(place, "verkeerd", bounds=BOUNDS))
        assert not (tmp_path / "new").exists()
        assert contents(folder) == before

    def test_what_is_missing_or_older_comes_back_as_a_new_version_and_nothing_is_overwritten(
        self, vault: Vault, stick: Path
    ) -> None:
        whole, damaged, ruined, rolled = (dossier_with(vault, "een", "twee") for _ in range(4))
        folder = backup(vault, stick).folder
        add(vault, whole, "drie")
        flip(version_path(vault, damaged, 2))
        for number in (1, 2):
            flip(version_path(vault, ruined, number))
        version_path(vault, rolled, 2).unlink()
        before = contents(vault.folder)
        restored = restore_into(vault, vault.open_copy(folder), BACK)
        assert (set(restored.renewed), restored.missing, restored.erased) == ({damaged, ruined, rolled}, (), ())
        assert before.items() <= contents(vault.folder).items()
        assert texts(vault.storage(whole)) == ["een", "twee", "drie"]
        for dossier in (damaged, ruined, rolled):
            assert texts(vault.storage(dossier)) == ["een", "twee"]
        assert next(vault.storage(damaged).history()).label == "put back"
        again = restore_into(vault, vault.open_copy(folder), BACK)
        assert again.missing == again.erased == ()

    def test_a_dossier_whose_key_was_lost_with_the_index_comes_back(self, vault: Vault, stick: Path) -> None:
        dossier = dossier_with(vault, "een")
        folder = backup(vault, stick).folder
        for path in vault.folder.glob("o*/00/*/0000000002"):
            path.unlink()
        opened = open_vault(vault.folder)
        assert opened.dossier_ids() == ()
        assert restore_into(opened, opened.open_copy(folder), BACK).missing == (dossier,)
        assert texts(open_vault(vault.folder).storage(dossier)) == ["een"]

    def test_what_was_erased_stays_erased_unless_it_is_asked_for(self, vault: Vault, stick: Path) -> None:
        gone = dossier_with(vault, "weg")
        folder = backup(vault, stick).folder
        vault.eraser.erase_dossier(gone, PASSPHRASE)
        with pytest.raises(LockedError):
            vault.open_copy(folder)
        copy = vault.open_copy(folder, PASSPHRASE)
        assert restore_into(vault, copy, BACK).erased == (gone,)
        assert vault.dossier_ids() == ()
        assert restore_into(vault, copy, BACK, frozenset((gone,))).missing == (gone,)
        assert texts(open_vault(vault.folder).storage(gone)) == ["weg"]

    def test_a_backup_of_another_vault_is_refused(self, vault: Vault, tmp_path: Path) -> None:
        other, _ = make_vault(tmp_path / "other")
        with pytest.raises(CannotError):
            restore_into(vault, other, BACK)


def test_a_window_that_does_not_know_a_dossier_yet_does_not_bring_back_an_older_one_over_it(
    vault: Vault, stick: Path
) -> None:
    other = open_vault(vault.folder)
    dossier = dossier_with(vault, "een")
    copy = backup(vault, stick).folder
    storage = vault.storage(dossier)
    note(storage, "twee")
    storage.commit("added", NOW)
    restored = restore_into(other, other.open_copy(copy), BACK)
    assert restored.missing == ()
    assert texts(open_vault(vault.folder).storage(dossier)) == ["een", "twee"]


def test_an_id_that_another_window_took_is_never_given_a_second_key(vault: Vault) -> None:
    other = open_vault(vault.folder)
    dossier = dossier_with(vault, "een")
    with pytest.raises(CannotError):
        other.create_dossier(dossier)
    assert texts(open_vault(vault.folder).storage(dossier)) == ["een"]
