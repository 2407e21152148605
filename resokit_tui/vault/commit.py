"""The content of one version of a dossier: all its tables, what was done, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from resokit_tui.vault.store import refuse_newer, unintelligible

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


def read_commit(plain: bytes) -> Commit:
    """The commit behind a plaintext.

    Raises `CannotError` when a newer program wrote it, `DamagedError` when it is not what we write.
    """
    refuse_newer(plain, SCHEMA)
    try:
        commit = msgspec.json.decode(plain, type=Commit)
        read_tables(commit.tables)
    except msgspec.DecodeError:
        raise unintelligible() from None
    return commit


def read_tables(data: bytes | msgspec.Raw) -> Tables:
    """The tables, as objects of the caller's own."""
    return msgspec.json.decode(data, type=Tables)
