"""The timeline: numbered steps on a line, with their day and how they stand in words under them.

The numbers are those of the table that follows. Filled, ringed, thin, dashed or struck through say how a step stands
without colour; the word under it says the same.
"""

from __future__ import annotations

from math import ceil

from resokit_tui.casework.plan import ActionStatus
from resokit_tui.export.figures import Timeline
from resokit_tui.export.pdf.figure import figure, place_centred
from resokit_tui.export.pdf.layout import Flow
from resokit_tui.export.pdf.theme import GREY, INK, LINE, RUST, TEAL, WHITE, Colour

_SLOT = 28.0
"""Least width of a step in mm, at the usual size of text."""
_RADIUS = 3.5
_BETWEEN, _AFTER = 2.5, 4.0
_MOST_ROWS = 4
"""More steps than this many rows hold are told better by the table alone."""
_INKS: dict[ActionStatus, Colour] = {ActionStatus.DONE: TEAL, ActionStatus.BUSY: RUST}


class TimelineSetter:
    """One timeline on its way to paper: rows of equal slots, read like text."""

    def __init__(self, flow: Flow, timeline: Timeline) -> None:
        self._flow, self._timeline = flow, timeline
        size = flow.sizes.small
        longest = max((flow.pen.width(flow.paper.printable(one.day), "B", size) for one in timeline.steps), default=0.0)
        slot = min(max(_SLOT * flow.sizes.scale, longest + _BETWEEN), flow.width / 2)
        most = max(1, int(flow.width / slot))
        self._rows = max(1, ceil(len(timeline.steps) / most))
        self._per_row = max(1, ceil(len(timeline.steps) / self._rows))
        self._slot = flow.width / self._per_row
        self._radius = _RADIUS * (1 + flow.sizes.scale) / 2
        width = self._slot - _BETWEEN
        self._days = [flow.text(one.day, width, size, style="B", lead=1.3) for one in timeline.steps]
        self._stands = [
            flow.text(one.stand, width, size, colour=_INKS.get(one.status, GREY), lead=1.3) for one in timeline.steps
        ]

    @property
    def fits(self) -> bool:
        """Whether the steps still make a picture."""
        return 0 < self._rows <= _MOST_ROWS and bool(self._timeline.steps)

    @property
    def height(self) -> float:
        """Height of the whole figure."""
        return sum(self._row_height(row) for row in range(self._rows)) + _AFTER

    def draw(self) -> None:
        """Puts the line with its steps at the cursor."""
        with figure(self._flow, self._timeline.says, self.height):
            y = self._flow.y
            for row in range(self._rows):
                self._draw_row(row, y + self._radius + 1)
                y += self._row_height(row)

    def _places(self, row: int) -> range:
        return range(row * self._per_row, min((row + 1) * self._per_row, len(self._timeline.steps)))

    def _row_height(self, row: int) -> float:
        stands = max((self._stands[one].height for one in self._places(row)), default=0.0)
        return 2 * self._radius + 2.5 + self._days_height(row) + stands + 3.0

    def _days_height(self, row: int) -> float:
        """Height of the days of a row: how the steps stand is told on one line under all of them."""
        steps = self._timeline.steps
        return max((self._days[one].height for one in self._places(row) if steps[one].day), default=0.0)

    def _middle(self, place: int) -> float:
        return self._flow.left + (place % self._per_row + 0.5) * self._slot

    def _draw_row(self, row: int, y: float) -> None:
        flow, paper, places = self._flow, self._flow.paper, self._places(row)
        days = self._days_height(row)
        last = self._middle(places[-1]) if row == self._rows - 1 else flow.right - 1
        paper.set_draw_color(*LINE)
        paper.set_line_width(1.1)
        paper.line(flow.left + 1 if row else self._middle(0), y, last, y)
        for place in places:
            x = self._middle(place)
            self._draw_step(place, x, y)
            top = y + self._radius + 1.5
            place_centred(flow, self._days[place], x, top)
            place_centred(flow, self._stands[place], x, top + days)

    def _draw_step(self, place: int, x: float, y: float) -> None:
        paper, status = self._flow.paper, self._timeline.steps[place].status
        ink, done = _INKS.get(status, GREY), status is ActionStatus.DONE
        paper.set_fill_color(*WHITE)
        paper.circle(x=x, y=y, radius=self._radius + 0.7, style="F")
        paper.set_fill_color(*(ink if done else WHITE))
        paper.set_draw_color(*ink)
        paper.set_line_width(1.1 if status is ActionStatus.BUSY else 0.5)
        if status is ActionStatus.POSTPONED:
            paper.set_dash_pattern(dash=1.2, gap=0.9)
        paper.circle(x=x, y=y, radius=self._radius - (0.3 if status is ActionStatus.BUSY else 0.0), style="DF")
        paper.set_dash_pattern()
        number, size = str(place + 1), 9.0 * self._radius / _RADIUS
        width = self._flow.pen.width(number, "B", size)
        self._flow.pen.write(x - width / 2, y - 2.1, number, "B", size, WHITE if done else INK, height=4.2)
        if status is ActionStatus.CANCELLED:
            paper.set_line_width(0.5)
            paper.line(x - self._radius * 0.8, y + self._radius * 0.8, x + self._radius * 0.8, y - self._radius * 0.8)
