"""The drawing on the welcome screen: three lines meet and go on as one, to a role that counts."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

HEIGHT = 5
_LINES: tuple[tuple[int, Token, tuple[int, ...]], ...] = (
    (0, "line-conditions", (4, 13)),
    (2, "line-skills", (2, 8, 15)),
    (4, "line-design", (6, 11)),
)
"""Row, colour, and where the stations lie, in eighteenths of the way to the meeting point."""
_PARTS = 18


class Signature(Drawn):
    """Conditions, skills and stages come together. Decoration: it says nothing that a word does not say."""

    DEFAULT_CSS: ClassVar[str] = f"Signature {{ height: {HEIGHT}; width: 100%; }}"

    def __init__(self, glyphs: Glyphs, goal: str, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.goal = goal
        """The words at the end of the line."""

    def draw(self, canvas: Canvas) -> None:
        """Three lines to the meeting point, one line on from there."""
        glyphs, meet = self.glyphs, canvas.width * 9 // 20
        end = canvas.width - cell_len(self.goal) - 11
        for y, token, stations in _LINES:
            canvas.put(0, y, glyphs.heavy * meet, token)
            for eighteenths in stations:
                canvas.put(meet * eighteenths // _PARTS, y, glyphs.full, token, bold=True)
        for y, corner, token in (
            (0, glyphs.heavy_corners[1], _LINES[0][1]),
            (4, glyphs.heavy_corners[3], _LINES[2][1]),
        ):
            canvas.put(meet, y, corner, token)
            canvas.put(meet, (y + 2) // 2, glyphs.heavy_upright, token)
        canvas.put(meet + 1, 2, glyphs.heavy * max(0, end - meet - 1), "here")
        canvas.put(meet, 2, glyphs.here, "ink", bold=True)
        canvas.put(end, 2, glyphs.full, "here", bold=True)
        canvas.put(end + 2, 2, self.goal, "here", bold=True)
