"""Names, as fast as they are typed: none is lost, none is refused without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from resokit_tui.core.dates import Clock
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.network import NetworkScreen
from resokit_tui.ui.screens.network_attributes import AttributesScreen
from resokit_tui.ui.screens.network_base import Looking
from resokit_tui.ui.screens.network_names import NamesScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.name_field import NameField
from tests.networks import contact
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.networks import contacts, with_contacts
from tests.ui.places import at, here
from tests.ui.seen import sentence, settle, text, type_text


def names_screen(services: Services) -> NamesScreen:
    return NamesScreen(services, Looking())


async def test_on_an_empty_map_the_names_come_first(practising: MakeServices) -> None:
    app = ResokitApp(with_contacts(practising()), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert at(app, NamesScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NetworkScreen)
        assert "Er staat nog niemand op de kaart." in text(app)


async def test_typing_fast_loses_no_name_and_each_is_a_version_of_its_own(practising: MakeServices) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=NetworkScreen)
    typed = [f"n{n}" for n in range(12)]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert services.session is not None
        version = services.session.version
        for name in typed:
            await pilot.press(*name, "enter")
        await settle(pilot)
        assert list(contacts(services)) == typed
        assert services.session.version == version + len(typed)
        shown = text(app)
        assert shown.index("✓ n11") < shown.index("✓ n10") < shown.index("✓ n0")
        assert "12 namen bewaard." in shown
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, AttributesScreen)
        assert "Wat is n0?" in text(app)


async def test_escape_takes_what_stands_in_the_field_too(practising: MakeServices) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "De buurman")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NetworkScreen)
        assert list(contacts(services)) == ["De buurman"]
        assert "● De buurman" in text(app)
        assert "Geen 1" in text(app)


async def test_the_same_name_twice_is_kept_twice_with_a_quiet_hint(practising: MakeServices) -> None:
    services = with_contacts(practising(), contact("Guy"))
    app = ResokitApp(services, first=names_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "guy")
        await pilot.pause()
        assert "Deze naam staat er al. Hij mag er twee keer staan." in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert sorted(contacts(services)) == ["Guy", "guy"]
        await type_text(pilot, "Jan Peeters")
        await pilot.pause()
        assert "Dit lijkt op een volledige naam." in text(app)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  De\tbuur \u202evrouw\u202c\x07 ", "De buur vrouw"),
        ("Zoe\u0308 👩\u200d👧", "Zoë 👩\u200d👧"),
        ("{name} %s [bold]", "{name} %s [bold]"),
    ],
)
async def test_strange_characters_are_cleaned_or_kept_as_they_are(
    practising: MakeServices, typed: str, kept: str
) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=names_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(NameField).value = typed
        await pilot.press("enter")
        await settle(pilot)
        assert list(contacts(services)) == [kept]


async def test_a_hundred_thousand_characters_are_refused_with_the_field_named_and_stay_in_it(
    practising: MakeServices,
) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=names_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(NameField).post_message(Paste("x" * 100_000))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert "Naam: 100000 tekens is te lang voor een naam" in sentence(app)
        assert app.screen.query_one(NameField).value == "x" * 100_000
        assert not contacts(services)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NamesScreen)


async def test_pasted_lines_are_a_name_each_and_the_last_one_waits(practising: MakeServices) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=names_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "De ")
        app.screen.query_one(NameField).post_message(Paste("buurman\r\n\nSalma\nGuy"))
        await settle(pilot)
        assert list(contacts(services)) == ["De buurman", "Salma"]
        assert app.screen.query_one(NameField).value == "Guy"
        app.screen.query_one(NameField).post_message(Paste("\n".join(str(n) for n in range(100))))
        await settle(pilot)
        assert len(contacts(services)) == 2
        assert app.screen.query_one(NameField).value.endswith("98 99")


async def test_a_full_disk_is_said_and_the_names_are_kept_once_there_is_room(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk, services = FullDisk(), make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=names_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        disk.full = True
        await pilot.press(*"Guy", "enter", *"Salma", "enter")
        await settle(pilot)
        assert "NIET bewaard" in text(app)
        assert "✓ Guy" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NamesScreen)
        disk.full = False
        await pilot.press(*"Nadia", "enter")
        await settle(pilot)
        assert list(contacts(services)) == ["Guy", "Salma", "Nadia"]
        assert "NIET bewaard" not in text(app)


async def test_a_name_that_is_being_typed_waits_in_a_draft(practising: MakeServices) -> None:
    services = with_contacts(practising())
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "De halve na")
        assert await here(app, NamesScreen).ready_to_leave()
        here(app, NamesScreen).dismiss(None)
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert app.screen.query_one(NameField).value == "De halve na"
