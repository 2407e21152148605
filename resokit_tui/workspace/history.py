"""Looking back in a dossier, and taking back: older versions are all there is to it.

Everything here reads or writes the disk: call it in a worker thread.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from resokit_tui.casework.dossier import RECORD_TYPES, Dossier
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.storage import PastVersion, Saved
from resokit_tui.workspace.records import Unreadable, typed, typed_record
from resokit_tui.workspace.saving import Step
from resokit_tui.workspace.session import DossierSession


class VersionLine(msgspec.Struct, frozen=True):
    """A version in a list: when it was saved, what was done, and whether this window did it."""

    number: int
    at: datetime
    label: Message
    ours: bool
    elsewhere: bool
    """Whether another window did it since this one opened the dossier; what is older may well be one's own."""


class RecordState(msgspec.Struct, frozen=True):
    """One record as it became in one version; `None` when that version took it out of the dossier."""

    version: int
    at: datetime
    label: Message
    ours: bool
    record: Record | Unreadable | None


def undo(session: DossierSession) -> Message | None:
    """Takes back the last thing this window did, and nothing else; returns what it was, `None` when there is nothing.

    A record that somebody else changed since stays as they left it, and the earlier one is put beside it.
    Raises as `DossierSession.put` does, and `CannotError` when it is too long ago.
    """
    steps = session.steps
    return _take_back(session, steps.done, steps.undone, Message("undone: {what}"))


def redo(session: DossierSession) -> Message | None:
    """Does again what was undone last; returns what it was. Raises as `undo` does."""
    steps = session.steps
    return _take_back(session, steps.undone, steps.done, Message("done again: {what}"))


def versions(session: DossierSession) -> list[VersionLine]:
    """The versions of the dossier that are kept, newest first."""
    since = session.opened_with
    return [
        VersionLine(past.number, past.at, _label(past), past.ours, not past.ours and past.number > since)
        for past in session.history()
    ]


def dossier_at(session: DossierSession, number: int) -> Dossier:
    """The dossier as it was in one version. Raises `CannotError` when that version is not kept any more."""
    for past in session.history():
        if past.number == number:
            tables = {name: list(table.values()) for name, table in past.tables.items()}
            return typed(session.id, tables).dossier
    raise CannotError(Message("This version is not kept any more. Choose another one."))


def record_history(session: DossierSession, record_id: str) -> list[RecordState]:
    """Each version in which a record changed, newest first, with the record as it was then."""
    states: list[RecordState] = []
    before: object = None
    for past in reversed(list(session.history())):
        table, document = _find(past, record_id)
        if document != before:
            record = None if document is None else typed_record(table, document)
            states.append(RecordState(past.number, past.at, _label(past), past.ours, record))
        before = document
    return states[::-1]


def restore(session: DossierSession, earlier: Record) -> Saved:
    """Puts an earlier state of a record back, as a new version. Raises as `DossierSession.put` does."""
    back = earlier.replaced(session.now(), trashed=None)
    return session.put(back, Message("earlier version of one thing put back"))


def _take_back(session: DossierSession, taken: list[Step], other: list[Step], label: Message) -> Message | None:
    if not taken:
        return None
    step = taken[-1]
    made = session.take_back(step, label)
    taken.pop()
    if made is None:
        raise CannotError(Message("This is too long ago to undo. Look for it in the history."))
    other.append(made)
    return Message(step.label)


def _label(past: PastVersion) -> Message:
    return Message(past.label, what=Message(past.about)) if past.about else Message(past.label)


def _find(past: PastVersion, record_id: str) -> tuple[str, dict[str, object] | None]:
    for table, documents in past.tables.items():
        if table in RECORD_TYPES:
            for document in documents.values():
                if document.get("id") == record_id:
                    return table, document
    return "", None
