"""Looking for a word on the page that is open: one row to type in, and the places in the order they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from resokit_tui.core.text import occurrences
from resokit_tui.method.page import Onward
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.parts.answering import Answering
from resokit_tui.ui.parts.page_pieces import onward_rows
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.page_text import Reading
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.question_block import QuestionBlock

PagePart = Reading | Answering | PointerList
"""A station of a page as a widget."""


class Place(NamedTuple):
    """Where a word was found: the part of the page, and the how-manieth thing in it."""

    part: str
    item: int


class FindInput(Input):
    """What to look for; Enter and the arrows go from place to place."""

    BINDINGS = bindings("find")


class FindRow(Horizontal):
    """A row that is only there while something is looked for."""

    @dataclass
    class Found(Message):
        """A place is pointed at; its part may still have to be shown."""

        part: str
        item: int

    def __init__(self, services: Services) -> None:
        super().__init__(id="find-row")
        self.services = services
        self.places: list[Place] = []
        self._at = -1
        """Index of the place that is shown."""
        self._parts: Mapping[str, PagePart] = {}
        """The parts of the page, in their order."""
        self._onward: Sequence[Onward] = ()
        self._first = ""
        """The part in which looking began."""

    def compose(self) -> ComposeResult:
        """Label, field, how many."""
        yield Static(self.services.catalog("Find"), id="find-label", markup=False)
        yield FindInput(id="find", compact=True, select_on_focus=False)
        yield Static(id="find-count", markup=False)

    @property
    def is_on(self) -> bool:
        """Whether something is being looked for."""
        return self.has_class("-on")

    @property
    def here(self) -> Place | None:
        """The place that is shown."""
        return self.places[self._at] if self._at >= 0 else None

    def begin(self, parts: Mapping[str, PagePart], onward: Sequence[Onward], first: str) -> None:
        """Shows the row and gives it the keyboard; looking begins in the part `first`."""
        self._parts, self._onward, self._first = parts, onward, first
        self.add_class("-on")
        self.query_one(FindInput).focus()

    def end(self) -> None:
        """Takes it away, and every mark with it."""
        self.remove_class("-on")
        with self.prevent(Input.Changed):
            self.query_one(FindInput).value = ""
        self._seek("")

    def step(self, step: int) -> None:
        """To the next place, round and round."""
        if self.places:
            self._at = (self._at + step) % len(self.places)
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Looks again at each letter."""
        event.stop()
        self._seek(event.value)

    def _seek(self, sought: str) -> None:
        found = ((name, seek(part, self._onward, sought, self.services)) for name, part in self._parts.items())
        self.places = [Place(name, item) for name, items in found for item in items]
        order = list(self._parts)
        later = (at for at, place in enumerate(self.places) if order.index(place.part) >= order.index(self._first))
        self._at = next(later, 0 if self.places else -1)
        self._show()

    def _show(self) -> None:
        here = self.here
        self.query_one("#find-count", Static).update(self._count())
        for name, part in self._parts.items():
            show_place(part, here.item if here is not None and here.part == name else -1)
        if here is not None:
            self.post_message(self.Found(here.part, here.item))

    def _count(self) -> str:
        catalog = self.services.catalog
        if self.places:
            return catalog("{n} of {all}", n=self._at + 1, all=len(self.places))
        return catalog("not on this page") if self.query_one(FindInput).value.strip() else ""


def seek(part: PagePart, onward: Sequence[Onward], sought: str, services: Services) -> list[int]:
    """Marks what is sought in a part of the page, and tells in which of its things it was found; empty unmarks."""
    if isinstance(part, Reading):
        return list(range(part.seek(sought)))
    if isinstance(part, Answering):
        blocks = list(part.query(QuestionBlock))
        for block in blocks:
            block.seek(sought)
        return [number for number, block in enumerate(blocks) if any(occurrences(block.text, sought))]
    part.keep = bool(sought)
    part.show(onward_rows(onward, services, sought))
    rows = [(at, part.get_option_at_index(at)) for at in range(part.option_count)]
    return [at for at, row in rows if not row.disabled and any(occurrences(str(row.prompt), sought))]


def show_place(part: PagePart, item: int) -> None:
    """Brings the thing in which something was found in sight; -1 points at none."""
    if isinstance(part, Reading):
        part.show_hit(item)
    elif isinstance(part, Answering):
        for number, block in enumerate(part.query(QuestionBlock)):
            block.point(number == item)
            if number == item:
                block.scroll_visible(animate=False)
    elif item >= 0:
        part.highlighted = item
