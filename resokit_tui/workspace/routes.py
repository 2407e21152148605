"""Following a route: kept with the open dossier, or with the professional when none is open; one at a time."""

from __future__ import annotations

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.route import KeptRoute, KeptStop
from resokit_tui.core.i18n import Message
from resokit_tui.method.wayfinder import Route
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.session import DossierSession


def open_route(dossier: Dossier) -> KeptRoute | None:
    """The route that is being followed here, if there is one."""
    routes = [route for route in dossier.all(KeptRoute) if route.is_open]
    return routes[-1] if routes else None


def keep_route(session: DossierSession, route: Route) -> Saved:
    """Starts to follow a route; the one that was followed before is left. Raises as `DossierSession.put` does."""
    if (before := open_route(session.dossier)) is not None:
        leave_route(session, before)
    now = session.now()
    stops = tuple(KeptStop(page=stop.page, reason=stop.reason) for stop in route.stops)
    kept = KeptRoute(situation=route.situation, stops=stops, created=now, changed=now)
    return session.put(kept, Message("route begun"))


def tick_stop(session: DossierSession, route: KeptRoute, page: str, *, done: bool) -> Saved:
    """Marks a stop as done, or as still to do."""
    label = Message("stop done") if done else Message("stop to do again")
    return session.put(route.replaced(session.now(), stops=route.ticked(page, done)), label)


def leave_route(session: DossierSession, route: KeptRoute) -> Saved:
    """Gives a route up; it stays in the dossier, and nothing asks about it any more."""
    return session.put(route.replaced(session.now(), left=True), Message("route left"))


def take_up_route(session: DossierSession, route: KeptRoute) -> Saved:
    """Follows a route again that was given up, with what was ticked off; the one followed now is left."""
    if (now_open := open_route(session.dossier)) is not None:
        leave_route(session, now_open)
    return session.put(route.replaced(session.now(), left=False), Message("route taken up again"))
