"""What the map shows, apart from how: stations with their state in words, three lines, and what belongs together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from resokit_tui.core.i18n import Catalog
from resokit_tui.core.text import fold
from resokit_tui.method.method import Method
from resokit_tui.method.page import PageKind
from resokit_tui.workspace.guide import StationState


@dataclass(frozen=True)
class Station:
    """A page on the map."""

    page: str
    kind: PageKind
    row: int
    short: str
    """Name on a narrow map, with its number when it is a stage."""
    title: str
    """Official name, with the same number."""
    gist: str
    level: int = 0
    here: bool = False
    word: str = ""
    """The state in words; empty when nothing is known."""
    on_route: bool = False
    """Whether it is still to come on the route that is being followed."""


@dataclass(frozen=True)
class MapLine:
    """One line, top to bottom. `scope` says whose state it shows."""

    kind: PageKind
    name: str
    scope: str
    stations: tuple[Station, ...]


@dataclass(frozen=True)
class MapPlan:
    """Everything on the map, in the reader's language. Copes with any number of stations."""

    lines: tuple[MapLine, ...]
    partners: Mapping[str, str]
    """Skill ↔ stage, in both directions."""
    loop: tuple[str, str] | None
    """Stations where the return line leaves and arrives, when both are there."""
    here: str
    you_are_here: str
    again: str
    on_your_route: str = ""

    def station(self, page: str) -> Station:
        """The station of a page. Raises `KeyError`."""
        for line in self.lines:
            for station in line.stations:
                if station.page == page:
                    return station
        raise KeyError(page)

    def line_of(self, page: str) -> MapLine:
        """The line a station lies on. Raises `KeyError`."""
        kind = self.station(page).kind
        return next(line for line in self.lines if line.kind is kind)

    def start(self) -> str:
        """Where the cursor begins: where you are, else the first station; empty on an empty map."""
        stations = [station for line in self.lines for station in line.stations]
        here = [station.page for station in stations if station.here]
        return next(iter(here or [station.page for station in stations]), "")

    def beginning_with(self, letter: str, after: str) -> str | None:
        """The next station, in reading order and round again, whose short or official name begins with this letter."""
        stations = [station for line in self.lines for station in line.stations]
        place = next((number for number, station in enumerate(stations, 1) if station.page == after), 0)
        for station in (*stations[place:], *stations[:place]):
            names = (fold(name.lstrip("0123456789 ")) for name in (station.short, station.title))
            if any(name.startswith(fold(letter)) for name in names):
                return station.page
        return None

    def along(self, page: str, step: int) -> str:
        """The station so many steps further on the same line; the line does not wrap."""
        pages = [station.page for station in self.line_of(page).stations]
        return pages[max(0, min(len(pages) - 1, pages.index(page) + step))]

    def across(self, page: str, step: int) -> str:
        """The station beside it: its partner when the next line holds it, else the nearest row; itself at the edge."""
        kinds = [line.kind for line in self.lines if line.stations]
        place = kinds.index(self.station(page).kind) + step
        if not 0 <= place < len(kinds):
            return page
        beside = next(line for line in self.lines if line.kind is kinds[place]).stations
        partner = self.partners.get(page)
        row = self.station(page).row
        return min(beside, key=lambda station: (station.page != partner, abs(station.row - row))).page


def make_plan(
    method: Method,
    states: Mapping[str, StationState],
    catalog: Catalog,
    *,
    in_dossier: bool,
    route: Collection[str] = (),
) -> MapPlan:
    """The plan of a method with these states; a station without one shows no word. `route`: the pages still to come."""
    yours = catalog("your own")
    scope = catalog("in this dossier") if in_dossier else yours
    lines = tuple(
        MapLine(
            line.kind,
            line.name,
            yours if line.kind is PageKind.SKILL else scope,
            tuple(_station(method, page, states.get(page), catalog, page in route) for page in line.pages),
        )
        for line in method.lines
    )
    shown = {station.page for line in lines for station in line.stations}
    pairs = {skill: stage for skill, stage in method.couplings.items() if {skill, stage} <= shown}
    return MapPlan(
        lines,
        pairs | {stage: skill for skill, stage in pairs.items()},
        method.loop if set(method.loop) <= shown else None,
        catalog("here"),
        catalog("you are here"),
        catalog("And back again: a role grows, or brings a next one."),
        catalog("on your route"),
    )


def _station(method: Method, id: str, state: StationState | None, catalog: Catalog, on_route: bool) -> Station:
    page = method.page(id)
    number = f"{method.number(id)} " if page.kind is PageKind.STAGE else ""
    return Station(
        id,
        page.kind,
        method.rows[id],
        number + page.short,
        number + page.title,
        page.gist,
        state.level if state else 0,
        state.here if state else False,
        catalog.render(state.word) if state else "",
        on_route,
    )
