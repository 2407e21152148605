"""The star: one axis per part of life, five steps on each, and a line through what was said at each moment.

The first moment is a dashed line with open points, the last a firm one with filled points, so that both are told apart
without colour. Where nothing was said there is no point, and the line stops: no value is made up.
"""

from __future__ import annotations

from typing import NamedTuple

from resokit_tui.export.figures import Star, StarMoment
from resokit_tui.export.pdf.figure import (
    Point,
    Shape,
    corners,
    draw_shape,
    figure,
    galley_width,
    on_circle,
    place_aligned,
)
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.theme import GREY, INK, LINE, OLIVE, RUST, SAND, TEAL, WHITE, Colour

_STEPS = 5
_LEAST, _MOST = 24.0, 36.0
"""Radius of the star in mm."""
_LEGEND, _GAP, _AWAY = 44.0, 6.0, 2.6
_SWATCH = 11.0
_AFTER = 3.0


class _Style(NamedTuple):
    ink: Colour
    shape: Shape
    filled: bool
    width: float
    dash: float


_FIRST = _Style(GREY, Shape.CIRCLE, False, 0.55, 1.6)
_LAST = _Style(TEAL, Shape.CIRCLE, True, 0.85, 0.0)
_BETWEEN = (_Style(RUST, Shape.SQUARE, False, 0.5, 0.7), _Style(OLIVE, Shape.DIAMOND, False, 0.5, 2.6))


class StarSetter:
    """One star on its way to paper."""

    def __init__(self, flow: Flow, star: Star) -> None:
        self._flow, self._star = flow, star
        scale = flow.sizes.scale
        self._legend_width = min(_LEGEND * scale, flow.width * 0.34)
        longest = max((_longest_word(flow, name) for name in star.axes), default=0.0)
        beside = flow.width - self._legend_width - _GAP
        self._is_beside = longest <= beside / 2 - _AWAY - _LEAST
        self._around = beside if self._is_beside else flow.width
        self._label_width = min(max(longest, 22.0), self._around / 2 - _AWAY - _LEAST)
        self._radius = min(_MOST, max(_LEAST, self._around / 2 - _AWAY - self._label_width))
        size = flow.sizes.small
        self._labels = [flow.text(name, self._label_width, size, colour=INK, lead=1.25) for name in star.axes]
        self._legend = [
            flow.text(moment.title, self._legend_width - _SWATCH, size, style="B", lead=1.3) for moment in star.moments
        ]
        self._steps = [
            flow.text(f"{number} = {words}", self._legend_width, size, colour=GREY, lead=1.4)
            for number, words in enumerate(star.steps, 1)
        ]
        self._above = max((one.height for one in self._labels), default=0.0) + _AWAY

    @property
    def height(self) -> float:
        """Height of the whole figure."""
        star = 2 * (self._radius + self._above)
        if self._is_beside:
            return max(star, self._moments_height + 4 + self._steps_height) + _AFTER
        return star + _GAP + max(self._moments_height, self._steps_height) + _AFTER

    @property
    def _moments_height(self) -> float:
        return sum(one.height + 2.2 for one in self._legend)

    @property
    def _steps_height(self) -> float:
        return sum(one.height for one in self._steps)

    def draw(self) -> None:
        """Puts the star at the cursor, with its legend at the right, or under it when long words need the width."""
        flow = self._flow
        with figure(flow, self._star.says, self.height):
            tall = self.height - _AFTER if self._is_beside else 2 * (self._radius + self._above)
            middle = (flow.left + self._around / 2, flow.y + tall / 2)
            self._draw_web(middle)
            if self._star.moments:
                self._draw_area(self._points(middle, self._star.moments[-1]))
            for number, moment in enumerate(self._star.moments):
                self._draw_moment(middle, moment, self._style(number))
            self._draw_scale(middle)
            self._draw_labels(middle)
            if self._is_beside:
                x, y = flow.right - self._legend_width, middle[1] - (self._moments_height + 4 + self._steps_height) / 2
                self._draw_legend(x, y)
                self._draw_steps(x, y + self._moments_height + 4)
            else:
                self._draw_legend(middle[0] - self._legend_width - _GAP, flow.y + tall + _GAP)
                self._draw_steps(middle[0] + _GAP, flow.y + tall + _GAP)

    def _style(self, number: int) -> _Style:
        if number == len(self._star.moments) - 1:
            return _LAST
        return _FIRST if number == 0 else _BETWEEN[(number - 1) % len(_BETWEEN)]

    def _turn(self, axis: int) -> float:
        return axis / len(self._star.axes)

    def _draw_web(self, middle: Point) -> None:
        paper, count = self._flow.paper, len(self._star.axes)
        paper.set_line_width(0.2)
        paper.set_draw_color(*LINE)
        for step in range(_STEPS, 0, -1):
            paper.set_fill_color(*(SAND if step % 2 else WHITE))
            radius = self._radius * step / _STEPS
            if count > 2:
                paper.polygon(corners(middle, radius, count), style="DF")
            else:
                paper.circle(x=middle[0], y=middle[1], radius=radius, style="DF")
        for axis in range(count):
            paper.line(*middle, *on_circle(middle, self._radius, self._turn(axis)))

    def _points(self, middle: Point, moment: StarMoment) -> list[Point | None]:
        """Where each axis is crossed; `None` where nothing was said."""
        return [
            on_circle(middle, self._radius * min(step, _STEPS) / _STEPS, self._turn(axis)) if step else None
            for axis, step in enumerate(moment.steps[: len(self._star.axes)])
        ]

    def _draw_area(self, points: list[Point | None]) -> None:
        """A tint for the last moment, under all lines; only when every part of life was talked about."""
        paper, known = self._flow.paper, [point for point in points if point]
        if len(known) == len(self._star.axes) > 2:
            paper.set_fill_color(*TEAL)
            with paper.local_context(fill_opacity=0.13):
                paper.polygon(known, style="F")

    def _draw_moment(self, middle: Point, moment: StarMoment, style: _Style) -> None:
        paper, points = self._flow.paper, self._points(middle, moment)
        paper.set_draw_color(*style.ink)
        paper.set_line_width(style.width)
        paper.set_dash_pattern(dash=style.dash, gap=style.dash * 0.7)
        for here, there in zip(points, [*points[1:], *points[:1]], strict=True):
            if here and there and here != there:
                paper.line(*here, *there)
        paper.set_dash_pattern()
        for point in filter(None, points):
            draw_shape(paper, style.shape, point, 1.25 if style.filled else 1.75, style.ink, filled=style.filled)

    def _draw_scale(self, middle: Point) -> None:
        """The numbers of the steps, beside the first axis."""
        flow, size = self._flow, 6.8
        for step in range(1, _STEPS + 1):
            y = middle[1] - self._radius * step / _STEPS
            flow.pen.write(middle[0] + 2.2, y + 0.3, str(step), "", size, GREY, height=2.6)

    def _draw_labels(self, middle: Point) -> None:
        for axis, label in enumerate(self._labels):
            x, y = on_circle(middle, self._radius + _AWAY, self._turn(axis))
            across, down = (x - middle[0]) / self._radius, (y - middle[1]) / self._radius
            share = 0.5 if abs(across) < 0.2 else 0.0 if across > 0 else 1.0
            top = y - label.height if down < -0.9 else y if down > 0.9 else y - label.height / 2
            place_aligned(self._flow, label, x, top, share)

    def _draw_legend(self, x: float, y: float) -> None:
        flow, paper = self._flow, self._flow.paper
        for number, title in enumerate(self._legend):
            style, line = self._style(number), y + title.line_height / 2
            paper.set_draw_color(*style.ink)
            paper.set_line_width(style.width)
            paper.set_dash_pattern(dash=style.dash, gap=style.dash * 0.7)
            paper.line(x, line, x + _SWATCH - 2.5, line)
            paper.set_dash_pattern()
            middle = (x + (_SWATCH - 2.5) / 2, line)
            draw_shape(paper, style.shape, middle, 1.25 if style.filled else 1.75, style.ink, filled=style.filled)
            flow.place_bare(title, x + _SWATCH, y)
            y += title.height + 2.2

    def _draw_steps(self, x: float, y: float) -> None:
        for step in self._steps:
            self._flow.place_bare(step, x, y)
            y += step.height


def _longest_word(flow: Flow, text: str) -> float:
    return max((galley_width(flow, _one_line(flow, word)) for word in text.split()), default=0.0) + 0.5


def _one_line(flow: Flow, word: str) -> Galley:
    return flow.text(word, flow.width, flow.sizes.small)
