"""Boxes: hero, cards side by side, and pills. Each is measured whole, and opened up when it is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resokit_tui.export.blocks import (
    Block,
    Card,
    Heading,
    Hero,
    Item,
    ItemList,
    Paragraph,
    Pills,
    Quote,
    Span,
    plain,
)
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.signs import RADIUS, draw_sign
from resokit_tui.export.pdf.theme import BOTTOM, FILLS, INKS, RUST, SAND, TEAL, TEAL_SOFT, TOP

PAGE = BOTTOM - TOP
"""The tallest thing that fits on one page."""
DISC_LIST = "<< /O /List /ListNumbering /Disc >>"
BARE_LIST = "<< /O /List /ListNumbering /None >>"
CARD_GAP = 4.0
"""White under a box."""
_GAP, _PAD, _ITEM_GAP, _MARK = 5.0, 5.0, 1.3, 4.2
_SIGN = 2 * RADIUS + 2.0
_NARROWEST = 48.0
"""Least width of a card in mm, at the usual size of text."""


class SetCard(NamedTuple):
    """A card whose texts are set for one width."""

    card: Card
    width: float
    title: Galley
    items: list[Galley]

    @property
    def height(self) -> float:
        """Height of the whole box."""
        body = sum(item.height for item in self.items) + _ITEM_GAP * max(0, len(self.items) - 1)
        return 2 * _PAD + max(self.title.height, 2 * RADIUS) + 2.2 + body


def set_cards(flow: Flow, cards: Sequence[Card]) -> list[list[SetCard]]:
    """Rows of cards; of the ways to share them over rows the lowest one that is not too narrow for the type."""
    most = max(1, int((flow.width + _GAP) / (_NARROWEST * flow.sizes.scale + _GAP)))
    ways = [
        [cards[place : place + per] for place in range(0, len(cards), per)]
        for per in (2, 3)
        if per <= min(most, len(cards))
    ]
    ways = ways or [[cards]]
    settings = [[_set_row(flow, row) for row in way] for way in ways]
    return min(settings, key=lambda rows: sum(row_height(row) + _GAP for row in rows))


def _set_row(flow: Flow, cards: Sequence[Card]) -> list[SetCard]:
    width = (flow.width - _GAP * (len(cards) - 1)) / len(cards)
    return [_set_card(flow, card, width) for card in cards]


def _set_card(flow: Flow, card: Card, width: float) -> SetCard:
    inner, colour = width - 2 * _PAD, INKS[card.tone]
    room = inner - (_SIGN if card.sign else 0)
    title = flow.text(card.title, room, flow.sizes.heading(4), style="B", colour=colour, lead=1.25)
    size, mark = flow.sizes.body * 0.95, _MARK if card.bullets else 0.0
    return SetCard(card, width, title, [flow.galley(flow.runs(item), inner - mark, size) for item in card.items])


def row_height(row: Sequence[SetCard]) -> float:
    """Height of a row: that of its tallest card."""
    return max(card.height for card in row)


def draw_row(flow: Flow, row: Sequence[SetCard], level: int) -> None:
    """Puts a row of cards, headed at `level`, at the cursor; all get the height of the tallest."""
    height = row_height(row)
    flow.need(height)
    x = flow.left
    for card in row:
        _draw_card(flow, card, x, height, level)
        x += card.width + _GAP
    flow.y += height + CARD_GAP


def _draw_card(flow: Flow, box: SetCard, x: float, height: float, level: int) -> None:
    paper, card, y = flow.paper, box.card, flow.y
    colour = INKS[card.tone]
    with paper.artifact():
        paper.set_fill_color(*FILLS[card.tone])
        paper.rect(x, y, box.width, height, style="F", round_corners=True, corner_radius=2.2)
        if card.sign:
            draw_sign(paper, card.sign, x + _PAD + RADIUS, y + _PAD + RADIUS, colour)
    head = max(box.title.height, 2 * RADIUS)
    with paper.tag("Sect"):
        with paper.tag(f"H{level}"):
            indent = _SIGN if card.sign else 0.0
            flow.place(box.title, x + _PAD + indent, y + _PAD + (head - box.title.height) / 2)
        top = y + _PAD + head + 2.2
        if card.bullets:
            with paper.tag("L", attributes=DISC_LIST):
                for item in box.items:
                    with paper.tag("LI"):
                        side = box.width - 2 * _PAD - _MARK / 2 if item.backwards else 0.0
                        draw_mark(flow, "•", x + _PAD + side, top, item, colour)
                        with paper.tag("LBody"):
                            flow.place(item, x + _PAD + (0.0 if item.backwards else _MARK), top)
                    top += item.height + _ITEM_GAP
        else:
            for item in box.items:
                with paper.tag("P"):
                    flow.place(item, x + _PAD, top)
                top += item.height + _ITEM_GAP


def draw_mark(flow: Flow, mark: str, x: float, y: float, beside: Galley, colour: tuple[int, int, int]) -> None:
    """The label of a list item, on the first line of the text beside it."""
    with flow.paper.tag("Lbl"), flow.paper.content():
        flow.pen.write(x, y, mark, "B", beside.size, colour, height=beside.line_height)


def loose_card(card: Card, level: int) -> tuple[Block, ...]:
    """A card as plain blocks, for when it is taller than a page."""
    points = ItemList(tuple(Item((Paragraph(item),)) for item in card.items))
    body = (points,) if card.bullets else tuple(Paragraph(item) for item in card.items)
    return (Heading(level, plain(card.title)), *body)


class SetHero(NamedTuple):
    """A hero whose texts are set; the quote may be missing."""

    label: Galley
    title: Galley
    sentence: Galley | None
    quote: Galley | None

    @property
    def height(self) -> float:
        """Height of the whole box."""
        texts = [self.sentence, self.quote]
        return 11.4 + self.label.height + self.title.height + sum(one.height + 2.0 for one in texts if one)


def set_hero(flow: Flow, hero: Hero) -> SetHero:
    """Sets a hero for the width of the frame."""
    width, sizes = flow.width - 16, flow.sizes
    return SetHero(
        flow.text(hero.label, width, 9.8 * sizes.scale, style="B", colour=RUST),
        flow.text(hero.title, width, 19 * sizes.scale, style="B", colour=TEAL, lead=1.22),
        flow.galley(flow.runs(hero.sentence), width, 11.5 * sizes.scale) if hero.sentence else None,
        flow.galley(flow.runs(hero.quote), width, 11.5 * sizes.scale) if hero.quote else None,
    )


def draw_hero(flow: Flow, hero: SetHero) -> None:
    """Puts a hero at the cursor."""
    flow.need(hero.height)
    paper, x, y = flow.paper, flow.left + 8, flow.y + 4.6
    with paper.artifact():
        paper.set_fill_color(*SAND)
        paper.rect(flow.left, flow.y, flow.width, hero.height, style="F", round_corners=True, corner_radius=2.2)
        paper.set_fill_color(*RUST)
        paper.rect(flow.left, flow.y, 2, hero.height, style="F")
    with paper.tag("H2"):
        flow.place(hero.label, x, y)
    y += hero.label.height + 0.8
    with paper.tag("P"):
        flow.place(hero.title, x, y)
    y += hero.title.height + 1.8
    if hero.sentence:
        with paper.tag("P"):
            flow.place(hero.sentence, x, y)
        y += hero.sentence.height + 2.0
    if hero.quote:
        with paper.tag("BlockQuote"), paper.tag("P"):
            flow.place(hero.quote, x, y)
    flow.y += hero.height + CARD_GAP


def loose_hero(hero: Hero) -> tuple[Block, ...]:
    """A hero as plain blocks, for when it is taller than a page."""
    blocks: list[Block] = [Heading(2, plain(hero.label)), Paragraph((Span(hero.title, bold=True),))]
    if hero.sentence:
        blocks.append(Paragraph(hero.sentence))
    if hero.quote:
        blocks.append(Quote((Paragraph(hero.quote),)))
    return tuple(blocks)


def draw_pills(flow: Flow, pills: Pills) -> None:
    """Puts pills at the cursor, as many on a line as fit; a long one gets more lines."""
    paper, size = flow.paper, flow.sizes.body * 0.93
    galleys = [flow.text(item, flow.width - 9, size, colour=TEAL) for item in pills.items]
    x, tallest = flow.left, 0.0
    with paper.tag("L", attributes=BARE_LIST):
        for galley in galleys:
            width = max(flow.pen.width(_line_text(galley, n), "", size) for n in range(len(galley.lines))) + 9
            height = galley.height + 2.0
            if x > flow.left and (x + width > flow.right + 0.01):
                x, flow.y, tallest = flow.left, flow.y + tallest + 2.2, 0.0
            if height > flow.room:
                flow.new_page()
                x, tallest = flow.left, 0.0
            with paper.artifact():
                paper.set_fill_color(*TEAL_SOFT)
                radius = min(3.6, height * 0.49)
                paper.rect(x, flow.y, width, height, style="F", round_corners=True, corner_radius=radius)
            with paper.tag("LI"), paper.tag("LBody"):
                flow.place(galley, x + 4.5, flow.y + 1.0)
            x, tallest = x + width + 3, max(tallest, height)
    flow.y += tallest + 3.5


def _line_text(galley: Galley, number: int) -> str:
    return "".join(piece.text for piece in galley.lines[number])
