"""Two windows on one dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.casework.check import CheckAnswer, CheckedPoint, CheckPoint, RoleCheck
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.network_attributes import AttributesScreen
from resokit_tui.ui.screens.network_base import Looking
from resokit_tui.ui.screens.role_check import RoleCheckScreen, roles_to_check
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.seen import rows, sentence, settle, text, type_text


def change_elsewhere(doors: Doors, folder: Path, record: Record) -> None:
    """Another window saves a record of Marie-Louise's dossier as it sees it."""
    other = doors.open(folder, PASSPHRASE)
    other.open(other.find("Marie-Louise")).put(record, Message("changed elsewhere"))


def note_elsewhere(doors: Doors, folder: Path) -> None:
    """Another window adds a note to Marie-Louise's dossier."""
    other = doors.open(folder, PASSPHRASE)
    session = other.open(other.find("Marie-Louise"))
    session.put(Note(day=NOW.date(), text="van elders", created=NOW, changed=NOW), Message("note added"))


async def test_what_another_window_saved_is_shown_and_told(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    services = practising()
    assert services.session is not None
    before = len(services.session.dossier.all(Note))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        note_elsewhere(doors, tmp_path / "practice")
        app.on_app_focus()
        await settle(pilot)
        assert any("Notities" in row and str(before + 1) in row for row in rows(app))
        assert "Je ziet de nieuwste versie." in sentence(app)


async def test_what_is_being_typed_stays_when_another_window_saves(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "halve zin")
        note_elsewhere(doors, tmp_path / "practice")
        app.on_app_focus()
        await settle(pilot)
        await type_text(pilot, " en meer")
        assert "halve zin en meer" in text(app)


@pytest.mark.parametrize("seen", [True, False], ids=["seen meanwhile", "not seen"])
async def test_an_answer_that_waits_does_not_take_the_place_of_what_another_window_saved(
    practising: MakeServices, doors: Doors, tmp_path: Path, seen: bool
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        contact = sorted(session.dossier.all(Contact), key=lambda each: (each.created, each.id))[0]
        await app.push_screen(AttributesScreen(services, Looking(contact=contact.id)))
        await settle(pilot)
        await pilot.press("right")
        change_elsewhere(doors, tmp_path / "practice", contact.replaced(NOW, name="Anders genoemd"))
        if seen:
            app.on_app_focus()
        await pilot.press("down")
        await settle(pilot)
    session.refresh()
    names = [each.name for each in session.dossier.all(Contact)]
    assert contact.name in names
    assert "Anders genoemd" in names


@pytest.mark.parametrize("seen", [True, False], ids=["seen meanwhile", "not seen"])
async def test_a_role_check_that_waits_does_not_either(
    practising: MakeServices, doors: Doors, tmp_path: Path, seen: bool
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    about = roles_to_check(session)[0][0]
    said = CheckedPoint(point=CheckPoint.CHOSEN, answer=CheckAnswer.YES)
    check = RoleCheck(about=about, points=(said,), created=NOW, changed=NOW)
    session.put(check, Message("role check changed"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(RoleCheckScreen(services, session, "stage.choice"))
        await settle(pilot)
        await pilot.press("right")
        change_elsewhere(doors, tmp_path / "practice", check.replaced(NOW, points=()))
        if seen:
            app.on_app_focus()
        await pilot.press("escape")
        await settle(pilot)
    session.refresh()
    answers = [each.said(said.point).answer for each in session.dossier.all(RoleCheck) if each.about == about]
    assert sorted(answers, key=str) == [None, CheckAnswer.PARTLY]
