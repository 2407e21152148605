"""The keys of the dossiers, out of the index: one object per dossier, shared by everything that reads or saves it."""

from __future__ import annotations

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.index import Entry, VaultIndex
from resokit_tui.vault.keys import Key, wipe


class DossierKeys:
    """The keys that were asked for so far. A dossier that gets a new key gets it in the same object."""

    def __init__(self, index: VaultIndex) -> None:
        self._index = index
        self._keys: dict[str, Key] = {}

    def entry(self, dossier_id: str) -> Entry:
        """What the index holds of a dossier. Raises `CannotError` for an unknown id."""
        if dossier_id not in self._index.content.entries:
            self._index.load()  # another window may have made it
        entry = self._index.content.entries.get(dossier_id)
        if entry is None:
            raise CannotError(Message("This dossier is not in the vault. Look at the list of dossiers."))
        return entry

    def of(self, dossier_id: str) -> Key:
        """The key under which a dossier is saved."""
        entry = self.entry(dossier_id)
        if dossier_id not in self._keys:
            self._keys[dossier_id] = Key(bytearray(entry.key), entry.generation)
        return self._keys[dossier_id]

    def other(self, dossier_id: str, generation: int) -> Key | None:
        """The key of another generation: the one before while a dossier moves, or a newer one of another window.

        Raises `KeyChangedError` when only the passphrase gives it.
        """
        if generation > self.entry(dossier_id).generation:
            self._index.load()
        self.refresh()
        entry = self.entry(dossier_id)
        if generation == entry.generation:
            return self.of(dossier_id)
        moving = bool(entry.former) and generation == entry.generation - 1
        return Key(bytearray(entry.former), generation) if moving else None

    def refresh(self) -> None:
        """Brings the keys that were handed out up to date with the index."""
        for dossier_id, key in self._keys.items():
            entry = self._index.content.entries.get(dossier_id)
            if entry is not None and entry.generation > key.generation:
                key.become(Key(bytearray(entry.key), entry.generation))

    def drop(self, dossier_id: str) -> None:
        """Forgets the key of a dossier that was erased."""
        if (key := self._keys.pop(dossier_id, None)) is not None:
            key.wipe()

    def wipe(self) -> None:
        """Forgets every key."""
        for key in self._keys.values():
            key.wipe()
        for entry in self._index.content.entries.values():
            wipe(entry.key)
            wipe(entry.former)
