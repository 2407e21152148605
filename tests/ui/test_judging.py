"""The role check, quality of life, and reading together."""

from __future__ import annotations

from resokit_tui.casework.check import CheckAnswer, CheckPoint, RoleCheck
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.note import Note
from resokit_tui.casework.quality import QualityDomain, QualityOfLife, Voice
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.quality import QualityScreen
from resokit_tui.ui.screens.role_check import RoleCheckScreen, roles_to_check
from resokit_tui.ui.screens.together import TogetherScreen
from resokit_tui.workspace.dossiers import Workspace
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import press_at_once, sentence, settle, text, type_text


async def test_three_roles_stand_side_by_side_and_are_never_added_up(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(RoleCheckScreen(services, session, "stage.choice"))
        await settle(pilot)
        await pilot.press("down", *["left"] * 3, "right", "right", "right")
        assert "Wat maakt er een rol van?" in text(app)  # no: a thought, and no wall
        await pilot.press("tab", *["left"] * 3, "right")
        assert "≠" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
    said = [each.said(CheckPoint.MORE_THAN_ACTIVITY).answer for each in session.dossier.all(RoleCheck)]
    assert CheckAnswer.NO in said
    assert CheckAnswer.YES in said


def test_an_idea_with_a_no_is_not_weighed_unless_it_is_worked_out_all_the_same(practice: Workspace) -> None:
    session = practice.new("Linde")
    ideas = [
        RoleIdea(name=choice, choice=choice, created=NOW, changed=NOW)
        for choice in (IdeaChoice.REJECTED, IdeaChoice.LATER, IdeaChoice.OPEN)
    ]
    session.put_many(ideas, Message("role idea kept"))
    assert [name for _, name in roles_to_check(session)] == [IdeaChoice.OPEN, IdeaChoice.LATER]
    session.put(RoleDesign(name="", idea=ideas[0].id, created=NOW, changed=NOW), Message("role chosen"))
    assert [id for id, _ in roles_to_check(session)][:1] == [ideas[0].id]


async def test_a_burst_of_answers_is_one_commit(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    version = session.version
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(RoleCheckScreen(services, session, "stage.choice"))
        await settle(pilot)
        await press_at_once(pilot, "right", "down", "right", "down", "right")
        await pilot.press("escape")
        await settle(pilot)
    assert session.version == version + 1


async def test_a_point_gets_its_why(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(RoleCheckScreen(services, session, "stage.choice"))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("end")
        await type_text(pilot, "Zij koos het zelf.")
        await pilot.press("escape")
        await settle(pilot)
        assert "Zij koos het zelf." in text(app)


async def test_both_voices_stay_where_they_differ(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    services.session = session = practice.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(QualityScreen(services, session))
        await settle(pilot)
        await pilot.press("right", "right", "v", "right", "left")
        assert "Linde zegt ‘goed’, jij zegt ‘moeilijk’. Dat mag verschillen." in sentence(app)
        await pilot.press("escape")
        await settle(pilot)
    scores = {each.voice: each.scores for each in session.dossier.all(QualityOfLife)}
    assert scores == {
        Voice.PERSON: {QualityDomain.DEVELOPMENT: 4},
        Voice.PROFESSIONAL: {QualityDomain.DEVELOPMENT: 2},
    }


async def test_over_time_it_is_told_in_a_sentence(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    services.session = session = practice.new("Linde")
    first = QualityOfLife(
        day=NOW.date().replace(month=6),
        scores={QualityDomain.RIGHTS: 2, QualityDomain.RELATIONS: 3},
        created=NOW,
        changed=NOW,
    )
    later = QualityOfLife(
        day=NOW.date(), scores={QualityDomain.RIGHTS: 4, QualityDomain.RELATIONS: 3}, created=NOW, changed=NOW
    )
    session.put_many((first, later), Message("test"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(QualityScreen(services, session))
        await settle(pilot)
        assert "Sinds 23/06/2026: 1 domein beter, 0 minder, 1 gelijk." in text(app)
        assert "beter" in text(app)
        await pilot.press("t")
        assert "Je kijkt naar een vroegere keer." in text(app)


async def test_reading_together_shows_what_the_person_may_see_and_nothing_else(
    practising: MakeServices, practice: Workspace
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    session.put(Note(day=NOW.date(), text="kanarienotitie", created=NOW, changed=NOW), Message("test"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert at(app, TogetherScreen)
        seen = ""
        for _ in range(12):
            seen += text(app)
            await pilot.press("right")
        assert "Verstelmeter in het repaircafé" in seen
        assert "kanarienotitie" not in seen
        assert "Vandaag" not in seen
        assert not any(
            line.alias in seen for line in practice.lines() if line.alias != "Marie-Louise" and len(line.alias) > 2
        )
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
