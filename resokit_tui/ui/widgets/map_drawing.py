"""Draws the map: three broad bands side by side, read from top to bottom.

Skills and stages that belong together share a row, so every transfer is a straight line. From 104 columns the state
stands behind the name; from 25 rows each station has two rows and its state below; below 75 columns one line shows.
Stops still to come on the route that is followed are bold and underlined.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from resokit_tui.method.page import PageKind
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.line_colours import band_token, line_token
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas, fit, wrap
from resokit_tui.ui.widgets.map_plan import MapLine, MapPlan, Station

_NARROW, _WIDE, _TALL = 75, 104, 25
_TEXT = 5
"""Cells from the left of a band to the names beside it."""
_CONDITION_ROOM, _CONDITION_ROOM_WIDE = 16, 26


@dataclass
class MapDrawing:
    """One drawing of a plan on a canvas, with the cursor on a station."""

    canvas: Canvas
    plan: MapPlan
    glyphs: Glyphs
    focus: str
    active: bool
    """Whether the map has the keyboard; without it the station under the cursor is marked more softly."""

    def __post_init__(self) -> None:
        self.wide = self.canvas.width >= _WIDE
        self.pitch = 2 if self.canvas.height >= _TALL else 1
        lefts = (0, 35, 77) if self.wide else (0, 22, 51)
        self.left = dict(zip((PageKind.CONDITION, PageKind.SKILL, PageKind.STAGE), lefts, strict=True))

    def draw(self) -> None:
        """Everything."""
        if self.canvas.width < _NARROW:
            self._one_line()
            return
        for line in self.plan.lines:
            self._plate(line)
            for y in range(1, self._last_row(line) + 1):
                self._band(self.left[line.kind], y, line.kind, None)
        for line in self.plan.lines:
            for station in line.stations:
                if line.kind is PageKind.CONDITION:
                    self._condition(station)
                else:
                    self._station(station)
        self._loop_upright()

    def _y(self, station: Station) -> int:
        return 1 + station.row * self.pitch

    def _rows_of(self, station: Station) -> int:
        """Rows until the next station of its line."""
        below = [other.row for other in self.plan.line_of(station.page).stations if other.row > station.row]
        return (min(below) - station.row) * self.pitch if below else self.canvas.height - self._y(station)

    def _last_row(self, line: MapLine) -> int:
        if not line.stations:
            return 0
        last = line.stations[-1]
        extra = len(self._condition_rows(last)) if line.kind is PageKind.CONDITION else self.pitch
        return self._y(last) + extra - 1

    def _plate(self, line: MapLine) -> None:
        x, name = self.left[line.kind], line.name.upper()
        if self.glyphs.banded:
            end = self.canvas.put(x, 0, f" {name} ", "band-ink", band_token(line.kind), bold=True)
        else:
            end = self.canvas.put(x, 0, name, line_token(line.kind), bold=True)
        room = min([left for left in self.left.values() if left > x], default=self.canvas.width) - end - 2
        if cell_len(line.scope) <= room and (self.wide or line.kind is PageKind.SKILL):
            self.canvas.put(end + 1, 0, line.scope, "ink-soft")

    def _band(self, x: int, y: int, kind: PageKind, station: Station | None) -> None:
        """One row of a band, with or without a station on it."""
        tag = station.page if station else ""
        symbol = self.glyphs.state(station.level, here=station.here) if station else " "
        if not self.glyphs.banded:
            text = f"[{symbol}]" if station else f" {self.glyphs.upright} "
            self.canvas.put(x, y, text, line_token(kind), bold=station is not None, tag=tag)
            return
        here = station is not None and station.here
        ink: Token = "here-ink" if here else "band-ink"
        self.canvas.put(x, y, f" {symbol} ", ink, "here-fill" if here else band_token(kind), bold=True, tag=tag)

    def _label(self, x: int, y: int, text: str, station: Station) -> int:
        """A station's name; under the cursor a block with a pointer. Returns the x after it."""
        if station.page == self.focus:
            ink: Token = "cursor-ink" if self.active else "cursor-rest-ink"
            ground: Token = "cursor" if self.active else "cursor-rest"
            pointer = self.glyphs.cursor if self.active else " "
            end = self.canvas.put(x - 2, y, f"{pointer} {text} ", ink, ground, bold=True, tag=station.page)
            self.canvas.put(x, y, text, ink, bold=True, underline=station.on_route, tag=station.page)
            return end
        bold = station.here or station.on_route or station.page == self.plan.partners.get(self.focus)
        name: Token = "here" if station.here else "ink"
        return self.canvas.put(x, y, text, name, bold=bold, underline=station.on_route, tag=station.page)

    def _station(self, station: Station) -> None:
        x, y = self.left[station.kind], self._y(station)
        self._band(x, y, station.kind, station)
        end = self._label(x + _TEXT, y, self._name(station), station)
        gap = 0 if station.page == self.focus else 1
        if station.here:
            end = self.canvas.put(end + gap, y, self._here_word(end + gap, station), "here", bold=True)
        elif self.wide and self.pitch == 1:
            end = self.canvas.put(end + gap + 1, y, station.word, "ink-soft")
        if self.pitch == 2:
            self.canvas.put(x + _TEXT, y + 1, station.word, "ink-soft", tag=station.page)
        if station.kind is PageKind.SKILL and station.page in self.plan.partners:
            self._transfer(end, station)
        self._loop_end(end, station)

    def _name(self, station: Station) -> str:
        """The whole title where there is room for it, else the short name."""
        whole = self.wide and self.pitch == 2 and cell_len(station.title) <= self._room(station)
        return fit(station.title if whole else station.short, self._room(station))

    def _here_word(self, x: int, station: Station) -> str:
        """The pointer back, with words when they fit; the sign and the row below the map say it as well."""
        word = f"{self.glyphs.back} {self.plan.you_are_here if self.wide else self.plan.here}"
        return word if x + cell_len(word) <= self._loop_left_of(station) else self.glyphs.back

    def _loop_left_of(self, station: Station) -> int:
        """Where the room beside a stage ends: at the return line, in the rows it passes."""
        if self.plan.loop is None:
            return self.canvas.width
        bottom, top = (self.plan.station(page).row for page in self.plan.loop)
        return self._loop_x if top <= station.row <= bottom else self.canvas.width

    def _room(self, station: Station) -> int:
        beyond = [left for left in self.left.values() if left > self.left[station.kind]]
        edge = min(beyond) if beyond else self.canvas.width - 2
        return edge - self.left[station.kind] - _TEXT - 1

    def _condition(self, station: Station) -> None:
        """A condition has room for its whole name and its state; wide and tall also for what it is about."""
        x, y = self.left[station.kind], self._y(station)
        self._band(x, y, station.kind, station)
        first, *more = self._condition_rows(station)
        self._label(x + _TEXT, y, first[0], station)
        for below, (text, ink) in enumerate(more, y + 1):
            lit = station.on_route and ink == "ink"
            self.canvas.put(x + _TEXT, below, text, ink, bold=lit, underline=lit, tag=station.page)

    def _condition_rows(self, station: Station) -> list[tuple[str, Token]]:
        room = _CONDITION_ROOM_WIDE if self.wide else _CONDITION_ROOM
        rows = self._rows_of(station)
        names = wrap(station.title, room)
        if len(names) >= rows:
            names = wrap(station.short, room)
        texts: list[tuple[str, Token]] = [(name, "ink") for name in names]
        if station.word:
            texts.append((fit(station.word, room), "ink-soft"))
        if self.wide and self.pitch == 2:
            texts += [(text, "ink-soft") for text in wrap(station.gist, room)]
        return texts[:rows]

    def _transfer(self, end: int, station: Station) -> None:
        """The dotted walk from a skill to its stage; a solid line when one of the two has the cursor."""
        y, target = self._y(station), self.left[PageKind.STAGE]
        lit = self.focus in (station.page, self.plan.partners[station.page])
        for x in range(end if station.page == self.focus else end + 1, target):
            if lit:
                self.canvas.put(x, y, self.glyphs.heavy, "cursor", bold=True)
            elif (target - x) % 2 == 0:
                self.canvas.put(x, y, self.glyphs.leader, "control")

    @property
    def _loop_x(self) -> int:
        return min(self.canvas.width - 2, self.left[PageKind.STAGE] + (37 if self.wide else 24))

    def _loop_end(self, end: int, station: Station) -> None:
        """The return line at the station where it leaves or arrives."""
        if self.plan.loop is None or station.page not in self.plan.loop:
            return
        arrives, y = station.page == self.plan.loop[1], self._y(station)
        start = end if station.page == self.focus else end + 1
        self.canvas.put(start, y, self.glyphs.back if arrives else self.glyphs.line, "line-design")
        along = self.glyphs.line * (self._loop_x - start - 1)
        self.canvas.put(start + 1, y, along + self.glyphs.corners[1 if arrives else 3], "line-design")

    def _loop_upright(self) -> None:
        if self.plan.loop is None:
            return
        bottom, top = (self._y(self.plan.station(page)) for page in self.plan.loop)
        for y in range(top + 1, bottom):
            self.canvas.put(self._loop_x, y, self.glyphs.upright, "line-design")
        if self.wide and self.pitch == 2:
            for y, text in enumerate(wrap(self.plan.again, 31), bottom + 2):
                self.canvas.put(self.left[PageKind.STAGE] + _TEXT, y, text, "ink-soft", italic=True)

    def _one_line(self) -> None:
        """The smallest screen: three signs on one row, and only the line that has the cursor."""
        shown, x = self.plan.line_of(self.focus), 0
        for line in self.plan.lines:
            on = line is shown
            ink = "band-ink" if on else line_token(line.kind)
            ground = band_token(line.kind) if on else None
            x = self.canvas.put(x, 0, f" {line.name.upper()} ", ink, ground, bold=on, underline=not on) + 2
        for y, station in enumerate(shown.stations, 1):
            self._band(0, y, station.kind, station)
            end = self._label(_TEXT, y, fit(station.title, 34), station)
            word = f"{self.glyphs.back} {self.plan.you_are_here}" if station.here else station.word
            ink = "here" if station.here else "ink-soft"
            self.canvas.put(max(end + 1, 41), y, word, ink, bold=station.here)
