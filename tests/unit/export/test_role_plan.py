"""What the plan may know: the parts for the client, counted contacts, and nothing that is the professional's own."""

from __future__ import annotations

from datetime import date

from resokit_tui.casework.client import Client
from resokit_tui.casework.network import Contact
from resokit_tui.casework.plan import Review
from resokit_tui.core.domains import LifeDomain
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import all_text
from resokit_tui.export.plan_facts import DomainCount
from resokit_tui.export.role_plan import role_plan
from tests.unit.export.dossiers import AT, CANARIES, TODAY, dossier, luc, marie_louise, nobody_yet


def test_nothing_of_the_professional_or_of_third_parties_is_in_it() -> None:
    plan = " ".join(all_text(role_plan(marie_louise(), Audience.FULL, TODAY)))
    assert [word for word in CANARIES if word in plan] == []
    assert "vakvrouw" in plan


def test_the_control_finds_the_canaries_in_the_dossier() -> None:
    records = (record for table in marie_louise().tables.values() for record in table)
    everything = " ".join(text for record in records for text in all_text(record))
    assert [word for word in CANARIES if word not in everything] == []


def test_contacts_are_counted_per_domain_in_the_order_of_the_web() -> None:
    plan = role_plan(marie_louise(), Audience.FULL, TODAY)
    assert plan.network == (
        DomainCount(LifeDomain.FAMILY, 1, 0),
        DomainCount(LifeDomain.NEIGHBOURHOOD, 1, 0),
        DomainCount(LifeDomain.SERVICES, 0, 2),
    )


def test_contacts_without_a_domain_are_counted_last() -> None:
    assert role_plan(luc(), Audience.FULL, TODAY).network[-1] == DomainCount(None, 1, 0)


def test_a_contact_in_the_trash_does_not_count() -> None:
    one = Contact(**AT, name="weg", trashed=AT["created"])
    assert role_plan(dossier(Client(**AT, alias="J."), one), Audience.FULL, TODAY).network == ()


def test_only_roles_of_today_are_told() -> None:
    assert [one.name for one in role_plan(marie_louise(), Audience.FULL, TODAY).roles] == [
        "weduwe",
        "klant van de bakker",
    ]


def test_steps_stand_in_the_order_of_their_days() -> None:
    assert [one.title for one in role_plan(marie_louise(), Audience.FULL, TODAY).steps] == [
        "Vervoer regelen",
        "Eerste zaterdag meedraaien",
        "Cursus volgen",
    ]


def test_a_chosen_idea_is_the_role_until_it_is_worked_out() -> None:
    chosen = role_plan(luc(), Audience.FULL, TODAY).chosen
    assert chosen is not None
    assert chosen.name == "Meester van de hondenweide"


def test_the_next_review_is_the_first_one_to_come() -> None:
    reviews = [
        Review(**AT, held=date(2026, 10, 1), next=date(2026, 11, 1)),
        Review(**AT, next=date(2027, 2, 1)),
        Review(**AT, held=date(2026, 12, 24)),
    ]
    assert role_plan(dossier(Client(**AT, alias="J."), *reviews), Audience.FULL, TODAY).next_review == date(
        2026, 12, 24
    )


def test_an_empty_dossier_makes_an_empty_plan() -> None:
    plan = role_plan(nobody_yet(), Audience.FULL, TODAY)
    assert (plan.alias, plan.chosen, plan.steps, plan.next_review) == ("J.", None, (), None)


def test_a_plan_in_a_traceback_says_nothing() -> None:
    assert "vakvrouw" not in repr(role_plan(marie_louise(), Audience.FULL, TODAY))
