"""The map of a client's network, what stands out on it, and moving and removing on it."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from resokit_tui.casework import network_layout as layout
from resokit_tui.casework.network import ContactKind, Ring
from resokit_tui.core.domains import LifeDomain
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.network import NetworkScreen
from resokit_tui.ui.screens.network_contact import ContactScreen
from resokit_tui.ui.screens.network_list import NetworkListScreen
from resokit_tui.ui.widgets.network_map import NetworkMap
from tests.contracts.test_no_english import english
from tests.networks import contact, network
from tests.ui.conftest import MakeServices
from tests.ui.networks import beside, contacts, left, notices, with_contacts
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


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
