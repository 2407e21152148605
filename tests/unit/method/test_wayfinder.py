"""From a situation to a route."""

from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.method.loader import check_content, load_method
from resokit_tui.method.page import Page, Step
from resokit_tui.method.wayfinder import Route, Stop, stops_so_far, walk, ways

ENGLISH = load_catalog("en")
STUCK = "nl/situations/stuck.md"


@pytest.fixture
def stuck(content: Path) -> Page:
    return load_method(content, "nl").page("situation.stuck")


def test_first_comes_the_first_question(stuck: Page) -> None:
    step = walk(stuck, ())
    assert isinstance(step, Step)
    assert step.text == "Waar zit je vast?"


def test_an_answer_that_asks_nothing_more_ends_in_a_route(stuck: Page) -> None:
    assert walk(stuck, (0,)) == Route(
        "situation.stuck",
        (
            Stop("skill.seeing", "Kijk eerst."),
            Stop("stage.first", "Begin opnieuw."),
            Stop("condition.one", "Altijd goed."),
        ),
    )


def test_a_page_is_on_the_route_once_with_its_first_reason(stuck: Page) -> None:
    step = walk(stuck, (1,))
    assert isinstance(step, Step)
    assert step.id == "when"
    route = walk(stuck, (1, 0))
    assert isinstance(route, Route)
    assert [stop.page for stop in route.stops] == ["stage.first", "stage.second", "condition.one"]
    assert route.stops[0].reason == "Begin bij het begin."


def test_what_the_answers_brought_so_far_can_be_shown_beside_the_question(stuck: Page) -> None:
    assert stops_so_far(stuck, ()) == ()
    assert stops_so_far(stuck, (1,)) == (Stop("stage.first", "Begin bij het begin."),)


@pytest.mark.parametrize("choices", [(9,), (-1,), (0, 0), (1, 0, 0)])
def test_choices_of_an_older_text_are_refused_in_words(stuck: Page, choices: tuple[int, ...]) -> None:
    with pytest.raises(CannotError) as raised:
        walk(stuck, choices)
    assert "Start again" in ENGLISH.render(raised.value.message)


def test_all_ways_are_known(stuck: Page) -> None:
    assert sorted(ways(stuck)) == [(0,), (1, 0)]


COURSES = [
    ("questions in a circle", 'ask = "when"\n', 'ask = "where"\n', "in a circle", 'id = "where"'),
    ("a question nobody gets", 'ask = "when"\n', "", "No answer leads", 'id = "when"'),
    (
        "a route too short",
        '  { page = "stage.second", reason = "Kijk terug." },\n',
        "",
        "number of stops: 2",
        'id = "when"',
    ),
]


@pytest.mark.parametrize(("old", "new", "words", "at"), [c[1:] for c in COURSES], ids=[c[0] for c in COURSES])
def test_a_situation_that_leads_nowhere_is_told_at_the_question(
    content: Path, old: str, new: str, words: str, at: str
) -> None:
    text = (content / STUCK).read_text("utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    (content / STUCK).write_text(text, "utf-8")
    line = text[: text.index(at)].count("\n")  # the header [[steps]] stands above it
    told = [fault.line for fault in check_content(content) if words in ENGLISH.render(fault.message)]
    assert told == [line]
