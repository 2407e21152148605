"""What stands in the document, whatever it is drawn on."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import (
    Block,
    Cards,
    Counts,
    Document,
    Facts,
    Heading,
    Hero,
    ItemList,
    Pills,
    Table,
    all_text,
    words_of,
)
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.plan_words import quoted
from resokit_tui.export.role_plan import role_plan
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import TODAY, luc, marie_louise, nobody_yet, stand_in_order, words


def headings(document: Document) -> list[str]:
    return [words_of(one.text) for one in document.blocks if isinstance(one, Heading)]


def blocks_of(document: Document, kind: type[Block]) -> list[Block]:
    return [one for one in document.blocks if isinstance(one, kind)]


def test_the_parts_stand_in_the_order_of_the_method(document_of: MakeDocument) -> None:
    assert headings(document_of(marie_louise())) == [
        "Why we begin",
        "This is me",
        "My strengths",
        "What I like",
        "My dream",
        "What I certainly do not want",
        "My roles now",
        "My network in brief",
        "Why I choose this role",
        "Where and with whom",
        "What it takes",
        "My steps",
        "How it goes",
        "What we saw on 2 October 2026",
        "My quality of life",
        "Agreed",
        "Your rights",
        "Notes of the worker",
        "22 November 2026",
    ]


def test_every_word_that_may_be_told_is_told_in_order(document_of: MakeDocument) -> None:
    told = words(" ".join(all_text(document_of(marie_louise()).blocks)))
    plan = role_plan(marie_louise(), Audience.FULL, TODAY)
    chosen = plan.chosen
    assert chosen is not None
    wanted = [chosen.name, chosen.sentence, chosen.quote, *plan.appreciated, *plan.important, *plan.support]
    wanted += [plan.strengths[1].text, plan.strengths[0].text, plan.strengths[0].evidence, *plan.interests, plan.dream]
    wanted += [*plan.unwanted, *(one.name for one in plan.roles), "vakvrouw en wil dat weer zijn. zichtbaar echt nodig"]
    wanted += [*chosen.brings, chosen.contributes, chosen.goal, chosen.place, chosen.neighbourhood, chosen.with_whom]
    wanted += [*chosen.chances, *chosen.barriers]
    wanted += [text for need in plan.needs for text in (need.required, need.present, need.action, need.who)]
    wanted += [text for step in plan.steps for text in (step.title, step.reason, step.who)]
    wanted += [text for review in plan.reviews for text in (review.works, review.does_not_work, review.adjustment)]
    assert stand_in_order(words(" ".join(wanted)), told) is None


def test_an_almost_empty_plan_has_no_empty_part_and_asks_for_the_rest(document_of: MakeDocument) -> None:
    document = document_of(nobody_yet())
    assert headings(document) == ["How it goes", "We still fill this in together", "Agreed", "Your rights"]
    assert not [one for one in document.blocks if isinstance(one, Table | Cards | Counts | Pills)]
    asked = next(one for one in document.blocks if isinstance(one, ItemList))
    assert len(asked.items) == 7
    assert all(item.done is False for item in asked.items)
    assert "Still to choose" in [one.title for one in document.blocks if isinstance(one, Hero)]


def test_columns_in_which_nobody_wrote_are_not_printed(document_of: MakeDocument) -> None:
    (steps,) = blocks_of(document_of(luc()), Table)
    assert isinstance(steps, Table)
    assert [words_of(one) for one in steps.head] == ["Step", "Who", "By when", "How it stands"]
    assert all(len(row) == len(steps.head) for row in steps.rows)


def test_roles_without_any_value_are_words_and_no_table(document_of: MakeDocument) -> None:
    assert ("baasje van Fons", "huurder") in [one.items for one in document_of(luc()).blocks if isinstance(one, Pills)]


def test_a_status_is_a_word_and_a_sign(document_of: MakeDocument) -> None:
    text = list(all_text(document_of(marie_louise()).blocks))
    assert {"✓ done", "○ to do", "– cancelled"} <= set(text)


def test_the_mark_is_the_one_that_is_passed_in(catalog: Catalog) -> None:
    plan = role_plan(nobody_yet(), Audience.FULL, TODAY)
    assert plan_document(plan, catalog, mark="art. 458").mark == "art. 458"
    assert plan_document(plan, catalog).mark == "Confidential – professional secrecy"


def test_facts_nobody_gave_are_left_out(catalog: Catalog) -> None:
    document = plan_document(role_plan(nobody_yet(), Audience.FULL, TODAY), catalog)
    facts = next(one for one in document.blocks if isinstance(one, Facts))
    assert facts.pairs == (("Made on", "22 November 2026"),)
    assert document.edition == "22 November 2026"


def test_words_between_marks_get_no_second_pair() -> None:
    assert quoted("Ja.") == "“Ja.”"
    assert quoted("‘Ja.’") == "‘Ja.’"
