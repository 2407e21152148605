from __future__ import annotations

from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Plan
from resokit_tui.casework.role import Role
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.messages import OpenStage
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.history import HistoryScreen
from resokit_tui.ui.screens.rows import RowsScreen
from resokit_tui.ui.screens.trash import TrashScreen
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.history import record_history
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.trash import trashed
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import sentence, settle, text, type_text


def names(session: DossierSession) -> list[str]:
    return [role.name for role in session.dossier.all(Role)]


async def test_u_takes_back_what_was_done_last_and_shift_u_does_it_again(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = names(session)
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.post_message(OpenStage("stage.roles"))
        await settle(pilot)
        await pilot.press("home", "delete")
        await settle(pilot)
        after = names(session)
        assert len(after) == len(before) - 1
        await pilot.press("u")
        await settle(pilot)
        assert names(session) == before
        assert "Ongedaan gemaakt: in de prullenbak gelegd." in sentence(app)
        assert at(app, RowsScreen)
        await pilot.press("U")
        await settle(pilot)
        assert names(session) == after


async def test_undo_leaves_alone_what_was_done_before_the_dossier_was_opened(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    version = session.version
    session.steps.done.clear()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert "Er is niets om ongedaan te maken." in sentence(app)
    assert session.version == version


async def test_what_made_a_dossier_is_not_undone(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    services.session = session = practice.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert "Er is niets om ongedaan te maken." in sentence(app)
    assert session.alias == "Linde"


async def test_the_history_tells_what_each_version_changed(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    session.put(Note(day=NOW.date(), text="Salma belde terug.", created=NOW, changed=NOW), Message("note added"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(HistoryScreen(services, session))
        await settle(pilot)
        assert "notitie toegevoegd" in text(app)
        assert "notitie, toegevoegd: Salma belde terug." in text(app)


async def test_what_lies_in_the_trash_is_taken_out_as_it_was(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    role = session.dossier.all(Role)[0]
    session.remove(role, Message("put in the trash"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(HistoryScreen(services, session))
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert at(app, TrashScreen)
        assert role.name in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "De prullenbak is leeg." in text(app)
    assert role.name in names(session)


async def test_what_lies_in_the_trash_goes_for_good_once_the_passphrase_confirms_it(
    practising: MakeServices, practice: Workspace
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    for role in session.dossier.all(Role)[:2]:
        session.remove(role, Message("put in the trash"))
    gone, kept = (role for role in trashed(session) if isinstance(role, Role))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await app.push_screen(TrashScreen(services, session))
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert gone.name in sentence(app)
        assert "Reservekopieën" in sentence(app)
        await type_text(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert trashed(session) == [gone, kept]
        await pilot.press(*["backspace"] * 20)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TrashScreen)
        assert kept.name in text(app)
        assert gone.name not in text(app)
    again = practice.open(session.id)
    assert trashed(again) == [kept]
    assert record_history(again, gone.id) == []


async def test_an_earlier_version_of_a_form_is_put_back(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    services.session = session = practice.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.post_message(OpenStage("stage.plan"))
        await settle(pilot)
        await pilot.press("tab")
        for words in ("eerst", " en toen"):
            await pilot.press("end")
            await type_text(pilot, words)
            await pilot.press("ctrl+s")
            await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert "Vroegere versies" in text(app)
        await pilot.press("down")
        await settle(pilot)
        assert "Wat mis kan gaan: eerst" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "eerst en toen" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
    plan = session.dossier.newest(Plan)
    assert plan is not None
    assert plan.risk == "eerst"
