"""The first row: the areas with their digit, and what is open. Nothing else, and no other client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events

from resokit_tui.ui.glyphs import RICH
from resokit_tui.ui.messages import OpenArea
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas, shorten
from resokit_tui.ui.widgets.drawn import Drawn

_WIDE = 104
_PROGRAM = "Resokit"
_NAME = 13
"""Cells of an ordinary alias; a longer one may be cut."""


class AreaName(NamedTuple):
    """An area as the bar shows it."""

    id: str
    digit: str
    name: str


class TopBar(Drawn):
    """Name, areas, and at the right the open dossier or vault; a practice vault says so on rust."""

    GROUND: ClassVar[Token] = "bar"
    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; background: $bar; }
    """

    def __init__(self, areas: Sequence[AreaName], current: str, practice_word: str = "") -> None:
        super().__init__(RICH)
        self.areas, self.current, self.practice_word = areas, current, practice_word
        self.open_name, self.practice, self.is_dossier = "", False, False

    def show_open(self, name: str, *, practice: bool, is_dossier: bool = False) -> None:
        """Names what is open: a dossier, or only the vault."""
        self.open_name, self.practice, self.is_dossier = name, practice, is_dossier
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """Left the areas, right what is open. Where there is little room, whose dossier it is goes first."""
        gap = 2 if canvas.width >= _WIDE else 1
        room = canvas.width - 2 - self._right_width() - 3
        with_names = sum(cell_len(area.name) + 2 + 2 * gap for area in self.areas)
        x = 2
        if room >= with_names + cell_len(_PROGRAM) + 2:
            x = canvas.put(x, 0, _PROGRAM, "bar-ink", bold=True) + 2
        for area in self.areas:
            on = area.id == self.current
            ground: Token = "bar-on" if on else "bar"
            x = canvas.put(x, 0, " " * gap, "bar-ink", ground)
            x = canvas.put(x, 0, area.digit, "bar-on-ink" if on else "bar-soft", ground, bold=on, tag=area.id)
            if on or room >= with_names:
                x = canvas.put(x, 0, f" {area.name}", "bar-on-ink" if on else "bar-ink", ground, bold=on, tag=area.id)
            x = canvas.put(x, 0, " " * gap, "bar-ink", ground)
        self._draw_right(canvas, x)

    def _right_width(self) -> int:
        """Cells that what is open needs: a dossier's name of ordinary length, and the plate of a practice vault."""
        plate = cell_len(self.practice_word) + 4 if self.practice else 0
        return plate + (min(cell_len(self.open_name), _NAME) if self.is_dossier else 0)

    def _draw_right(self, canvas: Canvas, left: int) -> None:
        plate = f" {self.practice_word} " if self.practice else ""
        room = canvas.width - 2 - left - 1 - (cell_len(plate) + 2 if plate else 0)
        whole = cell_len(self.open_name) <= room
        # Whose dossier it is matters, even cut short; half the name of a vault tells nobody anything.
        name = self.open_name if whole else shorten(self.open_name, room) if self.is_dossier and room > 1 else ""
        if plate:
            canvas.put(canvas.width - 2 - cell_len(plate), 0, plate, "here-ink", "here-fill", bold=True)
        end = canvas.width - 2 - (cell_len(plate) + 2 if plate else 0)
        canvas.put(end - cell_len(name), 0, name, "bar-ink")

    def on_click(self, event: events.Click) -> None:
        """A click on an area goes there."""
        if area := self.hit(event.x, event.y):
            self.post_message(OpenArea(area))
