"""The head of a document: the band with its circles, and a row of facts."""

from __future__ import annotations

import math
from typing import NamedTuple

from resokit_tui.export.blocks import Banner, Facts
from resokit_tui.export.pdf.cards import BARE_LIST
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.theme import (
    AMBER,
    DOTS,
    GREY,
    INK,
    MARGIN,
    PAGE_WIDTH,
    RINGS,
    TEAL,
    TEAL_SOFT,
    WHITE,
)

_BAND, _MIDDLE = 50.0, 188.0
_TEXT_WIDTH = 118.0
_FACT_WIDTH, _FACT_GAP = 40.0, 5.0


def draw_banner(flow: Flow, banner: Banner) -> None:
    """A band over the whole width; kicker and title together are the one level-1 heading."""
    paper, title = flow.paper, flow.text(banner.title, _TEXT_WIDTH, 25, style="B", colour=WHITE, lead=1.2)
    subtitle = flow.text(banner.subtitle, _TEXT_WIDTH, 10.5, colour=TEAL_SOFT)
    band = max(_BAND, 24 + title.height + subtitle.height + 9)
    with paper.artifact():
        paper.set_fill_color(*TEAL)
        paper.rect(0, 0, PAGE_WIDTH, band, style="F")
        with paper.rect_clip(0, 0, PAGE_WIDTH, band - 0.2):
            _draw_rings(flow, band - 2)
    paper.set_xy(MARGIN, 12)
    paper.start_section(paper.printable(banner.title).replace("\n", " "), level=0, strict=False)
    with paper.tag("H1"):
        with paper.content():
            paper.set_char_spacing(1.2)
            flow.pen.write(MARGIN, 12, paper.printable(banner.kicker).upper() + " ", "B", 9.5, AMBER, height=5)
            paper.set_char_spacing(0)
        flow.place(title, MARGIN, 18.5)
    if banner.subtitle:
        with paper.tag("P"):
            flow.place(subtitle, MARGIN, 18.5 + title.height + 2.5)
    flow.level, flow.y = 1, band + 6


def _draw_rings(flow: Flow, y: float) -> None:
    paper = flow.paper
    for radius, colour in RINGS:
        paper.set_fill_color(*colour)
        paper.circle(x=_MIDDLE, y=y, radius=radius, style="F")
    for angle, radius, colour in DOTS:
        turn = math.radians(angle)
        paper.set_fill_color(*colour)
        paper.circle(x=_MIDDLE + radius * math.cos(turn), y=y + radius * math.sin(turn), radius=1.5, style="F")


class _FactRow(NamedTuple):
    """Labels and values of one row, set for the width of a column."""

    width: float
    labels: list[Galley]
    values: list[Galley]

    @property
    def head(self) -> float:
        return max(one.height for one in self.labels)

    @property
    def height(self) -> float:
        return self.head + max(one.height for one in self.values) + _FACT_GAP


def _fact_rows(flow: Flow, facts: Facts) -> list[_FactRow]:
    rows, sizes = [], flow.sizes
    most = max(1, int(flow.width / (_FACT_WIDTH * sizes.scale)))
    per_row = -(-len(facts.pairs) // max(1, -(-len(facts.pairs) // most)))
    for start in range(0, len(facts.pairs), max(1, per_row)):
        pairs = facts.pairs[start : start + per_row]
        width = flow.width / len(pairs)
        labels = [flow.text(label, width - 4, sizes.small, colour=GREY, lead=1.3) for label, _ in pairs]
        values = [flow.text(value, width - 4, sizes.body * 0.93, style="B", colour=INK) for _, value in pairs]
        rows.append(_FactRow(width, labels, values))
    return rows


def facts_height(flow: Flow, facts: Facts) -> float:
    """Height of all rows of facts."""
    return sum(row.height for row in _fact_rows(flow, facts))


def draw_facts(flow: Flow, facts: Facts) -> None:
    """Labels over values in columns, as many on a row as have room, and as many on each."""
    paper = flow.paper
    with paper.tag("L", attributes=BARE_LIST):
        for row in _fact_rows(flow, facts):
            flow.need(row.height)
            for place, (label, value) in enumerate(zip(row.labels, row.values, strict=True)):
                x = flow.left + place * row.width
                with paper.tag("LI"):
                    with paper.tag("Lbl"):
                        flow.place(label, x, flow.y)
                    with paper.tag("LBody"):
                        flow.place(value, x, flow.y + row.head + 0.3)
            flow.y += row.height
