"""A grid of cells to draw on, turned into Textual strips: a drawing costs one widget, however much it shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from resokit_tui.ui.themes import Token


class Look(NamedTuple):
    """How one cell looks, by theme token; the colours are looked up when a strip is made."""

    ink: Token = "ink"
    ground: Token = "background"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


@lru_cache(512)
def _style(ink: str, ground: str, bold: bool, italic: bool, underline: bool, strike: bool) -> Style:
    return Style(color=ink, bgcolor=ground, bold=bold, italic=italic, underline=underline, strike=strike)


class Canvas:
    """`width` × `height` cells. What is drawn outside is cut off; a wide character takes two cells."""

    def __init__(self, width: int, height: int, ground: Token = "background") -> None:
        self.width, self.height = width, height
        self.hits: dict[tuple[int, int], str] = {}
        """(x, y) → name of the thing drawn there, for the mouse."""
        empty = (" ", Look(ground=ground))
        self._cells: list[list[tuple[str, Look]]] = [[empty] * width for _ in range(height)]

    def put(
        self,
        x: int,
        y: int,
        text: str,
        ink: Token = "ink",
        ground: Token | None = None,
        *,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        strike: bool = False,
        tag: str = "",
    ) -> int:
        """Draws text from a cell to the right and returns the x after it; without `ground` the one below stays."""
        for char in text:
            width = cell_len(char)
            if 0 <= y < self.height and x >= 0 and x + width <= self.width:
                below = ground or self._cells[y][min(x, self.width - 1)][1].ground
                look = Look(ink, below, bold, italic, underline, strike)
                self._place(x, y, char, width, look, tag)
            x += width
        return x

    def take(self, other: Canvas) -> None:
        """Becomes what another canvas of the same size is; what is drawn from now on leaves the other one as it is."""
        self._cells = [row[:] for row in other._cells]
        self.hits = dict(other.hits)

    def strip(self, y: int, colours: Mapping[str, str]) -> Strip:
        """Row `y`, with neighbouring cells of one look joined."""
        segments = [
            Segment("".join(char for char, _ in run), _style(colours[look.ink], colours[look.ground], *look[2:]))
            for look, run in groupby(self._cells[y], key=lambda cell: cell[1])
        ]
        return Strip(segments, self.width)

    def _place(self, x: int, y: int, char: str, width: int, look: Look, tag: str) -> None:
        row = self._cells[y]
        if width == 0:  # a combining mark belongs to the character before it
            if x:
                row[x - 1] = (row[x - 1][0] + char, row[x - 1][1])
            return
        row[x] = (char, look)
        if width == 2:
            row[x + 1] = ("", look)
        if tag:
            for taken in range(x, x + width):
                self.hits[taken, y] = tag


def wrap(text: str, width: int) -> list[str]:
    """Rows of at most `width` cells, cut at spaces; a word that is longer is cut itself."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        if row and cell_len(row) + cell_len(word) + 1 > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
        while cell_len(row) > width:
            rows.append(fit(row, width))
            row = row[len(rows[-1]) :]
    return [*rows, row] if row else rows


def fit(text: str, width: int) -> str:
    """The start of a text that takes at most `width` cells."""
    if cell_len(text) <= width:
        return text
    taken = 0
    for at, char in enumerate(text):  # from the start: cutting a long note from its end would measure it all again
        taken += cell_len(char)
        if taken > width:
            text = text[:at]
            break
    while text and cell_len(text) > width:  # letters that are wider together than apart
        text = text[:-1]
    return text


def shorten(text: str, width: int) -> str:
    """A text of at most `width` cells, with a sign at the end when something is left out."""
    return text if cell_len(text) <= width else fit(text, width - 1) + "…"


def pad(text: str, width: int) -> str:
    """Text cut or filled with spaces to exactly `width` cells."""
    shown = fit(text, width)
    return shown + " " * (width - cell_len(shown))
