from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import where

from resokit_tui.core.errors import CannotError, DamagedError, LockedError, ResokitError
from resokit_tui.vault.envelope import read_header
from resokit_tui.vault.keyring import KeyChangedError
from resokit_tui.vault.publish import NotSavedError
from resokit_tui.vault.storage import DossierStorage
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    BOUNDS,
    NOW,
    PASSPHRASE,
    WatchedFiles,
    database,
    dossier_with,
    folder_of,
    make_vault,
    note,
    open_vault,
    texts,
)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Vault, str]:
    return make_vault(tmp_path / "v")


def take_out(storage: DossierStorage, text: str) -> int:
    database(storage).table("notes").remove(where("text") == text)
    return storage.commit("erased", NOW).version


class TestDossier:
    def test_it_is_gone_with_its_key_its_files_and_its_drafts(self, made: tuple[Vault, str]) -> None:
        vault, code = made
        kept, gone = dossier_with(vault, "blijft"), dossier_with(vault, "weg", "weg twee")
        vault.write_draft(gone, "field", "half")
        assert vault.eraser.erase_dossier(gone, PASSPHRASE)
        assert not folder_of(vault, gone).exists()
        for way_in in (vault, open_vault(vault.folder), Vault.open_with_recovery(vault.folder, code, bounds=BOUNDS)):
            assert (way_in.dossier_ids(), way_in.erased) == ((kept,), (gone,))
            assert texts(way_in.storage(kept)) == ["blijft"]
            with pytest.raises(CannotError):
                way_in.storage(gone)

    def test_files_that_somebody_kept_cannot_be_read_with_anything_the_vault_still_has(
        self, made: tuple[Vault, str], tmp_path: Path
    ) -> None:
        vault, _ = made
        gone = dossier_with(vault, "weg")
        shutil.copytree(vault.folder, tmp_path / "before")
        vault.eraser.erase_dossier(gone, PASSPHRASE)
        shutil.copytree(tmp_path / "before" / "o" / gone[:2], vault.folder / "o" / gone[:2], dirs_exist_ok=True)
        names = [path.name for path in vault.folder.glob("o*/00/*/*")]
        assert len(set(names)) == 1, "an older index would hold its key"
        assert [int(path.name) for path in vault.folder.glob("h/*")] == [3], "an older key file would open that index"
        opened = open_vault(vault.folder)
        with pytest.raises(CannotError):
            opened.storage(gone)
        assert not folder_of(vault, gone).exists(), "opening the vault removes what came back"
        control = Vault.open(tmp_path / "before", PASSPHRASE, bounds=BOUNDS)
        assert texts(control.storage(gone)) == ["weg"], "the control: a backup made before still holds it"

    def test_a_wrong_passphrase_erases_nothing(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "een")
        with pytest.raises(LockedError):
            vault.eraser.erase_dossier(dossier, "verkeerd")
        assert texts(open_vault(vault.folder).storage(dossier)) == ["een"]

    def test_the_own_dossier_and_an_unknown_one_are_refused(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        for dossier in (vault.own_id, "ab" * 16):
            with pytest.raises(CannotError):
                vault.eraser.erase_dossier(dossier, PASSPHRASE)

    def test_a_window_that_has_it_open_saves_nothing_more_and_says_so(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "een")
        storage = open_vault(vault.folder).storage(dossier)
        note(storage, "te laat")
        vault.eraser.erase_dossier(dossier, PASSPHRASE)
        with pytest.raises(NotSavedError):
            storage.commit("added", NOW)
        assert not folder_of(vault, dossier).exists()

    def test_stopped_at_any_call_every_other_dossier_opens_and_it_can_be_done_again(self, tmp_path: Path) -> None:
        files = WatchedFiles()
        for call in range(200):
            vault, code = make_vault(tmp_path / str(call), files)
            kept, gone = dossier_with(vault, "blijft"), dossier_with(vault, "weg")
            files.watch(call, errno.EIO, for_good=True)
            with suppress(ResokitError):
                vault.eraser.erase_dossier(gone, PASSPHRASE)
            reached = files.failed
            files.watch()
            again = open_vault(vault.folder)
            assert texts(again.storage(kept)) == ["blijft"]
            new = dossier_with(again, "nieuw")
            if gone in again.dossier_ids():
                assert texts(again.storage(gone)) == ["weg"]
                assert again.eraser.erase_dossier(gone, PASSPHRASE)
            recovered = Vault.open_with_recovery(vault.folder, code, bounds=BOUNDS)
            assert set(recovered.dossier_ids()) == {kept, new}
            assert not folder_of(vault, gone).exists()
            if not reached:
                break
        assert not reached


class TestInDossier:
    def test_something_inside_a_dossier_is_gone_with_every_version_that_held_it(self, made: tuple[Vault, str]) -> None:
        vault, code = made
        dossier = dossier_with(vault, "blijft", "weg")
        vault.write_draft(dossier, "field", "weg")
        storage = vault.storage(dossier)
        vault.eraser.begin_in_dossier(dossier, PASSPHRASE)
        number = take_out(storage, "weg")
        assert vault.eraser.finish_in_dossier(dossier, number, PASSPHRASE)
        assert vault.eraser.unfinished == ()
        (file,) = [path for path in folder_of(vault, dossier).iterdir() if path.is_file()]
        assert read_header(file.read_bytes()).generation == 2
        for way_in in (vault, open_vault(vault.folder), Vault.open_with_recovery(vault.folder, code, bounds=BOUNDS)):
            assert texts(way_in.storage(dossier)) == ["blijft"]
            assert way_in.draft_fields(dossier) == ()

    def test_another_window_goes_on_after_the_passphrase_and_nothing_it_saved_is_lost(
        self, made: tuple[Vault, str]
    ) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "blijft", "weg")
        other = open_vault(vault.folder)
        mine, theirs = vault.storage(dossier), other.storage(dossier)
        vault.eraser.begin_in_dossier(dossier, PASSPHRASE)
        note(theirs, "nog net")
        theirs.commit("added", NOW)
        mine.reload()
        number = take_out(mine, "weg")
        theirs.reload()
        note(theirs, "al onder de nieuwe sleutel")
        theirs.commit("added", NOW)
        vault.eraser.finish_in_dossier(dossier, number, PASSPHRASE)
        late = open_vault(vault.folder).storage(dossier)
        assert texts(late) == ["blijft", "nog net", "al onder de nieuwe sleutel"]

    def test_a_window_that_was_left_behind_cannot_save_over_it(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "blijft", "weg")
        other = open_vault(vault.folder)
        theirs = other.storage(dossier)
        vault.eraser.begin_in_dossier(dossier, PASSPHRASE)
        mine = vault.storage(dossier)
        vault.eraser.finish_in_dossier(dossier, take_out(mine, "weg"), PASSPHRASE)
        with pytest.raises(KeyChangedError):
            theirs.reload()
        other.renew(PASSPHRASE)
        theirs.reload()
        note(theirs, "verder")
        theirs.commit("added", NOW)
        assert texts(open_vault(vault.folder).storage(dossier)) == ["blijft", "verder"]

    def test_stopped_half_way_the_dossier_opens_and_it_can_be_finished(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "blijft", "weg")
        vault.eraser.begin_in_dossier(dossier, PASSPHRASE)
        again = open_vault(vault.folder)
        assert again.eraser.unfinished == (dossier,)
        storage = again.storage(dossier)
        assert texts(storage) == ["blijft", "weg"]
        again.eraser.begin_in_dossier(dossier, PASSPHRASE)
        again.eraser.finish_in_dossier(dossier, take_out(storage, "weg"), PASSPHRASE)
        assert texts(open_vault(vault.folder).storage(dossier)) == ["blijft"]

    def test_a_bit_flipped_in_the_generation_is_damage_and_no_new_key(self, made: tuple[Vault, str]) -> None:
        vault, _ = made
        dossier = dossier_with(vault, "een", "twee")
        newest = folder_of(vault, dossier) / "0000000002"
        data = bytearray(newest.read_bytes())
        data[116] ^= 2
        newest.write_bytes(data)
        storage = vault.storage(dossier)
        assert (texts(storage), len(storage.damage)) == (["een"], 1)
        (folder_of(vault, dossier) / "0000000001").unlink()
        with pytest.raises(DamagedError):
            vault.storage(dossier)
