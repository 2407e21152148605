"""A place is one ring of one sector: which cells belong to it, and where each contact would like to stand in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from resokit_tui.casework.network_layout.geometry import CORE, OUTSIDE, RING_EDGES, Geometry, span
from resokit_tui.casework.network_layout.pieces import Item

Place = tuple[int, int]
"""Ring and sector."""

_LANES = ((1, (0.5,)), (6, (0.34, 0.7)), (math.inf, (0.2, 0.5, 0.8)))
"""Up to so many contacts in a place: at which parts of the ring's breadth they stand."""


class Cell(NamedTuple):
    """A cell of a place, with its distance in rows to the nearest edge of the ring."""

    column: int
    row: int
    edge: float


class Ground(NamedTuple):
    """The cells of every place, and for every row and column the code of the place it belongs to."""

    cells: dict[Place, tuple[Cell, ...]]
    owner: tuple[tuple[int, ...], ...]


def code_of(place: Place) -> int:
    """One number for a place; its sector is `code >> 3`."""
    ring, sector = place
    return sector * 8 + ring


def grouped(items: Iterable[Item]) -> dict[Place, list[Item]]:
    """The contacts of each place, in the order given."""
    groups: dict[Place, list[Item]] = {}
    for item in items:
        groups.setdefault((item.ring, item.sector), []).append(item)
    return groups


def anchors(items: Iterable[Item], starts: Sequence[float]) -> dict[str, tuple[float, float]]:
    """Unit coordinates (rho, theta) of every contact with all the room in the world: the same for every medium.

    Within a place contacts are spread evenly over the angle, and over one, two or three lanes of the ring in turn, so
    that neighbours never share both.
    """
    found: dict[str, tuple[float, float]] = {}
    for (ring, sector), group in grouped(items).items():
        inner = RING_EDGES[ring - 2] if ring > 1 else CORE
        outer = RING_EDGES[ring - 1]
        start, end = span(starts, sector)
        lanes = next(lanes for most, lanes in _LANES if len(group) <= most)
        for i, item in enumerate(sorted(group, key=order)):
            rho = inner + (outer - inner) * lanes[i % len(lanes)]
            found[item.key] = (rho, start + (end - start) * (i + 0.5) / len(group))
    return found


def order(item: Item) -> tuple[int, str]:
    """Whoever comes first keeps the name longest; never depends on the order of what is given."""
    return item.rank, item.key


@lru_cache(16)
def ground(columns: int, rows: int, geometry: Geometry) -> Ground:
    """The cells of a map; kept, because a map is drawn again far more often than it changes its size."""
    cells: dict[Place, list[Cell]] = {}
    owner: list[tuple[int, ...]] = []
    for row in range(rows):
        line = []
        for column in range(columns):
            rho, theta = geometry.unit(column, row)
            place = geometry.ring(column, row), geometry.sector(theta)
            line.append(code_of(place))
            if place[0] < OUTSIDE and rho > CORE:
                cells.setdefault(place, []).append(Cell(column, row, _to_edge(geometry, place[0], rho, theta)))
        owner.append(tuple(line))
    return Ground({place: tuple(own) for place, own in cells.items()}, tuple(owner))


def _to_edge(geometry: Geometry, ring: int, rho: float, theta: float) -> float:
    """Rows to the nearest edge of a ring, along the ray; the core has no inner edge."""
    inner = RING_EDGES[ring - 2] if ring > 1 else -1.0
    ray = math.hypot(geometry.a * math.sin(theta) / 2, geometry.b * math.cos(theta))
    return max(0.0, min(RING_EDGES[ring - 1] - rho, rho - inner) * ray)
