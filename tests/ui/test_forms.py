from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, DossierPart
from resokit_tui.casework.design import Need
from resokit_tui.casework.plan import Action, Plan, Review
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.role import Role, RoleTime
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.forms.all import FORMS
from resokit_tui.ui.messages import OpenStage
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.form import FormScreen
from resokit_tui.ui.screens.needs import NeedsScreen
from resokit_tui.ui.screens.rows import RowsScreen
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.stages import STAGES
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import rows, settle, text, type_text


async def enter(pilot: Pilot[Any], stage: str) -> None:
    """From the home of the dossier into a stage."""
    await settle(pilot)
    pilot.app.post_message(OpenStage(stage))
    await settle(pilot)


@pytest.fixture
def fresh(practising: MakeServices, practice: Workspace) -> Services:
    """A dossier in which nothing but the alias is filled in."""
    services = practising()
    services.session = practice.new("Оксана")
    return services


async def test_strengths_are_typed_as_on_paper_and_keep_their_identity(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = {each.text: each.id for each in session.dossier.all(Strength)}
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.self")
        await pilot.press("end", "enter", "space")
        await type_text(pilot, "elf zomen op een dag")
        await pilot.press("escape")
        await settle(pilot)
    strengths = session.dossier.all(Strength)
    assert {each.text: each.id for each in strengths} == before
    assert next(each.evidence for each in strengths) == "elf zomen op een dag"


async def test_a_whole_form_is_one_commit(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    version = session.version
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.self")
        await type_text(pilot, "piano")
        await pilot.press("tab")
        await type_text(pilot, "koor")
        await pilot.press("tab")
        await type_text(pilot, "haar geduld")
        await pilot.press("escape")
        await settle(pilot)
    assert session.version == version + 1
    assert [each.text for each in session.dossier.all(Strength)] == ["piano"]
    assert [each.text for each in session.dossier.all(Interest)] == ["koor"]
    profile = session.dossier.newest(Profile)
    assert profile is not None
    assert profile.appreciated == ("haar geduld",)


@pytest.mark.parametrize("stage", STAGES)
async def test_looking_at_a_stage_changes_nothing(practising: MakeServices, stage: str) -> None:
    services = practising()
    assert services.session is not None
    version = services.session.version
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, stage)
        await pilot.press("tab", "escape")
        await settle(pilot)
    assert services.session.version == version


async def test_from_stage_to_stage_without_the_mouse(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert here(app, FormScreen).stage == "stage.start"
        await pilot.press("f4")
        await settle(pilot)
        assert here(app, FormScreen).stage == "stage.self"
        await pilot.press("ctrl+g")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert here(app, RowsScreen).stage == "stage.roles"
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_a_role_is_written_changed_and_put_in_the_trash(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.roles")
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "koorlid")
        await pilot.press("tab", "right", "tab", "right", "right", "right", "escape")
        await settle(pilot)
        (role,) = session.dossier.all(Role)
        assert (role.name, role.time, role.valued_by_person) == ("koorlid", RoleTime.WISHED, 2)
        assert any("koorlid" in row for row in rows(app))
        await pilot.press("home", "delete")
        await settle(pilot)
        assert session.dossier.all(Role) == ()


async def test_what_a_record_cannot_do_without_is_named_and_nothing_is_lost(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.roles")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("tab", "right", "escape")
        await settle(pilot)
        assert "‘Rol’ is nog leeg" in text(app)
        assert at(app, FormScreen)


async def test_a_consent_says_for_whom_what_and_until_when(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 40)) as pilot:
        await enter(pilot, "stage.start")
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("right", "tab", "right", "right", "tab")
        await type_text(pilot, "De Spoel")
        await pilot.press("tab", "space", "right", "space", *["tab"] * 7)
        await type_text(pilot, "over 6 maanden")
        assert "zondag 23 mei 2027" in text(app)
        await pilot.press("escape")
        await settle(pilot)
    (consent,) = session.dossier.all(Consent)
    assert consent.partner == "De Spoel"
    assert consent.covers == (DossierPart.PROFILE, DossierPart.ROLES)
    assert consent.until is not None


async def test_a_day_that_is_not_understood_stays_and_the_rest_is_saved(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.review")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("tab", "tab")
        await type_text(pilot, "ze zingt")
        await pilot.press("shift+tab", "shift+tab", *["backspace"] * 10)
        await type_text(pilot, "na de zomer")
        assert "Deze dag begrijpen we niet" in text(app)
        await pilot.press("escape")
        await settle(pilot)
    (review,) = session.dossier.all(Review)
    assert (review.works, review.held) == ("ze zingt", None)
    draft = read_draft(session, "review-new")
    assert draft is not None
    assert draft.texts["held"] == "na de zomer"


async def test_a_need_keeps_its_area(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.needs")
        await pilot.press("down", "enter")
        await settle(pilot)
        await type_text(pilot, "een naambordje")
        await pilot.press("pagedown")
        await settle(pilot)
        assert here(app, NeedsScreen).query_one("#rows").has_focus
        assert any("► ○ Materiaal" in row for row in rows(app))
        await pilot.press("enter")
        await type_text(pilot, "een schort")
        await pilot.press("escape")
        await settle(pilot)
    image, material = session.dossier.all(Need)
    assert (image.area.value, image.required) == ("image", "een naambordje")
    assert (material.area.value, material.required) == ("material", "een schort")


async def test_going_along_the_needs_shows_each_and_changes_none(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    version = session.version
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.needs")
        await pilot.press(*["down"] * 6)
        await settle(pilot)
        assert "de minder mobielen centrale" in text(app)
        await pilot.press("up")
        await settle(pilot)
        assert "de minder mobielen centrale" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
    assert session.version == version


async def test_what_we_do_about_a_need_becomes_a_step_once(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.needs")
        before = {each.id for each in session.dossier.all(Action)}
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
    (step,) = [each for each in session.dossier.all(Action) if each.id not in before]
    assert step.title == "twee oefensessies met de coördinator"


async def test_one_more_need_in_an_area_and_away_again(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.needs")
        number = len(session.dossier.all(Need))
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "een bril")
        await pilot.press("pageup")
        await settle(pilot)
        assert [each.required for each in session.dossier.all(Need)][-1] == "een bril"
        await pilot.press("down")
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert len(session.dossier.all(Need)) == number
        assert "een bril" not in text(app)


async def test_what_looks_like_a_phone_number_gets_a_hint_and_may_stay(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.plan")
        await type_text(pilot, "bel 0470 12 34 56")
        assert "Er lijkt een telefoonnummer in te staan." in text(app)
        await pilot.press("escape")
        await settle(pilot)
    plan = session.dossier.newest(Plan)
    assert plan is not None
    assert plan.supporters == "bel 0470 12 34 56"


async def test_far_too_much_is_refused_by_name_and_stays_on_the_screen(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.start")
        line = here(app, FormScreen).query_one("#municipality")
        setattr(line, "value", "x" * 100_000)  # noqa: B010 (an Input, whatever its class here)
        await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
        assert "‘Gemeente’ telt 100000 tekens" in text(app)
        assert at(app, FormScreen)
    assert session.dossier.client.municipality == ""


async def test_bidi_overrides_and_control_characters_do_not_reach_the_dossier(fresh: Services) -> None:
    session = fresh.session
    assert session is not None
    app = ResokitApp(fresh, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.start")
        line = here(app, FormScreen).query_one("#municipality")
        setattr(line, "value", "Schaar\u202ebeek\x07 🎹")  # noqa: B010
        await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
    assert session.dossier.newest(Client) is not None
    assert session.dossier.client.municipality == "Schaarbeek 🎹"


@pytest.mark.parametrize("id", FORMS)
async def test_a_form_fits_its_budget_and_every_field_has_words(practising: MakeServices, id: str) -> None:
    services = practising()
    session = services.session
    assert session is not None
    form, stage = FORMS[id]
    record = session.dossier.newest(form.record)
    app = ResokitApp(services, first=lambda given: FormScreen(given, session, None, form, record, stage=stage))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(list(app.screen.walk_children())) <= 150


async def test_what_a_colleague_changed_meanwhile_is_kept_beside_what_was_typed(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await enter(pilot, "stage.plan")
        other = doors.open(tmp_path / "practice", PASSPHRASE)
        theirs = other.open(session.id)
        before = theirs.dossier.newest(Plan)
        now = theirs.now()
        plan = before.replaced(now, risk="van een collega") if before else Plan(risk="x", created=now, changed=now)
        theirs.put(plan, Message("test"))
        await pilot.press("tab")
        await type_text(pilot, "van mij ")
        await pilot.press("escape")
        await settle(pilot)
    risks = [each.risk for each in session.dossier.all(Plan)]
    assert any("van mij" in risk for risk in risks)
    assert any(risk in ("van een collega", "x") for risk in risks)
