from __future__ import annotations

import re
from pathlib import Path

import pytest

from resokit_tui.casework.note import Note
from resokit_tui.casework.role import Role
from resokit_tui.core.dates import Clock
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.dossiers import DossiersScreen
from resokit_tui.ui.screens.form import FormScreen
from resokit_tui.ui.screens.note import NoteScreen
from resokit_tui.ui.screens.notes import NotesScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text


async def test_the_dossier_shows_state_what_is_late_the_role_and_the_agreement(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert "✓ 0 Vertrekken" in shown
        assert "◐ 7 Plan" in shown
        assert "✓ klaar" in shown
        assert "! 23 dagen" in shown
        assert "Salma vragen als leergast" in shown
        assert "Verstelmeter in het repaircafé" in shown
        assert "Niet delen met haar" in shown
        assert "Volgende halte" in shown
        assert "Luc" not in shown


async def test_every_stage_can_be_chosen_and_its_page_is_one_key_away(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home")
        reached = set()
        for _ in range(9):
            reached.add(next(row for row in rows(app) if "►" in row)[:31])
            await pilot.press("down")
            await pilot.pause()
        assert all(any(re.search(rf"[✓◐○] {number} ", row) for row in reached) for number in range(9))
        await pilot.press("home", "enter")
        await settle(pilot)
        assert at(app, FormScreen)
        await pilot.press("f2")
        await settle(pilot)
        assert at(app, ReaderScreen)


async def test_a_next_stop_opens_its_page(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="fr"), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Prochain arrêt" in text(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert at(app, ReaderScreen)


async def test_without_an_open_dossier_one_is_chosen(make_services: MakeServices, practice: Workspace) -> None:
    services = make_services()
    services.workspace = practice
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert at(app, DossiersScreen)
        assert [name for name in ("J.", "Luc", "Marie-Louise") if name in text(app)] == ["J.", "Luc", "Marie-Louise"]
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert "Verstelmeter" in text(app)
        await pilot.press("o")
        await settle(pilot)
        assert at(app, DossiersScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_leaving_the_choice_without_choosing_goes_to_today(
    make_services: MakeServices, practice: Workspace
) -> None:
    services = make_services()
    services.workspace = practice
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert at(app, DossiersScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, TodayScreen)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_a_note_is_counted_and_can_be_read_back(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = len(services.session.dossier.all(Note)) if services.session else 0
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "Salma belde terug.")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert any("Notities" in row and str(before + 1) in row for row in rows(app))
        await pilot.press("end")
        while not any("►" in row and "Notities" in row for row in rows(app)):
            await pilot.press("up")
            await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, NotesScreen)
        entries = text(app)
        assert "23/11/2026" in entries
        assert entries.index("Salma belde terug.") < entries.index("Eerste huisbezoek")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_an_empty_note_leaves_nothing(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        version = services.session.version if services.session else 0
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert services.session is not None
        assert services.session.version == version


@pytest.fixture
def disk() -> FullDisk:
    return FullDisk()


async def test_a_note_on_a_full_disk_stays_on_the_screen_until_it_is_saved(
    make_services: MakeServices, disk: FullDisk, tmp_path: Path, clock: Clock
) -> None:
    services = make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "Dit mag niet weg.")
        disk.full = True
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NoteScreen)
        shown = text(app)
        assert "Dit mag niet weg." in shown
        assert "NIET bewaard" in shown
        assert "de schijf is vol" in shown
        assert services.session.dossier.all(Note) == ()
        disk.full = False
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Bewaard 14:32" in text(app)
        assert "NIET bewaard" not in text(app)
        assert [note.text for note in services.session.dossier.all(Note)] == ["Dit mag niet weg."]


async def test_damage_is_said_plainly(make_services: MakeServices, practice: Workspace, tmp_path: Path) -> None:
    dossier_id = practice.find("Marie-Louise")
    session = practice.open(dossier_id)
    now = session.now()
    session.put(Note(created=now, changed=now, day=now.date(), text="De laatste."), NoteScreen.LABEL)
    newest = max((tmp_path / "practice" / "o").rglob(f"{dossier_id}/{session.version:010d}"))
    newest.write_bytes(newest.read_bytes()[:-9])
    practice._sessions.clear()
    services = make_services()
    services.workspace = practice
    services.session = practice.open(dossier_id)
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "beschadigd" in text(app)
        assert "Verstelmeter" in text(app)


async def test_what_was_changed_in_two_windows_at_once_is_named(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    was = session.dossier.all(Role)[0]
    other = doors.open(tmp_path / "practice", PASSPHRASE)
    other.open(session.id).put(was.replaced(NOW, note="van hen"), Message("test"), was=was)
    session.put(was.replaced(NOW, note="van mij"), Message("test"), was=was)
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        assert "staat het hier twee keer: rol" in sentence(app)
