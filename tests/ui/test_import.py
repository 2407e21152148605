"""A dossier from another vault comes in from the list of dossiers: looked at first, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

from resokit_tui.export.data import dossier_json
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.dossiers import DossiersScreen
from resokit_tui.ui.screens.import_dossier import ImportScreen
from resokit_tui.ui.widgets.field import Field
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import sentence, settle, text
from tests.unit.export.dossiers import every_script


def into(app: ResokitApp, path: Path) -> None:
    field = here(app, ImportScreen).query_one("#file", Field)
    field.value = str(path)
    field.focus()


async def test_a_dossier_is_looked_at_and_then_taken_in(practising: MakeServices, tmp_path: Path) -> None:
    services = practising()
    file = tmp_path / "dossier.json"
    file.write_bytes(dossier_json(every_script()))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert at(app, DossiersScreen)
        await pilot.press("h")
        await settle(pilot)
        into(app, file)
        await pilot.press("enter")
        await settle(pilot)
        assert "gegevens van Şükran" in sentence(app)
        assert services.workspace is not None
        assert len(services.workspace.lines()) == 3
        await pilot.press("enter")
        await settle(pilot)
        assert len(services.workspace.lines()) == 4
        assert services.session is not None
        assert services.session.id == every_script().id


async def test_a_dossier_that_is_here_asks_for_a_choice(practising: MakeServices, tmp_path: Path) -> None:
    services = practising()
    assert services.session is not None
    file = tmp_path / "dossier.json"
    file.write_bytes(dossier_json(services.session.dossier))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(ImportScreen(services))
        into(app, file)
        await pilot.press("enter")
        await settle(pilot)
        assert "Dit dossier staat hier al" in sentence(app)
        assert "Voeg het samen" in text(app)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert at(app, ImportScreen)
        here(app, ImportScreen).query_one("#merge").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_a_wrong_file_says_which_field_and_none_of_its_words(practising: MakeServices, tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    broken = json.loads(dossier_json(every_script()))
    broken["tables"]["strengths"][0]["text"] = 5
    file.write_text(json.dumps(broken))
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(ImportScreen(app.services))
        into(app, file)
        await pilot.press("enter")
        await settle(pilot)
        assert "strengths[0].text" in text(app)
        into(app, tmp_path / "niets.json")
        await pilot.press("enter")
        await settle(pilot)
        assert "kon niet gelezen worden" in sentence(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
