from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from resokit_tui.casework.client import Address
from resokit_tui.casework.preferences import ClientWord, Preferences
from resokit_tui.core.settings import Settings
from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import check_overlay
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.about import AboutDialog
from resokit_tui.ui.entering import take_own_choices
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.settings import SettingsScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.services import Services
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text
from tests.unit.export.pdf.printing import text_of

MACHINE = ("language", "theme", "signs", "motion", "idle")
OWN = ("client_word", "address", "retention", "organisation", "overlay")


def kept(services: Services) -> Preferences:
    assert services.workspace is not None
    found = services.workspace.own().dossier.newest(Preferences)
    assert found is not None
    return found


async def to_row(pilot: Pilot[Any], row: str) -> None:
    """From the first row down to this one."""
    await pilot.press(*["down"] * (*MACHINE, *OWN).index(row))


@pytest.mark.parametrize(
    ("row", "changed"),
    [
        ("language", {"language": "fr"}),
        ("theme", {"theme": "resokit-dark"}),
        ("signs", {"ascii": True}),
        ("motion", {"still": True}),
        ("idle", {"idle_minutes": 10}),
    ],
)
async def test_a_choice_for_this_machine_holds_at_once_and_is_kept(
    make_services: MakeServices, row: str, changed: dict[str, object]
) -> None:
    services = make_services()
    written: list[Settings] = []
    services.keep_settings = written.append
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await settle(pilot)
        await to_row(pilot, row)
        await pilot.press("right")
        await settle(pilot)
        assert written == [Settings(**changed)]  # type: ignore[arg-type]
        assert services.settings == written[0]
        assert app.focused is not None
        assert app.focused.id == row
        if row == "language":
            assert "Thème" in text(app)
        if row == "signs":
            assert "> " in next(line for line in rows(app) if "Tekens" in line)
        if row == "motion":
            assert app.animation_level == "none"
        if row == "theme":
            assert app.theme == "resokit-dark"


async def test_without_a_vault_ones_own_choices_wait(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=SettingsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Die zie je als je kluis open is." in text(app)
        assert "Woord voor cliënt" not in text(app)
        await pilot.press("down", "down", "down", "down", "down")
        assert app.focused is not None
        assert app.focused.id in MACHINE


async def test_ones_own_choices_are_kept_in_the_vault_and_used(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await settle(pilot)
        await to_row(pilot, "client_word")
        await pilot.press("right", "down", "right", "down", "right", "down")
        await type_text(pilot, "Buurthuis Zenne")
        await pilot.press("escape")
        await settle(pilot)
        mine = kept(services)
        assert (mine.client_word, mine.address, mine.retention_months) == (ClientWord.PARTICIPANT, Address.U, 24)
        assert mine.organisation == "Buurthuis Zenne"
        await pilot.press("e")
        await settle(pilot)
        assert "alleen jij en je deelnemer" in sentence(app)
        assert services.workspace is not None
        assert services.workspace.new("Nieuw").dossier.client.address is Address.U


async def test_the_organisation_stands_on_the_role_plan(practising: MakeServices, tmp_path: Path) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await settle(pilot)
        await to_row(pilot, "organisation")
        await type_text(pilot, "Buurthuis Zenne")
        await pilot.press("enter", "escape")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
    (made,) = (tmp_path / "exports").iterdir()
    assert "Buurthuis Zenne" in text_of(made.read_bytes())


@pytest.fixture
def own_pages(tmp_path: Path) -> Path:
    """An organisation's folder with its own page on trust."""
    page = tmp_path / "eigen" / "nl" / "conditions" / "trust.md"
    page.parent.mkdir(parents=True)
    shutil.copy(content_folder() / "nl" / "conditions" / "trust.md", page)
    page.write_text(page.read_text().replace('"Wederzijds vertrouwen"', '"Vertrouwen bij ons"'))
    return tmp_path / "eigen"


async def choose_folder(pilot: Pilot[Any], folder: str) -> None:
    await settle(pilot)
    await pilot.press("i")
    await settle(pilot)
    await to_row(pilot, "overlay")
    await type_text(pilot, folder)
    await pilot.press("enter")
    await settle(pilot)


async def test_the_organisations_pages_take_their_place_at_once_and_go_again(
    practising: MakeServices, own_pages: Path
) -> None:
    services = practising()
    services.check_overlay = lambda folder: check_overlay(content_folder(), folder)
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await choose_folder(pilot, str(own_pages))
        assert "zijn in orde" in sentence(app)
        assert kept(services).overlay == str(own_pages)
        assert services.method.page("condition.trust").title == "Vertrouwen bij ons"
        await pilot.press("escape")
        await settle(pilot)
        assert "Vertrouwen bij" in text(app)
        await pilot.press("i")
        await settle(pilot)
        await to_row(pilot, "overlay")
        await pilot.press("ctrl+u", "escape")
        await settle(pilot)
        assert "Wederzijds" in text(app)
        assert "Vertrouwen bij" not in text(app)


async def test_a_fault_in_the_organisations_pages_is_told_and_ours_stay(
    practising: MakeServices, own_pages: Path
) -> None:
    page = own_pages / "nl" / "conditions" / "trust.md"
    page.write_text(page.read_text().replace('kind = "condition"', 'kind = "conditie"'))
    services = practising()
    services.check_overlay = lambda folder: check_overlay(content_folder(), folder)
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await choose_folder(pilot, str(own_pages))
        assert "resokit check --content --overlay" in sentence(app)
        assert services.method.page("condition.trust").title == "Wederzijds vertrouwen"


async def test_a_folder_that_is_not_there_is_not_kept(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose_folder(pilot, "/nergens")
        assert "Er is geen map /nergens." in text(app)
        await take_own_choices(services)
        assert services.preferences is not None
        assert services.preferences.overlay == ""


async def test_about_says_whose_the_method_is_and_that_odisee_did_not_make_this(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "over resokit")
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, AboutDialog)
        assert "Verhaegen, I." in text(app)
        assert "niet gemaakt of goedgekeurd door Odisee" in sentence(app)
        await pilot.press("end")
        await settle(pilot)
        assert "Noto (SIL" in sentence(app)
