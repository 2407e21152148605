"""*Waar zit je?*: from a situation, through a few questions, to a route."""

from __future__ import annotations

import msgspec
import pytest
from textual.pilot import Pilot

from resokit_tui.method.page import PageKind
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.screens.ask import AskScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.route import RouteScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from tests.ui.conftest import MakeServices
from tests.ui.methods import written
from tests.ui.seen import rows, sentence, settle, text, type_text


def pointed_at(app: ResokitApp) -> str:
    """The row with the cursor."""
    return next(row.partition("►")[2].strip() for row in rows(app) if "►" in row)


def shows(app: ResokitApp, screen: type[BaseScreen]) -> bool:
    """Whether this screen is in front."""
    return isinstance(app.screen, screen)


async def ask(pilot: Pilot[Leave], *keys: str) -> None:
    """From the map to the questions."""
    await settle(pilot)
    await pilot.press("w")
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def test_from_the_map_all_situations_stand_on_one_screen(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot)
        shown = text(app)
        situations = services.method.of_kind(PageKind.SITUATION)
        assert all(page.title in shown for page in situations)
        assert situations[0].gist in shown
        await pilot.press("down")
        await pilot.pause()
        assert situations[1].gist in text(app)
        assert "3 korte vragen" in text(app)


async def test_one_question_at_a_time_with_progress_and_the_route_so_far_in_sight(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "down", "down", "enter")
        assert "vraag 1 van 3: De persoon zegt dat hij niets kan" in text(app)
        assert "◉ wanneer ━━━━ ○ krachten ━━━━ ○ wie gelooft" in text(app)
        assert "Wanneer zegt de persoon dat?" in text(app)
        assert "Op je route nog niets en met dit antwoord Geloof in kunnen" in sentence(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "● wanneer ━━━━ ◉ krachten ━━━━ ○ wie gelooft" in text(app)
        assert "Op je route Begrip" in sentence(app)
        assert pointed_at(app) == "Drie of meer, met een voorbeeld"


async def test_the_last_answer_leads_to_the_route(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "down", "down", "enter", "enter", "enter", "enter")
        assert shows(app, RouteScreen)
        assert "Jouw route" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, WayfinderScreen)


async def test_backspace_goes_back_to_the_answer_that_was_given(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "down", "down", "enter", "down", "enter", "enter", "down", "enter")
        assert shows(app, RouteScreen)
        seen = []
        for _ in range(4):
            await pilot.press("backspace")
            await settle(pilot)
            seen.append(pointed_at(app))
        assert seen == [
            "Alleen mensen die betaald worden",
            "Drie of meer, met een voorbeeld",
            "Al jaren, en over alles",
            "De persoon zegt dat hij niets kan",
        ]
        await pilot.press("backspace")
        await settle(pilot)
        assert shows(app, WayfinderScreen)


async def test_escape_leaves_from_any_question(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "enter", "enter", "escape")
        assert shows(app, WayfinderScreen)


async def test_the_page_of_a_situation_can_be_read_first(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "down", "l")
        assert shows(app, ReaderScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, AskScreen)
        assert pointed_at(app) == "De persoon kent de stad of de taal nog niet"


async def test_a_click_on_a_question_that_was_answered_goes_back_to_it(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "down", "down", "enter", "down", "enter")
        await pilot.click("#progress", offset=(2, 0))
        await settle(pilot)
        assert "vraag 1 van 3" in text(app)
        assert pointed_at(app) == "Al jaren, en over alles"


async def test_the_card_on_the_map_and_the_palette_lead_here_too(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "end")
        assert pointed_at(app).startswith("Waar zit je?")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, AskScreen)
        await pilot.press("escape", "ctrl+p")
        await settle(pilot)
        await type_text(pilot, "waar zit je")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, AskScreen)


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_without_a_vault_and_at_other_sizes(make_services: MakeServices, size: tuple[int, int]) -> None:
    app = ResokitApp(make_services(ascii=True), first=WayfinderScreen)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, "enter")
        assert "vraag 1 van 4" in text(app)
        assert "[@] het contact" in text(app)
        await pilot.press(*["enter"] * 4)
        await settle(pilot)
        assert shows(app, RouteScreen)
        assert all(ord(char) < 0x2000 or char in "‘’…▌▊▁▔▎" for char in text(app))


async def test_in_another_language_the_same_question_stands_there(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "enter", "enter")
        await app.action_language("fr")
        await settle(pilot)
        assert "question 2 sur 4" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "question 3 sur 4" in text(app)


async def test_answers_that_no_longer_fit_the_text_start_again_with_a_word_about_it(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=lambda services: AskScreen(services, "situation.stuck", (9, 9)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "passen niet meer" in sentence(app) or "vragen" in sentence(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "vraag 1 van 3" in text(app)


async def test_a_page_of_an_organisation_that_asks_nothing_is_not_offered(practising: MakeServices) -> None:
    method = written()
    silent = msgspec.structs.replace(method.page("situation.stuck"), steps=())
    services = practising()
    services._methods["nl"] = msgspec.structs.replace(method, pages=method.pages | {silent.id: silent})
    app = ResokitApp(services, first=AskScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ik werk met een groep" in text(app)
        assert "Ik zit zelf vast" not in text(app)
