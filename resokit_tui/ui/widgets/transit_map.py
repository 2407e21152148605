"""The map as one widget: arrows walk along and between the lines, Enter opens."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn
from resokit_tui.ui.widgets.map_drawing import MapDrawing
from resokit_tui.ui.widgets.map_plan import MapPlan


class TransitMap(Drawn, can_focus=True):
    """Shows a plan with a cursor. Posts `Moved` when the cursor goes and `Opened` when a station is wanted."""

    BINDINGS = bindings("map")
    station: reactive[str] = reactive("", init=False)
    """Page id of the station under the cursor."""

    @dataclass
    class Moved(Message):
        """Another station has the cursor."""

        page: str

    @dataclass
    class Opened(Message):
        """A station's page is wanted."""

        page: str

    def __init__(self, plan: MapPlan, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.plan = plan
        self.set_reactive(TransitMap.station, plan.start())

    def show(self, plan: MapPlan) -> None:
        """Another plan; the cursor stays where it is when that station is still there."""
        self.plan = plan
        try:
            plan.station(self.station)
        except KeyError:
            self.set_reactive(TransitMap.station, plan.start())
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """The map, when there is anything on it."""
        if self.station:
            MapDrawing(canvas, self.plan, self.glyphs, self.station, self.has_focus).draw()

    def watch_station(self) -> None:
        """Draws, and tells."""
        self.redraw()
        self.post_message(self.Moved(self.station))

    def action_along(self, step: int) -> None:
        """Moves along the line."""
        if self.station:
            self.station = self.plan.along(self.station, step)

    def action_across(self, step: int) -> None:
        """Moves to the line beside it."""
        if self.station:
            self.station = self.plan.across(self.station, step)

    def action_end(self, index: int) -> None:
        """Moves to the first (0) or last (-1) station of the line."""
        if self.station:
            self.station = self.plan.line_of(self.station).stations[index].page

    def action_open(self) -> None:
        """Asks for the page under the cursor."""
        if self.station:
            self.post_message(self.Opened(self.station))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on it opens."""
        page = self.hit(event.x, event.y)
        if page == self.station:
            self.action_open()
        elif page:
            self.station = page
