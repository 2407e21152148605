"""Draws a laid-out network map in cells: rings as tinted bands, or as dots where there are no tints; then the names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby, pairwise

import msgspec

from resokit_tui.casework.network_layout import OUTSIDE, RING_EDGES, Box, Drawing, Geometry, Placed
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.network_signs import Signs, anchored

Point = tuple[int, int]

_TINTS: dict[int, Token] = {1: "ring-core", 2: "ring-band", 3: "background", 4: "ring-band", OUTSIDE: "background"}
_HALF = "▀"
_STEPS = 400
"""Points of a quarter of an ellipse that is walked to set dots at equal distances."""
_FLAT = 3
"""A border so many times wider than high gets a dot in one of `_EVERY` columns, a steeper one a dot in every row."""
_EVERY = 4


class Scene(msgspec.Struct, frozen=True):
    """What is drawn: a layout, how its sectors are coloured, what is in its corners, and what stands out on it."""

    drawing: Drawing
    hues: tuple[Token, ...]
    legend: tuple[tuple[Box, tuple[str, ...]], ...] = ()
    bold: frozenset[str] = frozenset()
    marks: Mapping[str, str] = {}
    """Another sign than that of its kind, by key."""
    names: bool = True
    """`False`: every sign stays where it is, without its name."""

    def __repr__(self) -> str:
        """Opaque: labels are names."""
        return "<Scene>"


class Run(msgspec.Struct, frozen=True):
    """Neighbouring cells of the ground that look the same."""

    x: int
    y: int
    text: str
    ink: Token
    ground: Token


def draw(canvas: Canvas, scene: Scene, signs: Signs, *, plain: bool) -> None:
    """The whole map without a cursor; `plain` draws dots instead of tints (ASCII, high contrast)."""
    _draw_ground(canvas, scene.drawing.geometry, signs, plain)
    _draw_words(canvas, scene, plain)
    placed = [_shown(scene, each) for each in scene.drawing.placed]
    for each in placed:
        _clear(canvas, each)
    for each in placed:
        _draw_contact(canvas, each, scene)


def draw_cursor(canvas: Canvas, scene: Scene, contact: str, *, plain: bool, focused: bool) -> None:
    """The cursor, on top of the contact it is on."""
    if (placed := scene.drawing.holding(contact)) is not None:
        _draw_selected(canvas, _shown(scene, placed), scene, plain, focused)


def _shown(scene: Scene, placed: Placed) -> Placed:
    """What is drawn of a contact: with names off the sign only."""
    if scene.names or placed.cluster:
        return placed
    return msgspec.structs.replace(placed, text="", width=1)


# -- the ground ------------------------------------------------------------------------------------------------------


def _draw_ground(canvas: Canvas, geometry: Geometry, signs: Signs, plain: bool) -> None:
    if not plain:
        for run in bands(canvas.width, canvas.height, geometry):
            canvas.put(run.x, run.y, run.text, run.ink, run.ground)
    else:
        for column, row in ring_dots(geometry):
            canvas.put(column, row, signs.dot, "control")
    edges = frozenset() if plain else _edges(canvas.width, canvas.height, geometry)
    for column, row in spokes(geometry):
        if (column, row) not in edges:
            canvas.put(column, row, signs.spoke, "control" if plain else "ring-spoke")


@lru_cache(16)
def bands(columns: int, rows: int, geometry: Geometry) -> tuple[Run, ...]:
    """The tints; a cell on an edge is split into an upper and a lower half, which doubles the resolution."""
    runs: list[Run] = []
    for row in range(rows):
        halves = [
            (_tint(geometry, column, row - 0.25), _tint(geometry, column, row + 0.25)) for column in range(columns)
        ]
        column = 0
        for (top, low), group in groupby(halves):
            width = len(list(group))
            char = " " if top == low else _HALF
            runs.append(Run(column, row, char * width, top, low))
            column += width
    return tuple(runs)


def _tint(geometry: Geometry, column: float, row: float) -> Token:
    return _TINTS[geometry.ring(column, row)]


@lru_cache(16)
def _edges(columns: int, rows: int, geometry: Geometry) -> frozenset[Point]:
    """Cells that are split in two: a dot on one would be a speck."""
    runs = bands(columns, rows, geometry)
    return frozenset((run.x + i, run.y) for run in runs if run.text[0] == _HALF for i in range(len(run.text)))


@lru_cache(16)
def ring_dots(geometry: Geometry) -> tuple[Point, ...]:
    """Evenly spaced dots on the edge of each ring."""
    return tuple(dict.fromkeys(point for a, b in geometry.rings for point in _dotted(geometry, a - 0.4, b - 0.2)))


def _dotted(geometry: Geometry, a: float, b: float, step: float = 0.5) -> list[Point]:
    """One quarter of an ellipse is walked and the rest mirrored: symmetry is what the eye notices first."""
    points = [
        (a * math.sin(i * math.pi / 2 / _STEPS), b * math.cos(i * math.pi / 2 / _STEPS)) for i in range(_STEPS + 1)
    ]
    walked = [0.0]
    for (x0, y0), (x1, y1) in pairwise(points):
        walked.append(walked[-1] + math.hypot((x1 - x0) / 2, y1 - y0))
    number = max(3, round(walked[-1] / step))
    found: list[Point] = []
    wanted = 0
    for (x, y), at in zip(points, walked, strict=True):
        if at >= walked[-1] * wanted / number - 1e-9:
            wanted += 1
            found += [_mirrored(geometry, x * right, y * up) for right in (1, -1) for up in (1, -1)]
    return found


def _mirrored(geometry: Geometry, x: float, y: float) -> Point:
    """The cell of a point; halves are rounded away from the middle at both sides alike."""
    column, row = geometry.cx + x, geometry.cy - y
    return math.floor(column + (0.5 if x > 0 else 0.4999)), math.floor(row + (0.5 if y < 0 else 0.4999))


@lru_cache(16)
def spokes(geometry: Geometry) -> tuple[Point, ...]:
    """Dots on the border of each sector, from the core to the rim."""
    found: list[Point] = []
    for start in geometry.starts:
        x0, y0 = geometry.grid(RING_EDGES[0] + 0.03, start)
        x1, y1 = geometry.grid(1.0, start)
        if abs(x1 - x0) > _FLAT * abs(y1 - y0):
            step = _EVERY if x1 > x0 else -_EVERY
            columns = range(round(x0), round(x1), step)
            found += [(column, round(y0 + (y1 - y0) * (column - x0) / (x1 - x0))) for column in columns]
        else:
            rows = range(math.ceil(min(y0, y1)), math.floor(max(y0, y1)) + 1)
            found += [(round(x0 + (x1 - x0) * (row - y0) / (y1 - y0)), row) for row in rows]
    return tuple(found)


# -- words and contacts ----------------------------------------------------------------------------------------------


def _draw_words(canvas: Canvas, scene: Scene, plain: bool) -> None:
    drawing = scene.drawing
    for text in drawing.rings:
        if text.text:
            canvas.put(text.column - 2, text.row, f"  {text.text}  ", "ink-soft", italic=not plain)
    taken = {placed.sector for placed in drawing.placed}
    for text in drawing.rim:
        full = text.index in taken
        canvas.put(text.column, text.row, text.text, scene.hues[text.index] if full else "ink-soft", bold=full)
    middle = drawing.middle
    if plain:
        canvas.put(middle.column - 1, middle.row, f"({middle.text})", "ink", bold=True)
    else:
        canvas.put(middle.column - 1, middle.row, f" {middle.text} ", "bar-ink", "bar", bold=True)
    for box, lines in scene.legend:
        for i, line in enumerate(lines):
            canvas.put(box.column, box.row + i, line[0], "ink", bold=True)
            canvas.put(box.column + 1, box.row + i, line[1:], "ink-soft")


def _draw_contact(canvas: Canvas, placed: Placed, scene: Scene) -> None:
    """Sign and name, or the counts of a cluster."""
    tag = placed.keys[0]
    if placed.cluster:
        canvas.put(placed.column, placed.row, placed.text, "ink", bold=True, tag=tag)
        return
    sign = scene.marks.get(tag, placed.sign)
    canvas.put(placed.column, placed.row, sign, scene.hues[placed.sector], bold=True, tag=tag)
    if placed.text:
        canvas.put(placed.text_column, placed.row, anchored(placed.text), "ink", bold=tag in scene.bold, tag=tag)


def _draw_selected(canvas: Canvas, placed: Placed, scene: Scene, plain: bool, focused: bool) -> None:
    """The contact under the cursor, as one solid block; in plain characters between brackets too."""
    ink: Token = "cursor-ink" if focused else "cursor-rest-ink"
    ground: Token = "cursor" if focused else "cursor-rest"
    tag = placed.keys[0]
    canvas.put(placed.column - 1, placed.row, " " * (placed.width + 2), ink, ground, tag=tag)
    if placed.cluster:
        canvas.put(placed.column, placed.row, placed.text, ink, ground, bold=True, tag=tag)
    else:
        sign = scene.marks.get(tag, placed.sign)
        canvas.put(placed.column, placed.row, sign, ink, ground, bold=True, tag=tag)
        if placed.text:
            canvas.put(placed.text_column, placed.row, anchored(placed.text), ink, ground, bold=True, tag=tag)
    if plain:
        canvas.put(placed.column - 1, placed.row, "[", ink, ground, bold=True)
        canvas.put(placed.column + placed.width, placed.row, "]", ink, ground, bold=True)


def _clear(canvas: Canvas, placed: Placed) -> None:
    """A clear cell before and after: a name stands on its ring, not in the dots."""
    canvas.put(placed.column - 1, placed.row, " " * (placed.width + 2))
