"""A route: its stops with their reasons, kept where it belongs, ticked off, and stopped at any time."""

from __future__ import annotations

from typing import NoReturn

import pytest

from resokit_tui.casework.route import KeptRoute
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.method.wayfinder import Route, Stop, walk
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.messages import OpenArea
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.route import RouteScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.route_line import RouteLine
from resokit_tui.workspace.routes import keep_route, open_route
from resokit_tui.workspace.session import DossierSession
from tests.ui.conftest import MakeServices
from tests.ui.methods import written
from tests.ui.seen import rows, settle, text


def six_stops() -> Route:
    """The longest kind of route, with a condition, skills, a stage and a tool."""
    route = walk(written().page("situation.stuck"), (0, 0, 0))
    assert isinstance(route, Route)
    assert len(route.stops) == 6
    return route


def kept(session: DossierSession | None) -> list[KeptRoute]:
    assert session is not None
    return list(session.dossier.all(KeptRoute))


def told(app: ResokitApp) -> str:
    """What the notice at the right says."""
    parts = (row.rpartition("▌") for row in rows(app))
    return " ".join(after.strip() for before, bar, after in parts if bar and len(before) > 20)


async def show(app: ResokitApp, route: Route | KeptRoute | None = None) -> RouteScreen:
    screen = RouteScreen(app.services, route or six_stops())
    await app.push_screen(screen)
    return screen


def opened(services: Services) -> ResokitApp:
    return ResokitApp(services, first=WayfinderScreen)


async def test_six_stops_with_their_reasons_stand_on_one_screen(practising: MakeServices) -> None:
    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        shown = text(app)
        for number, stop in enumerate(six_stops().stops, 1):
            page = services.method.page(stop.page)
            row = next(row for row in rows(app)[1:] if row.strip().startswith(f"{number} "))
            assert page.title in row or page.short in row
            assert stop.reason in shown
        assert "1  ► Reflectieformulier" in shown
        assert "hulpmiddel" in shown
        assert "Ik zit zelf vast" in shown
        assert "Geen volgorde is verplicht" in shown
        assert "Spatie gedaan" in shown
        assert "s bewaren" in shown


async def test_enter_opens_the_page_and_escape_comes_back_to_the_same_stop(practising: MakeServices) -> None:
    app = opened(practising())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press("end", "up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.page.id == six_stops().stops[-2].page
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(RouteLine).index == 4


async def test_a_click_moves_and_a_second_click_opens(practising: MakeServices) -> None:
    app = opened(practising())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.click("#line", offset=(8, 3))
        assert app.screen.query_one(RouteLine).index == 1
        await pilot.click("#line", offset=(8, 3))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_it_is_kept_in_the_dossier_that_is_open(practising: MakeServices) -> None:
    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "Bewaard in het dossier van Marie-Louise" in told(app)
        assert "bewaard in dit dossier" in text(app)
        assert "s bewaren" not in text(app)
        (route,) = kept(services.session)
        assert [(stop.page, stop.reason) for stop in route.stops] == [(s.page, s.reason) for s in six_stops().stops]


async def test_without_a_dossier_it_is_kept_with_the_professional(practising: MakeServices) -> None:
    services = practising()
    session, services.session = services.session, None
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "bewaard bij jezelf" in text(app)
        assert services.workspace is not None
        assert len(kept(services.workspace.own())) == 1
        assert kept(session) == []


@pytest.mark.parametrize("key", ["s", "space"])
async def test_without_a_vault_it_says_that_it_cannot_be_kept(make_services: MakeServices, key: str) -> None:
    app = opened(make_services())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert "Zonder kluis kan je deze route niet bewaren" in told(app)
        assert "gedaan, bewaard" not in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_space_ticks_off_and_back_and_keeps_the_route_when_it_was_not(practising: MakeServices) -> None:
    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press("down", "space")
        await settle(pilot)
        assert "6 haltes, 1 gedaan" in text(app)
        assert any("✓ gedaan" in row and row.strip().startswith("2 ") for row in rows(app))
        (route,) = kept(services.session)
        assert [stop.done for stop in route.stops] == [False, True, False, False, False, False]
        await pilot.press("space")
        await settle(pilot)
        assert "6 haltes, 0 gedaan" in text(app)


async def test_the_last_stop_ends_the_route(practising: MakeServices) -> None:
    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app, Route("situation.stuck", six_stops().stops[:3]))
        await settle(pilot)
        for key in ("space", "down", "space", "down", "space"):
            await pilot.press(key)
            await settle(pilot)
        assert "Alle haltes zijn gedaan" in told(app)
        assert services.session is not None
        assert open_route(services.session.dossier) is None


async def test_it_can_be_stopped_without_a_question_and_taken_up_again_as_it_was(practising: MakeServices) -> None:
    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "Toch weer volgen: s." in told(app)
        assert "je volgt ze niet meer" in text(app)
        assert services.session is not None
        assert open_route(services.session.dossier) is None
        await pilot.press("s")
        await settle(pilot)
        (route,) = kept(services.session)
        assert route.is_open
        assert route.stops[0].done


async def test_a_route_that_could_not_be_kept_does_not_look_kept(
    practising: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise CannotError(Message("The disk is full. Make room and try again."))

    services = practising()
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(app)
        await settle(pilot)
        monkeypatch.setattr(services.session, "put", refuse)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "bewaard in dit dossier" not in text(app)
        assert "s bewaren" in text(app)
        assert kept(services.session) == []


async def test_the_route_of_one_client_is_not_shown_or_changed_in_the_dossier_of_another(
    practising: MakeServices,
) -> None:
    services = practising()
    first, workspace = services.session, services.workspace
    assert first is not None
    assert workspace is not None
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await app.action_area("wayfinder")
        await settle(pilot)
        await show(app)
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        app.screen.post_message(OpenArea("today"))
        await settle(pilot)
        services.session = workspace.open(workspace.find("Luc"))
        app.screen.post_message(OpenArea("wayfinder"))
        await settle(pilot)
        assert isinstance(app.screen, WayfinderScreen)
        assert kept(services.session) == []
        assert [stop.done for stop in kept(first)[0].stops] == [False] * 6


async def test_a_kept_route_is_reopened_from_the_map(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    keep_route(services.session, six_stops())
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, RouteScreen)
        assert "x stoppen" in text(app)
        await pilot.press("escape", "tab", "end", "enter")
        await settle(pilot)
        assert isinstance(app.screen, RouteScreen)


async def test_without_a_route_the_map_says_how_to_get_one(practising: MakeServices) -> None:
    app = opened(practising())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Je volgt nog geen route. Druk op w" in told(app)


async def test_a_kept_stop_whose_page_is_gone_still_gives_its_reason(practising: MakeServices) -> None:
    services = practising()
    stops = (Stop("skill.gone", "Nog altijd een goede raad."), *six_stops().stops[:2])
    assert services.session is not None
    keep_route(services.session, Route("situation.gone", stops))
    app = opened(services)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Nog altijd een goede raad." not in text(app)
        await pilot.press("r")
        await settle(pilot)
        assert "Nog altijd een goede raad." in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "skill.gone" in text(app)


async def test_at_the_smallest_size_and_with_plain_characters_nothing_is_lost(practising: MakeServices) -> None:
    app = opened(practising(ascii=True))
    async with app.run_test(size=(60, 20)) as pilot:
        await show(app)
        await settle(pilot)
        assert all(stop.reason in text(app) for stop in six_stops().stops)
        assert "[1]" in text(app)
        assert all(ord(char) < 0x2000 or char in "‘’…" for char in text(app))
