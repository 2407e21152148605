"""The nine stages as one row: the wayfinder's line, bent into a picker; the stage you are at is written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn


class StageLine(Drawn):
    """`✓0━✓1━◐2━ 3 Netwerk en plekken ━✓4…`; a click goes to a stage."""

    GROUND: ClassVar[Token] = "panel"
    DEFAULT_CSS: ClassVar[str] = "StageLine { height: 1; background: $panel; }"

    @dataclass
    class Chosen(Message):
        """A stage was clicked."""

        stage: str

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.stages: tuple[tuple[str, int, str], ...] = ()
        self.here = ""
        self.way = ""

    def show(self, progress: Mapping[str, int], names: Mapping[str, str], here: str, way: str) -> None:
        """How far each stage is (0–2), what it is called, which one this is, and which key leads to the others."""
        self.stages = tuple((stage, level, names[stage]) for stage, level in progress.items())
        self.here, self.way = here, way
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """Signs and numbers on a line; the way to the others at the end, where there is room."""
        signs = (self.glyphs.todo, self.glyphs.busy, self.glyphs.done)
        x = 3
        for number, (stage, level, name) in enumerate(self.stages):
            if number:
                x = canvas.put(x, 0, self.glyphs.heavy, "line-design")
            if stage == self.here:
                x = canvas.put(x, 0, f" {number} {name} ", "cursor-ink", "cursor", bold=True, tag=stage)
            else:
                ink: Token = "primary" if level else "ink-soft"
                x = canvas.put(x, 0, f"{signs[level]}{number}", ink, tag=stage)
        start = canvas.width - 2 - cell_len(self.way)
        if start > x + 1:
            canvas.put(start, 0, self.way, "ink-soft")

    def on_click(self, event: events.Click) -> None:
        """Tells which stage is wanted."""
        if tag := self.hit(event.x, event.y):
            self.post_message(self.Chosen(tag))
