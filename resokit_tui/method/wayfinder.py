"""The engine behind *Waar zit je?*: from a situation, through a few short questions, to a route.

Situations are content. A choice adds stops and may ask on; when nothing is asked any more the stops of the situation
itself are added, and that is the route: each page once, with the first reason that was given for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Choice, Onward, Page, Step

MOST_QUESTIONS = 4
FEWEST_STOPS, MOST_STOPS = 3, 6


class Stop(msgspec.Struct, frozen=True):
    """A page as the wayfinder offers it: its id, and why it helps now."""

    page: str
    reason: str


class Route(msgspec.Struct, frozen=True):
    """Three to six stops, in the order in which the answers brought them up; no order is obligatory."""

    situation: str
    stops: tuple[Stop, ...]


def walk(situation: Page, choices: Sequence[int]) -> Step | Route:
    """The next question after these choices (numbers from 0), or the route when there is none left.

    Raises `CannotError` when the choices do not fit the questions: they may be of an older text.
    """
    chosen, step = _follow(situation, choices)
    if step is not None:
        return step
    return Route(situation.id, _stops([*_stops_of(chosen), *situation.stops]))


def stops_so_far(situation: Page, choices: Sequence[int]) -> tuple[Stop, ...]:
    """The stops that these choices have brought, before the questions are over."""
    return _stops(_stops_of(_follow(situation, choices)[0]))


def ways(situation: Page) -> Iterator[tuple[int, ...]]:
    """Every possible row of choices that ends in a route, or is cut off at one question too many."""
    pending: list[tuple[int, ...]] = [()]
    while pending:
        choices = pending.pop()
        step = _follow(situation, choices)[1]
        if step is None or len(choices) > MOST_QUESTIONS:
            yield choices
        else:
            pending += [(*choices, n) for n in reversed(range(len(step.choices)))]


def flaws(situation: Page) -> Iterator[tuple[str, Message]]:
    """What is wrong in the course of a situation: the id of the question it comes from (or "") and a message."""
    reached = {situation.steps[0].id} if situation.steps else set()
    seen: set[Message] = set()
    for choices in ways(situation):
        chosen, step = _follow(situation, choices)
        reached.update(choice.ask for choice in chosen)
        last = step.id if step else _last_asked(situation, choices)
        count = len(_stops([*_stops_of(chosen), *situation.stops]))
        message = None
        if step is not None:
            message = Message("These questions go on too long or in a circle. Ask at most {n}.", n=MOST_QUESTIONS)
        elif not FEWEST_STOPS <= count <= MOST_STOPS:
            message = Message(
                "Some answers give this number of stops: {count}. Make it {fewest} to {most}.",
                count=count,
                fewest=FEWEST_STOPS,
                most=MOST_STOPS,
            )
        if message is not None and message not in seen:
            seen.add(message)
            yield last, message
    for step in situation.steps:
        if step.id not in reached:
            yield step.id, Message("No answer leads to the question “{step}”.", step=step.id)


def _follow(situation: Page, choices: Sequence[int]) -> tuple[list[Choice], Step | None]:
    steps = {step.id: step for step in situation.steps}
    step: Step | None = situation.steps[0] if situation.steps else None
    chosen: list[Choice] = []
    for n in choices:
        if step is None or not 0 <= n < len(step.choices):
            raise CannotError(Message("These answers no longer fit the questions. Start again at the first question."))
        chosen.append(step.choices[n])
        step = steps[chosen[-1].ask] if chosen[-1].ask else None
    return chosen, step


def _last_asked(situation: Page, choices: tuple[int, ...]) -> str:
    step = _follow(situation, choices[:-1])[1] if choices else None
    return step.id if step else ""


def _stops_of(chosen: list[Choice]) -> list[Onward]:
    return [stop for choice in chosen for stop in choice.stops]


def _stops(mentions: list[Onward]) -> tuple[Stop, ...]:
    first: dict[str, Stop] = {}
    for mention in mentions:
        first.setdefault(mention.page, Stop(mention.page, mention.reason))
    return tuple(first.values())
