"""Three-way merge of a dossier's content, record by record: what either side did stays, text is never mixed.

    base     what both sides started from
    mine     what I made of it
    theirs   what was saved meanwhile; it is confirmed, so it keeps its place

A record that one side changed is taken from that side. A record that both changed is kept twice: theirs as it is, mine
beside it under an id of its own, with a `Conflict` that says of which record, by which window, and when. A record that
one side took out and the other changed stays. Lying in the trash is a change like any other.

Undo is the same thing: base = the content after my commit, mine = the content before it, theirs = the newest.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from resokit_tui.core.record import Conflict
from resokit_tui.vault.commit import Tables

Document = dict[str, Any]
_Key = tuple[str, int]
_ID_LENGTH = 32


class KeptTwice(msgspec.Struct, frozen=True):
    """A record that both sides changed: where theirs stands, and under which id mine was put beside it."""

    table: str
    id: str
    mine: str


class Merged(msgspec.Struct, frozen=True):
    """The content that has both sides in it, and which records it holds twice."""

    tables: Tables
    twice: tuple[KeptTwice, ...]

    def __repr__(self) -> str:
        return f"<Merged, {len(self.twice)} kept twice>"


def merge(base: Tables, mine: Tables, theirs: Tables, *, writer: str, at: datetime) -> Merged:
    """Both sides in one; `writer` (hexadecimal) saved theirs, `at` that moment. Changes none of its arguments."""
    tables: Tables = {}
    twice: list[KeptTwice] = []
    for name in dict.fromkeys((*theirs, *mine)):
        of_base, of_mine, of_theirs = (_by_id(side.get(name, {})) for side in (base, mine, theirs))
        documents: list[Document] = []
        for document, copy in _merge_table(of_base, of_mine, of_theirs):
            documents.append(document)
            if copy is None:
                continue
            beside = _beside(name, copy, Conflict(document["id"], writer, at))
            twice.append(KeptTwice(name, document["id"], beside["id"]))
            if (beside["id"], 0) not in of_theirs:  # it may have been put there before
                documents.append(beside)
        tables[name] = {str(number): document for number, document in enumerate(documents, 1)}
    return Merged(tables, tuple(twice))


def _merge_table(
    base: dict[_Key, Document], mine: dict[_Key, Document], theirs: dict[_Key, Document]
) -> Iterator[tuple[Document, Document | None]]:
    """Each record that stays, theirs first; with mine when it has to be kept beside it."""
    for key in dict.fromkeys((*theirs, *mine)):
        was, my, their = base.get(key), mine.get(key), theirs.get(key)
        if their is None:
            if my is not None and my != was:  # new, or changed by me and taken out by them
                yield my, None
        elif my is None:
            if their != was:  # new, or changed by them and taken out by me
                yield their, None
        elif my == was or _alike(my, their):
            yield their, None
        elif their == was:
            yield my, None
        else:
            yield their, my


def _alike(one: Document, other: Document) -> bool:
    """Whether two changes came to the same thing, if not at the same moment."""
    return {**one, "changed": None} == {**other, "changed": None}


def _beside(table: str, mine: Document, conflict: Conflict) -> Document:
    """My record under an id that follows from its content: merging the same twice does not make a third."""
    content = msgspec.json.encode((table, mine), order="sorted")
    beside = hashlib.sha256(content).hexdigest()[:_ID_LENGTH]
    return {**mine, "id": beside, "conflict": msgspec.to_builtins(conflict)}


def _by_id(table: dict[str, Document]) -> dict[_Key, Document]:
    """The documents of a table by record id; one without an id, or with an id that is taken, is kept as well."""
    found: dict[_Key, Document] = {}
    seen: Counter[str] = Counter()
    for document in table.values():
        name = document.get("id")
        name = name if isinstance(name, str) else msgspec.json.encode(document, order="sorted").decode()
        found[name, seen[name]] = document
        seen[name] += 1
    return found
