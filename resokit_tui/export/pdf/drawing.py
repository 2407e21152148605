"""Blocks → paper, one after the other, with headings that never stand alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.export.blocks import (
    Banner,
    Block,
    Cards,
    Code,
    Counts,
    Facts,
    Heading,
    Hero,
    Inline,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Pills,
    Quote,
    Rule,
    Span,
    Table,
    plain,
    words_of,
)
from resokit_tui.export.figures import Star, Timeline, Web
from resokit_tui.export.forms import CodeGroups, Signatures, WritingLines
from resokit_tui.export.pdf.cards import (
    DISC_LIST,
    PAGE,
    draw_hero,
    draw_mark,
    draw_pills,
    draw_row,
    loose_card,
    loose_hero,
    row_height,
    set_cards,
    set_hero,
)
from resokit_tui.export.pdf.counts import CountsSetter
from resokit_tui.export.pdf.cover import draw_banner, draw_facts
from resokit_tui.export.pdf.figure import ABOVE
from resokit_tui.export.pdf.forms import (
    draw_code_groups,
    draw_signatures,
    draw_writing_lines,
)
from resokit_tui.export.pdf.layout import Flow
from resokit_tui.export.pdf.lines import reads_backwards
from resokit_tui.export.pdf.opening import opening, set_heading
from resokit_tui.export.pdf.star import StarSetter
from resokit_tui.export.pdf.tables import TableSetter
from resokit_tui.export.pdf.theme import BOTTOM, GREY, LINE, RUST, SAND, TEAL, TOP
from resokit_tui.export.pdf.timeline import TimelineSetter
from resokit_tui.export.pdf.web import WebSetter

_AFTER = 2.0
_TIGHT = 0.7
_INDENT = 5.4
_NO_BREAK = "\u00a0"
_DECIMAL_LIST = "<< /O /List /ListNumbering /Decimal >>"
_BOX = {True: "☑", False: "☐"}


def draw_blocks(flow: Flow, blocks: Sequence[Block], after: float = _AFTER) -> None:
    """Puts blocks at the cursor; `after` is the white under a paragraph."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            _draw_heading(flow, block, blocks[place + 1 :])
        else:
            _draw(flow, block, after)


def _draw(flow: Flow, block: Block, after: float) -> None:
    match block:
        case Paragraph():
            _draw_paragraph(flow, block, after)
        case ItemList():
            _draw_list(flow, block, after)
        case Quote():
            _draw_quote(flow, block, after)
        case Code():
            _draw_code(flow, block.text, after)
        case Rule():
            _draw_rule(flow)
        case Notice():
            _draw_notice(flow, block.text)
        case Table():
            TableSetter(flow, block).draw()
            flow.y += 2 * after
        case WritingLines():
            draw_writing_lines(flow, block)
        case Signatures():
            draw_signatures(flow, block)
        case CodeGroups():
            draw_code_groups(flow, block)
        case _:
            _draw_shape(flow, block)


def _draw_shape(flow: Flow, block: Block) -> None:
    match block:
        case Banner():
            draw_banner(flow, block)
        case Facts():
            draw_facts(flow, block)
        case Pills():
            draw_pills(flow, block)
        case Counts():
            CountsSetter(flow, block).draw()
        case Cards():
            _draw_cards(flow, block)
        case Web() | Star() | Timeline():
            _draw_figure(flow, block)
        case Hero():
            hero = set_hero(flow, block)
            if hero.height > PAGE:
                draw_blocks(flow, loose_hero(block))
            else:
                _note_section(flow, block.label, 2, max(0.0, hero.height))
                draw_hero(flow, hero)


def _draw_figure(flow: Flow, block: Web | Star | Timeline) -> None:
    match block:
        case Web():
            WebSetter(flow, block, ABOVE).draw()
        case Star():
            StarSetter(flow, block).draw()
        case Timeline() if (timeline := TimelineSetter(flow, block)).fits:
            timeline.draw()
        case _:
            _draw_paragraph(flow, Paragraph(plain(block.says)), _AFTER)


def _draw_heading(flow: Flow, heading: Heading, following: Sequence[Block]) -> None:
    """A heading with at least the beginning of what follows it on the same page."""
    level = min(heading.level, flow.level + 1, 6)
    galley = set_heading(flow, heading, level)
    before = {1: 0.0, 2: 5.5, 3: 2.6}.get(level, 1.4)
    flow.need(before + galley.height + opening(flow, following))
    flow.space(before)
    _note_section(flow, words_of(heading.text), level, 0.0)
    flow.paragraph(galley, role=f"H{level}", after=2.4 if level < 3 else 1.6)


def _note_section(flow: Flow, name: str, level: int, height: float) -> None:
    """Remembers the level, and makes an entry in the outline; `height` is what the next drawing will need."""
    flow.need(height)
    flow.level = level
    flow.paper.set_xy(flow.left, flow.y)
    flow.paper.start_section(flow.paper.printable(name).replace("\n", " "), level=level - 1, strict=False)


def _draw_paragraph(flow: Flow, block: Paragraph, after: float) -> None:
    size = flow.sizes.small if block.quiet else flow.sizes.body
    runs = flow.runs(block.text, colour=GREY if block.quiet else None)
    flow.paragraph(flow.galley(runs, flow.width, size), after=after)


def _draw_cards(flow: Flow, block: Cards) -> None:
    level = min(flow.level + 1, 6)
    for row in set_cards(flow, block.cards):
        if row_height(row) <= PAGE:
            draw_row(flow, row, level)
            continue
        for card in row:
            draw_blocks(flow, loose_card(card.card, level))
            flow.level = level - 1


def _draw_list(flow: Flow, block: ItemList, after: float) -> None:
    with flow.paper.tag("L", attributes=_DECIMAL_LIST if block.ordered else DISC_LIST):
        for number, item in enumerate(block.items, block.start):
            _draw_item(flow, item, f"{number}." if block.ordered else "•")
    flow.y += after - _TIGHT


def _draw_item(flow: Flow, item: Item, mark: str) -> None:
    line = flow.text("x", flow.width, flow.sizes.body)
    flow.need(_first_lines(flow, item) * line.height)
    colour = TEAL if mark.endswith(".") or item.done is not None else RUST
    if item.done is not None:
        mark = flow.paper.printable(_BOX[item.done])
    width = flow.pen.width(mark, "B", line.size)
    backwards = _starts_backwards(flow, item.blocks)
    with flow.paper.tag("LI"):
        draw_mark(flow, mark, flow.right - width if backwards else flow.left, flow.y, line, colour)
        with flow.paper.tag("LBody"), flow.inset(max(_INDENT, width + 2), backwards=backwards):
            draw_blocks(flow, item.blocks, _TIGHT)


def _starts_backwards(flow: Flow, blocks: Sequence[Block]) -> bool:
    """Blocks that begin in a right-to-left script have their mark or bar at the right."""
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and reads_backwards(flow.runs(first.text))


def _first_lines(flow: Flow, item: Item) -> int:
    """Two or three lines are kept together, so that a mark never stays behind without its text."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return 1
    lines = len(flow.galley(flow.runs(first.text), flow.width - _INDENT, flow.sizes.body).lines)
    return lines if lines <= 3 else 2


def _draw_quote(flow: Flow, block: Quote, after: float) -> None:
    """A quote with a bar at the side it is read from, on each page it stands on."""
    backwards = _starts_backwards(flow, block.blocks)
    page, top = flow.paper.page, flow.y
    with flow.paper.tag("BlockQuote"), flow.inset(_INDENT, backwards=backwards):
        draw_blocks(flow, block.blocks, after)
    last, end = flow.paper.page, flow.y - after
    x = flow.right - 1.4 if backwards else flow.left + 0.6
    for number in range(page, last + 1):
        if last != page:
            flow.paper.turn_to(number)
        start, stop = top if number == page else TOP, end if number == last else BOTTOM
        if stop - start > 1:
            with flow.paper.artifact():
                flow.paper.set_fill_color(*RUST)
                flow.paper.rect(x, start + 0.6, 0.8, stop - start - 0.8, style="F")


def _draw_code(flow: Flow, text: str, after: float) -> None:
    with flow.inset(3):
        runs = flow.runs((Span(text.replace(" ", _NO_BREAK)),))
        flow.paragraph(flow.galley(runs, flow.width, flow.sizes.table), role="Code", after=after)


def _draw_rule(flow: Flow) -> None:
    flow.need(4)
    with flow.paper.artifact():
        flow.paper.set_draw_color(*LINE)
        flow.paper.set_line_width(0.25)
        flow.paper.line(flow.left, flow.y + 1, flow.right, flow.y + 1)
    flow.y += 4


def _draw_notice(flow: Flow, text: Inline) -> None:
    galley = flow.galley(flow.runs(text), flow.width - 10, flow.sizes.body)
    flow.need(galley.height + 7)
    with flow.paper.artifact():
        flow.paper.set_fill_color(*SAND)
        height = min(galley.height + 6, flow.room)
        flow.paper.rect(flow.left, flow.y, flow.width, height, style="F", round_corners=True, corner_radius=2)
    flow.y += 3
    with flow.inset(5):
        flow.paragraph(galley, after=5)
