"""Which cells are taken: one integer a row, a bit for each column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from resokit_tui.casework.network_layout.pieces import Box, Medium, Placed, Text


class Board:
    """The cells of a medium that are in use."""

    __slots__ = ("columns", "taken")

    def __init__(self, columns: int, taken: Sequence[int]) -> None:
        self.columns = columns
        self.taken = list(taken)

    @classmethod
    def around(cls, medium: Medium, texts: Iterable[Text], reserved: Iterable[Box]) -> Self:
        """A board with the fixed texts, a free column at both sides of each, and what is reserved."""
        board = cls(medium.columns, [0] * medium.rows)
        for text in texts:
            if text.text:
                start = max(text.column - 1, 0)
                board.put(text.row, start, min(medium.measure(text.text) + 2, medium.columns - start))
        for box in reserved:
            for row in range(box.row, box.row + box.height):
                board.put(row, box.column, box.width)
        return board

    def copy(self) -> Board:
        """Another board with the same cells in use."""
        return Board(self.columns, self.taken)

    def free(self, row: int, start: int, width: int, gap: int) -> bool:
        """Whether there is room for `width` columns with `gap` free columns at both sides."""
        if start < 1 or start + width >= self.columns:
            return False
        low = max(0, start - gap)
        return not self.taken[row] >> low & ((1 << (start + width + gap - low)) - 1)

    def put(self, row: int, start: int, width: int) -> None:
        """Takes cells."""
        self.taken[row] |= ((1 << width) - 1) << start

    def take(self, placed: Placed) -> None:
        """Takes the cells of a marker and its label."""
        self.put(placed.row, placed.column, placed.width)

    def lift(self, placed: Placed) -> None:
        """Gives the cells of a marker and its label back."""
        self.taken[placed.row] &= ~(((1 << placed.width) - 1) << placed.column)

    def near(self, row: int, start: int, width: int) -> int:
        """How many columns just above and below are taken: a measure of crowding."""
        mask = ((1 << width) - 1) << start
        above = (self.taken[row - 1] & mask).bit_count() if row else 0
        below = (self.taken[row + 1] & mask).bit_count() if row + 1 < len(self.taken) else 0
        return above + below
