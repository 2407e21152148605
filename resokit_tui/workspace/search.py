"""One search over the method, the glossary and, when a vault is open, everything written in it.

In memory only, over text without case and accents, *inside* words: "versterking" finds *rolversterking*. Built off the
screen's thread, one entry at a time, so that the first hits are there before everything is read; gone at lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from enum import Enum, StrEnum

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.exported import Exported
from resokit_tui.core.record import Record
from resokit_tui.core.text import fold
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.method import Method

MOST_PER_GROUP = 6
_EXCERPT = 60
_CLOSE_ENOUGH = 82
"""Percent of likeness at which a word counts as a typing error of another."""
_SHORTEST_FUZZY = 5
_NOT_WORDS = frozenset(("id", "page", "pages", "question", "language", "receives", "gives"))


class Group(StrEnum):
    """Where something was found, in the order groups are shown."""

    TERM = "term"
    PAGE = "page"
    QUESTION = "question"
    DOSSIER = "dossier"


class Entry(msgspec.Struct, frozen=True):
    """A piece of text that can be found. `target` is the id of a page, term or dossier; `record` of a record."""

    group: Group
    target: str
    title: str
    text: str
    record: str = ""

    def __repr__(self) -> str:
        return f"<Entry {self.group}>"


class Hit(msgspec.Struct, frozen=True):
    """Something found: where, and a stretch of its text with the place of what was sought in it."""

    entry: Entry
    excerpt: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"<Hit {self.entry.group}>"


class SearchIndex:
    """Everything that can be found. Entries are added from one thread while another asks."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, str, Entry]] = []
        self._words: set[str] = set()
        self._lock = threading.Lock()

    def add(self, entries: Iterable[Entry]) -> None:
        """Takes in more entries."""
        for entry in entries:
            title, text = fold(entry.title), fold(entry.text)
            words = {word for word in f"{title} {text}".split() if len(word) >= _SHORTEST_FUZZY}
            with self._lock:
                self._entries.append((title, text, entry))
                self._words |= words

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._entries.clear()
            self._words.clear()

    def find(self, sought: str) -> list[Hit]:
        """The best hits, group by group, at most six a group. All words must be there; typing errors are forgiven."""
        wanted = fold(sought).split()
        if not wanted:
            return []
        with self._lock:
            entries, words = list(self._entries), self._words
        found = list(_matching(entries, wanted))
        if not found:
            corrected = [_nearest(word, words) for word in wanted]
            if corrected == wanted or not all(corrected):
                return []
            wanted = corrected
            found = list(_matching(entries, wanted))
        return _best(found, wanted)


def method_entries(method: Method, glossary: Glossary) -> Iterator[Entry]:
    """The glossary, the pages part by part, and their questions."""
    for term in glossary.terms.values():
        names = f"{term.nl} · {term.fr} · {term.en}"
        yield Entry(Group.TERM, term.id, names, f"{term.explanation(method.language)} {' '.join(term.forms)}")
    for page in method.pages.values():
        yield Entry(Group.PAGE, page.id, page.title, f"{page.gist}\n" + "\n".join(p.markdown for p in page.parts))
        for question in page.questions:
            yield Entry(Group.QUESTION, page.id, question.text, "", record=question.id)


def dossier_entries(dossier: Dossier, title: str) -> Iterator[Entry]:
    """Every record of a dossier that holds words."""
    for records in dossier.tables.values():
        for record in records:
            if words := words_of(record):
                yield Entry(Group.DOSSIER, dossier.id, title, words, record=record.id)


def words_of(record: Record) -> str:
    """What a record says, as one text: every field of words it has, so that a new field is found without more ado."""
    if isinstance(record, Exported):
        return ""
    words: list[str] = []
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in _NOT_WORDS or isinstance(value, Enum):
            continue
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, tuple):
            words += (word for word in value if isinstance(word, str))
    return "\n".join(word for word in words if word)


def _matching(entries: list[tuple[str, str, Entry]], wanted: list[str]) -> Iterator[tuple[int, Entry]]:
    for title, text, entry in entries:
        if all(word in title or word in text for word in wanted):
            yield sum(word in title for word in wanted), entry


def _best(found: list[tuple[int, Entry]], wanted: list[str]) -> list[Hit]:
    hits: list[Hit] = []
    for group in Group:
        own = [(score, entry) for score, entry in found if entry.group is group]
        best = sorted(own, key=lambda pair: (-pair[0], len(pair[1].title)))[:MOST_PER_GROUP]
        hits += [_hit(entry, wanted[0]) for _, entry in best]
    return hits


def _hit(entry: Entry, word: str) -> Hit:
    """The row of text that holds the word, cut so that the word is in sight."""
    for row in (entry.text or entry.title).splitlines():
        at = _position(row, word)
        if at >= 0:
            first = max(0, at - _EXCERPT // 3)
            return Hit(entry, row[first : first + _EXCERPT], at - first, min(at - first + len(word), _EXCERPT))
    rows = entry.text.splitlines()
    return Hit(entry, rows[0][:_EXCERPT] if rows else "", 0, 0)


def _position(row: str, word: str) -> int:
    """Where a folded word stands in a text that is not folded; -1 when it does not.

    Folding may change lengths (ß becomes ss), so letters are folded one by one to find the place.
    """
    folded, places = "", []
    for place, letter in enumerate(row):
        part = fold(letter)
        folded += part
        places += [place] * len(part)
    at = folded.find(word)
    return places[at] if at >= 0 else -1


def _nearest(word: str, words: set[str]) -> str:
    """The known word that looks most like this one; the word itself when nothing does."""
    if len(word) < _SHORTEST_FUZZY:
        return word
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return found[0] if found else word
