"""A dossier on paper: what will be in it is read first, and nothing leaves before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from resokit_tui.casework.exported import Exported
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.i18n import Message
from resokit_tui.export.text import linear_text
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens import export as export_module
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.export import ExportScreen
from resokit_tui.ui.screens.reflections import ReflectionsScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.option_row import OptionRow
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import sentence, settle, text, type_text


def entries(services: Services) -> list[Exported]:
    assert services.session is not None
    return list(services.session.dossier.all(Exported))


def at_paper(services: Services) -> ResokitApp:
    return ResokitApp(services, first=DossierScreen)


async def choose(pilot: object, app: ResokitApp, row: str, value: str) -> None:
    """Takes a choice as the arrows would."""
    options = here(app, ExportScreen).query_one(f"#{row}", OptionRow)
    options._take(value)
    await settle(pilot)  # type: ignore[arg-type]


async def test_the_plan_is_read_made_and_registered_and_the_screen_says_where(
    practising: MakeServices, tmp_path: Path
) -> None:
    services = practising()
    app = at_paper(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        shown = sentence(app)
        assert "Niet versleuteld: bewaar het" in shown
        assert "Verstelmeter in het repaircafé" in shown
        assert not (tmp_path / "exports").exists()
        await pilot.press("m")
        await settle(pilot)
        (file,) = (tmp_path / "exports").iterdir()
        assert file.read_bytes().startswith(b"%PDF-")
        assert file.name == "rollenplan_marie-louise_2026-11-23.pdf"
        assert "Het document is klaar" in sentence(app)
        (entry,) = entries(services)
        assert (entry.document, entry.audience, entry.place) == ("plan", "client", str(file))
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_any_reflection_goes_on_paper_from_its_list(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    old, new = (
        Reflection(held=NOW.date() - timedelta(days=days), moment=moment, created=NOW, changed=NOW)
        for days, moment in ((40, "Ze lachte om de trap."), (0, "De deur bleef dicht."))
    )
    session.put_many((old, new), Message("reflection kept"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(ReflectionsScreen(services, session, old.id))
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert at(app, ExportScreen)
        assert "Je reflectie van 14/10/2026." in sentence(app)
        inside = here(app, ExportScreen)._prepared
        assert inside is not None
        words = linear_text(inside.document, 70)
        assert "Ze lachte om de trap." in words
        assert "De deur bleef dicht." not in words


async def test_leaving_without_making_writes_nothing(practising: MakeServices, tmp_path: Path) -> None:
    services = practising(language="fr")
    app = at_paper(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert "Non chiffré" in sentence(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
        assert not (tmp_path / "exports").exists()
        assert entries(services) == []


async def test_what_nobody_agreed_to_cannot_be_made_and_the_reason_is_told(
    practising: MakeServices, tmp_path: Path
) -> None:
    services = practising()
    assert services.workspace is not None
    services.session = services.workspace.open(services.workspace.find("J."))
    app = at_paper(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await choose(pilot, app, "audience", "partner")
        assert "De toestemming is nog niet gevraagd" in sentence(app)
        assert "Maak het document" not in text(app)
        await pilot.press("m")
        await settle(pilot)
        assert not (tmp_path / "exports").exists()


async def test_for_intervision_the_words_to_read_come_first_and_the_name_is_gone(
    practising: MakeServices, tmp_path: Path
) -> None:
    services = practising()
    app = at_paper(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await choose(pilot, app, "audience", "intervisie")
        assert "Deze woorden kunnen iemand nog verraden" in sentence(app)
        assert "Ik las deze woorden na" in text(app)
        await choose(pilot, app, "format", "md")
        await pilot.press("m")
        await settle(pilot)
        (file,) = (tmp_path / "exports").iterdir()
        assert "Salma" not in file.read_text()


async def test_a_protected_copy_opens_with_the_words_that_are_shown_once(
    practising: MakeServices, tmp_path: Path
) -> None:
    app = at_paper(practising())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await choose(pilot, app, "format", "protected")
        await pilot.press("m")
        await settle(pilot)
        (file,) = (tmp_path / "exports").iterdir()
        words = sentence(app).partition("Het opent met: ")[2].partition(".")[0].replace(" ", "")
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(file)
        pikepdf.open(file, password=words).close()


async def test_a_document_may_go_to_a_folder_of_ones_own_and_never_over_another_file(
    practising: MakeServices, tmp_path: Path
) -> None:
    (tmp_path / "eigen").mkdir()
    (tmp_path / "bezet.pdf").write_text("van mij")
    app = at_paper(practising())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        here(app, ExportScreen).query_one("#place").focus()
        await type_text(pilot, str(tmp_path / "eigen"))
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert len(list((tmp_path / "eigen").iterdir())) == 1
        field = here(app, ExportScreen).query_one("#place")
        field.focus()
        field.value = str(tmp_path / "bezet.pdf")  # type: ignore[attr-defined]
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "Er is al een bestand" in sentence(app)
        assert (tmp_path / "bezet.pdf").read_text() == "van mij"


async def test_a_folder_that_cannot_be_made_is_told_and_nothing_breaks(
    practising: MakeServices, tmp_path: Path
) -> None:
    services = practising()
    (tmp_path / "file").write_text("")
    services.exports = tmp_path / "file" / "exports"
    app = at_paper(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert at(app, ExportScreen)
        assert "kon niet geschreven worden" in sentence(app)


async def test_characters_without_a_font_are_told_before_they_are_printed_as_boxes(
    practising: MakeServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "_missing", lambda _: ("你", "好"))
    app = at_paper(practising())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert "你 好" in sentence(app)
        assert not (tmp_path / "exports").exists()
        await pilot.press("m")
        await settle(pilot)
        assert len(list((tmp_path / "exports").iterdir())) == 1


async def test_it_opens_only_when_asked(practising: MakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def remember(path: Path) -> bool:
        opened.append(path)
        return False

    monkeypatch.setattr(export_module, "open_document", remember)
    app = at_paper(practising())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("o", "m")
        await settle(pilot)
        assert opened == []
        await pilot.press("o")
        await settle(pilot)
        assert len(opened) == 1
        assert "Geen programma hier opent" in sentence(app)


async def test_every_document_and_reader_can_be_seen_at_the_design_size(practising: MakeServices) -> None:
    app = at_paper(practising())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        for kind in ("summary", "network", "intervision", "reflection", "plan"):
            await choose(pilot, app, "kind", kind)
            for value, _ in here(app, ExportScreen).query_one("#audience", OptionRow).options:
                await choose(pilot, app, "audience", value)
                assert "Dit staat erin" in text(app), (kind, value)
                can_be_made = "aak het document" in text(app)
                assert can_be_made != (kind == "network" and value == "partner"), (kind, value)
