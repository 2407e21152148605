"""A few steps in words, one of which holds. Never a number, never a total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

_TWO_COLUMNS = 60
"""Where there is less room, steps stand below each other."""


@dataclass(frozen=True)
class ChoiceStep:
    """One step: its value, how full its symbol is (0–2), and the word."""

    value: int
    level: int
    word: str


class Choice(Drawn, can_focus=True):
    """Arrows choose, Enter keeps it. Steps flow over several rows when one is too short; nothing needs to be chosen."""

    GROUND: ClassVar[Token] = "surface"
    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; }
    """
    BINDINGS = bindings("choice")
    index: reactive[int] = reactive(-1, init=False)
    """Which step is chosen; -1 for none yet."""

    @dataclass
    class Kept(Message):
        """Enter was pressed on a step."""

        value: int

    def __init__(self, steps: Sequence[ChoiceStep], glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.steps = tuple(steps)

    @property
    def value(self) -> int | None:
        """The chosen step's value."""
        return self.steps[self.index].value if self.index >= 0 else None

    def choose(self, value: int | None) -> None:
        """Chooses the step with this value, or none."""
        values = [step.value for step in self.steps]
        self.index = values.index(value) if value in values else -1

    def watch_index(self) -> None:
        """Draws the new choice."""
        self.redraw()

    def action_step(self, step: int) -> None:
        """One step lower or higher."""
        self.index = max(0, min(len(self.steps) - 1, self.index + step))

    def action_keep(self) -> None:
        """Tells that this step holds."""
        if self.value is not None:
            self.post_message(self.Kept(self.value))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words need."""
        return max(y for _, y in self._places(width)) + 1

    def draw(self, canvas: Canvas) -> None:
        """Every step; the chosen one as a block with a pointer."""
        for number, (step, (x, y)) in enumerate(zip(self.steps, self._places(canvas.width), strict=True)):
            text, tag = self._text(step), str(number)
            if number == self.index:
                ink: Token = "cursor-ink" if self.has_focus else "cursor-rest-ink"
                ground: Token = "cursor" if self.has_focus else "cursor-rest"
                canvas.put(x, y, f" {self.glyphs.cursor} {text} ", ink, ground, bold=True, tag=tag)
            else:
                waiting = self.has_focus and self.index < 0 and number == 0
                canvas.put(x, y, f" {self.glyphs.cursor if waiting else ' '} {text} ", "ink", tag=tag)

    def on_click(self, event: events.Click) -> None:
        """A click chooses and keeps."""
        if tag := self.hit(event.x, event.y):
            self.index = int(tag)
            self.action_keep()

    def _text(self, step: ChoiceStep) -> str:
        return f"{self.glyphs.mark(step.level)} {step.word}"

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Where each step starts: side by side, or in two columns, or below each other."""
        widths = [cell_len(self._text(step)) + 5 for step in self.steps]
        for columns in (len(self.steps), 2 if width >= _TWO_COLUMNS else 1, 1):
            column = [max(widths[at::columns]) for at in range(columns)]
            if sum(column) <= width or columns == 1:
                break
        return [(sum(column[: at % columns]), at // columns) for at in range(len(self.steps))]
