from __future__ import annotations

from datetime import date, timedelta

from resokit_tui.casework.neighbourhood import REREAD_AFTER, Place
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.neighbourhood import NeighbourhoodScreen
from resokit_tui.ui.screens.place import PlaceScreen
from resokit_tui.ui.screens.unlock import UnlockScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.services import Services
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


def places(services: Services) -> dict[str, Place]:
    assert services.workspace is not None
    return {place.name: place for place in services.workspace.own().dossier.all(Place)}


def with_places(services: Services, **read: date | None) -> Services:
    """Places by name, with the day they were last read."""
    assert services.workspace is not None
    own = services.workspace.own()
    for name, day in read.items():
        own.put(Place(name=name, read=day, created=own.now(), changed=own.now()), Message("place kept"))
    return services


async def test_a_place_is_written_down_from_the_map_of_the_method(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        assert "Nog geen plekken." in text(app)
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "Kapsalon Nadia")
        await pilot.press("tab")
        await type_text(pilot, "Sint-Joost")
        await pilot.press("tab", "right", "right", "tab")
        await type_text(pilot, "Moeders praten er.")
        await pilot.press("tab")
        await type_text(pilot, "Nadia")
        await pilot.press("tab")
        await type_text(pilot, "Een trap.")
        await pilot.press("escape")
        await settle(pilot)
        assert "Kapsalon Nadia" in text(app)
        assert "Sint-Joost, Vrienden" in text(app)
        assert "herlezen op 24/05/2027" in text(app)
    place = places(services)["Kapsalon Nadia"]
    assert (place.neighbourhood, place.domain) == ("Sint-Joost", LifeDomain.FRIENDS)
    assert (place.happens, place.key_figure, place.barriers) == ("Moeders praten er.", "Nadia", "Een trap.")
    assert place.read == NOW.date()


async def test_what_asks_to_be_read_again_comes_first_and_goes_when_it_is(practising: MakeServices) -> None:
    long_ago = NOW.date() - REREAD_AFTER
    services = with_places(practising(), Aa=NOW.date(), Zz=long_ago)
    app = ResokitApp(services, first=NeighbourhoodScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert shown.index("TE HERLEZEN") < shown.index("Zz") < shown.index("BIJGEWERKT") < shown.index("Aa")
        await pilot.press("r")
        await settle(pilot)
        assert "TE HERLEZEN" not in text(app)
    assert places(services)["Zz"].read == NOW.date()


async def test_a_removed_place_comes_back_with_one_key(practising: MakeServices) -> None:
    services = with_places(practising(), Vismet=NOW.date())
    app = ResokitApp(services, first=NeighbourhoodScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert "prullenbak. Ongedaan maken: u." in sentence(app)
        assert not places(services)
        await pilot.press("u")
        await settle(pilot)
        assert "Vismet" in rows(app)[5]
    assert set(places(services)) == {"Vismet"}


async def test_looking_at_a_place_changes_nothing_and_writing_in_it_does(practising: MakeServices) -> None:
    before = NOW.date() - timedelta(days=10)
    services = with_places(practising(), Vismet=before)
    app = ResokitApp(services, first=NeighbourhoodScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert places(services)["Vismet"].read == before
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("end")
        await type_text(pilot, "plein")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NeighbourhoodScreen)
    assert places(services)["Vismetplein"].read == NOW.date()


async def test_what_was_typed_in_a_place_is_kept_for_that_place(practising: MakeServices) -> None:
    services = with_places(practising(), Aa=NOW.date(), Bb=NOW.date())
    app = ResokitApp(services, first=NeighbourhoodScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "half ")
        await pilot.press("tab", "tab", "right")
        assert await here(app, PlaceScreen).ready_to_leave()
        here(app, PlaceScreen).dismiss(None)
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "half" not in text(app)
        await pilot.press("escape", "up", "enter")
        await settle(pilot)
        assert "half Aa" in text(app)
        assert "Familie" in text(app)
        assert "Klad van daarnet" in text(app)


async def test_without_an_open_vault_it_goes_to_the_door(make_services: MakeServices) -> None:
    services = make_services()
    services.doors.make("Ann", "paraplu kaars trein walnoot")[0].close()
    app = ResokitApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "tab", "2")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        assert at(app, UnlockScreen)
