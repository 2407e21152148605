"""*Where are you?* leads everywhere: to every station, without dead ends, by routes that can be walked."""

from __future__ import annotations

import pytest

from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import load_method
from resokit_tui.method.page import Page, PageKind
from resokit_tui.method.wayfinder import FEWEST_STOPS, MOST_QUESTIONS, MOST_STOPS, Route, walk, ways

METHOD = load_method(content_folder(), "nl")
SITUATIONS = METHOD.of_kind(PageKind.SITUATION)
ENOUGH = 14
"""Situations that the professional can choose from, at least."""


def routes(situation: Page) -> list[Route]:
    """The route of every way through the questions; a way that ends in a question is a dead end."""
    reached = [walk(situation, choices) for choices in ways(situation)]
    assert all(isinstance(each, Route) for each in reached), situation.id
    return [each for each in reached if isinstance(each, Route)]


def test_there_are_enough_situations() -> None:
    assert len(SITUATIONS) >= ENOUGH


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda page: page.id)
class TestSituation:
    def test_it_asks_at_most_four_questions_and_each_is_asked_on_some_way(self, situation: Page) -> None:
        assert situation.steps
        assert all(1 <= len(choices) <= MOST_QUESTIONS for choices in ways(situation))
        asked = {
            step.id
            for choices in ways(situation)
            for n in range(len(choices))
            if not isinstance(step := walk(situation, choices[:n]), Route)
        }
        assert asked == {step.id for step in situation.steps}

    def test_every_question_leaves_a_choice(self, situation: Page) -> None:
        assert all(len(step.choices) >= 2 for step in situation.steps)
        assert all(step.short for step in situation.steps)

    def test_every_way_ends_in_a_route_of_three_to_six_stops_with_a_reason_each(self, situation: Page) -> None:
        for route in routes(situation):
            assert FEWEST_STOPS <= len(route.stops) <= MOST_STOPS
            assert len({stop.page for stop in route.stops}) == len(route.stops)
            for stop in route.stops:
                assert stop.reason
                assert METHOD.page(stop.page).id != situation.id

    def test_an_answer_makes_a_difference(self, situation: Page) -> None:
        assert len({route.stops for route in routes(situation)}) > 1


def test_every_condition_skill_and_stage_is_reachable_from_some_situation() -> None:
    reachable = {stop.page for situation in SITUATIONS for route in routes(situation) for stop in route.stops}
    stations = {page for line in METHOD.lines for page in line.pages}
    assert len(stations) == 25
    assert stations - reachable == set()
