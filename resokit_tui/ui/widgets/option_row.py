"""A few options in one row, one of which holds; another one holds as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

_GAP = 2


class OptionRow(Drawn, can_focus=True):
    """Left and right choose. Where all options do not fit side by side, one stands between two arrows."""

    BINDINGS = bindings("option")
    DEFAULT_CSS: ClassVar[str] = "OptionRow { height: 1; width: 1fr; }"

    @dataclass
    class Changed(Message):
        """Another option was chosen, in the row with this id."""

        row: str
        value: str

    def __init__(self, glyphs: Glyphs, options: Sequence[tuple[str, str]], chosen: str, *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self.options = tuple(options)
        """Value and word of each."""
        self.value = chosen

    @property
    def index(self) -> int:
        """Which option holds; the first one when the value is none of them."""
        values = [value for value, _ in self.options]
        return values.index(self.value) if self.value in values else 0

    def choose(self, value: str) -> None:
        """Shows this option as the one that holds, and tells nobody."""
        self.value = value
        self.redraw()

    def action_step(self, step: int) -> None:
        """The option beside it; round and round where only one is seen."""
        index = self.index + step
        if self._all_fit(self.size.width):
            index = max(0, min(len(self.options) - 1, index))
        self._take(self.options[index % len(self.options)][0])

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it; a click beside it is for the keyboard only."""
        if value := self.hit(event.x, event.y):
            self._take(value.partition(":")[2])

    def draw(self, canvas: Canvas) -> None:
        """The options; the one that holds has a pointer and a ground of its own, and is solid with the keyboard."""
        ink: Token = "cursor-ink" if self.has_focus else "cursor-rest-ink"
        ground: Token = "cursor" if self.has_focus else "cursor-rest"
        if not self._all_fit(canvas.width):
            text = f" {self.glyphs.back} {self.options[self.index][1]} {self.glyphs.cursor} "
            canvas.put(0, 0, text, ink, ground, bold=self.has_focus)
            return
        x = 0
        for number, (value, word) in enumerate(self.options):
            if number == self.index:
                text = f" {self.glyphs.cursor} {word} "
                x = canvas.put(x, 0, text, ink, ground, bold=True, tag=f"option:{value}") + _GAP - 1
            else:
                x = canvas.put(x + 1, 0, word, "ink", tag=f"option:{value}") + _GAP

    def _take(self, value: str) -> None:
        if value != self.value:
            self.choose(value)
            self.post_message(self.Changed(self.id or "", value))

    def _all_fit(self, width: int) -> bool:
        return sum(cell_len(word) + 1 + _GAP for _, word in self.options) + 1 <= width
