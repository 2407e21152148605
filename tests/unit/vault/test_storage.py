from __future__ import annotations

import errno
from collections.abc import MutableMapping
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from resokit_tui.core.errors import CannotError, DamagedError, LockedError
from resokit_tui.vault.envelope import Identity, Kind, read_header, seal
from resokit_tui.vault.files import Files
from resokit_tui.vault.storage import DossierStorage
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import (
    NOW,
    WatchedFiles,
    database,
    dossier_with,
    flip,
    make_vault,
    note,
    open_vault,
    texts,
    version_path,
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def test_a_commit_is_one_new_version_and_writes_stay_in_memory_until_then(vault: Vault) -> None:
    dossier = vault.create_dossier()
    storage = vault.storage(dossier)
    assert (storage.read(), storage.version, vault.newest_version(dossier)) == (None, 0, 0)
    note(storage, "een")
    note(storage, "twee")
    assert vault.newest_version(dossier) == 0
    saved = storage.commit("two notes", NOW)
    assert (saved.version, saved.at, vault.newest_version(dossier)) == (1, NOW, 1)
    again = open_vault(vault.folder).storage(dossier)
    assert (texts(again), again.version, again.saved_at) == (["een", "twee"], 1, NOW)


def test_a_commit_with_nothing_staged_writes_nothing(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    assert vault.storage(dossier).commit("nothing", NOW).version == 1
    assert vault.newest_version(dossier) == 1


def test_discard_forgets_what_is_staged(vault: Vault) -> None:
    storage = vault.storage(dossier_with(vault, "een"))
    note(storage, "twee")
    storage.discard()
    assert texts(storage) == ["een"]


def test_read_hands_out_objects_that_nobody_else_holds(vault: Vault) -> None:
    storage = vault.storage(dossier_with(vault, "een"))
    given = storage.read()
    assert given is not None
    given["notes"]["1"]["text"] = "spoiled"
    assert texts(storage) == ["een"]
    control = TinyDB(storage=MemoryStorage)
    control.insert({"text": "een"})
    shared = control.storage.read()
    assert shared is not None
    shared["_default"]["1"]["text"] = "spoiled"
    assert control.all()[0]["text"] == "spoiled", "a storage that hands out its own objects is spoiled by its reader"


def test_an_update_that_fails_half_way_changes_nothing(vault: Vault) -> None:
    storage = vault.storage(dossier_with(vault, "een"))

    def spoil(document: MutableMapping[str, str]) -> None:
        document["text"] = "half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database(storage).table("notes").update(spoil)
    assert texts(storage) == ["een"]


@pytest.mark.parametrize("how", ["flip", "cut", "empty", "older in its place", "of another dossier"])
def test_a_damaged_newest_version_gives_way_to_the_older_one_and_is_kept(vault: Vault, how: str) -> None:
    dossier, other = dossier_with(vault, "een", "twee", "drie"), dossier_with(vault, "x", "y", "z")
    newest = version_path(vault, dossier, 3)
    match how:
        case "flip":
            flip(newest)
        case "cut":
            newest.write_bytes(newest.read_bytes()[:2000])
        case "empty":
            newest.write_bytes(b"")
        case "older in its place":
            newest.write_bytes(version_path(vault, dossier, 1).read_bytes())
        case _:
            newest.write_bytes(version_path(vault, other, 3).read_bytes())
    evidence = newest.read_bytes()
    storage = vault.storage(dossier)
    assert (texts(storage), storage.version) == (["een", "twee"], 2)
    (damage,) = storage.damage
    assert damage.version == 3
    assert damage.written is not None
    note(storage, "vier")
    assert storage.commit("added", NOW).version == 4
    assert newest.read_bytes() == evidence
    again = open_vault(vault.folder).storage(dossier)
    assert (texts(again), again.damage) == (["een", "twee", "vier"], ())


def test_no_readable_version_is_damage_and_an_absent_disk_is_not(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee")
    for version in (1, 2):
        flip(version_path(vault, dossier, version))
    with pytest.raises(DamagedError):
        vault.storage(dossier)

    class Unplugged(Files):
        def read(self, path: Path) -> bytes:
            raise OSError(errno.EIO, "unplugged")

    storage = vault.storage(dossier_with(vault, "een"))
    storage._versions._files = Unplugged()
    with pytest.raises(CannotError):
        storage.reload()


class PruningFiles(Files):
    """A reader that is slow: between its listing and its first read, another window saves and prunes."""

    def __init__(self) -> None:
        self.newest: Path | None = None

    def read(self, path: Path) -> bytes:
        if self.newest is not None and path.name == "0000000002":
            self.newest.rename(path.with_name("0000000003"))
            path.unlink()
            self.newest = None
        return super().read(path)


def test_a_file_that_vanishes_while_loading_is_looked_for_again_never_fallen_back_from(tmp_path: Path) -> None:
    files = PruningFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    dossier = dossier_with(vault, "een", "twee")
    writer = open_vault(vault.folder).storage(dossier)
    note(writer, "drie")
    writer.commit("added", NOW)
    files.newest = version_path(vault, dossier, 3).rename(tmp_path / "aside")
    assert texts(vault.storage(dossier)) == ["een", "twee", "drie"]


def test_a_listing_that_never_settles_ends_with_a_sentence(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    version_path(vault, dossier, 2).symlink_to("nowhere")

    class Haunted(Files):
        def read(self, path: Path) -> bytes:
            raise FileNotFoundError

    storage = vault.storage(dossier)
    storage._versions._files = Haunted()
    with pytest.raises(CannotError):
        storage.reload()


def test_versions_name_their_parent_and_writer(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "twee")
    first, second = (read_header(version_path(vault, dossier, number).read_bytes()) for number in (1, 2))
    assert (first.parent, second.parent) == (bytes(16), first.mark)
    assert first.writer == second.writer != bytes(16)
    assert (first.kind, first.generation) == (Kind.DOSSIER, 1)


def test_a_dossier_of_a_newer_program_says_so(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    plain = msgspec.json.encode({"schema": 2, "something": "new"})
    identity = Identity(Kind.DOSSIER, vault.id, bytes.fromhex(dossier))
    version_path(vault, dossier, 2).write_bytes(seal(vault._keys.of(dossier), identity, 2, plain))
    with pytest.raises(CannotError) as failure:
        vault.storage(dossier)
    assert "newer version" in failure.value.message.msgid


def test_a_closed_vault_saves_and_loads_nothing_any_more(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    storage = vault.storage(dossier)
    note(storage, "twee")
    vault.close()
    with pytest.raises(LockedError):
        storage.commit("too late", NOW)
    with pytest.raises(LockedError):
        storage.reload()
    assert texts(open_vault(vault.folder).storage(dossier)) == ["een"]


def test_old_versions_go_by_the_policy_and_what_a_save_writes_does_not_grow(tmp_path: Path) -> None:
    files = WatchedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    storage: DossierStorage = vault.storage(dossier_with(vault, "een"))
    for _ in range(3):
        vault.create_dossier()
    files.watch()
    note(storage, "twee")
    storage.commit("added", NOW)
    assert [call for call in files.calls if call not in ("list", "read", "modified")] == [
        "write_new",
        "publish",
        "fsync_folder",
    ], "an ordinary save writes one file, and never the index"
