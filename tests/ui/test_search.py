from __future__ import annotations

import time

import pytest

from resokit_tui.casework.consent import Consent
from resokit_tui.casework.design import Need, RoleDesign
from resokit_tui.casework.dossier import TABLES
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action, Plan, Review
from resokit_tui.casework.profile import Profile
from resokit_tui.casework.reflection import Reflection
from resokit_tui.casework.role import Role, RoleIdea
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.dialogs.term import TermDialog
from resokit_tui.ui.entering import read_for_search
from resokit_tui.ui.messages import OpenDossier
from resokit_tui.ui.screens.consents import ConsentsScreen
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.form import FormScreen
from resokit_tui.ui.screens.ideas import IdeasScreen
from resokit_tui.ui.screens.needs import NeedsScreen
from resokit_tui.ui.screens.neighbourhood import NeighbourhoodScreen
from resokit_tui.ui.screens.network import NetworkScreen
from resokit_tui.ui.screens.note import NoteScreen
from resokit_tui.ui.screens.notes import NotesScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.reflections import ReflectionsScreen
from resokit_tui.ui.screens.rows import RowsScreen
from resokit_tui.ui.screens.search import SearchScreen
from resokit_tui.ui.screens.steps import StepsScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.findable import Group
from resokit_tui.workspace.search import Found
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


def groups(app: ResokitApp) -> set[Group]:
    return {hit.entry.group for hit in here(app, SearchScreen)._found.hits}


async def test_a_typing_error_finds_method_glossary_and_dossiers(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert "In de methode, de begrippen en al je dossiers." in text(app)
        await type_text(pilot, "beeldvormng")
        await settle(pilot)
        shown = text(app)
        assert "Niets voor ‘beeldvormng’. Dit lijkt erop: beeldvorming" in shown
        assert shown.index("METHODE") < shown.index("BEGRIPPEN")
        assert {Group.PAGE, Group.TERM} <= groups(app)


async def test_what_was_sought_is_marked_without_needing_colour(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "trouwkleed")
        await settle(pilot)
        hits = app.screen.query_one("#hits", PointerList)
        row = next(hits.get_option_at_index(n) for n in range(hits.option_count) if hits.get_option_at_index(n).id)
        marked = [span for span in row.prompt.spans if "underline" in str(span.style)]  # type: ignore[union-attr]
        assert [str(row.prompt)[span.start : span.end] for span in marked] == ["trouwkleed"]


async def test_enter_opens_the_page_and_esc_comes_back_to_the_hits(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "wederzijds vertrouwen")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert here(app, ReaderScreen).page.id == "condition.trust"
        await pilot.press("escape")
        await settle(pilot)
        assert "wederzijds vertrouwen" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, WayfinderScreen)


async def test_a_term_is_explained_on_top_of_the_hits(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "convention individuelle")
        await settle(pilot)
        assert groups(app) == {Group.TERM}
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, TermDialog)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, SearchScreen)


async def test_a_note_opens_its_dossier_and_the_notes(practising: MakeServices) -> None:
    services = practising()
    services.session = None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "marie-louise")
        await settle(pilot)
        assert "dossier" in text(app)
        workspace = services.workspace
        assert workspace is not None
        session = workspace.open(workspace.find("Luc"))
        now = session.now()
        note = Note(day=now.date(), text="De zinnekeparade komt voorbij.", created=now, changed=now)
        session.put(note, Message("note added"))
        await pilot.press("escape", "ctrl+f")
        await type_text(pilot, "zinnekeparade")
        await settle(pilot)
        assert "Luc  notitie  23/11/2026" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert here(app, NotesScreen).session.alias == "Luc"
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_ones_own_place_opens_the_map_of_the_neighbourhood(practising: MakeServices) -> None:
    from resokit_tui.casework.neighbourhood import Place

    services = practising()
    assert services.workspace is not None
    own = services.workspace.own()
    own.put(Place(name="Zennebieb", created=own.now(), changed=own.now()), Message("place kept"))
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "zennebieb")
        await settle(pilot)
        assert "Zennebieb  plek" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, NeighbourhoodScreen)


async def test_without_an_open_vault_only_the_method_is_found(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert "Je dossiers doen mee als je kluis open is." in sentence(app)
        await type_text(pilot, "trouwkleed")
        await settle(pilot)
        assert not groups(app)
        assert "Niets voor ‘trouwkleed’." in text(app)


async def test_at_lock_nothing_can_be_found_any_more(practising: MakeServices) -> None:
    services = practising()
    async for _ in read_for_search(services):
        pass
    assert services.finding.search("trouwkleed").hits
    await services.close()
    assert not services.finding.search("trouwkleed").hits


async def test_typing_is_never_held_up_and_the_last_question_wins(practising: MakeServices) -> None:
    services = practising()
    asked: list[str] = []

    def slow(sought: str) -> Found:
        asked.append(sought)
        time.sleep(0.3)
        return Found(words=(sought,))

    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        services.finding.search = slow  # type: ignore[method-assign]
        await type_text(pilot, "buurtkaart")
        assert "buurtkaart" in rows(app)[3]
        await settle(pilot)
        assert asked[-1] == "buurtkaart"
        assert len(asked) < len("buurtkaart")
        assert here(app, SearchScreen)._found.words == ("buurtkaart",)


async def test_a_slash_is_text_in_a_text_field_and_ctrl_f_searches_from_it(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "1/2")
        assert at(app, NoteScreen)
        assert "1/2" in text(app)
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert at(app, SearchScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert "1/2" in text(app)


async def test_on_a_page_the_slash_stays_on_the_page(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=lambda given: ReaderScreen(given, given.method.page("condition.trust")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        assert at(app, ReaderScreen)


async def test_a_question_in_front_is_answered_first(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for opens in ("question_mark", "f9"):
            await pilot.press(opens)
            await pilot.pause()
            await pilot.press("ctrl+f")
            await settle(pilot)
            assert not at(app, SearchScreen)
            await pilot.press("escape")
            await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_what_is_typed_stays_in_another_language_and_at_another_size(
    practising: MakeServices, size: tuple[int, int]
) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+f")
        await type_text(pilot, "trouwkleed")
        await settle(pilot)
        await app.run_action("language('fr')")
        await settle(pilot)
        assert "trouwkleed" in rows(app)[2 if size[1] < 24 else 3]
        assert "contact" in text(app)


@pytest.mark.parametrize(
    ("kind", "screen"),
    [
        (Contact, NetworkScreen),
        (Consent, ConsentsScreen),
        (Role, RowsScreen),
        (Review, RowsScreen),
        (RoleIdea, IdeasScreen),
        (Need, NeedsScreen),
        (RoleDesign, FormScreen),
        (Plan, FormScreen),
        (Profile, FormScreen),
        (Action, StepsScreen),
        (Reflection, ReflectionsScreen),
    ],
)
async def test_what_was_found_is_under_the_cursor(
    practising: MakeServices, kind: type[Record], screen: type[BaseScreen]
) -> None:
    services = practising()
    workspace = services.workspace
    assert workspace is not None
    session = workspace.open(workspace.find("Marie-Louise"))
    found = session.dossier.all(kind)[-1]  # the first one has the cursor anyhow
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenDossier(session.dossier.id, TABLES[kind], found.id))
        await settle(pilot)
        shown = here(app, screen)
        if isinstance(found, Contact):
            assert found.name in rows(app)[-2]
        elif screen is FormScreen:
            assert here(app, FormScreen).form.record is kind
        else:
            assert found.id in [each.chosen for each in shown.query(PointerList)]
