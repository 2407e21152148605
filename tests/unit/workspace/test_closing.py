from __future__ import annotations

from datetime import date, timedelta

import pytest

from resokit_tui.casework.plan import Action, ActionStatus
from resokit_tui.core.dates import months_later
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.closing import asked_again, close_dossier, keep_longer, reopen_dossier
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.session import DossierSession
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def session(practice: Workspace) -> DossierSession:
    one = practice.new("Linde")
    for title, status in (("bellen", "todo"), ("wachten", "busy"), ("gedaan", "done"), ("later", "postponed")):
        action = Action(title=title, status=ActionStatus(status), due=TODAY, created=NOW, changed=NOW)
        one.put(action, Message("test"))
    return one


def open_steps(session: DossierSession) -> list[str]:
    return [each.title for each in session.dossier.all(Action) if each.is_open]


def test_closing_lets_open_steps_rest_and_reopening_takes_up_exactly_those(session: DossierSession) -> None:
    close_dossier(session, TODAY)
    closed = session.dossier.client.closed
    assert closed == TODAY
    assert open_steps(session) == []
    reopen_dossier(session)
    assert asked_again(session.dossier.client, 12) is None
    assert open_steps(session) == ["bellen", "wachten"]
    assert not any(each.suspended for each in session.dossier.all(Action))


def test_a_step_that_was_cancelled_while_it_rested_stays_cancelled(session: DossierSession) -> None:
    close_dossier(session, TODAY)
    resting = next(each for each in session.dossier.all(Action) if each.title == "bellen")
    session.put(resting.replaced(NOW, status=ActionStatus.CANCELLED), Message("test"))
    reopen_dossier(session)
    assert open_steps(session) == ["wachten"]


def test_closing_is_one_commit(session: DossierSession) -> None:
    before = session.version
    close_dossier(session, TODAY)
    assert session.version == before + 1


def test_a_closed_dossier_gives_no_late_steps(practice: Workspace, session: DossierSession) -> None:
    late = Action(title="te laat", due=TODAY - timedelta(days=9), created=NOW, changed=NOW)
    session.put(late, Message("test"))
    assert any(item.what == "te laat" for item in practice.agenda().late)
    close_dossier(session, TODAY)
    assert not any(item.what == "te laat" for item in practice.agenda().late)


def test_the_question_comes_after_the_months_of_the_setting_and_can_be_put_off(session: DossierSession) -> None:
    assert asked_again(session.dossier.client, 12) is None
    close_dossier(session, TODAY)
    assert asked_again(session.dossier.client, 12) == date(2027, 11, 23)
    keep_longer(session, date(2027, 11, 23), 6)
    assert asked_again(session.dossier.client, 12) == date(2028, 5, 23)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_a_month_without_that_day_ends_earlier(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
