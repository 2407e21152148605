from __future__ import annotations

from resokit_tui.casework.plan import Action
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.closing import ClosingScreen
from resokit_tui.ui.screens.dossier import DossierScreen
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import settle, text, type_text


async def test_a_dossier_is_closed_told_and_opened_again(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = {each.id for each in session.dossier.all(Action) if each.is_open}
    app = ResokitApp(services, first=lambda given: ClosingScreen(given, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Dit dossier is open." in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Gesloten op 23/11/2026." in text(app)
        assert "Vanaf 23/11/2027" in text(app)
        assert not any(each.is_open for each in session.dossier.all(Action))
        await pilot.press("enter")
        await settle(pilot)
        assert "Dit dossier is open." in text(app)
    assert {each.id for each in session.dossier.all(Action) if each.is_open} == before


async def test_the_words_at_the_end_are_kept(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=lambda given: ClosingScreen(given, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await type_text(pilot, "De rol staat.")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, ClosingScreen)
    assert session.dossier.client.closing_words == "De rol staat."


async def test_the_way_there_is_in_the_dossier(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert at(app, ClosingScreen)
