"""A small neutral document: what is said and in which order, not how it looks.

Paper, linear text and Markdown are all drawn from these blocks, so nobody gets another plan than somebody else. A line
end inside a `Span` is a line end for every reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias, Union

import msgspec

from resokit_tui.export.figures import Star, Timeline, Web
from resokit_tui.export.forms import CodeGroups, Signatures, WritingLines
from resokit_tui.export.neutral import Neutral


class Tone(StrEnum):
    """The mood of a piece. Whatever a tone says is also said in words: paper may be grey, and readers may listen."""

    PLAIN = "plain"
    FIRM = "firm"
    WARM = "warm"
    FRESH = "fresh"
    QUIET = "quiet"


class Sign(StrEnum):
    """A small drawing beside the title of a card; it adds nothing that the title does not say."""

    STAR = "star"
    HEART = "heart"
    PEOPLE = "people"
    CHECK = "check"
    CARE = "care"
    TURN = "turn"


class Span(Neutral, frozen=True):
    """A stretch of text in one style. `link` is a checked address: http, https, mailto or tel."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""
    tone: Tone = Tone.PLAIN


Inline: TypeAlias = tuple[Span, ...]


def plain(text: str) -> Inline:
    """Text taken literally: nothing in it is markup."""
    return (Span(text),) if text else ()


def words_of(inline: Inline) -> str:
    """The text without its styles."""
    return "".join(span.text for span in inline)


class Heading(Neutral, frozen=True):
    """A title; level 1 is the document itself."""

    level: int
    text: Inline


class Paragraph(Neutral, frozen=True):
    """Running text; `quiet` is small print."""

    text: Inline
    quiet: bool = False


class Item(Neutral, frozen=True):
    """One point of a list; `done` makes it a box, ticked or open."""

    blocks: tuple[Block, ...]
    done: bool | None = None


class ItemList(Neutral, frozen=True):
    """Points, numbered from `start` when `ordered`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


class Table(Neutral, frozen=True):
    """Rows under heads. `shares` are the wished widths relative to each other; without them the text decides.

    With `row_heads` the first cell of a row says what the row is about. `room` is how many lines every row has
    place for at least: more than one is for writing by hand.
    """

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    shares: tuple[float, ...] = ()
    row_heads: bool = False
    room: int = 1


class Quote(Neutral, frozen=True):
    """Somebody's own words."""

    blocks: tuple[Block, ...]


class Code(Neutral, frozen=True):
    """Text whose spaces and line ends count."""

    text: str


class Rule(Neutral, frozen=True):
    """A pause."""


class Notice(Neutral, frozen=True):
    """Something to know before reading on."""

    text: Inline


class Banner(Neutral, frozen=True):
    """The head of a document; its title is the level-1 heading."""

    kicker: str
    title: str
    subtitle: str = ""


class Facts(Neutral, frozen=True):
    """A few labels, each with its value."""

    pairs: tuple[tuple[str, str], ...]


class Hero(Neutral, frozen=True):
    """What the document is about: a level-2 heading, a large title, a sentence and a quote."""

    label: str
    title: str
    sentence: Inline = ()
    quote: Inline = ()


class Card(Neutral, frozen=True):
    """A titled box with short texts: points, or paragraphs when not `bullets`."""

    title: str
    items: tuple[Inline, ...]
    tone: Tone = Tone.FIRM
    sign: Sign | None = None
    bullets: bool = True


class Cards(Neutral, frozen=True):
    """Cards that belong together, side by side where there is room."""

    cards: tuple[Card, ...]


class Pills(Neutral, frozen=True):
    """Short words of equal weight."""

    items: tuple[str, ...]


class CountRow(Neutral, frozen=True):
    """A label and its two numbers."""

    label: str
    first: int
    second: int


class Counts(Neutral, frozen=True):
    """Numbers of two sorts per label; `head` names the label column and both sorts."""

    head: tuple[str, str, str]
    rows: tuple[CountRow, ...]


Block: TypeAlias = Union[  # noqa: UP007 — a string alias cannot be built with |
    Heading,
    Paragraph,
    ItemList,
    Table,
    Quote,
    Code,
    Rule,
    Notice,
    Banner,
    Facts,
    Hero,
    Cards,
    Pills,
    Counts,
    Web,
    Star,
    Timeline,
    WritingLines,
    Signatures,
    CodeGroups,
]


class Document(Neutral, frozen=True, kw_only=True):
    """Blocks in reading order, and what stands around them on paper."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    author: str = ""
    mark: str = ""
    """Confidentiality mark at the foot of every page."""
    edition: str = ""
    """Version and date, beside the page number."""
    running: tuple[str, str] = ("", "")
    """Head of every page but a first one with a banner: left and right."""


def all_text(value: object) -> Iterator[str]:
    """Every text inside a block, a document or a tuple of them, in reading order."""
    if isinstance(value, StrEnum) or value == "":
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from all_text(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from all_text(getattr(value, name))
