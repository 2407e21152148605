from __future__ import annotations

import pytest

from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.steps import StepsScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import PASSPHRASE
from tests.ui.places import at
from tests.ui.seen import rows, settle, text, type_text


@pytest.fixture
def empty(doors: Doors) -> Workspace:
    return doors.make("Ann", PASSPHRASE)[0]


async def test_what_is_late_comes_first_and_is_counted_in_words(
    make_services: MakeServices, practice: Workspace
) -> None:
    services = make_services()
    services.workspace = practice
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert "Maandag 23 november 2026" in shown
        assert shown.index("! TE LAAT") < shown.index("DEZE WEEK")
        assert any("23 dagen" in row and "Marie-Louise" in row and "Salma" in row for row in rows(app))
        assert "OEFENKLUIS" in rows(app)[0]


async def test_enter_on_a_line_opens_that_step_in_its_dossier(make_services: MakeServices, practice: Workspace) -> None:
    services = make_services()
    services.workspace = practice
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        line = next(row for row in rows(app) if "►" in row)
        assert "Marie-Louise" in line
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, StepsScreen)
        assert "Marie-Louise" in rows(app)[0]
        assert any("►" in row and "Salma" in row for row in rows(app))
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_the_cards_lead_on(make_services: MakeServices, practice: Workspace) -> None:
    services = make_services(language="fr")
    services.workspace = practice
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "EN RETARD" in text(app)
        assert "UN ARRÊT POUR AUJOURD’HUI" in text(app)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert at(app, ReaderScreen)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_an_empty_vault_offers_one_thing(make_services: MakeServices, empty: Workspace) -> None:
    services = make_services()
    services.workspace = empty
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Er zijn nog geen dossiers in deze kluis." in text(app)
        assert "OEFENKLUIS" not in text(app)
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "Linde")
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert [line.alias for line in empty.lines()] == ["Linde"]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Jan Peeters", "volledige naam"),
        ("0470 12 34 56", "telefoonnummer"),
        ("jan@voorbeeld.be", "e-mailadres"),
        ("85.07.30-033.28", "rijksregisternummer"),
    ],
)
async def test_what_looks_like_a_person_gets_a_hint_and_may_stay(
    make_services: MakeServices, empty: Workspace, typed: str, seen: str
) -> None:
    services = make_services()
    services.workspace = empty
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, typed)
        await pilot.pause()
        assert seen in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert [line.alias for line in empty.lines()] == [typed]


async def test_an_alias_gets_no_hint_and_one_that_is_taken_is_refused(
    make_services: MakeServices, practice: Workspace
) -> None:
    services = make_services()
    services.workspace = practice
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "marie-louise")
        await pilot.pause()
        assert "Dit lijkt op" not in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "! Er is al een dossier" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, TodayScreen)
