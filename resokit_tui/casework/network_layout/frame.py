"""The empty map: the widest ellipse around which every name at the rim still fits, and the words on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from resokit_tui.casework.network_layout.geometry import Geometry, snapped, span
from resokit_tui.casework.network_layout.pieces import Box, Medium, Text, Words

_LEAST = 8
"""Half width below which the names at the rim are given up."""
_SHIFTS = (0, -1, 1, -2, 2, -3, 3)
"""Rows that a name at the rim may move, the nearest first."""


class Frame(NamedTuple):
    """Where the map lies on its medium, and its fixed texts."""

    geometry: Geometry
    rim: tuple[Text, ...]
    rings: tuple[Text, ...]
    middle: Text


def make_frame(medium: Medium, starts: tuple[float, ...], words: Words, reserved: Sequence[Box] = ()) -> Frame:
    """The widest map that leaves room for the names of the sectors and for what is reserved."""
    wide = min((medium.columns - 1) / 2, ((medium.rows - 1) / 2 + 0.45) * medium.cell_ratio * medium.widest)
    while True:
        geometry = snapped(medium.columns, medium.rows, medium.cell_ratio, wide, starts)
        rim = _rim(geometry, medium, words.sectors, reserved)
        if rim is not None or wide < _LEAST:
            break
        wide -= 0.5
    rings = [
        _centred(geometry, medium, name, max(0, math.ceil(geometry.cy - geometry.rings[index][1])), index)
        for index, name in enumerate(words.rings)
    ]
    middle = _centred(geometry, medium, words.middle, round(geometry.cy), 0)
    return Frame(geometry, rim or (), tuple(rings), middle)


def _centred(geometry: Geometry, medium: Medium, text: str, row: int, index: int) -> Text:
    return Text(text, round(geometry.cx - medium.measure(text) / 2 + 0.01), row, index)


def _rim(geometry: Geometry, medium: Medium, names: Sequence[str], reserved: Sequence[Box]) -> tuple[Text, ...] | None:
    """The names of the sectors around the ellipse, or None when one does not fit."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for box in reserved:
        for row in range(box.row, box.row + box.height):
            reach = geometry.reach(row)
            if box.column < geometry.cx + reach and box.column + box.width > geometry.cx - reach:
                return None
            taken.setdefault(row, []).append((box.column, box.column + box.width))
    found: list[Text] = []
    for index, name in enumerate(names):
        spot = _beside(geometry, medium, index, medium.measure(name), taken)
        if spot is None:
            return None
        column, row = spot
        taken.setdefault(row, []).append((column, column + medium.measure(name)))
        found.append(Text(name, column, row, index))
    return tuple(found)


def _beside(
    geometry: Geometry, medium: Medium, sector: int, width: int, taken: dict[int, list[tuple[int, int]]]
) -> tuple[int, int] | None:
    """Column and row of a name outside the ellipse, near the middle of its sector, free of the other names."""
    start, end = span(geometry.starts, sector)
    theta = (start + end) / 2
    ideal = round(geometry.grid(1.0, theta)[1])
    for shift in _SHIFTS:
        row = min(max(ideal + shift, 0), medium.rows - 1)
        reach = geometry.reach(row)
        gap = 1 if abs(row - geometry.cy) < geometry.b / 3 or medium.columns < 60 else 2
        if math.sin(theta) >= 0:
            column = math.ceil(geometry.cx + reach) + gap
        else:
            column = math.floor(geometry.cx - reach) + 1 - gap - width
        inside = column >= 1 and column + width <= medium.columns - 1
        if inside and not any(column < last + 2 and first < column + width + 2 for first, last in taken.get(row, ())):
            return column, row
    return None
