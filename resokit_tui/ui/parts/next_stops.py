"""The card below the map: what may help next, and the way to a route."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.guidance import Suggestion
from resokit_tui.casework.route import KeptRoute
from resokit_tui.core.i18n import Message
from resokit_tui.method.method import Method
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList

ASK, ROUTE = "ask", "route"
"""Ids of the last row: to the questions, or to the route that is followed; every other row has the id of its page."""
_NAME_ROOM, _REASON_ROOM = 26, 47
"""Cells for a stop's name, and for its reason."""


class NextStops(Vertical):
    """What is left of the route that is followed, then what the dossier suggests; last the way to a route."""

    def __init__(self, services: Services, *, id: str) -> None:
        super().__init__(id=id)
        self.services = services

    def compose(self) -> ComposeResult:
        """Title and rows."""
        yield Static(id="next-title", markup=False)
        yield PointerList(self.services.glyphs, id="stops")

    def show(self, route: KeptRoute | None, suggestions: Sequence[Suggestion], room: int) -> None:
        """Fills so many rows."""
        catalog, method = self.services.catalog, self.services.method
        title = Content.styled(catalog("Next stop").upper(), "bold $here")
        if route is not None:
            title = Content.assemble(title, "  ", (catalog("on your route"), "$ink-soft"))
        self.query_one("#next-title", Static).update(title)
        rows = [self._stop(method, page, reason) for page, reason in self._next(route, suggestions)]
        self.query_one("#stops", PointerList).show([*rows[: room - 1], self._way(route)])

    def _next(self, route: KeptRoute | None, suggestions: Sequence[Suggestion]) -> list[tuple[str, str]]:
        """Page and reason, the route's own first; each page once and only if it is there to read."""
        found = {stop.page: stop.reason for stop in route.stops if not stop.done} if route else {}
        for suggestion in suggestions:
            found.setdefault(suggestion.page, self.services.catalog.render(suggestion.reason))
        return [(page, reason) for page, reason in found.items() if page in self.services.method.pages]

    def _stop(self, method: Method, id: str, reason: str) -> Option:
        page = method.page(id)
        return _row(id, page.title if cell_len(page.title) < _NAME_ROOM else page.short, reason)

    def _way(self, route: KeptRoute | None) -> Option:
        catalog = self.services.catalog
        if route is None:
            return _row(ASK, catalog("Where are you?"), catalog("A few short questions, and you get a route."))
        done = sum(stop.done for stop in route.stops)
        counted = Message.counted("{done} of {n} stop done", "{done} of {n} stops done", len(route.stops), done=done)
        page = self.services.method.pages.get(route.situation)
        words = f"{page.short}: {catalog.render(counted)}" if page else catalog.render(counted)
        return _row(ROUTE, catalog("Your route"), words)


def _row(id: str, name: str, reason: str) -> Option:
    return Option(
        Content.assemble((pad(name, _NAME_ROOM), "bold"), (shorten(reason, _REASON_ROOM), "$ink-soft")), id=id
    )
