"""The content of one version of a dossier: all its tables, what was done, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from resokit_tui.vault.store import newer_program, refuse_newer, unintelligible

SCHEMA = 1

Tables = dict[str, dict[str, Any]]
"""Table name → document number → document: the shape TinyDB reads and writes."""


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """The plaintext of one version, as JSON. `label` and `about` are source texts: the reader's language comes later.

    `about` is the label of the commit that this one undoes or repeats; empty otherwise.
    """

    schema: int = SCHEMA
    label: str
    about: str = ""
    at: datetime
    tables: msgspec.Raw

    def __repr__(self) -> str:
        return "<Commit>"


Migration = Callable[[Tables], Tables]
MIGRATIONS: dict[int, Migration] = {}
"""Schema → how to make the tables of the next schema out of its tables. Only ever forward, only ever added to."""


def read_commit(plain: bytes, known: int = SCHEMA, migrations: Mapping[int, Migration] = MIGRATIONS) -> Commit:
    """The commit behind a plaintext, its tables brought up to the `known` schema.

    What a newer program wrote keeps its own, higher schema: it may be looked at, never saved over. Raises `CannotError`
    when not even looking is possible, `DamagedError` when it is not what we write.
    """
    try:
        commit = msgspec.json.decode(plain, type=Commit)
        tables = read_tables(commit.tables)
    except msgspec.DecodeError:
        refuse_newer(plain, known)
        raise unintelligible() from None
    if commit.schema >= known:
        return commit
    for schema in range(commit.schema, known):
        tables = migrations[schema](tables)
    return msgspec.structs.replace(commit, schema=known, tables=msgspec.Raw(msgspec.json.encode(tables)))


def refuse_to_save_over(schema: int, known: int = SCHEMA) -> None:
    """Raises `CannotError` when content of this schema was written by a newer program."""
    if schema > known:
        raise newer_program()


def read_tables(data: bytes | msgspec.Raw) -> Tables:
    """The tables, as objects of the caller's own."""
    return msgspec.json.decode(data, type=Tables)
