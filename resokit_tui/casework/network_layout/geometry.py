"""The circle of a network map: how wide each domain is, where the rings lie, and how both fall on a grid of cells.

*Unit coordinates* know no medium: `rho` 0 (the person) … 1 (the rim), `theta` in radians, clockwise from 12 o'clock.
On a grid column 0 is left and row 0 is the top; a cell is named by its centre.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

TAU = 2 * math.pi
RING_EDGES: tuple[float, ...] = (0.31, 0.56, 0.79, 1.0)
"""Outer edge of each ring as a part of the radius. Fixed, so that two moments can be laid side by side and an empty
core stays visibly empty."""
CORE = 0.09
"""Nobody stands closer to the middle than this: the person is there."""
MIN_SHARE = 0.045
"""The least part of the circle for a domain (16°), so that ten empty domains still show."""
OUTSIDE = len(RING_EDGES) + 1
"""What `Geometry.ring` says of a cell that is not on the map."""
_TOP = 0.953
"""How much of the half height the highest row of cells may take."""


def sector_starts(counts: Sequence[int]) -> tuple[float, ...]:
    """Angle in radians where each sector starts, clockwise from 12 o'clock.

    Half of what is left after `MIN_SHARE` is shared equally, so that a map looks like itself from month to month; half
    by the square root of the counts. For two moments side by side give the larger count of the two for every domain:
    then both maps have the same sectors.
    """
    n = len(counts)
    free = 1 - n * MIN_SHARE
    roots = [math.sqrt(count) for count in counts]
    total = sum(roots)
    starts, at = [], 0.0
    for root in roots:
        starts.append(at)
        crowd = root / total if total else 1 / n
        at += TAU * (MIN_SHARE + free * (0.5 / n + 0.5 * crowd))
    return tuple(starts)


def span(starts: Sequence[float], sector: int) -> tuple[float, float]:
    """Where a sector starts and ends."""
    return starts[sector], starts[sector + 1] if sector + 1 < len(starts) else TAU


class Geometry(msgspec.Struct, frozen=True):
    """The ellipse on a grid: its centre, half axes in columns and rows, and the angle where each sector starts.

    `rings` are the half axes of the outer edge of each ring, snapped to the grid.
    """

    cx: float
    cy: float
    a: float
    b: float
    starts: tuple[float, ...]
    rings: tuple[tuple[float, float], ...]

    def __hash__(self) -> int:
        return hash((self.cx, self.cy, self.a, self.b, self.starts))

    def unit(self, column: float, row: float) -> tuple[float, float]:
        """Unit coordinates of a point on the grid."""
        u, v = (column - self.cx) / self.a, (self.cy - row) / self.b
        return math.hypot(u, v), math.atan2(u, v) % TAU

    def grid(self, rho: float, theta: float) -> tuple[float, float]:
        """Column and row of unit coordinates; the other way round from `unit`."""
        return self.cx + self.a * rho * math.sin(theta), self.cy - self.b * rho * math.cos(theta)

    def ring(self, column: float, row: float) -> int:
        """Ring at a point of the grid: 1 … 4, or `OUTSIDE`."""
        x, y = column - self.cx, row - self.cy
        return next((i for i, (a, b) in enumerate(self.rings, 1) if (x / a) ** 2 + (y / b) ** 2 <= 1), OUTSIDE)

    def reach(self, row: float) -> float:
        """Half the width of the map at a row, in columns, at the wider half of that row."""
        a, b = self.rings[-1]
        away = max(0.0, abs(row - self.cy) - 0.25)
        return a * math.sqrt(max(0.0, 1 - (away / b) ** 2))

    def sector(self, theta: float) -> int:
        """Index of the sector that an angle falls in."""
        return next((i - 1 for i, start in enumerate(self.starts) if theta < start), len(self.starts) - 1)


def snapped(columns: int, rows: int, cell_ratio: float, wide: float, starts: tuple[float, ...]) -> Geometry:
    """The ellipse with half width `wide`, never taller than a true circle, its rings snapped to the grid.

    Snapped so that the three middle rows of a ring are equally wide and its highest half row is at least a third as
    wide as the ring: otherwise every ring grows one-cell noses at all four sides.
    """
    cx, cy = (columns - 1) / 2, (rows - 1) / 2
    b = min((cy + 0.25) / _TOP, wide / cell_ratio * 1.1)
    b = (math.floor(b * _TOP * 2 - 0.5) / 2 + 0.25) / _TOP
    half = cx % 1
    axes = []
    for edge in RING_EDGES:
        high = (max(1, round(edge * b * _TOP * 2 - 0.5)) / 2 + 0.25) / _TOP
        slope = math.sqrt(max(0.2, 1 - 1 / (high * high)))
        axes.append(((math.floor(edge * wide * slope - half + 0.5) + half) / slope + 0.01, high))
    return Geometry(cx, cy, axes[-1][0], b, starts, tuple(axes))
