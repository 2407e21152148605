from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.core.errors import LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.message import MessageDialog
from resokit_tui.ui.dialogs.passphrase import ConfirmDialog, NewPassphraseDialog
from resokit_tui.ui.messages import Unlocked
from resokit_tui.ui.screens.closing import ClosingScreen
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.keeping import KeepingScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.keeping import LEFT_BEHIND
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import sentence, settle, text, type_text

NEW = "paraplu kaars trein walnoot"


async def test_a_backup_is_made_read_back_and_remembered(practising: MakeServices, tmp_path: Path) -> None:
    app = ResokitApp(practising(), first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert "Van deze kluis is nog geen reservekopie gemaakt." in text(app)
        await pilot.press("enter")
        await type_text(pilot, str(tmp_path / "stick"))
        await pilot.press("enter")
        await settle(pilot)
        assert "De kopie is nagelezen en is heel." in sentence(app) or "gelezen" in sentence(app)
        assert "is van 23/11/2026" in sentence(app)
    assert any((tmp_path / "stick").iterdir())


async def test_a_damaged_file_is_told_and_the_app_stays(practising: MakeServices, tmp_path: Path) -> None:
    services = practising()
    assert services.session is not None
    folder = tmp_path / "practice" / "o" / services.session.id[:2] / services.session.id
    newest = max(path for path in folder.iterdir() if path.is_file())
    data = bytearray(newest.read_bytes())
    data[300] ^= 1
    newest.write_bytes(data)
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "beschadigd" in sentence(app)
        assert "Herstellen wat kan" in text(app)


async def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    app = ResokitApp(practising(), first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(KeepingScreen(app.services))
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        for words in ("niet de goede", NEW, NEW):
            await type_text(pilot, words)
            await pilot.press("enter")
        await settle(pilot)
        assert at(app, NewPassphraseDialog)  # a wrong one changes nothing, and says so
        await pilot.press("shift+tab", "shift+tab", *["backspace"] * 20)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert at(app, KeepingScreen)
    assert doors.open(tmp_path / "practice", NEW)
    with pytest.raises(LockedError):
        doors.open(tmp_path / "practice", PASSPHRASE)


async def test_after_the_recovery_sheet_there_is_no_way_round_a_new_passphrase(
    make_services: MakeServices, doors: Doors
) -> None:
    made, code = doors.make("Ann", "zeven stille zwanen zwemmen")
    made.close()
    app = ResokitApp(make_services())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        (door,) = doors.vaults()
        app.screen.post_message(Unlocked(doors.open_with_recovery(door.folder, code)))
        await settle(pilot)
        await pilot.press("escape")
        assert at(app, NewPassphraseDialog)
        await type_text(pilot, NEW)
        await pilot.press("enter")
        await type_text(pilot, NEW)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)
    assert doors.open(door.folder, NEW)


async def test_a_dossier_is_erased_for_good_only_with_the_passphrase(
    practising: MakeServices, practice: Workspace
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(ClosingScreen(services, session))
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "Dit verdwijnt:" in sentence(app)
        assert "Reservekopieën" in sentence(app)
        await type_text(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "Marie-Louise" in [line.alias for line in practice.lines()]
        await pilot.press(*["backspace"] * 20)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert "Marie-Louise" not in text(app)
    assert "Marie-Louise" not in [line.alias for line in practice.lines()]


async def test_what_is_left_to_be_done_after_a_passphrase_is_said_and_waits_to_be_read(
    practising: MakeServices,
) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(
            ConfirmDialog(services, Message("Erase this for good?"), "", lambda _: LEFT_BEHIND), lambda _: None
        )
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, MessageDialog)
        assert "Sommige bestanden konden nog niet weg." in sentence(app)
