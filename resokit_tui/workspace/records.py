"""Typed tables over TinyDB: frozen records in, frozen records out; TinyDB's own numbering stays inside.

A stored record that does not fit its type is kept as it is and named, never dropped and never rewritten.
"""

from __future__ import annotations

from typing import Any

import msgspec
from tinydb import TinyDB, where
from tinydb.storages import Storage

from resokit_tui.casework.dossier import RECORD_TYPES, TABLES, Dossier
from resokit_tui.core.record import Record


class Unreadable(msgspec.Struct, frozen=True):
    """A stored record that does not fit its type: where it is, and which field is wrong."""

    table: str
    id: str
    field: str


class RecordTables:
    """The tables of one dossier, over a storage that keeps them in memory until it commits."""

    def __init__(self, storage: Storage) -> None:
        self._db = TinyDB(storage=lambda: storage)

    def read(self, dossier_id: str) -> tuple[Dossier, tuple[Unreadable, ...]]:
        """A snapshot without what lies in the trash, and what could not be read."""
        tables: dict[str, tuple[Record, ...]] = {}
        unreadable: list[Unreadable] = []
        for table, kind in RECORD_TYPES.items():
            records: list[Record] = []
            for document in self._db.table(table).all():
                try:
                    records.append(msgspec.convert(dict(document), kind))
                except msgspec.ValidationError as error:
                    unreadable.append(Unreadable(table, str(document.get("id", "?")), _field_of(error)))
            kept = [r for r in records if r.trashed is None]
            tables[table] = tuple(sorted(kept, key=lambda r: r.created))
        return Dossier(dossier_id, tables), tuple(unreadable)

    def put(self, record: Record) -> None:
        """Adds a record, or replaces the one with its id."""
        table = self._db.table(TABLES[type(record)])
        document: dict[str, Any] = msgspec.to_builtins(record)
        table.remove(where("id") == record.id)
        table.insert(document)

    def put_all(self, dossier: Dossier) -> None:
        """Adds every record of a dossier, a table at a time."""
        for table, records in dossier.tables.items():
            self._db.table(table).insert_multiple(msgspec.to_builtins(record) for record in records)

    def forget(self) -> None:
        """Drops what TinyDB remembers of its last questions, which is plain text."""
        for table in RECORD_TYPES:
            self._db.table(table).clear_cache()


def _field_of(error: msgspec.ValidationError) -> str:
    """The path msgspec names at the end of its message, such as `$.due`; never the value."""
    return str(error).rpartition("`")[0].rpartition("`")[2] or "$"
