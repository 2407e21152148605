"""Erasing for good: without its key nothing of a dossier can be read, wherever a file of it may still lie.

What goes: the key in the index, every older index (it holds that key), the old vault key (it opens those), and the
files. What stays out of reach: backups made before, and what flash memory keeps of files that were removed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.cost import KdfBounds
from resokit_tui.vault.dossier_keys import DossierKeys
from resokit_tui.vault.drafts import FOLDER as DRAFTS
from resokit_tui.vault.files import Files
from resokit_tui.vault.index import Entry, Index, VaultIndex
from resokit_tui.vault.keyring import KeyRing
from resokit_tui.vault.keys import Key
from resokit_tui.vault.publish import TEMPORARY
from resokit_tui.vault.store import object_folder


class Eraser:
    """Erasing in one vault. Each of its steps asks the passphrase, because the vault gets a new key that it must open.

    Every method is slow: call it in a thread. Each raises `LockedError` for a wrong passphrase, before anything is
    done, and then what `KeyRing.change_passphrase` and `VaultIndex.update` raise; done again, it goes on where it
    stopped. What it returns tells whether all files are gone as well; if not, the next opening tries once more.
    """

    def __init__(
        self, files: Files, root: Path, index: VaultIndex, ring: KeyRing, keys: DossierKeys, bounds: KdfBounds
    ) -> None:
        self._files, self._root = files, root
        self._index, self._ring, self._keys, self._bounds = index, ring, keys, bounds

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Dossiers of which something was being erased when the program stopped."""
        return tuple(key for key, entry in self._index.content.entries.items() if entry.former)

    def erase_dossier(self, dossier_id: str, passphrase: str) -> bool:
        """Makes a dossier unreadable for good and removes its files. Raises `CannotError` for one's own dossier."""
        if dossier_id == self._index.content.own:
            raise CannotError(Message("Your own dossier cannot be erased. Empty it, or remove the whole vault."))
        self._keys.entry(dossier_id)
        gone = self._under_new_key(without(dossier_id), passphrase)
        self._keys.drop(dossier_id)
        return remove_all(self._files, object_folder(self._root, dossier_id)) and gone

    def begin_in_dossier(self, dossier_id: str, passphrase: str) -> None:
        """First half of erasing something inside a dossier: what is saved from now on is under a new key."""
        self._ring.confirm(passphrase, self._bounds)
        self._index.update(with_new_key(dossier_id))
        self._keys.refresh()

    def finish_in_dossier(self, dossier_id: str, first: int, passphrase: str) -> bool:
        """Second half: drops the old key, every version before the `first` one to stay, and the drafts."""
        gone = self._under_new_key(without_former_key(dossier_id), passphrase)
        folder = object_folder(self._root, dossier_id)
        return remove_all(self._files, folder, keep_from=first) and gone

    def finish(self) -> None:
        """Removes what an erasing that was interrupted left behind: it cannot be read any more, but it is there."""
        self._index.purge_older_keys()
        for dossier_id in self._index.content.erased:
            if dossier_id not in self._index.content.entries:
                remove_all(self._files, object_folder(self._root, dossier_id))

    def _under_new_key(self, change: Callable[[Index], Index], passphrase: str) -> bool:
        """Applies a change to the index and makes everything older than it unreadable."""
        self._ring.confirm(passphrase, self._bounds)
        self._ring.begin_new_key()
        self._index.update(change, always=True)
        gone = self._ring.finish_new_key(passphrase, self._ring.cost)
        return self._index.purge() and gone


def without(dossier_id: str) -> Callable[[Index], Index]:
    """The change that drops a dossier's key and remembers that it was erased."""

    def drop(content: Index) -> Index:
        entries = {key: entry for key, entry in content.entries.items() if key != dossier_id}
        erased = tuple(sorted({*content.erased, dossier_id}))
        return msgspec.structs.replace(content, entries=entries, erased=erased)

    return drop


def with_new_key(dossier_id: str) -> Callable[[Index], Index]:
    """The change that gives a dossier its next key, beside the one it has; fine when it is moving already."""
    following = Key.random().secret

    def give(content: Index) -> Index:
        entry = content.entries[dossier_id]
        if entry.former:
            return content
        moved = Entry(key=following, generation=entry.generation + 1, former=entry.key)
        return msgspec.structs.replace(content, entries={**content.entries, dossier_id: moved})

    return give


def without_former_key(dossier_id: str) -> Callable[[Index], Index]:
    """The change that drops the key a dossier had before."""

    def drop(content: Index) -> Index:
        entry = msgspec.structs.replace(content.entries[dossier_id], former=bytearray(), cached=None)
        return msgspec.structs.replace(content, entries={**content.entries, dossier_id: entry})

    return drop


def remove_all(files: Files, folder: Path, keep_from: int | None = None) -> bool:
    """Removes the versions of an object, all or those before a number, and its drafts; tells whether they are gone."""
    drafts = [_remove_files(files, draft) for draft in _drafts(files, folder)]
    return all([*drafts, _remove_files(files, folder, keep_from)])


def _drafts(files: Files, folder: Path) -> list[Path]:
    with suppress(OSError):
        return [*(folder / DRAFTS / name for name in files.list(folder / DRAFTS)), folder / DRAFTS]
    return []


def _remove_files(files: Files, folder: Path, keep_from: int | None = None) -> bool:
    try:
        for name in files.list(folder):
            older = name.isdigit() and (keep_from is None or int(name) < keep_from)
            if older or name.startswith(TEMPORARY):
                files.unlink(folder / name)
        files.fsync_folder(folder)
        if not files.list(folder):
            files.remove_folder(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
