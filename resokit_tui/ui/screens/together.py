"""Reading together: what the person may see, large and calm, with nothing else on the screen.

The same filter as the client's paper makes it, so that paper and screen say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.casework.plan import STATUS_NAMES, ActionStatus
from resokit_tui.casework.quality import QUALITY_NAMES, QUALITY_STEPS
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.plan_facts import RolePlan
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.big_letters import big
from resokit_tui.ui.widgets.canvas import wrap

_AROUND = 16
_ROOM = 11
"""Rows of text to a page at the design size."""


class Leaf(NamedTuple):
    """One page: a heading of ours, and what the person said or agreed."""

    heading: str
    lines: tuple[str, ...]


def leaves(plan: RolePlan, catalog: Catalog) -> list[Leaf]:
    """The pages there is something on, in the order of the paper."""
    found = [Leaf(heading, tuple(line for line in lines if line)) for heading, lines in _parts(plan, catalog)]
    return [leaf for leaf in found if leaf.lines]


def _parts(plan: RolePlan, catalog: Catalog) -> Iterator[tuple[str, list[str]]]:
    yield catalog("This is me"), [*plan.appreciated, *(fact.text for fact in plan.strengths)]
    yield catalog("What matters"), [*plan.important, *plan.support]
    yield catalog("My dream"), [plan.dream, *plan.unwanted]
    chosen = plan.chosen
    if chosen is not None:
        quote = f"‘{chosen.quote.strip('‘’“”')}’" if chosen.quote else ""
        yield catalog("My role"), [chosen.name, chosen.sentence, chosen.contributes, chosen.with_whom, quote]
    steps = [step for step in plan.steps if step.status is not ActionStatus.CANCELLED]
    yield (
        catalog("My steps"),
        [_step(step.title, step.who, catalog.render(STATUS_NAMES[step.status])) for step in steps],
    )
    agreed = plan.agreement
    yield catalog("Agreed"), [agreed.supporters, agreed.agreements, agreed.plan_b]
    last = plan.quality[-1:] if plan.quality else ()
    yield (
        catalog("How I am"),
        [
            f"{catalog.render(QUALITY_NAMES[domain])}: {catalog.render(QUALITY_STEPS[score - 1])}"
            for fact in last
            for domain, score in fact.steps
        ],
    )


def _step(title: str, who: str, status: str) -> str:
    return f"{title} ({who}, {status})" if who else f"{title} ({status})"


class TogetherScreen(BaseScreen):
    """One page at a time; left and right turn, Esc stops."""

    CSS_PATH: ClassVar[str] = "together.tcss"
    BINDINGS = bindings("together")

    def __init__(self, services: Services, plan: RolePlan, catalog: Catalog) -> None:
        """`catalog`: the words of the dossier's own language, with je or u as it says."""
        super().__init__(services)
        self.words, self.plan = catalog, plan
        self._leaf = 0
        self._session = services.session

    def compose(self) -> ComposeResult:
        """A heading, the text, and how to turn."""
        with Vertical(id="leaf"):
            yield Static(id="heading", markup=False)
            yield Static(id="text")
        yield Static(id="turning", markup=False)

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self._session:
            self.dismiss(None)
            return
        self._show()

    def on_resize(self) -> None:
        """Another width breaks the lines elsewhere."""
        if self.is_mounted:
            self._show()

    def _pages(self) -> list[Leaf]:
        """The leaves, cut where there is no more room."""
        width = max(20, min(72, self.app.size.width - _AROUND))
        room = max(4, _ROOM + self.app.size.height - 24)
        pages: list[Leaf] = []
        for leaf in leaves(self.plan, self.words):
            part: list[str] = []
            rows = 0
            for line in leaf.lines:
                height = len(wrap(line, width)) + 1
                if part and rows + height > room:
                    pages.append(Leaf(leaf.heading, tuple(part)))
                    part, rows = [], 0
                part.append(line)
                rows += height
            pages.append(Leaf(leaf.heading, tuple(part)))
        return pages or [Leaf("", (self.words("There is nothing to read together yet."),))]

    def _show(self) -> None:
        pages = self._pages()
        self._leaf = max(0, min(self._leaf, len(pages) - 1))
        leaf = pages[self._leaf]
        large = big(leaf.heading, self.app.size.width - _AROUND) if self.services.glyphs.banded else []
        self.query_one("#heading", Static).update("\n".join(large) if large else leaf.heading)
        text: list[Content] = []
        for line in leaf.lines:
            text.append(Content.styled(line, "italic" if line.startswith("‘") else ""))
        self.query_one("#text", Static).update(Content("\n\n").join(text))
        glyphs = self.services.glyphs
        dots = " ".join(glyphs.mark(2 if number == self._leaf else 0) for number in range(len(pages)))
        place = self.tr("{n} of {all}", n=self._leaf + 1, all=len(pages))
        keys = [key_name(key, self.services.catalog, glyphs) for key in ("left", "right", "escape")]
        turn = f"{keys[0]} {keys[1]}  {self.tr('turn the page')}    {keys[2]}  {self.tr('stop')}"
        self.query_one("#turning", Static).update(f"{dots}   {place}    {turn}")

    def action_turn(self, step: int) -> None:
        """Another page; the last one is the end."""
        self._leaf += step
        self._show()

    def action_leave(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)
