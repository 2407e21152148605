"""What can be found: from pages, terms and records to pieces of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum, StrEnum

import msgspec

from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.exported import Exported
from resokit_tui.casework.note import Answer
from resokit_tui.casework.preferences import Preferences
from resokit_tui.casework.route import KeptRoute
from resokit_tui.core.record import Record
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.method import Method

_NOT_WORDS = frozenset(
    (
        "id",
        "page",
        "pages",
        "question",
        "language",
        "receives",
        "gives",
        "conditions",
        "skills",
        "step",
        "idea",
        "about",
        "contacts",
        "actions",
        "brings",
        "covers",
        "refused_parts",
    )
)
"""Fields that hold ids of other things, or one of a few fixed words."""
_MARKDOWN = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|[*_`#>]+(?=\S)|(?<=\S)[*_`]+")
"""Marks of Markdown, which are no words: of a link only its text stays."""


class Group(StrEnum):
    """Where something was found, in the order groups are shown."""

    PAGE = "page"
    QUESTION = "question"
    TERM = "term"
    OWN = "own"
    DOSSIER = "dossier"


class Entry(msgspec.Struct, frozen=True):
    """A piece of text that can be found. `target` is the id of a page, term or dossier.

    Of a record: its id, its table, its day, and the page of the method it hangs on.
    """

    group: Group
    target: str
    title: str
    text: str
    record: str = ""
    table: str = ""
    day: date | None = None
    page: str = ""

    def __repr__(self) -> str:
        return f"<Entry {self.group}>"


def method_entries(method: Method, glossary: Glossary) -> Iterator[Entry]:
    """The pages part by part, their questions, and the glossary."""
    for page in method.pages.values():
        text = "\n".join((page.gist, *(_plain(part.markdown) for part in page.parts)))
        yield Entry(Group.PAGE, page.id, page.title, text)
        for question in page.questions:
            yield Entry(Group.QUESTION, page.id, question.text, "", record=question.id)
    for term in glossary.terms.values():
        names = dict.fromkeys((term.name(method.language), term.nl, term.fr, term.en))
        yield Entry(
            Group.TERM, term.id, " · ".join(names), f"{term.explanation(method.language)}\n{', '.join(term.forms)}"
        )


def dossier_entries(dossier: Dossier, alias: str) -> Iterator[Entry]:
    """Every record of a dossier that holds words, under its alias.

    Without an alias it is one's own dossier, whose records go by their own names.
    """
    group = Group.DOSSIER if alias else Group.OWN
    for records in dossier.tables.values():
        for record in records:
            if words := words_of(record):
                table, day, page = TABLES[type(record)], _day_of(record), _page_of(record)
                title = alias or str(getattr(record, "name", ""))
                yield Entry(group, dossier.id, title, words, record.id, table, day, page)


def words_of(record: Record) -> str:
    """What a record says, as one text: every field of words it has, so that a new field is found without more ado."""
    if isinstance(record, (Exported, Preferences)):
        return ""
    return "\n".join(word for word in _words_in(record) if word)


def _words_in(struct: msgspec.Struct) -> Iterator[str]:
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, msgspec.Struct):
                yield from _words_in(each)
            elif isinstance(each, str) and name not in _NOT_WORDS and not isinstance(each, Enum):
                yield each


def _plain(markdown: str) -> str:
    return _MARKDOWN.sub(lambda match: match[1] or "", markdown)


def _day_of(record: Record) -> date:
    day = getattr(record, "day", None) or getattr(record, "held", None)
    return day if isinstance(day, date) else record.created.date()


def _page_of(record: Record) -> str:
    if isinstance(record, Answer):
        return record.question.rpartition(".")[0]
    if isinstance(record, KeptRoute):
        return record.situation
    pages = getattr(record, "pages", ())
    return str(getattr(record, "page", "") or (pages[0] if pages else ""))
