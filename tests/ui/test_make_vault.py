from __future__ import annotations

import re

from textual.pilot import Pilot

from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.screens.make_vault import MakeVaultScreen
from resokit_tui.ui.screens.recovery_sheet import RecoverySheetScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.ui.screens.unlock import UnlockScreen
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import PASSPHRASE
from tests.ui.places import at
from tests.ui.seen import settle, text, type_text


async def fill_in(pilot: Pilot[Leave], name: str, first: str, again: str) -> None:
    """Types the three fields, Enter after each."""
    for words in (name, first, again):
        await type_text(pilot, words)
        await pilot.press("enter")
        await pilot.pause()
    await settle(pilot)


def squeezed(app: ResokitApp) -> str:
    return " ".join(text(app).split())


async def test_without_a_vault_the_app_welcomes_and_makes_one(make_services: MakeServices, doors: Doors) -> None:
    services = make_services()
    app = ResokitApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Welkom bij Resokit" in text(app)
        await pilot.press("escape")
        assert at(app, MakeVaultScreen)
        await fill_in(pilot, "Ann", PASSPHRASE, PASSPHRASE)
        assert at(app, RecoverySheetScreen)
        code = dict(re.findall(r"(\d) ([0-9A-Z]{5})\b", text(app)))
        assert len(code) == 7
        await pilot.press("enter")
        await pilot.pause()
        asked = re.findall(r"Groep (\d)", text(app))
        assert len(asked) == 2
        assert code[asked[0]] not in text(app)
        for number in asked:
            await type_text(pilot, code[number].lower())
            await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)
        assert [door.name for door in doors.vaults()] == ["Ann"]
        doors.open_with_recovery(doors.vaults()[0].folder, "-".join(code[str(n)] for n in range(1, 8))).close()


async def test_a_group_that_differs_is_named_and_the_code_can_be_seen_again(make_services: MakeServices) -> None:
    app = ResokitApp(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot, "Ann", PASSPHRASE, PASSPHRASE)
        await pilot.press("enter")
        await pilot.pause()
        number = re.findall(r"Groep (\d)", text(app))[0]
        await type_text(pilot, "ABCDE")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert f"! Groep {number} is niet gelijk" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Schrijf deze code op papier" in text(app)
        assert at(app, RecoverySheetScreen)


async def test_a_weak_passphrase_is_refused_with_its_reason(make_services: MakeServices, doors: Doors) -> None:
    app = ResokitApp(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot, "Ann", "kort", "kort")
        assert "! Deze wachtzin is te kort" in squeezed(app)
        assert at(app, MakeVaultScreen)
        assert app.focused is not None
        assert app.focused.id == "first"
        assert doors.vaults() == []


async def test_two_passphrases_that_differ_are_refused(make_services: MakeServices, doors: Doors) -> None:
    app = ResokitApp(make_services(language="fr"))
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot, "Ann", PASSPHRASE, PASSPHRASE + "x")
        assert "! Les deux phrases de passe sont différentes." in squeezed(app)
        assert doors.vaults() == []


async def test_a_name_that_is_taken_is_told_in_place(make_services: MakeServices, doors: Doors) -> None:
    doors.make("Ann", PASSPHRASE)[0].close()
    app = ResokitApp(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        assert at(app, UnlockScreen)
        await pilot.press("shift+tab", "end", "enter")
        await pilot.pause()
        assert at(app, MakeVaultScreen)
        await fill_in(pilot, "Ann", PASSPHRASE, PASSPHRASE)
        assert "! Er is al een kluis Ann" in squeezed(app)
        await pilot.press("escape")
        assert at(app, UnlockScreen)


async def test_a_language_keeps_the_name_that_was_typed(make_services: MakeServices) -> None:
    app = ResokitApp(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "Ann")
        await pilot.press("shift+tab", "right", "right", "enter")
        await settle(pilot)
        assert "Welcome to Resokit" in text(app)
        assert "  Ann  " in text(app)
