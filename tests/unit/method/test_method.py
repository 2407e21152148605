"""Finding things in the method."""

from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.method.loader import load_method
from resokit_tui.method.method import Method
from resokit_tui.method.page import PageKind

ENGLISH = load_catalog("en")


@pytest.fixture
def method(content: Path) -> Method:
    return load_method(content, "nl")


@pytest.mark.parametrize("typed", ["conditions.one", "one", "Condition.one", "condition.on"])
def test_an_unknown_page_is_answered_with_the_ones_that_look_like_it(method: Method, typed: str) -> None:
    with pytest.raises(CannotError) as raised:
        method.page(typed)
    assert "condition.one" in ENGLISH.render(raised.value.message)


def test_a_page_like_no_other_is_answered_too(method: Method) -> None:
    with pytest.raises(CannotError) as raised:
        method.page("")
    assert "list of all pages" in ENGLISH.render(raised.value.message)


def test_skill_and_stage_are_partners_both_ways(method: Method) -> None:
    assert method.partner("skill.seeing") == "stage.second"
    assert method.partner("stage.second") == "skill.seeing"
    assert method.partner("condition.one") is None


def test_conditions_and_skills_count_from_one_and_stages_from_zero(method: Method) -> None:
    assert method.number("condition.one") == 1
    assert [method.number(id) for id in method.lines[2].pages] == [0, 1]


def test_a_question_is_found_by_its_whole_id(method: Method) -> None:
    assert method.question("stage.first.q2").text == "Wat nog?"
    for unknown in ("stage.first.q9", "stage.last.q1", "q1"):
        with pytest.raises(CannotError):
            method.question(unknown)


def test_pages_of_a_kind_come_in_the_order_of_the_map(method: Method) -> None:
    assert [page.id for page in method.of_kind(PageKind.STAGE)] == ["stage.first", "stage.second"]
    assert [page.id for page in method.of_kind(PageKind.SITUATION)] == ["situation.stuck"]
    assert method.of_kind(PageKind.TOOL) == ()
