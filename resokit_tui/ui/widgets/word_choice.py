"""A few options in words that flow over as many rows as they need: one of them, or any number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

_GAP = 1


class WordChoice(Drawn, can_focus=True):
    """Left and right go along the options. Of one choice the option under the cursor holds at once, and before the
    first one lies nothing; of several, Space takes or leaves the one under the cursor."""

    GROUND: ClassVar[Token] = "surface"
    BINDINGS = bindings("words")
    DEFAULT_CSS: ClassVar[str] = """
    WordChoice { height: auto; width: 1fr; border-left: outer $control; padding: 0; }
    WordChoice:focus { border-left: thick $cursor; }
    """

    @dataclass
    class Changed(Message):
        """Something else is chosen, in the field with this id."""

        field: str

    def __init__(
        self,
        glyphs: Glyphs,
        options: Sequence[tuple[str, str]],
        chosen: str,
        *,
        id: str,
        several: bool = False,
        needed: bool = False,
    ) -> None:
        """`options`: value and word; `chosen`: the values that hold, with spaces between."""
        super().__init__(glyphs, id=id)
        self.options, self.several, self.needed = tuple(options), several, needed
        self.chosen: tuple[str, ...] = ()
        self._at = -1
        self.choose(chosen)

    @property
    def value(self) -> str:
        """The values that hold, with spaces between."""
        return " ".join(self.chosen)

    def choose(self, chosen: str) -> None:
        """Shows these as the ones that hold, and tells nobody."""
        wanted = chosen.split()
        self.chosen = tuple(value for value, _ in self.options if value in wanted)
        values = [value for value, _ in self.options]
        self._at = values.index(self.chosen[0]) if self.chosen else (0 if self.several else -1)
        self.redraw()

    def action_step(self, step: int) -> None:
        """Along the options."""
        least = 0 if self.several or self.needed else -1
        at = max(least, min(len(self.options) - 1, self._at + step))
        if at == self._at:
            return
        self._at = at
        if not self.several:
            self._take((self.options[at][0],) if at >= 0 else ())
        self.redraw()

    def action_tick(self) -> None:
        """Takes or leaves the option under the cursor."""
        if self._at < 0:
            return
        value = self.options[self._at][0]
        if self.several:
            rest = [each for each in self.chosen if each != value]
            wanted = rest if value in self.chosen else [*rest, value]
            self._take(tuple(each for each, _ in self.options if each in wanted))

    def on_click(self, event: events.Click) -> None:
        """A click on an option takes it."""
        if tag := self.hit(event.x, event.y):
            self._at = int(tag)
            if self.several:
                self.action_tick()
            else:
                self._take((self.options[self._at][0],))
            self.redraw()

    def _take(self, chosen: tuple[str, ...]) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.redraw()
            self.post_message(self.Changed(self.id or ""))

    # -- drawing -----------------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words need."""
        return max((y for _, y in self._places(width)), default=0) + 1

    def draw(self, canvas: Canvas) -> None:
        """Each option with its sign; the one under the cursor is solid while the keyboard is here."""
        for number, ((value, word), (x, y)) in enumerate(zip(self.options, self._places(canvas.width), strict=True)):
            holds = value in self.chosen
            text = f" {self.glyphs.mark(2 if holds else 0)} {word} "
            if self.has_focus and number == max(0, self._at):
                ink: Token = "cursor-ink" if self._at >= 0 else "ink"
                ground: Token = "cursor" if self._at >= 0 else "surface"
                canvas.put(x, y, text, ink, ground, bold=True, tag=str(number))
            else:
                canvas.put(x, y, text, "primary" if holds else "ink", bold=holds, tag=str(number))

    def _places(self, width: int) -> list[tuple[int, int]]:
        places: list[tuple[int, int]] = []
        x = y = 0
        for _, word in self.options:
            needed = cell_len(self.glyphs.mark(0)) + cell_len(word) + 3
            if x and x + needed > width:
                x, y = 0, y + 1
            places.append((x, y))
            x += needed + _GAP
        return places
