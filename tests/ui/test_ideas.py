from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.role import GoodThing, IdeaChoice, RoleIdea
from resokit_tui.core.dates import Clock
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.idea_place import IdeaPlaceDialog
from resokit_tui.ui.resuming import screen_to_go_on
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.idea import IdeaScreen
from resokit_tui.ui.screens.ideas import IdeasScreen
from resokit_tui.ui.screens.role_check import RoleCheckScreen
from resokit_tui.ui.services import Services
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at, here
from tests.ui.seen import rows, sentence, settle, text, type_text


def ideas(services: Services) -> dict[str, RoleIdea]:
    assert services.session is not None
    return {idea.name: idea for idea in services.session.dossier.all(RoleIdea)}


def ideas_screen(services: Services) -> IdeasScreen:
    assert services.session is not None
    return IdeasScreen(services, services.session)


async def to(pilot: Pilot[Any], row: str) -> None:
    """The cursor down to a row of the list that has the keyboard."""
    for _ in range(60):
        if row in under_cursor(pilot.app):
            return
        await pilot.press("down")
        await pilot.pause()
    raise AssertionError(row)


def with_place(services: Services, name: str, happens: str, domain: LifeDomain | None = None) -> Services:
    assert services.workspace is not None
    own = services.workspace.own()
    new = Place(name=name, happens=happens, domain=domain, created=own.now(), changed=own.now())
    own.put(new, Message("place kept"))
    return services


def under_cursor(app: App[Any]) -> str:
    return next(row for row in rows(app) if row.startswith("  ►"))


async def test_from_the_dossier_ideas_with_what_is_said_and_suggestions_below(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        shown = text(app)
        assert "✓ Verstelmeter in het repaircafé" in shown
        assert "× Naailes geven aan huis" in shown
        assert "nee: Niet bij haar thuis" in shown
        assert shown.index("nee: ") < shown.index("Wie doet dit gewoonlijk") < shown.index("naaien en verstellen  ")
        assert "5 ideeën in 5 levensdomeinen: je kan samen kiezen.  k kies" in shown
        await pilot.press("tab")
        await to(pilot, "Kleermaker")
        assert "VOORSTELLEN  Werk" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_enter_keeps_a_suggestion_and_undo_takes_it_back(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await to(pilot, "Kleermaker")
        await pilot.press("enter")
        await settle(pilot)
        kept = ideas(services)["Kleermaker"]
        assert (kept.domain, kept.choice, kept.place) == (LifeDomain.WORK, IdeaChoice.OPEN, "")
        assert "○ Kleermaker" in text(app)
        assert "Bewaard 14:32" in text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "○ Kleermaker" not in text(app)
        await to(pilot, "Kleermaker")
    assert "Kleermaker" not in ideas(services)


async def test_where_a_place_of_ones_own_fits_it_is_offered(practising: MakeServices) -> None:
    services = with_place(practising(), "De Spoel", "Naaien en verstellen")
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await to(pilot, "Kleermaker")
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, IdeaPlaceDialog)
        await pilot.press("escape")
        await settle(pilot)
        assert "Kleermaker" not in ideas(services)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert ideas(services)["Kleermaker"].place == "De Spoel"


async def test_yes_and_later_are_one_key_and_the_same_key_opens_again(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "j")
        await settle(pilot)
        assert ideas(services)["Klankbord voor een modeschool"].choice is IdeaChoice.CHOSEN
        await pilot.press("j")
        await settle(pilot)
        assert ideas(services)["Klankbord voor een modeschool"].choice is IdeaChoice.OPEN
        await pilot.press("l")
        await settle(pilot)
        assert "◐ Klankbord" in text(app)
        assert "Klankbord" in under_cursor(app)


async def test_no_asks_the_reason_and_stays_in_sight(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await to(pilot, "Kleermaker")
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Kleermaker" not in ideas(services)
        await pilot.press("x")
        await settle(pilot)
        assert "Waarom niet, in eigen woorden?" in text(app)
        await type_text(pilot, "Dat was vroeger.")
        await pilot.press("escape")
        await settle(pilot)
        rejected = ideas(services)["Kleermaker"]
        assert (rejected.choice, rejected.reason) == (IdeaChoice.REJECTED, "Dat was vroeger.")
        await pilot.press("shift+tab", "end")
        await pilot.pause()
        assert "× Kleermaker" in under_cursor(app)
        assert "nee: Dat was vroeger." in text(app)


async def test_an_idea_in_ones_own_words_with_the_place_completed(practising: MakeServices) -> None:
    services = with_place(practising(), "Schaakcafé De Toren", "")
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "Wie doet dit gewoonlijk, en hoe heet die persoon?" in text(app)
        await type_text(pilot, "Torenwachter")
        await pilot.press("tab")
        await type_text(pilot, "schaak")
        await settle(pilot)
        await pilot.press("right", "enter", "right", "tab")
        await type_text(pilot, "Hij komt altijd.")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, IdeasScreen)
    kept = ideas(services)["Torenwachter"]
    assert (kept.place, kept.domain, kept.why) == ("Schaakcafé De Toren", LifeDomain.FAMILY, "Hij komt altijd.")


async def test_looking_at_an_idea_changes_nothing_and_what_was_typed_is_kept(practising: MakeServices) -> None:
    services = practising()
    before = ideas(services)["Verstelmeter in het repaircafé"]
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert ideas(services)["Verstelmeter in het repaircafé"] == before
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("tab", "end")
        await type_text(pilot, " nu")
        assert await here(app, IdeaScreen).ready_to_leave()
        here(app, IdeaScreen).dismiss(None)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Klad van daarnet" in text(app)
        await type_text(pilot, "!")
        await settle(pilot)
        assert "De Spoel) nu!" in text(app)
        await pilot.press("escape")
        await settle(pilot)
    changed = ideas(services)["Verstelmeter in het repaircafé"]
    assert changed.place.endswith(" nu!")
    assert (changed.description, changed.choice, changed.id) == (before.description, before.choice, before.id)


async def test_a_full_disk_is_said_and_nothing_is_shown_that_is_not_kept(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk, services = FullDisk(), make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Daarover staat hier nog niets." in sentence(app)
        assert "Met 5 ideeën in 3 levensdomeinen heb je wat te kiezen." in text(app)
        assert "k kies" not in text(app)
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "Torenwachter")
        await pilot.press("escape")
        await settle(pilot)
        disk.full = True
        await pilot.press("j")
        await settle(pilot)
        assert "NIET bewaard" in text(app)
        assert "de schijf is vol" in text(app)
        assert "○ Torenwachter" in text(app)
        disk.full = False
        await pilot.press("j")
        await settle(pilot)
        assert "NIET bewaard" not in text(app)
        assert "✓ Torenwachter" in text(app)


async def test_a_place_of_ones_own_begins_an_idea_there(practising: MakeServices) -> None:
    services = with_place(practising(ascii=True), "Kapsalon Nadia", "", LifeDomain.FRIENDS)
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "end")
        await pilot.pause()
        assert "Kapsalon Nadia" in text(app)
        assert "Je eigen plekken: wie kan er wat doen?" in text(app)
        assert "x nee" not in rows(app)[-1]
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "Koffiezetter")
        await pilot.press("escape")
        await settle(pilot)
    kept = ideas(services)["Koffiezetter"]
    assert (kept.place, kept.domain) == ("Kapsalon Nadia", LifeDomain.FRIENDS)


async def test_from_an_interest_to_a_role_in_own_words_with_what_it_may_bring(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Wie doet dit gewoonlijk, en hoe heet die persoon?" in text(app)
        await pilot.press("tab")
        await to(pilot, "whist")
        assert "x nee" not in rows(app)[-1]
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "Kaartmeester")
        await pilot.press("tab", "tab", "tab", "tab", "tab", "space", "right", "space")
        await pilot.press("escape")
        await settle(pilot)
        assert "1 idee" in text(app)
    kept = ideas(services)["Kaartmeester"]
    assert (kept.interest, kept.brings) == ("whist", (GoodThing.HOME, GoodThing.FRIENDSHIP))


async def test_a_suggestion_keeps_what_it_came_from(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await to(pilot, "Kleermaker")
        await pilot.press("l")
        await settle(pilot)
        kept = ideas(services)["Kleermaker"]
        assert kept.interest == "naaien en verstellen"
        assert kept.brings
        assert "nog niet: naaien en verstellen" in text(app)


async def test_choosing_goes_on_to_stage_five_and_what_was_worked_out_before_stays(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = session.dossier.newest(RoleDesign)
    assert before is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "ja, uitgewerkt als rol" in text(app)
        await to(pilot, "Klankbord voor een modeschool")
        await pilot.press("k")
        await settle(pilot)
        assert " 5 Kiezen en toetsen " in text(app)
        assert "Klankbord voor een modeschool" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        design = session.dossier.newest(RoleDesign)
        assert design is not None
        assert design.idea == ideas(services)["Klankbord voor een modeschool"].id
        assert before.sentence in [each.sentence for each in session.dossier.all(RoleDesign)]
        await pilot.press("u")
        await settle(pilot)
        assert session.dossier.all(RoleDesign) == (before,)
        assert ideas(services)["Klankbord voor een modeschool"].choice is IdeaChoice.OPEN


async def test_an_idea_that_was_being_typed_is_gone_on_with(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "Torenwachter")
        assert await here(app, IdeaScreen).ready_to_leave()
    screen = await screen_to_go_on(services)
    assert isinstance(screen, IdeaScreen)
    assert screen.typed.texts["name"] == "Torenwachter"
    assert (screen.typed.field, screen.typed.cursor) == ("name", (0, 12))


async def test_ideas_are_compared_with_one_key_and_one_comes_back(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=ideas_screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        assert at(app, RoleCheckScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, IdeasScreen)
