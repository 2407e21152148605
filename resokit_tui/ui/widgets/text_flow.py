"""A method text as stretches of running words: how they look, what in them can be opened, and where rows break.

Nothing here knows a screen. A stretch keeps its text whole, so that a word is found wherever a row happens to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rich.cells import cell_len

from resokit_tui.export.blocks import (
    Block,
    Code,
    Heading,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Span,
    Table,
    words_of,
)
from resokit_tui.export.from_markdown import SAFE_LINKS, blocks_from_markdown
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.page import Part
from resokit_tui.ui.widgets.canvas import fit

PAGE_LINK = "page:"
_INDENT = 2
_WORD = re.compile(r"\S+")


class Style(NamedTuple):
    """How the words from `start` to `end` look."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: bool = False


class Mark(NamedTuple):
    """Words that open something: a page, or the explanation of a term."""

    flow: int
    start: int
    end: int
    page: str = ""
    term: str = ""


class Hit(NamedTuple):
    """Words that were looked for."""

    flow: int
    start: int
    end: int


class Row(NamedTuple):
    """One row on screen: words `start` to `end` of a stretch."""

    flow: int
    start: int
    end: int


@dataclass(frozen=True)
class Flow:
    """A paragraph, a point of a list, a heading: text that runs on over as many rows as it takes."""

    text: str
    styles: tuple[Style, ...] = ()
    title: bool = False
    indent: int = 0
    """Cells before each row."""
    lead: str = ""
    """What stands in the indent of the first row: a bullet or a number."""
    gap: int = 1
    """Empty rows after it."""


@dataclass(frozen=True)
class Text:
    """Stretches from top to bottom, and the marks in them in reading order."""

    flows: tuple[Flow, ...]
    marks: tuple[Mark, ...]


def read_parts(parts: Sequence[Part], glossary: Glossary) -> Text:
    """The text of some parts of a page under one another. The first one's title stands elsewhere already.

    In each part the first place of every term is marked; an empty `glossary` marks none.
    """
    reader = _Reader(glossary)
    for number, part in enumerate(parts):
        if number:
            reader.add_title(part.title)
        reader.add_part(part.markdown)
    return Text(tuple(reader.flows), tuple(sorted(reader.marks)))


class _Reader:
    """Takes blocks one by one, top to bottom."""

    def __init__(self, glossary: Glossary) -> None:
        self.flows: list[Flow] = []
        self.marks: list[Mark] = []
        self._glossary = glossary
        self._told: set[str] = set()
        """Terms that are marked already in this part."""

    def add_title(self, title: str) -> None:
        self.flows.append(Flow(title, title=True, gap=0))

    def add_part(self, markdown: str) -> None:
        self._told.clear()
        self._blocks(blocks_from_markdown(markdown, links=(*SAFE_LINKS, PAGE_LINK)), 0)

    def _blocks(self, blocks: Iterable[Block], indent: int, *, italic: bool = False) -> None:
        for block in blocks:
            match block:
                case Heading():
                    self.add_title(words_of(block.text))
                case Paragraph():
                    self._paragraph(block.text, indent, italic)
                case ItemList():
                    self._list(block, indent, italic)
                case Quote():
                    self._blocks(block.blocks, indent + _INDENT, italic=True)
                case Code():
                    self.flows.append(Flow(block.text, indent=indent))
                case Table():
                    self._table(block, indent)

    def _paragraph(self, inline: Inline, indent: int, italic: bool) -> None:
        flow, text = len(self.flows), words_of(inline)
        styles: list[Style] = []
        closed: list[tuple[int, int]] = []
        for start, span in _placed(inline):
            end = start + len(span.text)
            web = bool(span.link) and not span.link.startswith(PAGE_LINK)
            if span.bold or span.italic or italic or span.strike or web:
                styles.append(Style(start, end, span.bold, span.italic or italic, span.strike, web))
            if span.link or span.code:
                closed.append((start, end))
            if span.link.startswith(PAGE_LINK):
                self._link(Mark(flow, start, end, page=span.link.removeprefix(PAGE_LINK)))
        self._mark_terms(flow, text, closed)
        self.flows.append(Flow(text, tuple(styles), indent=indent))

    def _link(self, mark: Mark) -> None:
        """A link whose words change style halfway is still one link."""
        before = self.marks[-1] if self.marks else None
        if before is not None and (before.flow, before.end, before.page) == (mark.flow, mark.start, mark.page):
            self.marks[-1] = before._replace(end=mark.end)
        else:
            self.marks.append(mark)

    def _mark_terms(self, flow: int, text: str, closed: Sequence[tuple[int, int]]) -> None:
        if not self._glossary.terms:
            return
        for start, end, term in self._glossary.find(text):
            free = all(end <= first or last <= start for first, last in closed)
            if free and term.id not in self._told:
                self._told.add(term.id)
                self.marks.append(Mark(flow, start, end, term=term.id))

    def _list(self, points: ItemList, indent: int, italic: bool) -> None:
        first = len(self.flows)
        for number, item in enumerate(points.items, points.start):
            lead = _bullet(item, f"{number}." if points.ordered else "-")
            at = len(self.flows)
            self._blocks(item.blocks, indent + cell_len(lead) + 1, italic=italic)
            if at < len(self.flows):
                self.flows[at] = replace(self.flows[at], lead=lead)
        for at in range(first, len(self.flows) - 1):
            self.flows[at] = replace(self.flows[at], gap=0)

    def _table(self, table: Table, indent: int) -> None:
        for number, row in enumerate((table.head, *table.rows)):
            text = " · ".join(words_of(cell) for cell in row)
            last = number == len(table.rows)
            self.flows.append(Flow(text, title=not number, indent=indent, gap=int(last)))


def _placed(inline: Inline) -> Iterator[tuple[int, Span]]:
    at = 0
    for span in inline:
        yield at, span
        at += len(span.text)


def _bullet(item: Item, bullet: str) -> str:
    if item.done is None:
        return bullet
    return "[x]" if item.done else "[ ]"


def lay_out(text: Text, width: int) -> list[Row | None]:
    """The rows at this width, top to bottom; `None` is an empty one."""
    rows: list[Row | None] = []
    for number, flow in enumerate(text.flows):
        for start, end in _broken(flow.text, max(1, width - flow.indent)):
            rows.append(Row(number, start, end))
        rows += [None] * flow.gap
    while rows and rows[-1] is None:
        rows.pop()
    return rows


def _broken(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each row of a text starts and ends, broken at spaces and line ends; a word that is too long is cut."""
    at = 0
    for line in text.split("\n"):
        start = end = at
        for word in _WORD.finditer(line):
            first, last = at + word.start(), at + word.end()
            if end > start and cell_len(text[start:last]) > width:
                yield start, end
                start = first
            while cell_len(text[start:last]) > width:
                cut = start + max(1, len(fit(text[start:last], width)))
                yield start, cut
                start = cut
            end = last
        yield start, end
        at += len(line) + 1
