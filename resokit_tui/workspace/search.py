"""One search over the method, the glossary and, when a vault is open, everything written in it.

In memory only, over text without case and accents, *inside* words: "versterking" finds *rolversterking*. Built off the
screen's thread, one shelf at a time, so that the first hits are there before everything is read; gone at lock.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import NamedTuple

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import TABLES
from resokit_tui.core.text import fold, occurrences
from resokit_tui.workspace.findable import Entry, Group

MOST_PER_GROUP = 6
_EXCERPT = 70
"""Cells of an excerpt: one row of the narrowest screen that things are made for."""
_BEFORE = 20
"""Cells of an excerpt before what was sought."""
_CLOSE_ENOUGH = 82
"""Percent of likeness at which a word counts as a typing error of another."""
_SHORTEST_FUZZY = 5


class Hit(msgspec.Struct, frozen=True):
    """Something found: where, and the row of its text that says it."""

    entry: Entry
    excerpt: str

    def __repr__(self) -> str:
        return f"<Hit {self.entry.group}>"


class Found(msgspec.Struct, frozen=True):
    """What a search gave: the best hits group by group, and how many there were in all.

    `words` were really sought, without case and accents; `corrected` when they are not the ones that were typed.
    """

    hits: tuple[Hit, ...] = ()
    totals: dict[Group, int] = {}
    words: tuple[str, ...] = ()
    corrected: bool = False

    def __repr__(self) -> str:
        return f"<Found {len(self.hits)}>"


class _Row(NamedTuple):
    """An entry, ready to be searched: title and text in one, and the title apart."""

    whole: str
    title: str
    entry: Entry


class _Shelf(NamedTuple):
    """What is read and replaced together: the method, or one dossier with its folded alias."""

    rows: list[_Row]
    words: frozenset[str]
    name: str


class SearchIndex:
    """Everything that can be found, shelf by shelf. One thread puts while another asks."""

    def __init__(self) -> None:
        self._shelves: dict[str, _Shelf] = {}
        self._words: Counter[str] = Counter()
        """Every word that is long enough to be meant, and on how many shelves it stands."""
        self._lock = threading.Lock()

    def put(self, shelf: str, entries: Iterable[Entry], name: str = "") -> None:
        """Takes in a shelf, in place of what it held before; `name` finds it too (the alias of a dossier)."""
        rows = [_row(entry) for entry in entries]
        words = frozenset(word for row in rows for word in row.whole.split() if len(word) >= _SHORTEST_FUZZY)
        with self._lock:
            self._take_away(shelf)
            self._shelves[shelf] = _Shelf(rows, words, fold(name))
            self._words.update(words)

    def drop(self, shelf: str) -> None:
        """Forgets a shelf."""
        with self._lock:
            self._take_away(shelf)

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._shelves.clear()
            self._words.clear()

    def search(self, sought: str) -> Found:
        """The best hits, group by group, at most six a group. All words must be there; typing errors are forgiven."""
        wanted = tuple(fold(sought).split())
        with self._lock:
            shelves = list(self._shelves.values())
        if not wanted:
            return Found()
        rows = [row for shelf in shelves for row in _matching(shelf, wanted)]
        if rows:
            return _found(rows, wanted)
        meant = tuple(self._nearest(word, shelves) for word in wanted)
        rows = [] if meant == wanted else [row for shelf in shelves for row in _matching(shelf, meant)]
        return _found(rows, meant, corrected=True) if rows else Found(words=wanted)

    def _nearest(self, word: str, shelves: Sequence[_Shelf]) -> str:
        """The word itself when it stands somewhere, else the known one that looks most like it."""
        if len(word) < _SHORTEST_FUZZY or any(word in row.whole for shelf in shelves for row in shelf.rows):
            return word
        from rapidfuzz import fuzz, process

        with self._lock:
            known = list(self._words)
        found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        return found[0] if found else word

    def _take_away(self, shelf: str) -> None:
        """With the lock held."""
        if (before := self._shelves.pop(shelf, None)) is not None:
            for word in before.words:
                self._words[word] -= 1
                if not self._words[word]:
                    del self._words[word]


def places_of(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of these words stands in a text: start and end, in order and never overlapping."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(place for word in words for place in occurrences(text, word)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _row(entry: Entry) -> _Row:
    """The alias of a dossier is on its shelf, not in every one of its rows: it would make all of them hits."""
    title = "" if entry.group is Group.DOSSIER else fold(entry.title)
    return _Row(f"{title}\n{fold(entry.text)}", title, entry)


def _matching(shelf: _Shelf, wanted: Sequence[str]) -> list[_Row]:
    """The rows that hold every word; words of the alias may be left to the shelf, but then the client is the hit."""
    rest = [word for word in wanted if word not in shelf.name]
    rows = shelf.rows
    if not rest:
        return [row for row in rows if row.entry.table == TABLES[Client]]
    for word in rest:
        rows = [row for row in rows if word in row.whole]
    return rows


def _found(rows: list[_Row], words: tuple[str, ...], *, corrected: bool = False) -> Found:
    groups: defaultdict[Group, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.entry.group].append(row)
    hits: list[Hit] = []
    for group in Group:
        best = nsmallest(MOST_PER_GROUP, groups[group], key=lambda row: _rank(row, words))
        hits += [Hit(row.entry, _excerpt(row.entry, words)) for row in best]
    return Found(tuple(hits), {group: len(own) for group, own in groups.items() if own}, words, corrected)


def _rank(row: _Row, words: tuple[str, ...]) -> tuple[int, int, int]:
    """Smaller is better. Of dossiers: the client, then the newest.

    Of the method: the word in the title first, at a start before inside; then how often; then short titles.
    """
    entry = row.entry
    if entry.day is not None:
        return (0 if entry.table == "client" else 1, -entry.day.toordinal(), 0)
    title = f" {row.title}"
    in_title = sum((f" {word}" in title) + (word in title) for word in words)
    return (-in_title, -sum(row.whole.count(word) for word in words), len(title))


def _excerpt(entry: Entry, words: tuple[str, ...]) -> str:
    """The row of text that holds most of what was sought, cut so that it is in sight.

    The first row, which is the gist, when the title says it already; of a term always the explanation, never its forms.
    """
    rows = entry.text.splitlines() or [""]
    title = fold(entry.title)
    if entry.day is None and all(word in title for word in words):
        return _cut(rows[0], 0)
    if entry.group is Group.TERM:
        rows = rows[:1]
    folded = [fold(row) for row in rows]
    best = max(range(len(rows)), key=lambda n: sum(word in folded[n] for word in words))
    # A place in the folded row is near enough to cut by, and found at once in the longest of notes.
    places = [at for word in words if (at := folded[best].find(word)) >= 0]
    return _cut(rows[best], min(places)) if places else _cut(rows[0], 0)


def _cut(row: str, at: int) -> str:
    first = max(0, min(at - _BEFORE, len(row) - _EXCERPT + 2))
    if first:  # begin with a whole word
        first = row.find(" ", first, at) + 1 or first
    start, rest = "… " if first else "", row[first:]
    if len(start) + len(rest) <= _EXCERPT:
        return start + rest
    kept = rest[: _EXCERPT - len(start) - 2]
    last = kept.rfind(" ", at - first)
    return f"{start}{kept[:last] if last > 0 else kept} …"
