from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from resokit_tui.casework import guidance
from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.casework.dossier import RECORD_TYPES, TABLES, Dossier
from resokit_tui.casework.guidance import Suggestion, suggestions
from resokit_tui.casework.network import Contact, ContactKind
from resokit_tui.casework.note import Standing
from resokit_tui.casework.plan import Action, ActionStatus
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.progress import current_stage, late_actions, stage_progress
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.record import Record

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 1, tzinfo=UTC)


def dossier(*records: Record) -> Dossier:
    """A dossier with these records and a client."""
    tables: dict[str, tuple[Record, ...]] = dict.fromkeys(RECORD_TYPES, ())
    for record in (Client(alias="Test", created=AT, changed=AT), *records):
        tables[TABLES[type(record)]] += (record,)
    return Dossier("d" * 32, tables)


def standing(page: str, level: int, days: int = 0) -> Standing:
    moment = AT + timedelta(days=days)
    return Standing(page=page, level=level, created=moment, changed=moment)


def pages(rule: Callable[[Dossier, date], Iterator[Suggestion]], *records: Record) -> list[str]:
    return [s.page for s in rule(dossier(*records), TODAY)]


class TestRules:
    def test_a_condition_at_nothing_comes_before_everything_else(self) -> None:
        late = Action(title="x", due=date(2026, 1, 1), created=AT, changed=AT)
        found = suggestions(dossier(standing("condition.belief", 0), late), TODAY)
        assert found[0].page == "condition.belief"

    def test_the_last_standing_counts(self) -> None:
        rule = guidance.a_condition_that_is_not_there_yet
        assert pages(rule, standing("condition.trust", 0), standing("condition.trust", 2, days=3)) == []

    def test_consent_is_asked_when_there_is_none(self) -> None:
        assert pages(guidance.consent_that_has_to_be_asked) == ["stage.start"]
        assert pages(guidance.consent_that_has_to_be_asked, Consent(created=AT, changed=AT)) == ["stage.start"]

    @pytest.mark.parametrize(("days", "said"), [(-1, True), (14, True), (15, False)])
    def test_consent_is_talked_about_again_in_time(self, days: int, said: bool) -> None:
        given = Consent(status=ConsentStatus.GIVEN, until=TODAY + timedelta(days=days), created=AT, changed=AT)
        assert bool(pages(guidance.consent_that_has_to_be_asked, given)) is said

    def test_a_late_step_asks_for_the_plan(self) -> None:
        late = Action(title="x", due=TODAY - timedelta(days=1), created=AT, changed=AT)
        assert "stage.plan" in pages(guidance.a_step_that_is_late, late)

    @pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.CANCELLED, ActionStatus.POSTPONED])
    def test_a_step_that_needs_nothing_is_never_late(self, status: ActionStatus) -> None:
        step = Action(title="x", due=TODAY - timedelta(days=9), status=status, created=AT, changed=AT)
        assert late_actions(dossier(step), TODAY) == []

    def test_a_strength_without_an_example_is_noticed(self) -> None:
        rule = guidance.strengths_without_an_example
        assert pages(rule) == ["skill.strengths"]
        assert pages(rule, Strength(text="x", created=AT, changed=AT)) == ["skill.strengths"]
        assert pages(rule, Strength(text="x", evidence="y", created=AT, changed=AT)) == []

    def test_interests_are_asked_for(self) -> None:
        assert pages(guidance.interests_nobody_asked_for) == ["stage.self"]
        assert pages(guidance.interests_nobody_asked_for, Interest(text="x", created=AT, changed=AT)) == []

    def test_roles_in_care_only_are_noticed(self) -> None:
        rule = guidance.roles_only_as_a_client
        care = Role(name="x", domain=LifeDomain.SERVICES, created=AT, changed=AT)
        other = Role(name="x", domain=LifeDomain.HOME, created=AT, changed=AT)
        assert pages(rule) == ["stage.roles"]
        assert pages(rule, care) == ["skill.roles"]
        assert pages(rule, care, other) == []

    def test_a_network_of_paid_people_is_noticed_and_places_do_not_count(self) -> None:
        rule = guidance.a_network_of_paid_people
        paid = Contact(name="a", paid=True, created=AT, changed=AT)
        friend = Contact(name="b", created=AT, changed=AT)
        place = Contact(name="c", kind=ContactKind.PLACE, created=AT, changed=AT)
        assert pages(rule, place) == ["stage.network"]
        assert pages(rule, paid, friend) == ["skill.networks"]
        assert pages(rule, paid, friend, friend) == []

    def test_few_ideas_ask_for_more_until_one_is_chosen(self) -> None:
        rule = guidance.few_ideas_before_a_choice
        idea = RoleIdea(name="x", created=AT, changed=AT)
        chosen = RoleIdea(name="x", choice=IdeaChoice.CHOSEN, created=AT, changed=AT)
        assert pages(rule, idea) == ["stage.ideas"]
        assert pages(rule, *[idea] * 5) == []
        assert pages(rule, chosen) == []

    def test_every_condition_gets_a_look(self) -> None:
        rule = guidance.a_condition_nobody_looked_at
        assert pages(rule, standing("condition.trust", 2)) == list(guidance.CONDITIONS[1:])
        assert pages(guidance.a_condition_that_only_begins, standing("condition.trust", 1)) == ["condition.trust"]

    def test_each_page_is_suggested_once(self) -> None:
        found = [s.page for s in suggestions(dossier(standing("condition.trust", 1)), TODAY)]
        assert len(found) == len(set(found))


class TestProgress:
    def test_an_empty_dossier_starts_at_the_start(self) -> None:
        assert current_stage(dossier()) == "stage.start"
        assert list(stage_progress(dossier()).values())[1:] == [0] * 8

    def test_open_steps_mean_you_are_at_the_plan(self) -> None:
        assert current_stage(dossier(Action(title="x", created=AT, changed=AT))) == "stage.plan"

    def test_ideas_are_done_only_when_they_are_broad(self) -> None:
        def ideas(*domains: LifeDomain) -> Dossier:
            return dossier(*(RoleIdea(name="x", domain=d, created=AT, changed=AT) for d in domains))

        narrow = ideas(*[LifeDomain.HOME] * 5)
        broad = ideas(LifeDomain.HOME, LifeDomain.WORK, LifeDomain.ONLINE, LifeDomain.HOME, LifeDomain.HOME)
        assert stage_progress(narrow)["stage.ideas"] == 1
        assert stage_progress(broad)["stage.ideas"] == 2
