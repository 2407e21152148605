"""Two windows on one dossier."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.casework.note import Note
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.seen import rows, sentence, settle, text, type_text


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
