from __future__ import annotations

import pytest

from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.term import TermDialog
from resokit_tui.ui.screens.glossary import FilterInput, GlossaryScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


@pytest.mark.parametrize("key", ["4", "apostrophe"])
async def test_four_opens_the_glossary_without_any_vault(make_services: MakeServices, key: str) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await settle(pilot)
        assert at(app, GlossaryScreen)
        assert f"{len(app.services.glossary.terms)} begrippen" in text(app)
        await pilot.press("2")
        await settle(pilot)
        assert at(app, WayfinderScreen)


async def test_typing_filters_in_every_language_whatever_the_accents(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "resea")
        await settle(pilot)
        assert any("réseau" in row for row in rows(app))
        await pilot.press("escape")
        await type_text(pilot, "comm")
        await settle(pilot)
        assert any(row.startswith("  ► rolcommunicator") for row in rows(app))
        assert app.services.glossary.terms["role-communicator"].explain["nl"][:20] in sentence(app)


@pytest.mark.parametrize(("language", "first"), [("nl", "beroepsgeheim"), ("fr", "secret professionnel")])
async def test_names_stand_in_the_readers_language_with_the_other_two_beside(
    make_services: MakeServices, language: str, first: str
) -> None:
    app = ResokitApp(make_services(language=language), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(first[0])
        await type_text(pilot, first[1:])
        await settle(pilot)
        assert any(row.startswith(f"  ► {first}") and "profession" in row[len(first) + 4 :] for row in rows(app))


async def test_enter_reads_on_and_escape_comes_back_to_the_same_term(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "rolcomm")
        await pilot.press("enter")
        await settle(pilot)
        assert here(app, ReaderScreen).page.id == "theory.communicators"
        await pilot.press("escape")
        await settle(pilot)
        assert any(row.startswith("  ► rolcommunicator") for row in rows(app))


async def test_a_term_without_a_page_opens_in_a_window(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "ocmw")
        await pilot.press("enter")
        await settle(pilot)
        assert here(app, TermDialog).term.id == "ocmw"


async def test_digits_and_help_keep_working_from_the_list(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "buurt")
        await pilot.press("escape", "question_mark")
        await settle(pilot)
        assert "Bij de begrippen" in text(app)


async def test_nothing_found_says_so_and_enter_does_nothing(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "xyzzy")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert at(app, GlossaryScreen)
        assert "Niets met deze letters" in text(app)


async def test_no_letter_gets_lost_on_the_way_to_the_row_and_none_does_anything_else(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=GlossaryScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "beroepsgeheim")
        await settle(pilot)
        assert here(app, GlossaryScreen).query_one(FilterInput).value == "beroepsgeheim"
