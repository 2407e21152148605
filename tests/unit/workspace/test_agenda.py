"""What is due over all dossiers. Today is Monday 23 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, ConsentFor, ConsentStatus
from resokit_tui.casework.plan import Action, ActionStatus, Plan, Review
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.agenda import Agenda, DueKind, make_agenda, summarise
from resokit_tui.workspace.closing import close_dossier, reopen_dossier
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.unlock import Doors
from tests.conftest import NOW

TODAY = NOW.date()
PASSPHRASE = "zeven stille zwanen"


@pytest.fixture
def workspace(doors: Doors) -> Workspace:
    return doors.make("Ann", PASSPHRASE)[0]


@pytest.fixture
def session(workspace: Workspace) -> DossierSession:
    return workspace.new("Linde")


def kept(session: DossierSession, *records: Record) -> Agenda:
    session.put_many(records, Message("done"))
    return make_agenda([(session.id, summarise(session.dossier))], TODAY, 12)


def step(days: int, **fields: object) -> Action:
    return Action(title="bellen", due=TODAY + timedelta(days=days), created=NOW, changed=NOW, **fields)  # type: ignore[arg-type]


def kinds(agenda: Agenda) -> list[tuple[str, DueKind]]:
    return [(name, item.kind) for name in ("late", "today", "week", "later") for item in getattr(agenda, name)]


def test_a_week_ends_on_sunday(session: DossierSession) -> None:
    agenda = kept(session, step(-1), step(0), step(6), step(7))
    assert [len(group) for group in (agenda.late, agenda.today, agenda.week, agenda.later)] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"status": ActionStatus.DONE}, False),
        ({"status": ActionStatus.CANCELLED}, False),
        ({"status": ActionStatus.BUSY}, True),
        ({"status": ActionStatus.POSTPONED}, True),  # put off to a day: it comes back on that day
        ({"suspended": True}, False),
        ({"trashed": NOW}, False),
    ],
)
def test_what_is_over_or_rests_is_not_due(session: DossierSession, fields: dict[str, object], due: bool) -> None:
    assert bool(kept(session, step(2, **fields)).week) is due


def test_the_plan_says_when_to_evaluate_until_that_was_done(session: DossierSession) -> None:
    plan = Plan(review=date(2026, 11, 25), created=NOW, changed=NOW)
    assert kinds(kept(session, plan)) == [("week", DueKind.REVIEW)]
    held = Review(held=date(2026, 11, 25), created=NOW, changed=NOW)
    assert kinds(kept(session, held)) == []
    again = held.replaced(NOW, next=date(2027, 2, 1))
    assert kinds(kept(session, again)) == [("later", DueKind.REVIEW)]


def test_of_each_one_who_may_know_the_newest_agreement_counts(session: DossierSession) -> None:
    def given(whom: ConsentFor, until: date, minutes: int, **fields: object) -> Consent:
        at = NOW + timedelta(minutes=minutes)
        status = ConsentStatus.GIVEN
        return Consent(for_whom=whom, until=until, status=status, created=at, changed=at, **fields)  # type: ignore[arg-type]

    late, week = date(2026, 11, 1), date(2026, 11, 24)
    agenda = kept(session, given(ConsentFor.CLIENT, late, 0), given(ConsentFor.CLIENT, week, 1))
    assert kinds(agenda) == [("week", DueKind.CONSENT)]
    agenda = kept(session, given(ConsentFor.TEAM, late, 2, withdrawn=TODAY), given(ConsentFor.TEAM, week, 3))
    assert kinds(agenda) == [("week", DueKind.CONSENT)]  # the same day for two: one talk


def test_a_closed_dossier_only_asks_whether_it_may_go(session: DossierSession) -> None:
    kept(session, step(-3), Plan(review=TODAY, created=NOW, changed=NOW))
    close_dossier(session, TODAY - timedelta(days=400))
    agenda = make_agenda([(session.id, summarise(session.dossier))], TODAY, 12)
    assert kinds(agenda) == [("late", DueKind.RETENTION)]
    longer = session.dossier.newest(Client).replaced(NOW, keep_until=TODAY)  # type: ignore[union-attr]
    assert kinds(kept(session, longer)) == [("today", DueKind.RETENTION)]
    reopen_dossier(session)
    agenda = make_agenda([(session.id, summarise(session.dossier))], TODAY, 12)
    assert kinds(agenda) == [("late", DueKind.ACTION), ("today", DueKind.REVIEW)]


def test_ones_own_resolves_are_on_it_without_a_name(workspace: Workspace) -> None:
    workspace.own().put(step(0, own=True), Message("done"))
    assert [(item.alias, item.what) for item in workspace.agenda().today] == [("", "bellen")]


def test_after_unlocking_no_dossier_is_opened_but_ones_own(
    workspace: Workspace, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        kept(workspace.new(f"Linde {number}"), step(number))
    before = workspace.overview()
    workspace.close()
    opened: list[str] = []
    storage = Vault.storage

    def watched(vault: Vault, dossier_id: str) -> object:
        opened.append(dossier_id)
        return storage(vault, dossier_id)

    monkeypatch.setattr(Vault, "storage", watched)
    again = doors.open(doors.vaults()[0].folder, PASSPHRASE)
    assert again.overview() == before
    assert opened == [again.own().id]
    # The control: what was saved since is read, and only that.
    kept(again.open(again.find("Linde 3")), step(40))
    changed = again.find("Linde 3")
    opened.clear()
    third = doors.open(doors.vaults()[0].folder, PASSPHRASE)
    assert len(third.overview().agenda.later) == len(before.agenda.later) + 1
    assert sorted(opened) == sorted([third.own().id, changed])


def test_what_another_program_cached_is_read_again(
    workspace: Workspace, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(workspace.new("Linde"), step(0))
    monkeypatch.setattr("resokit_tui.workspace.agenda.SHAPE", 1)
    workspace.overview()
    workspace.close()
    monkeypatch.undo()
    again = doors.open(doors.vaults()[0].folder, PASSPHRASE)
    assert len(again.overview().agenda.today) == 1
    assert again._summary(again.find("Linde"), 2).shape > 1


def test_a_save_writes_only_this_dossier(workspace: Workspace, doors: Doors) -> None:
    sessions = [workspace.new(f"Linde {number}") for number in range(3)]
    folder = doors.vaults()[0].folder

    def files() -> set[str]:
        return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}

    before = files()
    kept(sessions[1], step(1))
    added = files() - before
    assert added
    assert all(sessions[1].id in path for path in added)
    workspace.close()  # the control: closing writes the index, and the test sees that
    assert not all(sessions[1].id in path for path in files() - before)
