"""What every picture shares: one element with the words that say what it shows, and the signs drawn in it.

A reader hears the alternative text instead of the labels inside, so labels may be short. Whatever a colour tells, a
shape, a dash or a word tells too: paper may be grey.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.tags import TaggedPaper
from resokit_tui.export.pdf.theme import WHITE, Colour

Point = tuple[float, float]
ABOVE = 2.0
"""White above a figure, in mm."""
_HALO = 0.7
"""White around a sign, in mm, so that it stays whole on a line."""


@contextmanager
def figure(flow: Flow, says: str, height: float) -> Iterator[None]:
    """A figure over the width of the frame at the cursor, which moves down past it; what is drawn within is its own."""
    flow.need(ABOVE + height)
    flow.space(ABOVE)
    paper, scale = flow.paper, flow.paper.k
    sides = (flow.left, paper.h - flow.y - height, flow.right, paper.h - flow.y)
    box = " ".join(f"{side * scale:.2f}" for side in sides)
    alt = paper.printable(says).replace("\n", " ")
    with paper.tag("Figure", alt=alt, attributes=f"<< /O /Layout /Placement /Block /BBox [{box}] >>"), paper.content():
        yield
    flow.y += height


class Shape(Enum):
    """The outline of a sign."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


def draw_shape(paper: TaggedPaper, shape: Shape, at: Point, radius: float, ink: Colour, *, filled: bool) -> None:
    """A sign with its middle at `at`, filled or open, with a white edge that lifts it off what is under it."""
    paper.set_draw_color(*WHITE)
    paper.set_fill_color(*WHITE)
    paper.set_line_width(_HALO)
    _outline(paper, shape, at, radius, "DF")
    paper.set_draw_color(*ink)
    paper.set_fill_color(*(ink if filled else WHITE))
    paper.set_line_width(radius * 0.34)
    _outline(paper, shape, at, radius * 0.83, "DF")


def _outline(paper: TaggedPaper, shape: Shape, at: Point, radius: float, style: str) -> None:
    x, y = at
    match shape:
        case Shape.CIRCLE:
            paper.circle(x=x, y=y, radius=radius, style=style)
        case Shape.SQUARE:
            side = radius * 0.9
            paper.rect(x - side, y - side, 2 * side, 2 * side, style=style)
        case Shape.TRIANGLE:
            paper.polygon(corners((x, y + radius * 0.22), radius * 1.2, 3), style=style)
        case Shape.DIAMOND:
            paper.polygon(corners(at, radius * 1.2, 4), style=style)


def corners(middle: Point, radius: float, count: int) -> list[Point]:
    """The corners of a regular figure, from the top, clockwise."""
    return [on_circle(middle, radius, corner / count) for corner in range(count)]


def on_circle(middle: Point, radius: float, turn: float) -> Point:
    """A point on a circle; `turn` counts whole turns, clockwise from the top."""
    angle = 2 * math.pi * turn
    return middle[0] + radius * math.sin(angle), middle[1] - radius * math.cos(angle)


def galley_width(flow: Flow, galley: Galley) -> float:
    """Width of the longest line of a galley."""
    lengths = (
        sum(flow.pen.width(piece.text, piece.run.style, galley.size) for piece in line)
        - (flow.pen.width(" ", line[-1].run.style, galley.size) if line and line[-1].text.endswith(" ") else 0.0)
        for line in galley.lines
    )
    return max(lengths, default=0.0)


def place_centred(flow: Flow, galley: Galley, x: float, y: float) -> None:
    """Draws a galley line by line around a vertical line at `x`, inside a figure that is open."""
    place_aligned(flow, galley, x, y, 0.5)


def place_aligned(flow: Flow, galley: Galley, x: float, y: float, share: float) -> None:
    """Draws a galley with `share` of each line left of `x`: 0 is to its right, 0.5 around it, 1 to its left."""
    for number in range(len(galley.lines)):
        line = galley.part(number, number + 1)
        indent = line.width - galley_width(flow, line) if line.backwards else 0.0
        flow.place_bare(line, x - indent - share * galley_width(flow, line), y + number * galley.line_height)
