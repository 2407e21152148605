"""*Where are you?* A situation, and at most four short questions one at a time, lead to a route."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Page, PageKind, Step
from resokit_tui.method.wayfinder import Route, stops_so_far, walk, ways
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad
from resokit_tui.ui.widgets.pick_list import PickList, answer
from resokit_tui.ui.widgets.stops import Stops

_TITLE_ROOM = 46
"""Cells for the title of a situation when what it is about stands beside it."""


class AskScreen(BaseScreen):
    """First the situations, then the questions of one; below them what the answers put on the route."""

    AREA: ClassVar[str] = "wayfinder"
    CSS_PATH: ClassVar[str] = "ask.tcss"
    BINDINGS = bindings("ask")

    def __init__(self, services: Services, situation: str = "", choices: tuple[int, ...] = ()) -> None:
        super().__init__(services)
        self._situation = situation
        self.choices = choices
        """The answers given so far; the next question follows from them."""
        self._at = 0
        """The row the cursor begins on: the answer given before, when one comes back to a question."""

    @classmethod
    def again(cls, services: Services, situation: str, choices: tuple[int, ...]) -> AskScreen:
        """At the last of these answers, to change it."""
        screen = cls(services, situation, choices[:-1])
        screen._at = choices[-1]
        return screen

    @property
    def situation(self) -> Page | None:
        """The situation that was chosen."""
        return self.services.method.page(self._situation) if self._situation else None

    def body(self) -> ComposeResult:
        """Title, progress, question, answers, what comes of it."""
        with Vertical(id="page"):
            yield Static(id="title", markup=False)
            yield Stops([], PageKind.SKILL, self.services.glyphs, id="progress")
            yield Static(id="question", markup=False)
            yield PickList(self.services.glyphs, id="answers")
            yield Static(id="outcome", markup=False)

    def on_mount(self) -> None:
        """The answers have the keyboard."""
        super().on_mount()
        self.query_one(PickList).focus()

    def fill(self) -> None:
        """The same question again; from the start when the text was changed under it."""
        if (at := self.query_one(PickList).highlighted) is not None:
            self._at = at
        self._show()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        situation = self.situation
        try:
            step = walk(situation, self.choices) if situation else None
        except CannotError as error:  # the same page in another language may ask other questions
            self.explain(error)
            self.choices, self._at = (), 0
            step = walk(situation, ()) if situation else None
        self.set_class(situation is None, "-situations")
        if situation is not None and isinstance(step, Step):
            self._ask(situation, step)
        else:
            self._offer()
        self._tell()

    def _offer(self) -> None:
        """The situations to choose from."""
        self.query_one("#title", Static).update(self._title(self.tr("Choose what comes closest.")))
        rows = [self._row(page) for page in self._situations]
        self.query_one(PickList).ask(rows, min(self._at, len(rows) - 1))

    @property
    def _situations(self) -> tuple[Page, ...]:
        """Those that ask something: an organisation's own page may only tell."""
        return tuple(page for page in self.services.method.of_kind(PageKind.SITUATION) if page.steps)

    def _row(self, page: Page) -> Option:
        if not self.is_wide:
            return answer(page.title, "", page.id)
        return Option(
            Content.assemble((pad(page.title, _TITLE_ROOM), "bold"), (page.gist, "$ink-soft")),
            id=page.id,
        )

    def _ask(self, situation: Page, step: Step) -> None:
        steps, now = self._course(situation), len(self.choices)
        place = self.tr("question {n} of {all}", n=now + 1, all=len(steps))
        self.query_one("#title", Static).update(self._title(f"{place}: {situation.title}"))
        self.query_one(Stops).show([each.short or str(n) for n, each in enumerate(steps, 1)], now)
        note = ("\n", (step.note, "$ink-soft")) if step.note else ()
        self.query_one("#question", Static).update(Content.assemble((step.text, "bold"), *note))
        rows = [answer(choice.text, choice.note, f"{step.id}.{n}") for n, choice in enumerate(step.choices)]
        self.query_one(PickList).ask(rows, self._at)

    def _course(self, situation: Page) -> list[Step]:
        """The questions asked so far and those that may still come: along the longest way from here."""
        so_far = len(self.choices)
        longest = max((way for way in ways(situation) if way[:so_far] == self.choices), key=len)
        steps = (walk(situation, longest[:n]) for n in range(len(longest)))
        return [step for step in steps if isinstance(step, Step)]

    def _title(self, words: str) -> Content:
        return Content.assemble((self.tr("Where are you?"), "bold $primary"), "  ", (words, "$ink-soft"))

    def _tell(self) -> None:
        """What the situation or the answer under the cursor would bring."""
        situation, at = self.situation, self.query_one(PickList).highlighted
        outcome = self.query_one("#outcome", Static)
        if at is None:
            outcome.update("")
        elif situation is None:
            page = self._situations[at]
            count = max(len(way) for way in ways(page))
            questions = self.tr(Message.counted("{n} short question", "{n} short questions", count))
            outcome.update(Content.assemble(page.gist, "  ", (questions, "$ink-soft")))
        else:
            outcome.update(self._on_the_route(situation, at))

    def _on_the_route(self, situation: Page, at: int) -> Content:
        before = stops_so_far(situation, self.choices)
        added = [stop for stop in stops_so_far(situation, (*self.choices, at)) if stop not in before]
        names = [", ".join(self.services.method.page(stop.page).short for stop in stops) for stops in (before, added)]
        told = Content.assemble((self.tr("On your route"), "bold $here"), "  ", names[0] or self.tr("nothing yet"))
        if names[1]:
            told = Content.assemble(told, "  ", (self.tr("and with this answer"), "$ink-soft"), "  ", names[1])
        return told

    # -- answering ---------------------------------------------------------------------------------------------------

    def on_option_list_option_highlighted(self) -> None:
        """Tells what this answer would bring."""
        self._tell()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """The next question, or the route."""
        situation = self.situation
        if situation is None:
            self._go(event.option.id or "", ())
            return
        choices = (*self.choices, event.option_index)
        reached = walk(situation, choices)
        if isinstance(reached, Route):
            from resokit_tui.ui.screens.route import RouteScreen

            self.app.switch_screen(RouteScreen(self.services, reached, choices))
        else:
            self._go(situation.id, choices)

    def on_stops_chosen(self, event: Stops.Chosen) -> None:
        """A click on a question that was answered goes back to it."""
        if event.index < len(self.choices):
            self._go(self._situation, self.choices[: event.index], self.choices[event.index])

    def action_back(self) -> None:
        """To the question before, then to the situations, then to the map."""
        if self.choices:
            self._go(self._situation, self.choices[:-1], self.choices[-1])
        elif self._situation:
            self._go("", (), [page.id for page in self._situations].index(self._situation))
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """To the map; nothing was kept."""
        self.dismiss(None)

    def action_read(self) -> None:
        """The page of the situation: how to recognise it, and what helps."""
        if page := self._situation or self.query_one(PickList).chosen:
            self.post_message(OpenPage(page))

    def _go(self, situation: str, choices: tuple[int, ...], at: int = 0) -> None:
        self._situation, self.choices, self._at = situation, choices, at
        self._show()
