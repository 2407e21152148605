"""One open dossier: a snapshot to look at, and one way to change it that only returns when the disk has it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.guidance import newest_standing
from resokit_tui.casework.note import Answer, Standing
from resokit_tui.core.dates import Clock
from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.publish import ConflictError
from resokit_tui.vault.storage import Saved
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.records import RecordTables, Unreadable

_ATTEMPTS = 8


class DossierSession:
    """A dossier that is open. `dossier` is an immutable snapshot, replaced after each save.

    Every method that writes blocks until the disk has it: call it in a worker thread.
    """

    def __init__(self, vault: Vault, dossier_id: str, clock: Clock) -> None:
        self.id = dossier_id
        self._vault = vault
        self._clock = clock
        self._storage = vault.storage(dossier_id)
        self._tables = RecordTables(self._storage)
        self._lock = threading.RLock()
        self.saved_at: datetime | None = None
        self.unreadable: tuple[Unreadable, ...] = ()
        self.dossier = self._snapshot()

    @property
    def alias(self) -> str:
        """The alias of the client; empty in the professional's own dossier."""
        client = self.dossier.newest(Client)
        return client.alias if client else ""

    @property
    def version(self) -> int:
        """Number of the version the snapshot was read from."""
        return self._storage.version

    @property
    def damage(self) -> DamagedError | None:
        """What is missing because newer versions are damaged; they are kept, untouched."""
        if not self._storage.damage:
            return None
        times = [d.written for d in self._storage.damage if d.written]
        if times and self._storage.saved_at:
            return DamagedError(
                Message(
                    "The newest version of this dossier is damaged. You see the one of {good}. "
                    "What was written between then and {lost} is missing; the damaged file is kept.",
                    good=self._storage.saved_at.astimezone().strftime("%d/%m/%Y %H:%M"),
                    lost=max(times).astimezone().strftime("%d/%m/%Y %H:%M"),
                )
            )
        return DamagedError(
            Message("The newest version of this dossier is damaged. You see the one before it; nothing was removed.")
        )

    def now(self) -> datetime:
        """The moment to stamp a new record with."""
        return self._clock()

    def put(self, record: Record, label: Message) -> Saved:
        """Saves one record as one new version; `label` says what was done.

        When somebody else saved in between, theirs is read first and this record is put on top of it.
        Raises what `DossierStorage.commit` raises; the snapshot and the disk are then as they were.
        """
        return self.put_many((record,), label)

    def put_many(self, records: Sequence[Record], label: Message) -> Saved:
        """Saves several records as one new version: one action of the user, one commit. Raises as `put` does."""

        def change() -> None:
            for record in records:
                self._tables.put(record)

        return self._commit(change, label)

    def fill(self, dossier: Dossier, label: Message) -> Saved:
        """Saves the records of a whole dossier, with their own ids, as one new version."""
        return self._commit(lambda: self._tables.put_all(dossier), label)

    def answers(self, question: str) -> tuple[Answer, ...]:
        """The answers to one question, newest first."""
        return tuple(reversed([a for a in self.dossier.all(Answer) if a.question == question]))

    def standing(self, page: str) -> Standing | None:
        """Where this stands on a page, as noted last."""
        return newest_standing(self.dossier, page)

    def draft(self, field: str) -> str | None:
        """Text that was typed in a field and not yet saved."""
        return self._vault.read_draft(self.id, field)

    def keep_draft(self, field: str, text: str) -> None:
        """Keeps text that is being typed, encrypted, on disk."""
        self._vault.write_draft(self.id, field, text)

    def drop_draft(self, field: str) -> None:
        """Forgets a draft, once its text is saved or given up."""
        self._vault.drop_draft(self.id, field)

    def refresh(self) -> bool:
        """Reads again when somebody else saved; tells whether there was something newer."""
        with self._lock:
            if self._vault.newest_version(self.id) <= self._storage.version:
                return False
            self._storage.reload()
            self.dossier = self._snapshot()
            return True

    def forget(self) -> None:
        """Lets go of everything read."""
        self._tables.forget()
        self.dossier = Dossier(self.id, {})

    def _commit(self, change: Callable[[], None], label: Message) -> Saved:
        with self._lock:
            for _ in range(_ATTEMPTS):
                change()
                try:
                    saved = self._storage.commit(label.msgid, self._clock())
                except ConflictError:
                    self._storage.reload()
                    self._tables.forget()
                    continue
                except BaseException:
                    self._storage.discard()
                    self._tables.forget()
                    raise
                self.dossier = self._snapshot()
                self.saved_at = saved.at
                return saved
            raise CannotError(
                Message("Somebody else is saving this dossier again and again. Wait a moment and try once more.")
            )

    def _snapshot(self) -> Dossier:
        dossier, self.unreadable = self._tables.read(self.id)
        return dossier
