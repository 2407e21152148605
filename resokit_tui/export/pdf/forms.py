"""Places to write by hand, boxes to sign in, and a code to copy from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from resokit_tui.export.forms import CodeGroups, Signatures, WritingLines
from resokit_tui.export.pdf.cards import BARE_LIST, CARD_GAP
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.theme import GREY, SAND, TEAL, TEAL_SOFT, Colour

_LINE_STEP = 8.5
"""Millimetres between two lines to write on: room for a large hand."""
_FEW_LINES, _KEPT_LINES = 5, 2
_PER_ROW, _GAP, _PAD = 3, 5.0, 4.0
_SIGN_ROOM = 15.0
_CODE_COLUMNS, _CODE_HEIGHT = 4, 17.0


def writing_opening(flow: Flow, block: WritingLines) -> float:
    """Height of the label and the lines that must stay with it: few stay together, of many the first two."""
    label = flow.text(block.label, flow.width, flow.sizes.body, style="B").height if block.label else 0.0
    return label + (block.count if block.count <= _FEW_LINES else _KEPT_LINES) * _LINE_STEP


def draw_writing_lines(flow: Flow, block: WritingLines) -> None:
    """The label, and the lines under it; the first line stays with the label."""
    label = flow.text(block.label, flow.width, flow.sizes.body, style="B", colour=TEAL) if block.label else None
    flow.need(writing_opening(flow, block))
    if label:
        flow.paragraph(label, after=0.5)
    for _ in range(block.count):
        flow.need(_LINE_STEP)
        flow.y += _LINE_STEP
        _rule(flow, flow.left, flow.right, GREY)
    flow.y += 4


class _SignRow(NamedTuple):
    """Boxes side by side, with their texts set."""

    width: float
    names: list[Galley]
    captions: list[Galley]

    @property
    def tall(self) -> float:
        return max(one.height for one in self.names)

    @property
    def height(self) -> float:
        return _PAD + self.tall + _SIGN_ROOM + max(one.height for one in self.captions) + _PAD


def _sign_rows(flow: Flow, block: Signatures) -> Iterator[_SignRow]:
    for start in range(0, len(block.boxes), _PER_ROW):
        row = block.boxes[start : start + _PER_ROW]
        width = (flow.width - _GAP * (len(row) - 1)) / len(row)
        names = [flow.text(one.name, width - 2 * _PAD, flow.sizes.table, style="B", colour=TEAL) for one in row]
        captions = [flow.text(one.caption, width - 2 * _PAD, flow.sizes.small, colour=GREY) for one in row]
        yield _SignRow(width, names, captions)


def signatures_opening(flow: Flow, block: Signatures) -> float:
    """Height of the first row of boxes."""
    return next((row.height for row in _sign_rows(flow, block)), 0.0)


def draw_signatures(flow: Flow, block: Signatures) -> None:
    """Boxes in rows of three, each with the name above the line and its caption under it."""
    for row in _sign_rows(flow, block):
        width, height = row.width, row.height
        flow.need(height)
        for place, (name, caption) in enumerate(zip(row.names, row.captions, strict=True)):
            x = flow.left + place * (width + _GAP)
            with flow.paper.artifact():
                flow.paper.set_fill_color(*SAND)
                flow.paper.rect(x, flow.y, width, height, style="F", round_corners=True, corner_radius=2.2)
            line = flow.y + _PAD + row.tall + _SIGN_ROOM - 2
            with flow.paper.tag("P"):
                flow.place(name, x + _PAD, flow.y + _PAD)
            _rule(flow, x + _PAD, x + width - _PAD, GREY, line)
            with flow.paper.tag("P"):
                flow.place(caption, x + _PAD, line + 1)
        flow.y += height + CARD_GAP


def draw_code_groups(flow: Flow, block: CodeGroups) -> None:
    """The groups in rows of four, each with its number, large and bold."""
    width = (flow.width - _GAP * (_CODE_COLUMNS - 1)) / _CODE_COLUMNS
    rows = -(-len(block.groups) // _CODE_COLUMNS)
    flow.need(rows * (_CODE_HEIGHT + 3))
    with flow.paper.tag("L", attributes=BARE_LIST):
        for place, group in enumerate(block.groups):
            x = flow.left + place % _CODE_COLUMNS * (width + _GAP)
            y = flow.y + place // _CODE_COLUMNS * (_CODE_HEIGHT + 3)
            with flow.paper.artifact():
                flow.paper.set_fill_color(*TEAL_SOFT)
                flow.paper.rect(x, y, width, _CODE_HEIGHT, style="F", round_corners=True, corner_radius=2.2)
            with flow.paper.tag("LI"):
                with flow.paper.tag("Lbl"):
                    flow.place(flow.text(f"{place + 1}", width - 8, flow.sizes.small, colour=GREY), x + 4, y + 1.6)
                with flow.paper.tag("LBody"):
                    flow.place(flow.text(group, width - 8, 16 * flow.sizes.scale, style="B"), x + 4, y + 6.2)
    flow.y += rows * (_CODE_HEIGHT + 3) + CARD_GAP


def _rule(flow: Flow, start: float, stop: float, colour: Colour, y: float | None = None) -> None:
    paper, at = flow.paper, flow.y if y is None else y
    with paper.artifact():
        paper.set_draw_color(*colour)
        paper.set_line_width(0.2)
        paper.line(start, at, stop, at)
