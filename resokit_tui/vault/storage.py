"""TinyDB's view of one dossier: reads hand out fresh objects, writes are staged, a commit is one new sealed version.

TinyDB changes the objects that `read` returned before it calls `write`; because they are always fresh, a save that
fails leaves the committed content as it was.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from tinydb.storages import Storage

from resokit_tui.vault.store import DamagedVersion, VersionedObject, refuse_newer, unintelligible

SCHEMA = 1
_EMPTY = b"{}"

Tables = dict[str, dict[str, Any]]
"""Table name → document number → document: the shape TinyDB reads and writes."""


class Saved(msgspec.Struct, frozen=True):
    """A save that is confirmed on the disk."""

    version: int
    at: datetime


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """The plaintext of one version, as JSON: all tables, what was done, and when."""

    schema: int = SCHEMA
    label: str
    at: datetime
    tables: msgspec.Raw

    def __repr__(self) -> str:
        return "<Commit>"


class DossierStorage(Storage):
    """One dossier for TinyDB (`TinyDB(storage=lambda: storage)`), loaded when made. For one thread at a time.

    `version` is 0 until something is committed; `saved_at` is when this version was made. `damage` lists versions newer
    than the one loaded that cannot be read; they are kept as evidence. Raises `DamagedError` when none can be read, and
    `CannotError` when a newer program wrote the dossier.
    """

    def __init__(self, versions: VersionedObject) -> None:
        self._versions = versions
        self._committed = _EMPTY
        self._staged: bytes | None = None
        self.version = 0
        self.saved_at: datetime | None = None
        self.damage: tuple[DamagedVersion, ...] = ()
        self.reload()

    def read(self) -> Tables | None:
        """What is staged, else what is committed, as objects of the caller's own; `None` when there is nothing yet."""
        data = self._committed if self._staged is None else self._staged
        return msgspec.json.decode(data, type=Tables) or None

    def write(self, data: Tables) -> None:
        """Stages; nothing reaches the disk before `commit`."""
        self._staged = msgspec.json.encode(data)

    def commit(self, label: str, now: datetime) -> Saved:
        """Saves what is staged as one new version and returns once that is confirmed. Nothing staged: nothing written.

        Raises `NotSavedError`, `UncertainError` or `ConflictError`; what is staged then stays staged. After a conflict
        only `reload` goes on, and staging the change anew: what was saved first must not be undone. An uncertain save
        that turns out to stand on the disk is such a conflict too, with ourselves.
        """
        if self._staged is None and self.saved_at is not None:
            return Saved(self.version, self.saved_at)
        tables = self._committed if self._staged is None else self._staged
        plain = msgspec.json.encode(Commit(label=label, at=now, tables=msgspec.Raw(tables)))
        self.version = self._versions.save(plain)
        self._committed, self._staged, self.saved_at = tables, None, now
        return Saved(self.version, now)

    def discard(self) -> None:
        """Forgets what is staged."""
        self._staged = None

    def reload(self) -> None:
        """Takes the newest whole version from the disk and forgets what is staged: it belonged to an older one."""
        loaded = self._versions.load()
        if loaded is None:
            self._committed, self.version, self.saved_at, self.damage = _EMPTY, 0, None, ()
        else:
            commit = _decode(loaded.plain)
            self._committed, self.saved_at = bytes(commit.tables), commit.at
            self.version, self.damage = loaded.version, loaded.damage
        self._staged = None

    def close(self) -> None:
        """Lets go of all content. TinyDB calls this; the storage is empty afterwards."""
        self._committed, self._staged = _EMPTY, None


def _decode(plain: bytes) -> Commit:
    refuse_newer(plain, SCHEMA)
    try:
        commit = msgspec.json.decode(plain, type=Commit)
        msgspec.json.decode(commit.tables, type=Tables)
    except msgspec.DecodeError:
        raise unintelligible() from None
    return commit
