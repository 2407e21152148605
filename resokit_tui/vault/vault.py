"""One professional's encrypted store, as the workspace sees it.

vault/                               0700; every file 0600; no name in any path
  h/0000000001   h2/0000000001       key file, twice (`key_file`)
  o/00/000…0/0000000001   o2/…       index, twice (`index`)
  o/ab/ab3f…/0000000042              version 42 of a dossier (`store`, `envelope`)
  o/ab/ab3f…/d/91c4…/0000000007      a draft (`drafts`)
  …/.t<12 hex digits>                being written (`publish`)
  aside/                             damaged files that a repair moved here (`checking`)
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Self

import msgspec

from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import new_id
from resokit_tui.vault import slots
from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.vault.dossier_keys import DossierKeys
from resokit_tui.vault.drafts import Drafts
from resokit_tui.vault.envelope import ID_LENGTH, Identity, Kind
from resokit_tui.vault.erasing import Eraser
from resokit_tui.vault.files import Files, system_files
from resokit_tui.vault.index import CachedSummary, Index, VaultIndex, new_entry, with_summaries
from resokit_tui.vault.key_file import VaultHeader
from resokit_tui.vault.keyring import KeyRing
from resokit_tui.vault.keys import Key, calibrate
from resokit_tui.vault.marks import RolledBack
from resokit_tui.vault.opening import (
    already_there,
    cannot_make,
    display_name,
    prepare_folder,
    refuse_shared,
)
from resokit_tui.vault.publish import ConflictError, NotSavedError, UncertainError
from resokit_tui.vault.recovery import new_code, public_key
from resokit_tui.vault.storage import DossierStorage
from resokit_tui.vault.store import VersionedObject, object_folder

__all__ = ["CachedSummary", "Vault"]


class Vault:
    """An unlocked vault. Made by `create`, `open` or `open_with_recovery`; `close` forgets the keys.

    `files`, `ring` and `index` are for this room only.

    Not for two threads at once; each storage it hands out, and the drafts of each dossier, may be used in a thread of
    their own.
    """

    def __init__(self, folder: Path, ring: KeyRing, bounds: KdfBounds, files: Files, state: Path | None) -> None:
        header = ring.header
        self.folder = folder
        self.id = header.vault
        self.name = display_name(header.name)
        self.practice = header.practice
        self.files, self.ring, self._state = files, ring, state
        self._bounds = bounds
        self._writer = secrets.token_bytes(ID_LENGTH)
        self.index = VaultIndex(files, folder, ring, self._writer, state)
        self._keys = DossierKeys(self.index)
        self.eraser = Eraser(files, folder, self.index, ring, self._keys, bounds)
        self._drafts: dict[str, Drafts] = {}

    @classmethod
    def create(
        cls,
        folder: Path,
        name: str,
        passphrase: str,
        *,
        bounds: KdfBounds,
        parameters: KdfParameters | None = None,
        files: Files | None = None,
        state: Path | None = None,
        practice: bool = False,
    ) -> tuple[Self, str]:
        """Makes a vault in a new or empty folder; returns it with its recovery code, to be shown once and never again.

        Without `parameters` the cost of the key derivation is calibrated to this machine. Slow: call it in a thread.
        The index comes first and the key file last, so an interrupted creation leaves no vault that half works. Raises
        `CannotError`.
        """
        os.umask(0o077)
        files, folder, name = files or system_files(), folder.absolute(), display_name(name)
        if not name or not passphrase:
            raise CannotError(Message("A vault needs a name and a passphrase. Type both."))
        prepare_folder(files, folder)
        cost = parameters or calibrate(bounds)
        bounds.refuse_outside(cost)
        key, vault_id, code = Key.random(), secrets.token_bytes(ID_LENGTH), new_code()
        ways_in = (
            slots.passphrase_slot(vault_id, key, passphrase, cost),
            slots.recovery_slot(vault_id, key, public_key(code, vault_id)),
        )
        header = VaultHeader(vault=vault_id, version=1, name=name, practice=practice, slots=ways_in)
        vault = cls(folder, KeyRing(files, folder, header, key), bounds, files, state)
        try:
            vault.index.create()
            vault.ring.create()
        except (NotSavedError, UncertainError) as error:
            raise cannot_make(folder, error.reason) from None
        except ConflictError:
            raise already_there(folder) from None
        return vault, code

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        *,
        bounds: KdfBounds,
        files: Files | None = None,
        state: Path | None = None,
    ) -> Self:
        """Unlocks with the passphrase; slow: call it in a thread. `state` is where this account remembers (`marks`).


        Raises `CannotError` (no vault there, written by a newer program, folder open to others), `LockedError` (wrong
        passphrase) or `DamagedError`.
        """
        return cls._open(
            *(folder, lambda header: slots.open_with_passphrase(header, passphrase, bounds), bounds),
            files=files,
            state=state,
        )

    @classmethod
    def open_with_recovery(
        cls,
        folder: Path,
        code: str,
        *,
        bounds: KdfBounds,
        files: Files | None = None,
        state: Path | None = None,
    ) -> Self:
        """Unlocks with the code of the recovery sheet, which is random and so needs no slow derivation.

        Raises as `open` does. Whoever had to do this no longer has the passphrase: ask for a new one.
        """
        return cls._open(
            folder, lambda header: slots.open_with_recovery(header, code), bounds, files=files, state=state
        )

    def open_copy(self, folder: Path, passphrase: str | None = None) -> Self:
        """Opens a copy of this vault (a backup); the passphrase it had then is needed when the vault key changed since.

        What was erased before the copy was made last, is erased there too. Raises as `open` does.
        """

        def open_slot(header: VaultHeader) -> Key:
            if passphrase is None and header.generation < self.ring.header.generation:
                raise LockedError(
                    Message("Something was erased since this backup was made. Type the passphrase that it had then.")
                )
            if passphrase is None:
                return self.ring.key_of(header.generation).copy()
            return slots.open_with_passphrase(header, passphrase, self._bounds)

        return self._open(folder, open_slot, self._bounds, private=False)  # a stick often has no rights to set

    @classmethod
    def _open(
        cls,
        folder: Path,
        open_slot: Callable[[VaultHeader], Key],
        bounds: KdfBounds,
        *,
        files: Files | None = None,
        state: Path | None = None,
        private: bool = True,
    ) -> Self:
        os.umask(0o077)
        files, folder = files or system_files(), folder.absolute()
        if private:
            refuse_shared(files, folder)
        vault = cls(folder, KeyRing.open(files, folder, open_slot), bounds, files, state)
        vault.index.load()
        vault.eraser.finish()
        return vault

    @property
    def own_id(self) -> str:
        """The object id of the professional's own dossier: 32 hexadecimal characters."""
        return self.index.content.own

    @property
    def index_damage(self) -> tuple[int, ...]:
        """Numbers of newer index versions that cannot be read in either copy; empty when all is well.

        Dossiers that were made in those versions cannot be opened.
        """
        return self.index.damage

    @property
    def read_only(self) -> bool:
        """Whether a newer program wrote this vault: dossiers can be read, none can be made or erased."""
        return self.index.read_only

    @property
    def rolled_back(self) -> RolledBack | None:
        """What this computer saw of the index and is gone: dossiers made since then cannot be opened."""
        return self.index.rolled_back

    def accept_roll_back(self) -> None:
        """Takes the index that is on the disk for the newest from now on."""
        self.index.accept_roll_back()

    def dossier_ids(self) -> tuple[str, ...]:
        """The ids of all client dossiers, in no order; never the professional's own."""
        content = self.index.content
        return tuple(dossier_id for dossier_id in content.entries if dossier_id != content.own)

    def cached(self, dossier_id: str) -> CachedSummary | None:
        """What the index remembers of a dossier; compare its version with `newest_version` before trusting it."""
        return self._keys.entry(dossier_id).cached

    def cache_summaries(self, data: Mapping[str, tuple[int, dict[str, Any]]]) -> None:
        """Writes summaries (dossier id → version they were taken from, plain data) into the index.

        For lock, idle and close only. A summary of a newer version, written by another window, stays. Raises as
        `VaultIndex.update` does.
        """
        self.index.update(with_summaries(data))

    def create_dossier(self, dossier_id: str = "") -> str:
        """Gives a new dossier an id and a key, in the index; its first commit makes version 1. Returns the id.

        One that comes from another vault keeps its `dossier_id`; `CannotError` when that is taken here. A stop in
        between leaves an unused key, never a dossier that cannot be read. Raises as `VaultIndex.update` does.
        """
        dossier_id, entry = dossier_id or new_id(), new_entry()

        def add(content: Index) -> Index:
            if dossier_id in content.entries:  # in the newest index: another window may have made it since we looked
                raise CannotError(Message("This dossier is in this vault already."))
            return msgspec.structs.replace(content, entries={**content.entries, dossier_id: entry})

        self.index.update(add)
        return dossier_id

    def newest_version(self, dossier_id: str) -> int:
        """The highest number of a dossier, by listing its folder only; 0 when it was never saved."""
        self._keys.entry(dossier_id)
        return max(self.versions_of(dossier_id).numbers(), default=0)

    def storage(self, dossier_id: str) -> DossierStorage:
        """A dossier for TinyDB. Raises `CannotError` for an unknown id, `DamagedError` when no version can be read."""
        return DossierStorage(self.versions_of(dossier_id))

    def write_draft(self, dossier_id: str, field: str, text: str) -> None:
        """Keeps unsaved typing, sealed. Raises `NotSavedError`."""
        self._drafts_of(dossier_id).write(field, text)

    def read_draft(self, dossier_id: str, field: str) -> str | None:
        """Unsaved typing of a field, of this window or of one that was interrupted."""
        return self._drafts_of(dossier_id).read(field)

    def drop_draft(self, dossier_id: str, field: str) -> None:
        """Removes the draft of a field: it is saved, or not wanted."""
        self._drafts_of(dossier_id).drop(field)

    def draft_fields(self, dossier_id: str) -> tuple[str, ...]:
        """The fields of a dossier with unsaved typing, sorted."""
        return self._drafts_of(dossier_id).fields()

    def damaged_drafts(self, dossier_id: str) -> tuple[Path, ...]:
        """Files of unsaved typing that cannot be read, for this room only."""
        return self._drafts_of(dossier_id).damaged()

    def confirm(self, passphrase: str) -> None:
        """Raises `LockedError` unless this is the passphrase. Slow: call it in a thread."""
        self.ring.confirm(passphrase, self._bounds)

    def change_passphrase(self, passphrase: str) -> bool:
        """Lets a new passphrase open the vault, and the old one not any more; costs the same whatever the vault holds.

        Tells whether the old key files are gone as well (a second disk may be away). Slow. Raises `KeyChangedError`,
        `NotSavedError` or `UncertainError`.
        """
        return self.ring.change_passphrase(passphrase, self.ring.cost)

    def renew(self, passphrase: str) -> None:
        """Goes on after `KeyChangedError`: everything that is open stays open. Raises as `open` does. Slow."""
        self.ring.renew(lambda header: slots.open_with_passphrase(header, passphrase, self._bounds))
        self.index.load()
        self._keys.refresh()

    @property
    def erased(self) -> tuple[str, ...]:
        """Ids of dossiers that were erased: they must not come back from a backup unasked."""
        return self.index.content.erased

    def close(self) -> None:
        """Overwrites the keys; every storage handed out can then neither load nor save."""
        self.ring.wipe()
        self._keys.wipe()
        self.index.content = Index(own="", entries={})
        self._drafts.clear()

    def versions_of(self, dossier_id: str) -> VersionedObject:
        """The files of a dossier, for this room only."""
        kind = Kind.OWN_DOSSIER if dossier_id == self.own_id else Kind.DOSSIER
        identity = Identity(kind, self.id, bytes.fromhex(dossier_id))
        folder = object_folder(self.folder, dossier_id)
        key, other_key = self._keys.of(dossier_id), partial(self._keys.other, dossier_id)
        return VersionedObject(self.files, self.folder, folder, identity, key, self._writer, self._state, other_key)

    def _drafts_of(self, dossier_id: str) -> Drafts:
        if dossier_id not in self._drafts:
            folder, key = object_folder(self.folder, dossier_id), self._keys.of(dossier_id)
            self._drafts[dossier_id] = Drafts(self.files, self.folder, folder, self.id, key, self._writer)
        return self._drafts[dossier_id]
