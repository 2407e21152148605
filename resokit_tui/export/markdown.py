"""Blocks → Markdown, for `export --format md`: the same words, escaped so that they read back as they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    Span,
    Table,
    plain,
)
from resokit_tui.export.figures import Star, Timeline, Web
from resokit_tui.export.forms import CodeGroups, Signatures, WritingLines

_RULE = "\\_" * 24
_ESCAPE = re.compile(r"[\\`*\[\]<~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(
    r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}\s*$|(\d{1,9})(?=[.)](?:\s|$)))", re.MULTILINE
)


def to_markdown(document: Document) -> str:
    """The whole document as Markdown, ending with its mark and edition and one line end."""
    foot = " · ".join(part for part in (document.mark, document.edition) if part)
    parts = [*_blocks(document.blocks), *([_inline(plain(foot))] if foot else [])]
    return "\n\n".join(part for part in parts if part) + "\n"


def _blocks(blocks: Sequence[Block], level: int = 2) -> list[str]:
    """`level` is that of the last heading: cards are headed one deeper."""
    parts: list[str] = []
    for block in blocks:
        level = block.level if isinstance(block, Heading) else 2 if isinstance(block, Hero) else level
        parts.append(_block(block, level))
    return parts


def _block(block: Block, level: int) -> str:
    match block:
        case Heading():
            return _title(block.level, _inline(block.text))
        case Paragraph() | Notice():
            return _start(_inline(block.text))
        case ItemList():
            return _list(block, level)
        case Table():
            return _table(block.head, block.rows)
        case Quote():
            return _prefixed("\n\n".join(_blocks(block.blocks, level)), "> ")
        case Code():
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        case Rule():
            return "---"
        case Web() | Star() | Timeline():
            return _start(_literal(block.says))
        case WritingLines() | Signatures() | CodeGroups():
            return _form(block)
    return _composed(block, level)


def _form(block: WritingLines | Signatures | CodeGroups) -> str:
    match block:
        case WritingLines():
            return _joined(_start(_literal(block.label)), *[_RULE] * block.count)
        case Signatures():
            return "\n".join(f"- {_literal(box.name)}: {_RULE} ({_literal(box.caption)})" for box in block.boxes)
        case CodeGroups():
            return "\n".join(f"{number}. {_literal(group)}" for number, group in enumerate(block.groups, 1))


def _composed(block: Banner | Facts | Hero | Cards | Pills | Counts, level: int) -> str:
    match block:
        case Banner():
            name = f"{block.kicker} – {block.title}" if block.kicker else block.title
            return _joined(_title(1, _literal(name)), _start(_literal(block.subtitle)))
        case Facts():
            return "\n".join(f"- **{_literal(label)}:** {_literal(value)}" for label, value in block.pairs)
        case Hero():
            title = _inline((Span(block.title, bold=True),))
            quote = _prefixed(_start(_inline(block.quote)), "> ") if block.quote else ""
            return _joined(_title(2, _literal(block.label)), title, _start(_inline(block.sentence)), quote)
        case Cards():
            return _joined(
                *(
                    _joined(
                        _title(level + 1, _literal(card.title)),
                        "\n".join("- " + _hanging(_start(_inline(item)), 2) for item in card.items)
                        if card.bullets
                        else _joined(*(_start(_inline(item)) for item in card.items)),
                    )
                    for card in block.cards
                )
            )
        case Pills():
            return "\n".join("- " + _hanging(_start(_literal(item)), 2) for item in block.items)
        case Counts():
            rows = [(plain(row.label), plain(str(row.first)), plain(str(row.second))) for row in block.rows]
            return _table([plain(name) for name in block.head], rows)


def _title(level: int, text: str) -> str:
    return "#" * min(6, level) + " " + text.replace("\\\n", " ").replace("\n", " ")


def _list(block: ItemList, level: int) -> str:
    lines = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        box = "" if item.done is None else "[x] " if item.done else "[ ] "
        body = "\n\n".join(_blocks(item.blocks, level))
        lines.append(mark + box + _hanging(body, len(mark)))
    return "\n".join(lines)


def _table(head: Sequence[Inline], rows: Sequence[Sequence[Inline]]) -> str:
    lines = [_row(head), "|" + " --- |" * len(head), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[Inline]) -> str:
    return "| " + " | ".join(_inline(cell).replace("|", "\\|").replace("\\\n", " ") for cell in cells) + " |"


def _inline(inline: Inline) -> str:
    return "".join(_span(span) for span in inline)


def _span(span: Span) -> str:
    if span.code:
        fence = "`" * (1 + max((len(run) for run in re.findall("`+", span.text)), default=0))
        pad = " " if span.text.startswith("`") or span.text.endswith("`") else ""
        return f"{fence}{pad}{span.text}{pad}{fence}"
    core = span.text.strip()
    if not core:
        return _literal(span.text)
    marks = "**" * span.bold + "*" * span.italic + "~~" * span.strike
    text = marks + _literal(core) + marks[::-1]
    if span.link:
        text = f"[{text}](<{span.link}>)"
    start = span.text[: len(span.text) - len(span.text.lstrip())]
    return _literal(start) + text + _literal(span.text[len(start) + len(core) :])


def _literal(text: str) -> str:
    """Escaped, with each line end as a hard break."""
    return _ESCAPE.sub(lambda found: "\\" + found.group(), text).replace("\n", "\\\n")


def _start(text: str) -> str:
    """Escapes what would be a list, a heading or a quote at the start of a line."""
    return _LINE_START.sub(lambda f: f"{f[1]}{f[3]}\\" if f[3] else f"{f[1]}\\{f[2]}", text)


def _prefixed(text: str, mark: str) -> str:
    return "\n".join((mark + line).rstrip() for line in text.split("\n"))


def _hanging(text: str, indent: int) -> str:
    return text.replace("\n", "\n" + " " * indent)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
