"""Blocks → linear text for screens, screen readers and braille lines.

No frames, no columns and no drawn lines: a table becomes "label: value" lines. Headings stand at the margin, what
belongs to them stands two cells in, so the shape is visible without a mark that a voice would read out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from resokit_tui.core.text import clean
from resokit_tui.export.blocks import (
    Banner,
    Block,
    Cards,
    Code,
    Counts,
    Document,
    Facts,
    Heading,
    Hero,
    Inline,
    ItemList,
    Notice,
    Paragraph,
    Pills,
    Quote,
    Rule,
    Table,
    plain,
    words_of,
)
from resokit_tui.export.figures import Star, Timeline, Web
from resokit_tui.export.forms import CodeGroups, Signatures, WritingLines

_STEP = 2
_RULE = "_" * 24


def linear_text(document: Document, width: int = 76) -> str:
    """The whole document as lines of at most `width` cells, ending with its mark and edition and one line end."""
    lines = list(_lines(document.blocks, _STEP, width))
    foot = " · ".join(part for part in (document.mark, document.edition) if part)
    if foot:
        lines += ["", *_wrapped(foot, 0, width)]
    return "\n".join(_without_double_gaps(lines)) + "\n"


def _without_double_gaps(lines: Sequence[str]) -> Iterator[str]:
    gap = True
    for line in lines:
        if line or not gap:
            yield line
        gap = not line


def _lines(blocks: Sequence[Block], indent: int, width: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent, width)
        yield ""


def _block(block: Block, indent: int, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield from _wrapped(words_of(block.text), indent - _STEP, width)
        case Paragraph() | Notice():
            yield from _wrapped(_spoken(block.text), indent, width)
        case ItemList():
            yield from _list(block, indent, width)
        case Table():
            yield from _table(block.head, block.rows, indent, width)
        case Quote():
            yield from _lines(block.blocks, indent + _STEP, width)
        case Code():
            yield from (" " * indent + line for line in block.text.split("\n"))
        case Rule():
            yield ""
        case Web() | Star() | Timeline():
            yield from _wrapped(block.says, indent, width)
        case WritingLines() | Signatures() | CodeGroups():
            yield from _form(block, indent, width)
        case _:
            yield from _composed(block, indent, width)


def _form(block: WritingLines | Signatures | CodeGroups, indent: int, width: int) -> Iterator[str]:
    match block:
        case WritingLines():
            yield from _wrapped(block.label, indent, width)
            yield from ["", " " * indent + _RULE] * block.count
        case Signatures():
            for box in block.boxes:
                yield from _wrapped(f"{box.name}: {_RULE} ({box.caption})", indent, width)
        case CodeGroups():
            for number, group in enumerate(block.groups, 1):
                yield from _wrapped(f"{number}. {group}", indent, width)


def _composed(block: Banner | Facts | Hero | Cards | Pills | Counts, indent: int, width: int) -> Iterator[str]:
    match block:
        case Banner():
            name = f"{block.kicker} – {block.title}" if block.kicker else block.title
            yield from _wrapped(name, indent - _STEP, width)
            yield from _wrapped(block.subtitle, indent - _STEP, width)
        case Facts():
            for label, value in block.pairs:
                yield from _wrapped(f"{label}: {value}", indent, width)
        case Hero():
            yield from ("", *_wrapped(block.label, indent - _STEP, width))
            for part in (plain(block.title), block.sentence, block.quote):
                yield from _wrapped(_spoken(part), indent, width)
        case Cards():
            for card in block.cards:
                yield from ("", *_wrapped(card.title, indent - _STEP, width))
                mark = "- " if card.bullets else ""
                for text in map(_spoken, card.items):
                    yield from _marked(list(_wrapped(text, indent + len(mark), width)), indent, mark)
        case Pills():
            for pill in block.items:
                yield from _marked(list(_wrapped(pill, indent + 2, width)), indent, "- ")
        case Counts():
            for row in block.rows:
                numbers = f"{block.head[1]} {row.first}, {block.head[2]} {row.second}"
                yield from _wrapped(f"{row.label}: {numbers}", indent, width)


def _list(block: ItemList, indent: int, width: int) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        if item.done is not None:
            mark += "[x] " if item.done else "[ ] "
        deeper = min(indent + len(mark), width // 2)
        body = list(_without_double_gaps(list(_lines(item.blocks, deeper, width))))
        while body and not body[-1]:
            body.pop()
        yield from _marked(body, min(indent, width // 2 - len(mark)), mark)


def _marked(lines: list[str], indent: int, mark: str) -> Iterator[str]:
    first, *rest = lines or [""]
    yield " " * indent + mark + first.lstrip()
    yield from rest


def _table(head: Sequence[Inline], rows: Sequence[Sequence[Inline]], indent: int, width: int) -> Iterator[str]:
    for row in rows:
        for name, cell in zip(head, row, strict=False):
            value = " ".join(_spoken(cell).split("\n"))
            if value.strip():
                label = words_of(name)
                yield from _wrapped(f"{label}: {value}" if label else value, indent, width)
        yield ""


def _spoken(inline: Inline) -> str:
    """Words, with the address behind a link whose text is another one."""
    return "".join(
        f"{span.text} ({span.link})" if span.link and span.link != span.text else span.text for span in inline
    )


def _wrapped(text: str, indent: int, width: int) -> Iterator[str]:
    margin = " " * max(0, indent)
    for line in clean(text).split("\n") if text else ():
        yield from wrap(
            line,
            max(width, len(margin) + 20),
            initial_indent=margin,
            subsequent_indent=margin,
            break_on_hyphens=False,
        ) or [""]
