"""TinyDB's view of one dossier: reads hand out fresh objects, writes are staged, a commit is one new sealed version.

TinyDB changes the objects that `read` returned before it calls `write`; because they are always fresh, a save that
fails leaves the committed content as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec
from tinydb.storages import Storage

from resokit_tui.core.errors import DamagedError
from resokit_tui.vault.commit import SCHEMA, Commit, Tables, read_commit, read_tables, refuse_to_save_over
from resokit_tui.vault.marks import RolledBack
from resokit_tui.vault.merge import KeptTwice
from resokit_tui.vault.store import DamagedVersion, VersionedObject

_EMPTY = b"{}"


class Saved(msgspec.Struct, frozen=True):
    """A save that is confirmed on the disk; `twice` names the records that somebody else had changed as well."""

    version: int
    at: datetime
    twice: tuple[KeptTwice, ...] = ()


class PastVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A version as it stands in the history. `ours`: this window saved it. `label` and `about` as in `Commit`."""

    number: int
    at: datetime
    label: str
    about: str
    ours: bool
    content: msgspec.Raw

    @property
    def tables(self) -> Tables:
        """What the dossier held then, as objects of the caller's own."""
        return read_tables(self.content)

    def __repr__(self) -> str:
        return f"<PastVersion {self.number}>"


class DossierStorage(Storage):
    """One dossier for TinyDB (`TinyDB(storage=lambda: storage)`), loaded when made. For one thread at a time.

    `version` is 0 until something is committed; `saved_at` is when this version was made and `writer` (16 bytes) which
    window made it. `damage` lists versions newer than the one loaded that cannot be read; they are kept as evidence.
    Raises `DamagedError` when none can be read, and `CannotError` when a newer program wrote it in a way unknown to us.
    """

    def __init__(self, versions: VersionedObject) -> None:
        self._versions = versions
        self._committed = _EMPTY
        self._staged: bytes | None = None
        self._schema = 0
        self.version = 0
        self.writer = b""
        self.saved_at: datetime | None = None
        self.damage: tuple[DamagedVersion, ...] = ()
        self.reload()

    def read(self) -> Tables | None:
        """What is staged, else what is committed, as objects of the caller's own; `None` when there is nothing yet."""
        data = self._committed if self._staged is None else self._staged
        return read_tables(data) or None

    def committed(self) -> Tables:
        """What is committed, whatever is staged, as objects of the caller's own."""
        return read_tables(self._committed)

    def write(self, data: Tables) -> None:
        """Stages; nothing reaches the disk before `commit`."""
        self._staged = msgspec.json.encode(data)

    def commit(self, label: str, now: datetime, *, about: str = "") -> Saved:
        """Saves what is staged as one new version and returns once that is confirmed. Nothing staged: nothing written.

        Raises `NotSavedError`, `UncertainError` or `ConflictError`; what is staged then stays staged. After a conflict
        only `reload` goes on, and staging the change anew: what was saved first must not be undone. An uncertain save
        that turns out to stand on the disk is such a conflict too, with ourselves.
        """
        if self._staged is None and self.saved_at is not None:
            return Saved(self.version, self.saved_at)
        refuse_to_save_over(self._schema)
        tables = self._committed if self._staged is None else self._staged
        plain = msgspec.json.encode(Commit(label=label, about=about, at=now, tables=msgspec.Raw(tables)))
        self.version = self._versions.save(plain)
        self._committed, self._staged, self.saved_at = tables, None, now
        self.writer = self._versions.writer
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
            commit = read_commit(loaded.plain)
            self._committed, self.saved_at, self.writer = bytes(commit.tables), commit.at, loaded.writer
            self.version, self.damage, self._schema = loaded.version, loaded.damage, commit.schema
        self._staged = None

    @property
    def read_only(self) -> bool:
        """Whether a newer program wrote this: it can be looked at, and `commit` raises `CannotError`."""
        return self._schema > SCHEMA

    @property
    def rolled_back(self) -> RolledBack | None:
        """The later version that this computer saw before, when what is on the disk is older."""
        return self._versions.rolled_back

    def accept_roll_back(self) -> None:
        """Takes what is on the disk for the newest from now on."""
        self._versions.accept_roll_back()

    @property
    def is_own_save(self) -> bool:
        """Whether the version that is loaded was saved by this window."""
        return self.writer == self._versions.writer

    def past(self, number: int) -> PastVersion | None:
        """One version of the history; `None` when it is gone or cannot be read."""
        try:
            loaded = self._versions.read(number)
            commit = None if loaded is None else read_commit(loaded.plain)
        except DamagedError:
            return None
        if loaded is None or commit is None:
            return None
        ours = loaded.writer == self._versions.writer
        return PastVersion(
            number=number, at=commit.at, label=commit.label, about=commit.about, ours=ours, content=commit.tables
        )

    def history(self) -> Iterator[PastVersion]:
        """Every version that is kept and can be read, newest first, each read when it is asked for."""
        for number in reversed(self._versions.numbers()):
            if (past := self.past(number)) is not None:
                yield past

    def close(self) -> None:
        """Lets go of all content. TinyDB calls this; the storage is empty afterwards."""
        self._committed, self._staged = _EMPTY, None
