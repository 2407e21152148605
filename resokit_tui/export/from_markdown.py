"""Markdown → blocks, from the tokens of the one parser of the house.

Raw HTML is text, images are named and never opened, and only http, https, mailto and tel become links, so nothing a
person types can do more than be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from resokit_tui.core.markdown import parser
from resokit_tui.export.blocks import (
    Block,
    Code,
    Heading,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
_TASK = re.compile(r"\[([ xX])\] ")
_ON = {"strong_open": "bold", "em_open": "italic", "s_open": "strike"}
_OFF = {"strong_close": "bold", "em_close": "italic", "s_close": "strike"}


def blocks_from_markdown(
    text: str, *, base_level: int = 3, keep_lines: bool = False, links: tuple[str, ...] = SAFE_LINKS
) -> tuple[Block, ...]:
    """The blocks of a Markdown text; its first-level headings become `base_level`, deeper ones follow, to level 6.

    `keep_lines` keeps the line ends a person typed, which CommonMark would turn into spaces. `links` are the beginnings
    of addresses that stay; the words of any other link become plain text.
    """
    return _Reader(parser().parse(text), base_level, keep_lines, links).blocks()


def paragraphs_from_markdown(text: str) -> tuple[Inline, ...]:
    """The same text as a flat row of paragraphs, for places too small for lists and tables; points get a bullet."""
    return tuple(_flat(blocks_from_markdown(text, keep_lines=True)))


def _flat(blocks: Sequence[Block], mark: str = "") -> list[Inline]:
    found: list[Inline] = []
    for block in blocks:
        lead = (Span(mark),) if mark and not found else ()
        match block:
            case Paragraph() | Heading():
                found.append((*lead, *block.text))
            case Code():
                found.append((*lead, Span(block.text, code=True)))
            case Quote():
                found.extend(_flat(block.blocks, mark))
            case ItemList():
                for number, item in enumerate(block.items, block.start):
                    found.extend(_flat(item.blocks, f"{number}. " if block.ordered else "• "))
            case Table():
                found.extend(_joined(row) for row in (block.head, *block.rows))
            case _:
                continue
    return found


def _joined(row: Sequence[Inline]) -> Inline:
    spans: list[Span] = []
    for cell in row:
        spans.extend((Span(" · "), *cell) if spans else cell)
    return tuple(spans)


class _Reader:
    """Walks the tokens once, from left to right."""

    def __init__(
        self, tokens: Sequence[Token], base_level: int, keep_lines: bool, allowed: tuple[str, ...] = SAFE_LINKS
    ) -> None:
        self._tokens = tokens
        self._at = 0
        self._base = base_level
        self._allowed = allowed
        self._line_end = "\n" if keep_lines else " "

    def blocks(self, until: str = "") -> tuple[Block, ...]:
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == until:
                break
            block = self._block(token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "heading_open":
                level = min(6, self._base + int(token.tag[1]) - 1)
                return Heading(level, self._inline_until("heading_close"))
            case "paragraph_open":
                return Paragraph(self._inline_until("paragraph_close"))
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return Quote(self.blocks("blockquote_close"))
            case "fence" | "code_block":
                return Code(token.content.rstrip("\n"))
            case "hr":
                return Rule()
            case "table_open":
                return self._table()
        return None

    def _list(self, opened: Token) -> ItemList:
        ordered = opened.type == "ordered_list_open"
        items: list[Item] = []
        while self._next().type == "list_item_open":
            items.append(_item(self.blocks("list_item_close")))
        start = opened.attrGet("start")
        return ItemList(tuple(items), ordered, int(start) if start is not None else 1)

    def _table(self) -> Table:
        rows: list[tuple[Inline, ...]] = []
        cells: list[Inline] = []
        while (token := self._next()).type != "table_close":
            if token.type in ("th_open", "td_open"):
                cells.append(self._inline_until(token.type.replace("open", "close")))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(rows[0], tuple(rows[1:]))

    def _inline_until(self, close: str) -> Inline:
        found: Inline = ()
        while (token := self._next()).type != close:
            if token.type == "inline":
                found = self._inline(token.children or ())
        return found

    def _inline(self, tokens: Sequence[Token]) -> Inline:
        depth = {"bold": 0, "italic": 0, "strike": 0}
        links: list[str] = []
        spans: list[Span] = []
        for token in tokens:
            if token.type in _ON:
                depth[_ON[token.type]] += 1
            elif token.type in _OFF:
                depth[_OFF[token.type]] -= 1
            elif token.type == "link_open":
                links.append(self._safe(str(token.attrGet("href") or "")))
            elif token.type == "link_close":
                links.pop()
            elif text := self._text(token):
                bold, italic, strike = (count > 0 for count in depth.values())
                link = links[-1] if links else ""
                _add(spans, Span(text, bold, italic, strike, token.type == "code_inline", link))
        return tuple(spans)

    def _safe(self, address: str) -> str:
        return address if address.lower().startswith(self._allowed) else ""

    def _text(self, token: Token) -> str:
        match token.type:
            case "softbreak":
                return self._line_end
            case "hardbreak":
                return "\n"
            case "image":
                return f"[{token.content}]" if token.content else ""
        return token.content


def _item(blocks: tuple[Block, ...]) -> Item:
    """A point that starts with `[ ]` or `[x]` is a box."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.text and (task := _TASK.match(first.text[0].text)):
        rest = msgspec.structs.replace(first.text[0], text=first.text[0].text[4:])
        shorter = (rest, *first.text[1:]) if rest.text else first.text[1:]
        return Item((Paragraph(shorter), *blocks[1:]), task.group(1) != " ")
    return Item(blocks)


def _add(spans: list[Span], span: Span) -> None:
    """Joins neighbours of the same style, so that a space or a comma does not become a run of its own."""
    if spans and msgspec.structs.replace(spans[-1], text=span.text) == span:
        spans[-1] = Span(spans[-1].text + span.text, *msgspec.structs.astuple(span)[1:])
    else:
        spans.append(span)
