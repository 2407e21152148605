"""One open dossier: a snapshot to look at, and one way to change it that only returns when the disk has it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.guidance import newest_standing
from resokit_tui.casework.note import Answer, Standing
from resokit_tui.core.dates import Clock
from resokit_tui.core.errors import DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.commit import Tables
from resokit_tui.vault.storage import PastVersion, Saved
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.records import RecordTables, Unreadable
from resokit_tui.workspace.saving import Step, Steps, merge_into, save_merged


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
        self.steps = Steps()
        self.saved_at: datetime | None = None
        self.dossier = Dossier(dossier_id, {})
        self.trash: tuple[Record, ...] = ()
        self.unreadable: tuple[Unreadable, ...] = ()
        self._look()
        self.opened_with = self._storage.version
        """Number of the version that was the newest one when this was opened."""

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

    @property
    def read_only(self) -> bool:
        """Whether a newer program wrote this dossier: it can be looked at, not changed."""
        return self._storage.read_only

    @property
    def rolled_back(self) -> Message | None:
        """That this computer saw a later version of this dossier before, in words; `accept_roll_back` ends it."""
        if (seen := self._storage.rolled_back) is None:
            return None
        when = seen.at.astimezone().strftime("%d/%m/%Y %H:%M")
        return Message(
            "This dossier is older than what this computer saw on {when}. Perhaps an older copy was put back. "
            "Look whether something is missing, and whether there is a backup.",
            when=when,
        )

    def accept_roll_back(self) -> None:
        """Goes on with the dossier as it is on the disk."""
        with self._lock:
            self._storage.accept_roll_back()

    def now(self) -> datetime:
        """The moment to stamp a new record with."""
        return self._clock()

    @property
    def conflicts(self) -> tuple[Record, ...]:
        """Records that stand beside another one because both were changed at once; `Record.conflict` says which."""
        return tuple(r for records in self.dossier.tables.values() for r in records if r.conflict is not None)

    def put(self, record: Record, label: Message, *, was: Record | None = None) -> Saved:
        """Saves one record as one new version; `label` says what was done.

        `was` is the record as its form had read it: when the dossier holds another state of it by now, both are kept.
        What somebody else saved in between stays: `vault.merge` says how, and `Saved.twice` what is there twice now.
        Raises what `DossierStorage.commit` raises; the snapshot and the disk are then as they were.
        """
        return self.put_many((record,), label, was=() if was is None else (was,))

    def put_many(self, records: Sequence[Record], label: Message, *, was: Sequence[Record] = ()) -> Saved:
        """Saves several records as one new version: one action of the user, one commit. As `put`."""
        if not was:
            return self._do(lambda: self._tables.put_many(records), label)
        return self._do(lambda: self._put_over(was, records), label)

    def remove(self, record: Record, label: Message) -> Saved:
        """Puts one record in the trash, where it can be taken out again."""
        return self.put(record.replaced(self.now(), trashed=self.now()), label, was=record)

    def fill(self, dossier: Dossier, label: Message) -> Saved:
        """Saves the records of a whole dossier, with their own ids, as one new version."""
        return self.put_many([r for records in dossier.tables.values() for r in records], label)

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
            self._look()
            return True

    def take_back(self, step: Step, label: Message) -> Step | None:
        """Undoes one commit as a merge, so that what others did since stays; `None` when its versions are gone."""
        with self._lock:
            self.refresh()
            after, before = self._storage.past(step.after), self._storage.past(step.before)
            if after is None or (before is None and step.before):
                return None
            base, mine = after.tables, before.tables if before else {}
            return self._commit(lambda: self._stage(base, mine), label, about=step.label)[1]

    def erase(self, records: Sequence[Record], passphrase: str) -> bool:
        """Takes records out for good, with every earlier version of the dossier; tells whether all files are gone.

        The rest goes on under a new key. Slow. Raises as `Eraser.begin_in_dossier` and `put` do; done again (with what
        is left, or with nothing), it goes on where it stopped.
        """
        gone = frozenset(record.id for record in records)
        with self._lock:
            self._vault.eraser.begin_in_dossier(self.id, passphrase)
            self.refresh()
            saved, _ = self._commit(lambda: self._tables.drop(gone), Message("erased for good"))
            self.steps = Steps()
            return self._vault.eraser.finish_in_dossier(self.id, saved.version, passphrase)

    def history(self) -> Iterator[PastVersion]:
        """Every version that is kept, newest first, each read from the disk when it is asked for."""
        return self._storage.history()

    def forget(self) -> None:
        """Lets go of everything read."""
        self._tables.forget()
        self.steps = Steps()
        self.dossier, self.trash, self.unreadable = Dossier(self.id, {}), (), ()

    def _do(self, change: Callable[[], None], label: Message) -> Saved:
        saved, step = self._commit(change, label)
        self.steps.did(step)
        return saved

    def _commit(self, change: Callable[[], None], label: Message, about: str = "") -> tuple[Saved, Step]:
        with self._lock:
            try:
                change()
                saved, before = save_merged(self._storage, label.msgid, self._clock(), about)
            except BaseException:
                self._storage.discard()
                self._tables.forget()
                raise
            self._look()
            self.saved_at = saved.at
            return saved, Step(before, saved.version, about or label.msgid)

    def _put_over(self, was: Sequence[Record], records: Sequence[Record]) -> None:
        self._tables.put_many(was)
        base = self._storage.read() or {}
        self._tables.put_many(records)
        mine = self._storage.read() or {}
        self._stage(base, mine)

    def _stage(self, base: Tables, mine: Tables) -> None:
        """Stages what led from base to mine, on top of what is committed."""
        self._storage.write(merge_into(self._storage, base, mine).tables)

    def _look(self) -> None:
        self._tables.forget()
        contents = self._tables.read(self.id)
        self.dossier, self.trash, self.unreadable = contents.dossier, contents.trash, contents.unreadable
