"""How much of what follows a heading must stay with it, so that no heading stands alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.export.blocks import Block, Cards, Counts, Facts, Heading, Hero, Paragraph, Table
from resokit_tui.export.figures import Star, Timeline, Web
from resokit_tui.export.forms import Signatures, WritingLines
from resokit_tui.export.pdf.cards import PAGE, row_height, set_cards, set_hero
from resokit_tui.export.pdf.counts import CountsSetter
from resokit_tui.export.pdf.cover import facts_height
from resokit_tui.export.pdf.forms import signatures_opening, writing_opening
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.star import StarSetter
from resokit_tui.export.pdf.tables import TableSetter
from resokit_tui.export.pdf.theme import LEAD, POINT, TEAL
from resokit_tui.export.pdf.timeline import TimelineSetter
from resokit_tui.export.pdf.web import WebSetter

_LINES = 2
"""Lines of running text that must follow a heading on its page."""
_WHITE = 4.0
_HEAD = 34.0
"""What a heading and a sentence above a picture take at most in mm, at the usual size of text."""


def set_heading(flow: Flow, heading: Heading, level: int) -> Galley:
    """A heading in lines."""
    runs = flow.runs(heading.text, style="B", colour=TEAL)
    return flow.galley(runs, flow.width, flow.sizes.heading(level), lead=1.25)


def opening(flow: Flow, following: Sequence[Block]) -> float:
    """Height in mm of the beginning of these blocks that may not be parted from a heading above them."""
    if not following:
        return 0.0
    match following[0]:
        case Heading() as heading:
            return 6 + set_heading(flow, heading, heading.level).height + opening(flow, following[1:])
        case Timeline() as timeline if (setter := TimelineSetter(flow, timeline)).fits:
            return _WHITE + setter.height + opening(flow, following[1:2])
        case Paragraph() as paragraph:
            height = flow.galley(flow.runs(paragraph.text), flow.width, flow.sizes.body).height
            if height <= _text(flow) and len(following) > 1 and not isinstance(following[1], Heading):
                return 2 + height + opening(flow, following[1:])
    return _WHITE + _least(flow, following[0])


def _least(flow: Flow, block: Block) -> float:
    """How much of a block must stand together; two lines of text unless it says otherwise."""
    match block:
        case Table():
            return TableSetter(flow, block).opening
        case Counts():
            return CountsSetter(flow, block).opening
        case Facts():
            return facts_height(flow, block)
        case WritingLines():
            return writing_opening(flow, block)
        case Signatures():
            return signatures_opening(flow, block)
        case Star():
            return StarSetter(flow, block).height
        case Web():
            return WebSetter(flow, block, _HEAD * flow.sizes.scale).height
        case Hero() if (height := set_hero(flow, block).height) <= PAGE / 2:
            return height
        case Cards() if (height := row_height(set_cards(flow, block.cards)[0])) <= PAGE / 2:
            return height
    return _text(flow)


def _text(flow: Flow) -> float:
    return _LINES * flow.sizes.body * POINT * LEAD
