"""The steps of a dossier, worked on by keys. Today is Monday 23 November 2026; the dossier is Marie-Louise's."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot

from resokit_tui.casework.plan import Action, ActionStatus
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.step import PutOffScreen, StepScreen
from resokit_tui.ui.screens.steps import StepsScreen
from resokit_tui.ui.services import Services
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text


async def to_the_steps(app: ResokitApp, pilot: Pilot[Leave]) -> None:
    await settle(pilot)
    assert app.services.session is not None
    await app.push_screen(StepsScreen(app.services, app.services.session))
    await settle(pilot)


def step(services: Services, title: str) -> Action:
    assert services.session is not None
    return next(each for each in services.session.dossier.all(Action) if each.title == title)


def versions(services: Services) -> int:
    assert services.session is not None
    return services.session.version


async def test_late_steps_stand_first_with_days_in_words(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        shown = text(app)
        assert shown.index("Te laat") < shown.index("Nog te doen")
        assert any("►" in row and "!" in row and "Salma" in row and "te doen" in row for row in rows(app))
        assert "23 dagen geleden" in shown


async def test_steps_are_added_one_after_the_other(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        await pilot.press("n")
        await settle(pilot)
        for title, day in (("Repetitie", "do"), ("Sleutel", "22/11")):
            await type_text(pilot, title)
            await pilot.press("enter")
            await type_text(pilot, "Oksana")
            await pilot.press("enter")
            await type_text(pilot, day)
            await pilot.pause()
            assert "→" in text(app)
            await pilot.press("enter")
            await settle(pilot)
        assert at(app, StepScreen)
        assert "Repetitie · Oksana · donderdag 26 november 2026, over 3 dagen" in sentence(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, StepsScreen)
        late = text(app).partition("Nog te doen")[0]
        assert "Sleutel" in late
        assert step(services, "Repetitie").due == date(2026, 11, 26)


async def test_a_day_that_is_not_understood_stays_and_is_asked_again(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "Bellen")
        await pilot.press("tab", "tab")
        await type_text(pilot, "31/2")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, StepScreen)
        assert "“31/2” is geen dag die we begrijpen" in sentence(app)
        await pilot.press("backspace")
        await pilot.press("backspace", "backspace", "backspace")
        await type_text(pilot, "morgen")
        await pilot.press("escape")
        await settle(pilot)
        assert step(services, "Bellen").due == date(2026, 11, 24)


async def test_where_a_step_stands_is_one_key_and_one_commit_and_u_takes_it_back(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        title = "Salma vragen als leergast"
        before = versions(services)
        await pilot.press("space")
        await settle(pilot)
        assert versions(services) == before + 1
        assert step(services, title).status is ActionStatus.DONE
        await pilot.press("u")
        await settle(pilot)
        assert step(services, title).status is ActionStatus.TODO
        await pilot.press("z")
        await settle(pilot)
        assert step(services, title).status is ActionStatus.BUSY


async def test_putting_off_and_cancelling_ask_why_and_keep_it(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        title = "Salma vragen als leergast"
        await pilot.press("l", "escape")
        await settle(pilot)
        assert step(services, title).status is ActionStatus.TODO  # no reason, no change
        await pilot.press("l")
        await settle(pilot)
        assert at(app, PutOffScreen)
        await type_text(pilot, "ziek")
        await pilot.press("enter")
        await type_text(pilot, "volgende")
        await pilot.press("space", "d", "i", "enter")
        await settle(pilot)
        assert at(app, StepsScreen)
        put_off = step(services, title)
        assert (put_off.status, put_off.reason, put_off.due) == (ActionStatus.POSTPONED, "ziek", date(2026, 12, 1))
        assert "‘ziek’" in text(app)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        cancelled = step(services, title)
        assert (cancelled.status, cancelled.reason) == (ActionStatus.CANCELLED, "ziek")
        assert "Geannuleerd" in text(app)


async def test_what_is_removed_lies_in_the_trash_and_comes_back(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        assert services.session is not None
        await pilot.press("delete")
        await settle(pilot)
        assert [note.message for note in app._notifications] == ["Verwijderd. Ongedaan maken: u."]
        assert [each for each in services.session.trash if isinstance(each, Action)]
        await pilot.press("u")
        await settle(pilot)
        assert not services.session.trash
        assert "Salma" in text(app)


async def test_a_step_is_opened_changed_and_one_that_is_only_looked_at_is_not_saved(practising: MakeServices) -> None:
    services = practising(language="fr")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_steps(app, pilot)
        before = versions(services)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, StepScreen)
        assert "Pour quand ?" in text(app)
        await pilot.press("tab", "tab", "tab", "escape")
        await settle(pilot)
        assert versions(services) == before
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*["tab"] * 5)
        page = services.method.page("condition.trust")
        await type_text(pilot, page.title[:12])
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert versions(services) == before + 1
        assert step(services, "Salma vragen als leergast").pages == (page.id,)
