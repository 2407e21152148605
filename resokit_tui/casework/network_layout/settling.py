"""Puts one thing at a time on the map: a marker with its label, or the text of a cluster, on the best free cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from resokit_tui.casework.network_layout.board import Board
from resokit_tui.casework.network_layout.geometry import Geometry
from resokit_tui.casework.network_layout.labels import shorten
from resokit_tui.casework.network_layout.pieces import Item, Medium, Placed
from resokit_tui.casework.network_layout.places import Place, anchors, code_of, ground

LEVELS: tuple[tuple[int, int, int], ...] = ((26, 2, 1), (18, 2, 1), (13, 2, 1), (10, 1, 1), (8, 1, 1), (6, 1, 1))
"""Per level: longest label in letters, columns kept free between labels, columns between marker and label."""
LAST = len(LEVELS) - 1

_LEAD = 0.33
"""This part of a label counts to its wish, so that marker and label together stand around it."""
_NEAR_EDGE, _EDGE_COST = 0.5, 6.0
_OTHER_RING, _OTHER_SECTOR, _CROWD = 0.12, 0.45, 0.22
"""Cost of a label cell in another ring or sector, and of one that is taken just above or below; in rows squared."""


class Settling:
    """The cells of one map, what is taken of them, and where everybody would like to stand."""

    def __init__(self, items: Sequence[Item], medium: Medium, geometry: Geometry, blank: Board) -> None:
        self.medium, self.geometry, self.board = medium, geometry, blank
        self.cells, self.owner = ground(medium.columns, medium.rows, geometry)
        self._wish = {key: geometry.grid(*at) for key, at in anchors(items, geometry.starts).items()}

    def level(self, level: int) -> tuple[int, int, int]:
        """Longest label in columns, gap and space at a level."""
        longest, gap, space = LEVELS[min(level, LAST)]
        return round(longest * self.medium.letter), gap, space

    def shorten(self, label: str, width: int) -> str:
        """A label in so many columns."""
        return shorten(label, width, self.medium.measure, self.medium.ellipsis)

    def settle(self, item: Item, text: str, gap: int, space: int) -> Placed | None:
        """A contact on its best free cell, or None."""
        place = (item.ring, item.sector)
        width = 1 + space + self.medium.measure(text) if text else 1
        spot = self._best(place, self._wish[item.key], width, gap)
        if spot is None:
            return None
        column, row = spot
        placed = Placed((item.key,), *place, column, row, text, column + 1 + space, width, sign=item.sign)
        self.board.take(placed)
        return placed

    def cluster(self, place: Place, text: str, keys: Sequence[str]) -> Placed | None:
        """A cluster's text near the middle of its place, or None."""
        cells = self.cells.get(place, ())
        if not cells:
            return None
        middle = sum(cell.column for cell in cells) / len(cells), sum(cell.row for cell in cells) / len(cells)
        width = self.medium.measure(text)
        spot = self._best(place, middle, width, 1) or self._best(place, middle, width, 0)
        if spot is None:
            return None
        placed = Placed(tuple(keys), *place, *spot, text, spot[0], width, cluster=True)
        self.board.take(placed)
        return placed

    def grown(self, placed: Placed, labels: Mapping[str, str]) -> Placed:
        """The same marker with as much of its name as there is room for after all: a level shortens a whole place."""
        label = labels[placed.keys[0]]
        if placed.cluster or placed.text == label:
            return placed
        self.board.lift(placed)
        for level in range(len(LEVELS)):
            longest, gap, space = self.level(level)
            text = self.shorten(label, longest)
            width = 1 + space + self.medium.measure(text)
            if width > placed.width and self.board.free(placed.row, placed.column, width, gap):
                column = placed.column + 1 + space
                placed = msgspec.structs.replace(placed, text=text, text_column=column, width=width)
                break
        self.board.take(placed)
        return placed

    def located(self, placed: Placed) -> Placed:
        """The same with the unit coordinates of where it stands."""
        rho, theta = self.geometry.unit(placed.column, placed.row)
        return msgspec.structs.replace(placed, rho=rho, theta=theta)

    def _best(self, place: Place, wish: tuple[float, float], width: int, gap: int) -> tuple[int, int] | None:
        """The free cell of a place with the least cost for something so wide, or None.

        Cost, in rows squared: distance to the wish; closeness to a ring edge; label cells in another ring or, worse,
        another sector; what lies just above and below. Equal costs are decided by row and column.
        """
        x, y = wish[0] - width * _LEAD, wish[1]
        squeeze = 1 / self.medium.cell_ratio
        board, best = self.board, None
        for column, row, edge in self.cells.get(place, ()):
            dx, dy = (column - x) * squeeze, row - y
            cost = dx * dx + dy * dy
            if edge < _NEAR_EDGE:
                cost += (_NEAR_EDGE - edge) * _EDGE_COST
            if (best is not None and cost >= best[0]) or not board.free(row, column, width, gap):
                continue
            cost += self._astray(place, column, row, width) + _CROWD * board.near(row, column, width)
            if best is None or (cost, row, column) < best:
                best = (cost, row, column)
        return None if best is None else (best[2], best[1])

    def _astray(self, place: Place, column: int, row: int, width: int) -> float:
        """What it costs that a label lies in other rings or sectors than its own."""
        code, sector = code_of(place), place[1]
        cost = 0.0
        for other in self.owner[row][column : column + width]:
            if other != code:
                cost += _OTHER_RING if other >> 3 == sector else _OTHER_SECTOR
        return cost
