"""Small vector drawings: the signs on cards. Decoration only, drawn inside an artifact."""

from __future__ import annotations

import math
from collections.abc import Callable

from fpdf import FPDF

from resokit_tui.export.blocks import Sign
from resokit_tui.export.pdf.theme import WHITE, Colour

RADIUS = 3.1
"""Radius of the disc a sign stands on, in mm."""


def draw_sign(paper: FPDF, sign: Sign, x: float, y: float, colour: Colour) -> None:
    """A white sign on a coloured disc with its middle at (x, y)."""
    paper.set_fill_color(*colour)
    paper.circle(x=x, y=y, radius=RADIUS, style="F")
    paper.set_fill_color(*WHITE)
    paper.set_draw_color(*WHITE)
    _DRAWINGS[sign](paper, x, y)


def _star(paper: FPDF, x: float, y: float) -> None:
    points = []
    for corner in range(10):
        radius, angle = (0.8 if corner % 2 else 1.9), corner * math.pi / 5
        points.append((x + radius * math.sin(angle), y - radius * math.cos(angle)))
    paper.polygon(points, style="F")


def _heart(paper: FPDF, x: float, y: float) -> None:
    for side in (-0.78, 0.78):
        paper.circle(x=x + side, y=y - 0.45, radius=0.95, style="F")
    paper.polygon([(x - 1.62, y), (x + 1.62, y), (x, y + 1.85)], style="F")


def _people(paper: FPDF, x: float, y: float) -> None:
    for side in (-0.95, 0.95):
        paper.circle(x=x + side, y=y - 0.8, radius=0.62, style="F")
        paper.arc(x + side - 0.95, y + 0.05, 1.9, 180, 360, b=2.2, style="F")


def _check(paper: FPDF, x: float, y: float) -> None:
    paper.set_line_width(0.6)
    paper.polyline([(x - 1.5, y + 0.1), (x - 0.4, y + 1.2), (x + 1.6, y - 1.2)], style="D")


def _care(paper: FPDF, x: float, y: float) -> None:
    paper.rect(x - 0.38, y - 1.75, 0.76, 2.2, style="F")
    paper.circle(x=x, y=y + 1.35, radius=0.48, style="F")


def _turn(paper: FPDF, x: float, y: float) -> None:
    paper.set_line_width(0.55)
    paper.polyline([(x - 1.5, y + 1.1), (x - 1.5, y - 0.4), (x + 0.9, y - 0.4)], style="D")
    paper.polygon([(x + 0.7, y - 1.5), (x + 1.9, y - 0.4), (x + 0.7, y + 0.7)], style="F")


_DRAWINGS: dict[Sign, Callable[[FPDF, float, float], None]] = {
    Sign.STAR: _star,
    Sign.HEART: _heart,
    Sign.PEOPLE: _people,
    Sign.CHECK: _check,
    Sign.CARE: _care,
    Sign.TURN: _turn,
}
