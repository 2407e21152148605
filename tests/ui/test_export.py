from __future__ import annotations

from pathlib import Path

from resokit_tui.casework.exported import Exported
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.export import ExportDialog
from resokit_tui.ui.screens.dossier import DossierScreen
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, settle, text


def joined(app: ResokitApp) -> str:
    """What stands in the dialog, without spaces and line ends, so that a path broken over rows is whole again."""
    inside = "".join(row.partition("▊")[2].partition("▎")[0] for row in rows(app))
    return "".join(char for char in inside if char.isalnum() or char in "/._-")


async def test_the_plan_is_written_and_the_screen_says_where(practising: MakeServices, tmp_path: Path) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        shown = " ".join(text(app).split())
        assert "Het bestand is niet" in shown
        assert not (tmp_path / "exports").exists()
        await pilot.press("enter")
        await settle(pilot)
        files = list((tmp_path / "exports").iterdir())
        assert [file.read_bytes()[:5] for file in files] == [b"%PDF-"]
        assert "Het rollenplan is klaar." in " ".join(text(app).split())
        assert files[0].name in joined(app)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert services.session is not None
        assert [entry.format for entry in services.session.dossier.all(Exported)] == ["pdf"]


async def test_leaving_without_making_writes_nothing(practising: MakeServices, tmp_path: Path) -> None:
    app = ResokitApp(practising(language="fr"), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert at(app, ExportDialog)
        assert "Le fichier n’est pas chiffré" in " ".join(text(app).split())
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert not (tmp_path / "exports").exists()


async def test_a_folder_that_cannot_be_made_is_told_and_nothing_breaks(
    practising: MakeServices, tmp_path: Path
) -> None:
    services = practising()
    (tmp_path / "file").write_text("")
    services.exports = tmp_path / "file" / "exports"
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, ExportDialog)
        assert "kon niet geschreven worden" in " ".join(text(app).split())
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
