from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from resokit_tui.core.settings import Settings
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.passphrase import NewPassphraseDialog
from resokit_tui.ui.patience import Patience
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.ui.screens.unlock import UnlockScreen
from resokit_tui.ui.services import Services
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import PASSPHRASE as SHOWN
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import PASSPHRASE
from tests.ui.places import at, here
from tests.ui.seen import rows, settle, text, type_text


class Watch:
    """A clock for waiting that a test moves by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ann(doors: Doors) -> str:
    """A vault of Ann beside that of Karim; gives her recovery code."""
    doors.make("Karim", PASSPHRASE)[0].close()
    workspace, code = doors.make("Ann", PASSPHRASE)
    workspace.close()
    return code


def app_with(services: Services, watch: Watch | None = None) -> ResokitApp:
    return ResokitApp(services, first=lambda given: UnlockScreen(given, Patience(watch or Watch())))


async def test_a_name_and_its_passphrase_lead_to_today(make_services: MakeServices, ann: str) -> None:
    services = make_services()
    app = app_with(services)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Wie ben je?" in text(app)
        assert "Wachtzin van Ann" in text(app)
        await pilot.press("shift+tab", "down")
        await pilot.pause()
        assert "Wachtzin van Karim" in text(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)
        assert services.workspace is not None
        assert services.workspace.name == "Ann"


async def test_what_was_typed_is_nowhere_once_it_is_used(make_services: MakeServices, ann: str) -> None:
    app = app_with(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, PASSPHRASE)
        assert PASSPHRASE not in text(app)
        door = app.screen
        await pilot.press("enter")
        await settle(pilot)
        assert not list(door.query(Input))


async def test_a_wrong_passphrase_is_told_and_each_next_try_waits_longer(make_services: MakeServices, ann: str) -> None:
    watch = Watch()
    app = app_with(make_services(), watch)
    async with app.run_test(size=(80, 24)) as pilot:
        for wait in (1, 2, 4, 8, 16, 30, 30):
            await type_text(pilot, "niet deze")
            await pilot.press("enter")
            await settle(pilot)
            shown = " ".join(text(app).split())
            assert "! Je wachtzin klopt niet." in shown
            assert f"over {wait} second" in shown
            await type_text(pilot, PASSPHRASE)
            await pilot.press("enter")
            await settle(pilot)
            assert f"Wacht nog {wait} second" in " ".join(text(app).split())
            assert at(app, UnlockScreen)
            app.screen.query_one(Input).value = ""
            watch.now += wait
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)


async def test_the_recovery_sheet_opens_when_the_passphrase_is_forgotten(make_services: MakeServices, ann: str) -> None:
    app = app_with(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert "Code op je herstelblad" in text(app)
        await type_text(pilot, ann.lower().replace("-", " ")[:-1])
        await pilot.press("enter")
        await settle(pilot)
        assert "Vergelijk met je herstelblad" in " ".join(text(app).split())
        app.screen.query_one(Input).value = ""
        here(app, UnlockScreen).patience = Patience(Watch())
        await type_text(pilot, ann.lower())
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, NewPassphraseDialog)  # the forgotten one must not be needed again


async def test_what_is_typed_can_be_shown(make_services: MakeServices, ann: str) -> None:
    app = app_with(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "vier woorden")
        assert "vier woorden" not in text(app)
        await pilot.press("tab", "space")
        await pilot.pause()
        assert "vier woorden" in text(app)
        assert "[x] toon wat ik typ" in text(app)


async def test_a_language_takes_effect_at_once_and_is_kept(make_services: MakeServices, ann: str) -> None:
    services = make_services()
    kept: list[Settings] = []
    services.keep_settings = kept.append
    app = app_with(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "tab", "right", "enter")
        await settle(pilot)
        assert "Qui êtes-vous ?" in text(app)
        assert "Phrase de passe de Ann" in text(app)
        assert [settings.language for settings in kept] == ["fr"]


async def test_a_practice_vault_shows_its_passphrase_and_another_does_not(
    make_services: MakeServices, practice: Workspace, doors: Doors, ann: str, tmp_path: Path
) -> None:
    practice.close()
    services = make_services()
    services.shown_passphrase = SHOWN
    app = app_with(services)
    async with app.run_test(size=(80, 24)):
        assert SHOWN not in text(app)
    services.chosen = doors.door(tmp_path / "practice")
    app = app_with(services)
    async with app.run_test(size=(80, 24)) as pilot:
        assert f"Oefenkluis. De wachtzin: {SHOWN}" in text(app)
        assert "Nieuwe kluis maken" not in text(app)
        await type_text(pilot, SHOWN)
        await pilot.press("enter")
        await settle(pilot)
        assert "OEFENKLUIS" in rows(app)[0]


async def test_a_vault_that_went_away_is_told_in_place(make_services: MakeServices, ann: str, doors: Doors) -> None:
    services = make_services()
    app = app_with(services)
    async with app.run_test(size=(80, 24)) as pilot:
        for door in doors.vaults():
            door.folder.rename(door.folder.with_name("weg-" + door.folder.name))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, UnlockScreen)
        assert any(row.strip().startswith("!") for row in rows(app))
