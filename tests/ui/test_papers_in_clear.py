"""What lies about in clear is named and can be deleted; sheets are made from the screens that speak of them."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.left_documents import LeftDocumentsDialog
from resokit_tui.ui.dialogs.message import MessageDialog
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.recovery_sheet import RecoverySheetScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.ui.screens.unlock import UnlockScreen
from resokit_tui.workspace.dossiers import Workspace
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import sentence, settle, text, type_text
from tests.unit.export.pdf.printing import text_of

PASSPHRASE = "paraplu kaars trein walnoot"
CODE = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH"


def leave(folder: Path, *names: str) -> list[Path]:
    folder.mkdir()
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text("x")
    return paths


async def test_what_is_left_is_counted_at_the_door_named_inside_and_deleted_when_asked(
    make_services: MakeServices, tmp_path: Path
) -> None:
    services = make_services()
    services.doors.make("Ann", PASSPHRASE)[0].close()
    left = leave(tmp_path / "exports", "rollenplan_linde_2026-11-22.pdf", "samenvatting_linde_2026-11-22.md", "x.txt")
    app = ResokitApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Er liggen hier 2 documenten" in sentence(app)
        assert "linde" not in text(app)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, LeftDocumentsDialog)
        assert "rollenplan_linde_2026-11-22.pdf" in text(app)
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert at(app, TodayScreen)
        assert [path.exists() for path in left] == [False, False, True]


async def test_enter_without_choosing_keeps_them(make_services: MakeServices, tmp_path: Path) -> None:
    services = make_services()
    services.doors.make("Ann", PASSPHRASE)[0].close()
    (left,) = leave(tmp_path / "exports", "rollenplan_linde_2026-11-22.pdf")
    app = ResokitApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)
        assert left.exists()


async def test_without_documents_nobody_is_bothered(make_services: MakeServices) -> None:
    services = make_services()
    services.doors.make("Ann", PASSPHRASE)[0].close()
    app = ResokitApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert at(app, UnlockScreen)
        assert "Alles blijft op deze computer" in sentence(app)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TodayScreen)


async def test_a_recovery_sheet_is_printed_and_only_the_drawing_holds_the_code(
    make_services: MakeServices, practice: Workspace, tmp_path: Path
) -> None:
    services = make_services()
    app = ResokitApp(services, first=lambda given: RecoverySheetScreen(given, practice, CODE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "Druk het één keer af" in sentence(app)
        (sheet,) = (tmp_path / "exports").iterdir()
        assert sheet.name == "herstelblad_2026-11-23.pdf"
        assert all(group in text_of(sheet.read_bytes()) for group in CODE.split("-"))
        log = tmp_path / "state" / "events.log"
        assert not log.exists() or not any(group in log.read_text() for group in CODE.split("-"))


async def test_a_tool_page_makes_its_sheet_and_another_page_has_no_such_key(
    make_services: MakeServices, tmp_path: Path
) -> None:
    services = make_services()
    tool, stage = services.method.page("tool.rolecheck"), services.method.page("stage.choice")
    app = ResokitApp(services, first=lambda given: ReaderScreen(given, tool))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "werkblad" in text(app)
        await pilot.press("p")
        await settle(pilot)
        assert at(app, MessageDialog)
        (sheet,) = (tmp_path / "exports").iterdir()
        assert sheet.name == "werkblad_rolcheck_2026-11-23.pdf"
    app = ResokitApp(make_services(), first=lambda given: ReaderScreen(given, stage))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert at(app, ReaderScreen)
        assert len(list((tmp_path / "exports").iterdir())) == 1
