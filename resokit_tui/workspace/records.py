"""Typed tables over TinyDB: frozen records in, frozen records out; TinyDB's own numbering stays inside.

A stored record that does not fit its type is kept as it is and named, never dropped and never rewritten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
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


class Contents(msgspec.Struct, frozen=True):
    """What stands in the tables of a dossier: what is in use, what lies in the trash, and what cannot be read."""

    dossier: Dossier
    trash: tuple[Record, ...]
    unreadable: tuple[Unreadable, ...]


class RecordTables:
    """The tables of one dossier, over a storage that keeps them in memory until it commits."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._db = TinyDB(storage=lambda: storage)

    def read(self, dossier_id: str) -> Contents:
        """Everything in the tables, typed."""
        return typed(dossier_id, {name: self._db.table(name).all() for name in RECORD_TYPES})

    def put(self, record: Record) -> None:
        """Adds a record, or replaces the one with its id."""
        self.put_many((record,))

    def put_many(self, records: Iterable[Record]) -> None:
        """Adds records, or replaces those with their ids, a table at a time.

        Each keeps its place: records made at one moment stay in the order in which they were written.
        """
        tables: dict[str, list[Record]] = {}
        for record in records:
            tables.setdefault(TABLES[type(record)], []).append(record)
        for name, of_table in tables.items():
            table = self._db.table(name)
            fresh = {record.id: msgspec.to_builtins(record) for record in of_table}
            table.update(partial(_become, fresh), where("id").one_of(list(fresh)))
            table.insert_multiple(fresh.values())

    def drop(self, ids: Collection[str]) -> None:
        """Takes the records with these ids out of every table, readable or not."""
        for table in RECORD_TYPES:
            self._db.table(table).remove(where("id").one_of(list(ids)))

    def forget(self) -> None:
        """Drops what TinyDB remembers: its last questions, which are plain text, and the next free number of a table,
        which is wrong as soon as another window's content was read.
        """
        for table in RECORD_TYPES:
            self._db.table(table).clear_cache()
        storage = self._storage
        self._db = TinyDB(storage=lambda: storage)


def _become(fresh: dict[str, Any], stored: Any) -> None:
    """Replaces a stored document by the fresh one with its id, which is then done with."""
    document = fresh.pop(stored["id"])
    stored.clear()
    stored.update(document)


def typed(dossier_id: str, tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Contents:
    """The records in the documents of each table; a document that does not fit is named, and stays where it is."""
    kept: dict[str, tuple[Record, ...]] = {}
    trash: list[Record] = []
    unreadable: list[Unreadable] = []
    for table in RECORD_TYPES:
        records = [typed_record(table, document) for document in tables.get(table, ())]
        whole = sorted((r for r in records if isinstance(r, Record)), key=lambda r: r.created)
        unreadable += [r for r in records if isinstance(r, Unreadable)]
        trash += [r for r in whole if r.trashed is not None]
        kept[table] = tuple(r for r in whole if r.trashed is None)
    return Contents(Dossier(dossier_id, kept), tuple(trash), tuple(unreadable))


def typed_record(table: str, document: Mapping[str, Any]) -> Record | Unreadable:
    """The record in a document of this table, or where it does not fit."""
    try:
        return msgspec.convert(dict(document), RECORD_TYPES[table])
    except msgspec.ValidationError as error:
        return Unreadable(table, str(document.get("id", "?")), _field_of(error))


def _field_of(error: msgspec.ValidationError) -> str:
    """The path msgspec names at the end of its message, such as `$.due`; never the value."""
    return str(error).rpartition("`")[0].rpartition("`")[2] or "$"
