from __future__ import annotations

import errno
from pathlib import Path

import pytest

from resokit_tui.core.errors import LockedError
from resokit_tui.vault.files import Files
from resokit_tui.vault.keyring import KeyChangedError
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    BOUNDS,
    PASSPHRASE,
    WatchedFiles,
    dossier_with,
    flip,
    make_vault,
    note,
    open_vault,
    texts,
)

NEW = "een heel nieuwe wachtzin"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Vault, str]:
    return make_vault(tmp_path / "v")


def opened(vault: Vault, passphrase: str) -> Vault:
    return Vault.open(vault.folder, passphrase, bounds=BOUNDS)


def key_files(vault: Vault) -> list[str]:
    return sorted(f"{path.parent.name}/{int(path.name)}" for path in vault.folder.glob("h*/*"))


def test_a_new_passphrase_opens_and_the_old_one_does_not_whatever_is_put_back(made: tuple[Vault, str]) -> None:
    vault, code = made
    dossier = dossier_with(vault, "een")
    assert vault.change_passphrase(NEW)
    with pytest.raises(LockedError):
        open_vault(vault.folder)
    assert texts(opened(vault, NEW).storage(dossier)) == ["een"]
    assert Vault.open_with_recovery(vault.folder, code, bounds=BOUNDS).own_id == vault.own_id
    assert key_files(vault) == ["h/2", "h2/2"], "an old key file would still open with the old passphrase"
    vault.confirm(NEW)
    with pytest.raises(LockedError):
        vault.confirm(PASSPHRASE)


def test_a_new_passphrase_costs_the_same_whatever_the_vault_holds(tmp_path: Path) -> None:
    written = []
    for dossiers in (0, 20):
        files = WatchedFiles()
        vault, _ = make_vault(tmp_path / str(dossiers), files)
        for _ in range(dossiers):
            dossier_with(vault, "een")
        files.watch()
        vault.change_passphrase(NEW)
        written.append(files.calls.count("write_new"))
    assert written == [2, 2]


class SecondAway(Files):
    """The second copy cannot be written."""

    def write_new(self, path: Path, data: bytes) -> None:
        if path.parent.name == "h2":
            raise OSError(errno.EROFS, "read-only")
        super().write_new(path, data)


def test_old_key_files_stay_until_both_new_ones_are_there(made: tuple[Vault, str]) -> None:
    vault, _ = made
    assert not open_vault(vault.folder, SecondAway()).change_passphrase(NEW)
    assert key_files(vault) == ["h/1", "h/2", "h2/1"]
    opened(vault, NEW)
    assert key_files(vault) == ["h/2", "h2/2"], "the next opening puts it right"


def test_two_windows_that_change_the_passphrase_do_not_shut_anybody_out(made: tuple[Vault, str]) -> None:
    vault, _ = made
    other = open_vault(vault.folder)
    vault.change_passphrase(NEW)
    with pytest.raises(KeyChangedError):
        other.change_passphrase("en nog een andere zin")
    opened(vault, NEW)
    dossier = dossier_with(other, "gaat gewoon door")
    other.renew(NEW)
    other.change_passphrase("en nog een andere zin")
    assert texts(opened(vault, "en nog een andere zin").storage(dossier)) == ["gaat gewoon door"]


def test_a_damaged_copy_of_the_new_key_file_is_no_obstacle(made: tuple[Vault, str]) -> None:
    vault, _ = made
    vault.change_passphrase(NEW)
    flip(vault.folder / "h" / "0000000002", 100)
    opened(vault, NEW)
    with pytest.raises(LockedError):
        open_vault(vault.folder)


def test_a_vault_whose_new_key_was_only_begun_goes_on(made: tuple[Vault, str]) -> None:
    vault, code = made
    dossier = dossier_with(vault, "een")
    other = open_vault(vault.folder)
    vault.ring.begin_new_key()
    again = open_vault(vault.folder)
    assert texts(again.storage(dossier)) == ["een"]
    second = dossier_with(again, "twee")
    assert texts(other.storage(second)) == ["twee"], "an older window learns the new key from the key file"
    third = dossier_with(other, "drie")
    again.change_passphrase(NEW)
    for way_in in (opened(vault, NEW), Vault.open_with_recovery(vault.folder, code, bounds=BOUNDS)):
        assert [texts(way_in.storage(each)) for each in (dossier, second, third)] == [["een"], ["twee"], ["drie"]]


def test_a_window_with_an_old_key_asks_the_passphrase_and_then_goes_on(made: tuple[Vault, str]) -> None:
    vault, _ = made
    kept, gone = dossier_with(vault, "een"), dossier_with(vault, "weg")
    other = open_vault(vault.folder)
    storage = other.storage(kept)
    note(storage, "getypt")
    vault.eraser.erase_dossier(gone, PASSPHRASE)
    with pytest.raises(KeyChangedError):
        other.create_dossier()
    assert texts(storage) == ["een", "getypt"]
    other.renew(PASSPHRASE)
    made_there = dossier_with(other, "twee")
    assert set(open_vault(vault.folder).dossier_ids()) == {kept, made_there}
