"""What a version changed: which records came, went, or say something else."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.core.record import Record
from resokit_tui.vault.storage import PastVersion
from resokit_tui.workspace.records import typed
from resokit_tui.workspace.session import DossierSession

_OUTSIDE = frozenset(("id", "created", "changed", "trashed", "conflict"))
"""Fields that are about the record rather than about what it says."""


class ChangeKind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Change(msgspec.Struct, frozen=True):
    """One record that is different, with the names of the fields that are."""

    kind: ChangeKind
    table: str
    record: Record
    """As it became; as it was, when it was removed."""
    fields: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Change {self.kind} {self.table}>"


def changes_of(session: DossierSession, number: int) -> list[Change]:
    """What one version changed against the one before it that is kept; reads the disk."""
    after: PastVersion | None = None
    for past in session.history():
        if after is not None:
            return differences(_dossier(session.id, past), _dossier(session.id, after))
        if past.number == number:
            after = past
    return differences(Dossier(session.id, {}), _dossier(session.id, after)) if after is not None else []


def differences(before: Dossier, after: Dossier) -> list[Change]:
    """Every record that is not the same in both, in the order of the path."""
    found: list[Change] = []
    for kind, table in TABLES.items():
        were = {record.id: record for record in before.all(kind)}
        are = {record.id: record for record in after.all(kind)}
        for id, record in are.items():
            if id not in were:
                found.append(Change(ChangeKind.ADDED, table, record))
            elif fields := different_fields(were[id], record):
                found.append(Change(ChangeKind.CHANGED, table, record, fields))
        found += [Change(ChangeKind.REMOVED, table, record) for id, record in were.items() if id not in are]
    return found


def different_fields(one: Record, other: Record) -> tuple[str, ...]:
    """The names of the fields in which two states of a record say something else."""
    names = [name for name in one.__struct_fields__ if name not in _OUTSIDE]
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def _dossier(id: str, past: PastVersion) -> Dossier:
    return typed(id, {name: list(table.values()) for name, table in past.tables.items()}).dossier
