"""A few names as stations on a short line: the parts of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from resokit_tui.method.page import PageKind
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.line_colours import line_token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

_GAP = 4


class Stops(Drawn):
    """One row; the station where you are has the sign of *here*, and is underlined."""

    DEFAULT_CSS = """
    Stops { height: 1; }
    """
    current: reactive[int] = reactive(0, init=False)

    @dataclass
    class Chosen(Message):
        """A station was clicked."""

        index: int

    def __init__(self, names: Sequence[str], kind: PageKind, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.names, self.kind = names, kind

    def show(self, names: Sequence[str], current: int) -> None:
        """Other stations."""
        self.names = names
        self.set_reactive(Stops.current, current)
        self.redraw()

    def watch_current(self) -> None:
        """Draws the new place."""
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """Stations and the line between them, which gets shorter when there is little room."""
        line = line_token(self.kind)
        words = sum(cell_len(name) + 4 for name in self.names)
        gap = max(1, min(_GAP, (canvas.width - words) // max(1, len(self.names) - 1)))
        x = 0
        for index, name in enumerate(self.names):
            on, tag = index == self.current, str(index)
            if index:
                x = canvas.put(x + 1, 0, self.glyphs.heavy * gap, line) + 1
            mark = self.glyphs.mark(2 if index < self.current else 0, here=on)
            x = canvas.put(x, 0, mark, "here" if on else line, bold=True, tag=tag) + 1
            x = canvas.put(x, 0, name, "ink" if on else "ink-soft", bold=on, underline=on, tag=tag)

    def on_click(self, event: events.Click) -> None:
        """Tells which station is wanted."""
        if tag := self.hit(event.x, event.y):
            self.post_message(self.Chosen(int(tag)))
