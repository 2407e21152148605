"""The network of a client: names fast, questions with arrows, a map, and what stands out on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from resokit_tui.casework import network_layout as layout
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact, ContactKind, Frequency, Ring, Support
from resokit_tui.core.dates import Clock
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.network import NetworkScreen
from resokit_tui.ui.screens.network_attributes import AttributesScreen
from resokit_tui.ui.screens.network_base import Looking
from resokit_tui.ui.screens.network_contact import ContactScreen
from resokit_tui.ui.screens.network_list import NetworkListScreen
from resokit_tui.ui.screens.network_moments import MomentsScreen
from resokit_tui.ui.screens.network_names import NameField, NamesScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_map import NetworkMap
from tests.contracts.test_no_english import english
from tests.networks import contact, network
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


def contacts(services: Services) -> dict[str, Contact]:
    assert services.session is not None
    return {each.name: each for each in services.session.dossier.all(Contact)}


def with_contacts(services: Services, *others: Contact) -> Services:
    """The same, on a new dossier with just these contacts."""
    assert services.workspace is not None
    services.session = services.workspace.new("Linde")
    services.session.fill(Dossier(services.session.id, {"contacts": others}), Message("contacts noted"))
    return services


def left(app: ResokitApp) -> str:
    """The map, where something stands beside it."""
    return "\n".join(row[:42] for row in rows(app)[1:-2])


def beside(app: ResokitApp, column: int = 42) -> str:
    """What stands beside the map, as running text."""
    return " ".join(" ".join(row[column:] for row in rows(app)[1:-2]).split())


def notices(app: ResokitApp) -> list[str]:
    return [notice.message for notice in app._notifications]


def names_screen(services: Services) -> NamesScreen:
    return NamesScreen(services, Looking())


# -- the map -----------------------------------------------------------------------------------------------------------


async def test_from_the_dossier_the_map_with_names_domains_and_what_the_signs_mean(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        shown = text(app)
        for words in ("● Guy", "○ Nadia", "● Irène", "Familie 1", "Werk 0", "kern", "van zien"):
            assert words in shown
        assert "● 4 onbetaald" in shown
        assert "○ 3 betaald" in shown
        assert "● Guy · zoon · maandelijks · geeft praktisch" in rows(app)[-2]
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_arrows_go_to_the_nearest_contact_without_a_new_layout(
    practising: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0
    real = layout.network_map

    def counted(*args: object, **kwargs: object) -> object:
        nonlocal made
        made += 1
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("resokit_tui.ui.widgets.network_map.network_map", counted)
    app = ResokitApp(practising(), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = made
        assert before
        await pilot.press("right")
        assert "● Irène" in rows(app)[-2]
        await pilot.press("left", "left")
        assert "○ Nadia" in rows(app)[-2]
        await pilot.press(*["pagedown"] * 7)
        assert "○ Nadia" in rows(app)[-2]
        assert made == before


async def test_names_off_hides_every_name_and_moves_no_sign(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        signs = [(y, x) for y, row in enumerate(rows(app)) for x, char in enumerate(row[:78]) if char in "●○"]
        await pilot.press("o")
        await settle(pilot)
        shown = text(app)
        assert not [name for name in contacts(services) if name in shown]
        assert "zoon" not in shown
        assert [(y, x) for y, row in enumerate(rows(app)) for x, char in enumerate(row[:78]) if char in "●○"] == signs
        assert "4 van de 7 mensen worden niet betaald." in beside(app, 78)
        for key in ("l", "w"):
            await pilot.press(key)
            await settle(pilot)
            assert not [name for name in contacts(services) if name in text(app)]
            await pilot.press("escape")
            await settle(pilot)


async def test_going_over_a_sentence_names_only_those_it_is_about(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert "4 van de 7 mensen worden niet betaald: Guy, Irène" in beside(app)
        assert "Een zin is een vraag om samen te bekijken, geen oordeel." in text(app)
        assert "Salma" in left(app)
        assert "Nadia" not in left(app)
        while "Gezelligheid" not in next(row for row in rows(app) if "►" in row):
            await pilot.press("down")
        await settle(pilot)
        assert "Nadia" in left(app)
        assert "Salma" not in left(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Guy" in text(app)
        assert "Wat valt op?" not in text(app)


async def test_from_120_columns_the_sentences_stand_beside_the_map(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=NetworkScreen)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Wat valt op?" in text(app)
        assert "● Guy" in text(app)


async def test_above_25_contacts_the_map_has_numbers_and_a_list_beside_it(practising: MakeServices) -> None:
    services = with_contacts(practising(), *network(26))
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "● 4" in left(app)
        assert not [name for name in contacts(services) if name and name in left(app)]
        assert "Wie is welk nummer" in text(app)
        await pilot.press("tab", "end")
        await settle(pilot)
        last = next(row for row in rows(app) if "►" in row)
        assert "26" in last
        name = here(app, NetworkScreen).contacts[-1].name
        assert name.split()[0] in rows(app)[-2]


async def test_up_to_25_contacts_have_their_names_on_it(practising: MakeServices) -> None:
    app = ResokitApp(with_contacts(practising(), *network(25)), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Wie is welk nummer" not in text(app)


async def test_plain_characters_draw_the_same_map(practising: MakeServices) -> None:
    app = ResokitApp(practising(ascii=True), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        for words in ("[@ Guy]", "o Nadia", "(ik)", "@ 4 onbetaald"):
            assert words in shown
        assert not set("●○■▲♦▀·") & set(shown)


async def test_names_of_any_script_stand_on_the_map_and_no_row_becomes_wider(practising: MakeServices) -> None:
    strange = ["نادية الإدريسي", "שרה כהן", "美玲 田中", "👩\u200d👩\u200d👧 Peeters", "Zoe\u0308"]
    many = [contact(name, domain=list(LifeDomain)[i], ring=Ring.CLOSE) for i, name in enumerate(strange)]
    app = ResokitApp(with_contacts(practising(), *many), first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert "\u200eنادية الإدريسي\u200e" in shown
        assert "美玲 田中" in shown
        assert "👩👩👧" in shown
        assert all(strip.cell_length == 80 for strip in app.screen._compositor.render_strips())


# -- moving and removing -----------------------------------------------------------------------------------------------


async def test_a_contact_is_moved_with_the_arrows_and_put_back_with_one_key(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v", "up", "right", "right")
        await settle(pilot)
        assert contacts(services)["Guy"].ring is Ring.CLOSE
        assert "Enter: blijft hier" in rows(app)[-2]
        await pilot.press("enter")
        await settle(pilot)
        moved = contacts(services)["Guy"]
        assert (moved.ring, moved.domain) == (Ring.CORE, LifeDomain.HOME)
        assert notices(app) == ["Verplaatst. Ongedaan maken: u."]
        await pilot.press("u")
        await settle(pilot)
        back = contacts(services)["Guy"]
        assert (back.ring, back.domain) == (Ring.CLOSE, LifeDomain.FAMILY)
        version = services.session.version if services.session else 0
        await pilot.press("v", "down", "escape")
        await settle(pilot)
        assert services.session is not None
        assert services.session.version == version
        assert at(app, NetworkScreen)


async def test_removing_is_to_the_trash_and_undone_with_one_key(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert "Guy" not in contacts(services)
        assert notices(app) == ["Verwijderd. Ongedaan maken: u."]
        await pilot.press("u")
        await settle(pilot)
        assert contacts(services)["Guy"].relation == "zoon"
        assert "● Guy" in text(app)


async def test_enter_opens_a_contact_to_write_and_looking_changes_nothing(practising: MakeServices) -> None:
    services = practising()
    before = contacts(services)["Guy"]
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, ContactScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert contacts(services)["Guy"] == before
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("end")
        await type_text(pilot, " V.")
        await pilot.press("tab", "tab", "right", "escape")
        await settle(pilot)
        changed = contacts(services)["Guy V."]
        assert (changed.kind, changed.id, changed.receives) == (ContactKind.GROUP, before.id, before.receives)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("end")
        here(app, ContactScreen).query_one("#name", TextArea).insert("x" * 130)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, ContactScreen)
        assert "Naam: 136 tekens is te lang" in sentence(app)


# -- names -------------------------------------------------------------------------------------------------------------


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


# -- the table of questions --------------------------------------------------------------------------------------------


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
        await pilot.press("left", "left", "down", "right")
        await settle(pilot)
        assert contacts(services)["Guy"].ring is Ring.CORE
        assert services.session.version == version + 1
        await pilot.press("tab", "right", "tab", "right")
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


# -- the list ----------------------------------------------------------------------------------------------------------


async def test_the_list_tells_domain_and_ring_by_place_and_in_words(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=NetworkListScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        head = next(row for row in rows(app) if "dichtbij" in row and "van zien" in row)
        guy = next(row for row in rows(app) if "● Guy" in row)
        salma = next(row for row in rows(app) if "● Salma" in row)
        assert guy.index("●") == head.index("dichtbij")
        assert salma.index("●") == head.index("van zien")
        assert "Familie" in guy
        assert "Leeg: werk, leren, vrije tijd, zingeving en online." in text(app)
        assert rows(app)[-2].strip().startswith("● Guy · zoon")
        await pilot.press("delete")
        await settle(pilot)
        assert "Guy" not in contacts(services)
        await pilot.press("u")
        await settle(pilot)
        assert "Guy" in contacts(services)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, ContactScreen)


@pytest.mark.parametrize(
    ("size", "language"), [((60, 20), "fr"), ((80, 24), "en"), ((104, 30), "nl"), ((160, 50), "fr")]
)
async def test_every_screen_fits_at_every_size(practising: MakeServices, size: tuple[int, int], language: str) -> None:
    services = with_contacts(practising(language=language), *network(60))
    app = ResokitApp(services, first=NetworkScreen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in (
            "w",
            "escape",
            "l",
            "escape",
            "a",
            "escape",
            "n",
            "escape",
            "t",
            "escape",
            "question_mark",
            "escape",
        ):
            await pilot.press(key)
            await settle(pilot)
            assert text(app).strip()
            assert language == "en" or not english(text(app), language), key
        assert app.screen.query_one(NetworkMap).drawing is not None


# -- then and now ------------------------------------------------------------------------------------------------------


class Calendar:
    """A clock that is set by hand."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def changed_network(make_services: MakeServices, tmp_path: Path, clock: Clock) -> Services:
    """Linde's network as it grew: June with Guy and Nadia, Salma in October, today Guy nearer and Nadia gone."""
    services, calendar = make_services(), Calendar(clock() - timedelta(days=150))
    services.workspace = vault_on(FullDisk(), tmp_path / "vault", calendar)
    services.session = session = services.workspace.new("Linde")
    guy = contact("Guy", id="a" * 32, ring=Ring.CLOSE, domain=LifeDomain.FAMILY)
    nadia = contact("Nadia", id="b" * 32, paid=True, domain=LifeDomain.SERVICES)
    session.fill(Dossier(session.id, {"contacts": (guy, nadia)}), Message("contacts noted"))
    calendar.at = clock() - timedelta(days=50)
    session.put(contact("Salma", id="c" * 32, domain=LifeDomain.NEIGHBOURHOOD), Message("contact noted"))
    calendar.at = clock()
    session.put(guy.replaced(clock(), ring=Ring.CORE), Message("contact moved"))
    session.remove(nadia, Message("contact removed"))
    return services


def moments(services: Services) -> MomentsScreen:
    return MomentsScreen(services, Looking())


async def test_two_moments_are_one_map_with_what_changed(changed_network: Services) -> None:
    app = ResokitApp(changed_network, first=moments)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert "vrijdag 26 juni 2026, en nu" in shown
        for words in ("● » Guy", "× Nadia", "● + Salma", "+ Nieuw         Salma", "× Weg           Nadia"):
            assert words in shown
        assert "Guy: dichtbij → kern" in shown
        assert "Hulp 0" in shown
        await pilot.press("right")
        shown = text(app)
        assert "zondag 4 oktober 2026, en nu" in shown
        assert "Nieuw" not in shown
        assert "Salma" not in shown
        await pilot.press("right", "o")
        shown = text(app)
        assert "vandaag 14:32, en nu" in shown
        assert "× Weg           1 contact" in shown
        assert not [name for name in ("Guy", "Nadia", "Salma") if name in shown]
        await pilot.press("left", "left", "left")
        assert "vrijdag 26 juni 2026" in text(app)


async def test_from_120_columns_two_moments_stand_side_by_side_with_the_same_sectors(changed_network: Services) -> None:
    app = ResokitApp(changed_network, first=moments)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        then, now = (app.screen.query_one(id, NetworkMap).drawing for id in ("#then-map", "#now-map"))
        assert then is not None
        assert now is not None
        assert then.geometry == now.geometry
        shown = [(row[:60], row[60:]) for row in rows(app)]
        assert any("Nadia" in left for left, _ in shown)
        assert not any("Nadia" in right and "Weg" not in right for _, right in shown if "×" not in right)
        assert any("Salma" in right for _, right in shown)


async def test_without_an_earlier_moment_that_is_said(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=moments)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Er is nog geen vroeger moment van dit netwerk." in sentence(app)
        assert "ander moment" not in text(app)
