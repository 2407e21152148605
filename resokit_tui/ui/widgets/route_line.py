"""A route as one line with stops: each in the colour of the line it lies on, with the reason why it helps now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from resokit_tui.method.page import PageKind
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.line_colours import BAND_TOKENS, LINE_TOKENS
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas, shorten
from resokit_tui.ui.widgets.drawn import Drawn

_NAME, _STATE = 6, 38
"""Where names and states begin, in cells from the left of the band."""
_MOST_ROWS, _FEWEST_ROWS = 4, 2


@dataclass(frozen=True)
class RouteStop:
    """One stop as it is shown."""

    page: str
    kind: PageKind
    title: str
    short: str
    reason: str
    gist: str
    state: str
    """How it stands, as a symbol and a word; for a page that is not on the map what kind of page it is."""
    done: bool


class RouteLine(Drawn, can_focus=True):
    """Arrows go along the stops. Posts `Opened` when a page is wanted, and `Ticked` when one is done or not after all.

    Each stop has as many rows as there is room for: name and reason, then an empty row, then what the page is about.
    """

    BINDINGS = bindings("stop")
    index: reactive[int] = reactive(0, init=False)
    """Number of the stop under the cursor, from 0."""

    @dataclass
    class Opened(Message):
        """A stop's page is wanted."""

        page: str

    @dataclass
    class Ticked(Message):
        """A stop is done, or not after all."""

        page: str
        done: bool

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.stops: Sequence[RouteStop] = ()

    def show(self, stops: Sequence[RouteStop]) -> None:
        """Other stops, or the same in another state; the cursor stays on its number."""
        self.stops = stops
        self.set_reactive(RouteLine.index, max(0, min(self.index, len(stops) - 1)))
        self.redraw()

    def watch_index(self) -> None:
        """Draws the cursor elsewhere."""
        self.redraw()

    def action_step(self, step: int) -> None:
        """Moves along the route; it does not wrap."""
        self.index = max(0, min(len(self.stops) - 1, self.index + step))

    def action_end(self, index: int) -> None:
        """Moves to the first (0) or last (-1) stop."""
        self.index = index % len(self.stops) if self.stops else 0

    def action_open(self) -> None:
        """Asks for the page under the cursor."""
        if self.stops:
            self.post_message(self.Opened(self.stops[self.index].page))

    def action_tick(self) -> None:
        """Tells that this stop is done, or not after all."""
        if self.stops:
            stop = self.stops[self.index]
            self.post_message(self.Ticked(stop.page, not stop.done))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on it opens."""
        tag = self.hit(event.x, event.y)
        if tag == str(self.index):
            self.action_open()
        elif tag:
            self.index = int(tag)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Every stop, top to bottom."""
        count = max(1, len(self.stops))
        pitch = max(_FEWEST_ROWS, min(_MOST_ROWS, (canvas.height + 1) // count))
        for number, stop in enumerate(self.stops):
            last = number == len(self.stops) - 1
            self._band(canvas, number, stop, number * pitch, pitch - (last and pitch > _FEWEST_ROWS))
            self._words(canvas, number, stop, number * pitch, pitch)

    def _band(self, canvas: Canvas, number: int, stop: RouteStop, y: int, rows: int) -> None:
        """Number and line; a page that lies on no line has the ground of a panel."""
        on_line, tag = stop.kind in BAND_TOKENS, str(number)
        for row in range(rows):
            if not self.glyphs.banded:
                text = f"[{number + 1}]" if row == 0 else f" {self.glyphs.upright} "
                canvas.put(0, y + row, text, LINE_TOKENS.get(stop.kind, "ink-soft"), bold=row == 0, tag=tag)
                continue
            text = f" {number + 1} " if row == 0 else "   "
            ink: Token = "band-ink" if on_line else "ink"
            canvas.put(0, y + row, text, ink, BAND_TOKENS.get(stop.kind, "panel"), bold=True, tag=tag)

    def _words(self, canvas: Canvas, number: int, stop: RouteStop, y: int, pitch: int) -> None:
        tag, room = str(number), _STATE - _NAME - 2
        name = stop.title if cell_len(stop.title) <= room else stop.short
        if number == self.index:
            ink: Token = "cursor-ink" if self.has_focus else "cursor-rest-ink"
            ground: Token = "cursor" if self.has_focus else "cursor-rest"
            canvas.put(_NAME - 3, y, f" {self.glyphs.cursor} {name} ", ink, ground, bold=True, tag=tag)
        else:
            canvas.put(_NAME, y, name, "ink-soft" if stop.done else "ink", bold=not stop.done, tag=tag)
        canvas.put(_STATE, y, shorten(stop.state, canvas.width - _STATE), "ink-soft", tag=tag)
        wide = canvas.width - _NAME
        canvas.put(_NAME, y + 1, shorten(stop.reason, wide), "ink-soft" if stop.done else "ink", tag=tag)
        if pitch == _MOST_ROWS:
            canvas.put(_NAME, y + 2, shorten(stop.gist, wide), "ink-soft", tag=tag)
