"""One question for every contact in a row, answered with the arrows."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.casework.network import ContactKind, Frequency, Ring, Support
from resokit_tui.core.dates import Clock
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.network_attributes import AttributesScreen
from resokit_tui.ui.screens.network_base import Looking
from resokit_tui.ui.services import Services
from tests.networks import contact, network
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.networks import contacts, with_contacts
from tests.ui.places import at
from tests.ui.seen import press_at_once, rows, sentence, settle, text


def table(services: Services) -> AttributesScreen:
    return AttributesScreen(services, Looking())


async def test_one_question_is_answered_for_everybody_with_the_arrows(practising: MakeServices) -> None:
    people = [contact(name, id=f"{n:032x}") for n, name in enumerate(("Guy", "Nadia", "Salma"))]
    services = with_contacts(practising(), *people)
    app = ResokitApp(services, first=table)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert services.session is not None
        version = services.session.version
        await pilot.press("tab", "tab")
        assert "Hoe dicht staat Guy bij Linde?" in text(app)
        assert "je kent elkaar bij naam, je groet en praat soms" in text(app)
        await press_at_once(pilot, "left", "left", "down")
        await settle(pilot)
        assert contacts(services)["Guy"].ring is Ring.CORE
        assert services.session.version == version + 1
        await pilot.press("right", "tab", "right", "tab", "right")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        nadia = contacts(services)["Nadia"]
        assert (nadia.ring, nadia.frequency, nadia.paid) == (Ring.BY_SIGHT, Frequency.DAILY, True)
        assert contacts(services)["Salma"] == people[2]


async def test_support_is_marked_with_space_and_a_letter_names_a_domain(practising: MakeServices) -> None:
    services = with_contacts(practising(), contact("Guy"))
    app = ResokitApp(services, first=table)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "v")
        assert "vrienden" in next(row for row in rows(app) if "● Guy" in row)
        await pilot.press("v")
        assert "vrije tijd" in next(row for row in rows(app) if "● Guy" in row)
        await pilot.press("tab", "tab", "tab", "tab")
        assert "Wat geeft Guy aan Linde?" in text(app)
        await pilot.press("space", "right", "right", "space")
        assert "[x] emotioneel   [ ] gezelligheid   [x] praktisch" in text(app)
        await pilot.press("left", "left", "space", "tab", "space")
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
    guy = contacts(services)["Guy"]
    assert guy.domain is LifeDomain.LEISURE
    assert (guy.receives, guy.gives) == ((Support.PRACTICAL,), (Support.EMOTIONAL,))


async def test_an_answer_is_saved_when_it_stands_and_taken_back_with_one_key(practising: MakeServices) -> None:
    services = with_contacts(practising(), contact("Guy"))
    app = ResokitApp(services, first=table)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("right")
        await pilot.pause(1.0)
        await settle(pilot)
        assert contacts(services)["Guy"].kind is ContactKind.GROUP
        assert "Bewaard 14:32" in text(app)
        await pilot.press("right", "u")
        await settle(pilot)
        assert contacts(services)["Guy"].kind is ContactKind.GROUP
        await pilot.press("u")
        await settle(pilot)
        assert contacts(services)["Guy"].kind is ContactKind.PERSON


async def test_answers_that_cannot_be_saved_stay_in_sight(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk, services = FullDisk(), make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    services.session.put(contact("Guy"), Message("contact noted"))
    app = ResokitApp(services, first=table)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        disk.full = True
        await pilot.press("right", "tab")
        await settle(pilot)
        assert "NIET bewaard" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, AttributesScreen)
        assert "groep" in next(row for row in rows(app) if "■ Guy" in row)
        disk.full = False
        await pilot.press("escape")
        await settle(pilot)
        assert contacts(services)["Guy"].kind is ContactKind.GROUP


async def test_200_contacts_scroll_and_columns_follow_the_question(practising: MakeServices) -> None:
    services = with_contacts(practising(), *network(200))
    app = ResokitApp(services, first=table)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end")
        assert any("►" in row for row in rows(app))
        await pilot.press("shift+tab", *["tab"] * 9)
        assert "opent een deur" in text(app)
        assert "andere mensen of plekken?" in sentence(app)
