"""The wayfinder: the whole method as a map, how things stand, and where to next."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Key
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.route import KeptRoute
from resokit_tui.method.page import Page
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.parts.next_stops import ASK, ROUTE, NextStops
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.map_plan import MapPlan, Station, make_plan
from resokit_tui.ui.widgets.pointer_list import PointerList, heading
from resokit_tui.ui.widgets.transit_map import TransitMap
from resokit_tui.workspace.guide import course, next_stops, station_states
from resokit_tui.workspace.routes import open_route

_ROWS, _ROWS_TALL = 3, 4
"""Rows of the card with the next stops."""
_ABOUT_ROOM = 76
"""Cells of the row about a station; what does not fit takes the empty row below it."""
_STEPS_TOLD = 3
"""Steps of a standing that are told, the last of them now."""


class WayfinderScreen(BaseScreen):
    """Map or plain list; below it the station under the cursor, and the next stops with their reasons."""

    AREA: ClassVar[str] = "wayfinder"
    CSS_PATH: ClassVar[str] = "wayfinder.tcss"
    BINDINGS = bindings("wayfinder")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.own: Dossier | None = None
        self.plan = self._plan()

    def body(self) -> ComposeResult:
        """Map, list, card, row about the station, legend."""
        yield TransitMap(self.plan, self.services.glyphs, id="map")
        yield PointerList(self.services.glyphs, id="linear")
        with Container(id="below"):
            yield NextStops(self.services, id="next")
            yield Static(id="about", markup=False)
        yield Static(id="legend")

    def on_mount(self) -> None:
        """The map has the keyboard first."""
        super().on_mount()
        self.query_one(TransitMap).focus()

    def fill(self) -> None:
        """Shows what is known; the professional's own standing follows from disk."""
        self._show()
        if self.services.workspace is not None:
            self.in_background(self._read_own(), group="own", exclusive=True)

    async def _read_own(self) -> None:
        workspace = self.services.workspace
        if workspace is not None:
            own = await self.services.background(workspace.own)
            self.own = own.dossier
            self._show()

    @property
    def _dossier(self) -> Dossier | None:
        return self.services.session.dossier if self.services.session else None

    @property
    def route(self) -> KeptRoute | None:
        """The route that is followed in the open dossier, or by the professional when none is open."""
        dossier = self._dossier or self.own
        return open_route(dossier) if dossier is not None else None

    def _plan(self) -> MapPlan:
        method, dossier = self.services.method, self._dossier
        known = self.services.workspace is not None
        states = station_states(dossier, self.own, method) if known else {}
        to_come = {stop.page for stop in self.route.stops if not stop.done} if self.route else set()
        return make_plan(method, states, self.services.catalog, in_dossier=dossier is not None, route=to_come)

    def _show(self) -> None:
        self.plan = self._plan()
        self.query_one(TransitMap).show(self.plan)
        self.query_one("#linear", PointerList).show(self._linear())
        suggestions = next_stops(self._dossier, self.own, self.services.method, self.services.today)
        self.query_one(NextStops).show(self.route, suggestions, _ROWS_TALL if self.is_tall else _ROWS)
        self.query_one("#legend", Static).update(self._legend())
        self._tell(self.query_one(TransitMap).station)

    # -- lists -------------------------------------------------------------------------------------------------------

    def _linear(self) -> list[Option | None]:
        rows: list[Option | None] = []
        for line in self.plan.lines:
            rows += (
                [heading(""), heading(f"{line.name.upper()}  {line.scope}")] if rows else [heading(line.name.upper())]
            )
            rows += [self._linear_row(station) for station in line.stations]
        return rows

    def _linear_row(self, station: Station) -> Option:
        mark = self.services.glyphs.mark(station.level, here=station.here)
        words = self._words(station, self.plan.you_are_here if station.here else "")
        text = Content.assemble(mark, " ", (station.title, "bold"), (f"  {words}" if words else "", "$ink-soft"))
        return Option(text, id=station.page)

    def _words(self, station: Station, here: str = "") -> str:
        """Everything the signs on the map say about a station."""
        return ", ".join(word for word in (station.word, here, station.on_route and self.plan.on_your_route) if word)

    # -- the station under the cursor --------------------------------------------------------------------------------

    def _tell(self, page_id: str) -> None:
        if not page_id:
            return
        station, page = self.plan.station(page_id), self.services.method.page(page_id)
        place = kind_name(page, self.services.method, self.services.catalog)
        partner = self.plan.partners.get(page_id)
        gist = self._course(page) or page.gist
        if self.is_wide and self.is_tall:
            joins = self.tr("goes with {title}", title=self.services.method.page(partner).title) if partner else ""
            below = ", ".join(word for word in (place, joins, station.on_route and self.plan.on_your_route) if word)
            text = Content.assemble((page.title, "bold"), "\n", (below, "$ink-soft"), "\n", gist)
        else:
            mark = self.services.glyphs.mark(station.level, here=station.here)
            words = self._words(station)
            state = f"  {mark} {words}  " if words else "  "
            fits = cell_len(page.title + state + gist) <= _ABOUT_ROOM
            text = Content.assemble((page.title if fits else page.short, "bold"), (state, "$ink-soft"), gist)
        self.query_one("#about", Static).update(text)

    def _course(self, page: Page) -> str:
        """The last steps that were noted, from the first of them to now; empty while there is only one."""
        steps = course(self._dossier, self.own, page)[-_STEPS_TOLD:]
        if len(steps) < 2:
            return ""
        return f" {self.services.glyphs.hint} ".join(f"{day:%d/%m} {self.tr(word)}" for day, word in steps)

    def _legend(self) -> Content:
        glyphs = self.services.glyphs
        words = (self.tr("not yet"), self.tr("under way"), self.tr("firm or done"))
        parts = [
            Content.assemble((glyphs.mark(level), "bold"), (f" {word}", "$ink-soft"))
            for level, word in enumerate(words)
        ]
        parts.append(Content.assemble((glyphs.mark(0, here=True), "bold $here"), (f" {self.tr('here')}", "$ink-soft")))
        if self.route is not None:
            parts.append(Content.styled(self.plan.on_your_route, "bold underline $ink"))
        parts.append(Content.assemble((glyphs.leader * 3, "$control"), (f" {self.tr('goes together')}", "$ink-soft")))
        while sum(part.cell_length + 1 for part in parts) - 1 > _ABOUT_ROOM:
            parts.pop()
        words_width = sum(part.cell_length for part in parts)
        gap = max(1, min(4, (_ABOUT_ROOM - words_width) // (len(parts) - 1)))
        return Content(" " * gap).join(parts)

    # -- events ------------------------------------------------------------------------------------------------------

    def on_transit_map_moved(self, event: TransitMap.Moved) -> None:
        """Tells about the station under the cursor."""
        self._tell(event.page)

    def on_transit_map_opened(self, event: TransitMap.Opened) -> None:
        """Opens its page."""
        self.post_message(OpenPage(event.page))

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """What a list points at lights up on the map."""
        if event.option_list.has_focus:
            self._light(event.option.id)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Enter or a click in a list opens the page, or goes to the questions or the route."""
        if event.option.id == ASK:
            self.action_ask()
        elif event.option.id == ROUTE:
            self.action_route()
        elif event.option.id:
            self.post_message(OpenPage(event.option.id))

    def on_descendant_focus(self) -> None:
        """Coming to the next stops, the first one lights up on the map."""
        stops = self.query_one("#stops", PointerList)
        if stops.has_focus:
            self._light(stops.chosen)

    def _light(self, page: str | None) -> None:
        """Lights a page up, if it is on the map; a tool or a page to know lies on none of the lines."""
        if page is not None and page in self.services.method.rows and page in self.services.method.pages:
            self.query_one(TransitMap).station = page

    def on_key(self, event: Key) -> None:
        """A letter that is not a command goes to the next station that begins with it."""
        letter = event.character or ""
        if len(letter) != 1 or not letter.isalpha() or event.key in self.active_bindings:
            return
        map_, linear = self.query_one(TransitMap), self.query_one("#linear", PointerList)
        if map_.has_focus and (page := self.plan.beginning_with(letter, map_.station)):
            map_.station = page
            event.stop()
        elif linear.has_focus and (page := self.plan.beginning_with(letter, linear.chosen or "")):
            linear.highlighted = linear.get_option_index(page)
            event.stop()

    def action_ask(self) -> None:
        """A few questions that lead to a route."""
        from resokit_tui.ui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(self.services))

    def action_route(self) -> None:
        """The route that is being followed."""
        from resokit_tui.ui.screens.route import RouteScreen

        if self.route is not None:
            self.app.push_screen(RouteScreen(self.services, self.route))
        else:
            self.notice("You follow no route yet. Press w: a few short questions give you one.")

    def action_linear(self) -> None:
        """Map ↔ plain list, with the cursor on the same station."""
        map_, linear = self.query_one(TransitMap), self.query_one("#linear", PointerList)
        self.toggle_class("-linear")
        if self.has_class("-linear"):
            linear.highlighted = linear.get_option_index(map_.station) if map_.station else None
            linear.focus()
        else:
            map_.focus()
