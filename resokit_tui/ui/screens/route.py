"""A route of three to six stops, each with its reason: to look at, to keep, to tick off, and to stop following."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.route import KeptRoute, KeptStop
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import PageKind
from resokit_tui.method.wayfinder import Route
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.route_line import RouteLine, RouteStop
from resokit_tui.workspace.guide import StationState, station_states
from resokit_tui.workspace.routes import keep_route, leave_route, take_up_route, tick_stop
from resokit_tui.workspace.session import DossierSession


class RouteScreen(BaseScreen):
    """One route: as it came out of the answers, or as it was kept."""

    AREA: ClassVar[str] = "wayfinder"
    CSS_PATH: ClassVar[str] = "route.tcss"
    BINDINGS = bindings("route")

    def __init__(self, services: Services, route: Route | KeptRoute, answers: tuple[int, ...] = ()) -> None:
        super().__init__(services)
        self.route = route
        self._answers = answers
        """The choices that led here, to be able to change them."""
        self._own: Dossier | None = None

    def body(self) -> ComposeResult:
        """Title, where it came from, the line, and that nothing is obligatory."""
        with Vertical(id="page"):
            yield Static(id="title", markup=False)
            yield Static(id="situation", markup=False)
            yield RouteLine(self.services.glyphs, id="line")
            yield Static(self.tr("No order is obligatory. Begin where it suits you."), id="note", markup=False)

    def on_mount(self) -> None:
        """The stops have the keyboard."""
        super().on_mount()
        line = self.query_one(RouteLine)
        line.focus()
        line.index = next((number for number, stop in enumerate(self.stops) if not stop.done), 0)

    def fill(self) -> None:
        """The route as it stands; how each stop stands follows from disk."""
        self._show()
        if self.services.workspace is not None:
            self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        """A kept route is read again; when its dossier is not the open one any more, this is not its screen."""
        workspace = self.services.workspace
        if workspace is None:
            return
        own = await self.services.background(workspace.own)
        self._own = own.dossier
        if isinstance(self.route, KeptRoute):
            self._take_from(self.services.session or own)
        else:
            self._show()

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def stops(self) -> tuple[KeptStop, ...]:
        """The stops, in one shape."""
        if isinstance(self.route, KeptRoute):
            return self.route.stops
        return tuple(KeptStop(page=stop.page, reason=stop.reason) for stop in self.route.stops)

    def _show(self) -> None:
        page = self.services.method.pages.get(self.route.situation)
        self.query_one("#title", Static).update(
            Content.assemble((self.tr("Your route"), "bold $primary"), "  ", (self._how_far(), "$ink-soft"))
        )
        self.query_one("#situation", Static).update(page.title if page else "")
        self.query_one(RouteLine).show([self._stop(stop) for stop in self.stops])
        self.refresh_bindings()

    def _how_far(self) -> str:
        parts = [self.tr(Message.counted("{n} stop", "{n} stops", len(self.stops)))]
        if isinstance(self.route, KeptRoute):
            parts.append(self.tr("{n} ticked off", n=sum(stop.done for stop in self.stops)))
            if self.route.left:
                parts.append(self.tr("you stopped following it"))
            else:
                own = self.services.session is None
                parts.append(self.tr("kept with yourself") if own else self.tr("kept in this dossier"))
        return ", ".join(parts)

    def _stop(self, stop: KeptStop) -> RouteStop:
        method, page = self.services.method, self.services.method.pages.get(stop.page)
        if page is None:
            gone = self.tr("This page is not there any more")
            return RouteStop(stop.page, PageKind.THEORY, gone, gone, stop.reason, "", "", stop.done)
        kind = kind_name(page, method, self.services.catalog)
        state = self._done() if stop.done else self._state(stop.page) or kind.lower()
        return RouteStop(stop.page, page.kind, page.title, page.short, stop.reason, page.gist, state, stop.done)

    def _done(self) -> str:
        glyphs = self.services.glyphs
        return f"{glyphs.done if glyphs.banded else f'[{glyphs.done}]'} {self.tr('ticked off')}"

    def _state(self, page: str) -> str:
        """Symbol and word; empty off the map, and while nothing can be known."""
        if self.services.workspace is None:
            return ""
        state = self._states.get(page)
        if state is None:
            return ""
        mark = self.services.glyphs.mark(state.level, here=state.here)
        return f"{mark} {self.tr('you are here') if state.here else self.tr(state.word)}"

    @property
    def _states(self) -> dict[str, StationState]:
        session = self.services.session
        return station_states(session.dossier if session else None, self._own, self.services.method)

    # -- following ---------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with this route now has a key."""
        if action == "keep":
            return not self._is_followed
        if action == "stop":
            return self._is_followed
        return bool(self._answers) and not isinstance(self.route, KeptRoute) if action == "answers" else True

    @property
    def _is_followed(self) -> bool:
        return isinstance(self.route, KeptRoute) and not self.route.left

    def action_keep(self) -> None:
        """Keeps the route with the open dossier, else with the professional."""
        self.in_background(self._keep_it())

    def action_stop(self) -> None:
        """Stops following the route."""
        self.in_background(self._stop_following())

    def on_route_line_ticked(self, event: RouteLine.Ticked) -> None:
        """Ticks a stop off; a route that was not kept yet is kept first."""
        self.in_background(self._tick(event.page, event.done))

    def on_route_line_opened(self, event: RouteLine.Opened) -> None:
        """Opens its page; Esc comes back here."""
        self.post_message(OpenPage(event.page))

    async def _session(self) -> DossierSession | None:
        """Where a route is kept; says so when it cannot be."""
        workspace = self.services.workspace
        if workspace is None:
            self.notice("Without a vault this route cannot be kept. You can still open its stops.")
            return None
        return self.services.session or await self.services.background(workspace.own)

    async def _keep(self) -> bool:
        session, route = await self._session(), self.route
        if session is None:
            return False
        if isinstance(route, KeptRoute):
            await self._change(lambda kept: take_up_route(session, kept), session)
        else:
            await self.services.background(lambda: keep_route(session, route))
            self.route = session.dossier.all(KeptRoute)[-1]
            self._show()
        if session.alias:
            self.notice("Kept in the dossier of {alias}. The map shows your next stops.", alias=session.alias)
        else:
            self.notice("Kept with yourself. The map shows your next stops.")
        return True

    async def _keep_it(self) -> None:
        await self._keep()

    async def _tick(self, page: str, done: bool) -> None:
        if not self._is_followed and not await self._keep():
            return
        if (session := await self._session()) is not None:
            await self._change(lambda kept: tick_stop(session, kept, page, done=done), session)
            if all(stop.done for stop in self.stops):
                self.notice("Every stop is ticked off. Your route is done.")

    async def _stop_following(self) -> None:
        if (session := await self._session()) is not None:
            await self._change(lambda kept: leave_route(session, kept), session)
            self.notice("You stopped following this route; it is still kept. Follow it again: s.")

    async def _change(self, change: Callable[[KeptRoute], object], session: DossierSession) -> None:
        """Changes the kept route and shows it; never in another dossier than where it was kept."""
        if (kept := self._kept_in(session.dossier)) is not None:
            await self.services.background(lambda: change(kept))
        self._take_from(session)

    def _take_from(self, session: DossierSession) -> None:
        """The route as the dossier has it now; when that is another dossier, this is not its screen any more."""
        kept = self._kept_in(session.dossier)
        if kept is None:
            self.dismiss(None)
            return
        self.route = kept
        self._show()

    def _kept_in(self, dossier: Dossier) -> KeptRoute | None:
        same = (route for route in dossier.all(KeptRoute) if route.id == getattr(self.route, "id", ""))
        return next(same, None)

    # -- going on ----------------------------------------------------------------------------------------------------

    def action_answers(self) -> None:
        """Back to the last question, with the answer that was given."""
        from resokit_tui.ui.screens.ask import AskScreen

        self.app.switch_screen(AskScreen.again(self.services, self.route.situation, self._answers))

    def action_leave(self) -> None:
        """To the map."""
        self.dismiss(None)
