"""The table of questions as one widget: rows are contacts, columns are questions; arrows answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message

from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_layout import shorten as short_name
from resokit_tui.core.i18n import Catalog
from resokit_tui.core.text import fold
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.network_traits import TRAITS, Trait, Value
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas, pad, shorten
from resokit_tui.ui.widgets.drawn import Drawn
from resokit_tui.ui.widgets.in_order import InOrder
from resokit_tui.ui.widgets.network_signs import cells, drawable, signs_for

_LEFT, _NAME, _GAP = 2, 19, 1


class TraitTable(InOrder, Drawn, can_focus=True):
    """Up and down: who; left and right: the answer; Tab: the next question; Space marks; a letter names a domain.

    Posts `Answered` with the contact as it becomes, `Moved` when another cell has the cursor, and `Opened`.
    """

    BINDINGS = bindings("traits")
    DEFAULT_CSS: ClassVar[str] = "TraitTable { width: 1fr; height: 1fr; }"

    @dataclass
    class Answered(Message):
        """An answer was given: the contact as it becomes."""

        contact: Contact

    @dataclass
    class Moved(Message):
        """Another cell has the cursor."""

    @dataclass
    class Opened(Message):
        """A contact is wanted."""

        contact: str

    def __init__(self, glyphs: Glyphs, catalog: Catalog, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.catalog = catalog
        self.contacts: list[Contact] = []
        self.names = True
        self.row, self.column, self.option = 0, 0, 0
        """Where the cursor is; `option` is the answer that Space marks, in a question with several."""
        self._top = 0

    # -- what is under the cursor ------------------------------------------------------------------------------------

    @property
    def trait(self) -> Trait:
        """The question under the cursor."""
        return TRAITS[self.column]

    @property
    def contact(self) -> Contact | None:
        """The contact under the cursor."""
        return self.contacts[self.row] if self.contacts else None

    @property
    def value(self) -> Value:
        """The answer under the cursor."""
        if self.trait.several:
            return list(self.trait.answers)[self.option]
        return getattr(self.contact, self.trait.field) if self.contact else None

    def show(self, contacts: Sequence[Contact], chosen: str, *, names: bool) -> None:
        """Other contacts, or other answers; the cursor goes to the one with this id."""
        self.contacts, self.names = list(contacts), names
        ids = [contact.id for contact in self.contacts]
        self.row = ids.index(chosen) if chosen in ids else min(self.row, max(0, len(ids) - 1))
        self.redraw()

    # -- moving and answering ----------------------------------------------------------------------------------------

    def action_who(self, step: int) -> None:
        """Another contact, the same question."""
        self._go(min(max(self.row + step, 0), len(self.contacts) - 1), self.column)

    def action_end(self, index: int) -> None:
        """The first (0) or last (-1) contact."""
        self._go(index % max(1, len(self.contacts)), self.column)

    def action_page(self, step: int) -> None:
        """A screenful of contacts further."""
        self.action_who(step * max(1, self.size.height - 2))

    def action_question(self, step: int) -> None:
        """Another question, the same contact; from the last one to the first of the next contact."""
        column = self.column + step
        if 0 <= column < len(TRAITS):
            self._go(self.row, column)
        elif 0 <= self.row + step < len(self.contacts):
            self._go(self.row + step, column % len(TRAITS))

    def action_value(self, step: int) -> None:
        """The answer beside; in a question with several answers only the cursor goes."""
        if self.contact is None:
            return
        if self.trait.several:
            self.option = (self.option + step) % len(self.trait.answers)
            self.redraw()
            self.post_message(self.Moved())
        else:
            self._answer(self.trait.stepped(self.contact, step))

    def action_mark(self) -> None:
        """Marks the answer under the cursor, or takes the mark away; where one answer holds, the next one."""
        if self.contact is not None and self.trait.several:
            self._answer(self.trait.toggled(self.contact, self.value))
        else:
            self.action_value(1)

    def action_open(self) -> None:
        """Asks for the contact."""
        if self.contact is not None:
            self.post_message(self.Opened(self.contact.id))

    def on_key(self, event: events.Key) -> None:
        """A letter names a domain, in the reader's language; once more, and it is the next one with that letter."""
        if self.contact is None or not self._takes(event.character):
            return  # Textual goes on with the handler of the base
        event.stop()
        event.prevent_default()
        values = [value for value in self.trait.answers if value is not None]
        letter = fold(event.character or "")
        own = [each for each in values if fold(self.catalog.render(self.trait.answers[each])).startswith(letter)]
        at = own.index(self.value) + 1 if self.value in own else 0
        self._answer(self.trait.answered(self.contact, own[at % len(own)]))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Such a letter is not a command here."""
        return self._takes(character)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell."""
        if found := self.hit(event.x, event.y):
            row, column = found.split(":")
            self._go(int(row), int(column))

    def _takes(self, character: str | None) -> bool:
        if self.trait.field != "domain" or not character or not character.isalpha():
            return False
        return any(
            fold(self.catalog.render(word)).startswith(fold(character))
            for value, word in self.trait.answers.items()
            if value is not None
        )

    def _go(self, row: int, column: int) -> None:
        if (row, column) != (self.row, self.column) and self.contacts:
            other_question = column != self.column
            self.row, self.column, self.option = row, column, 0
            self.redraw()
            self.post_message(self.Moved())
            if other_question:  # a letter is a domain in one of them, and a command in the others
                self.screen.refresh_bindings()

    def _answer(self, contact: Contact) -> None:
        self.contacts[self.row] = contact
        self.redraw()
        self.post_message(self.Answered(contact))

    # -- drawing -----------------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """The head, and as many rows as there is room for."""
        columns = self._columns(canvas.width)
        for column, x in columns.items():
            here = column == self.column
            head = shorten(self.catalog.render(TRAITS[column].heading), TRAITS[column].width)
            canvas.put(x, 0, head, "primary" if here else "ink-soft", bold=here)
        room = max(1, canvas.height - 1)
        self._top = min(max(self._top, self.row - room + 1), self.row)
        for y, row in enumerate(range(self._top, min(self._top + room, len(self.contacts))), 1):
            self._draw_row(canvas, y, row, columns)

    def _columns(self, width: int) -> dict[int, int]:
        """Where each column that is in sight starts; the one with the cursor always is."""
        first = 0
        while True:
            x, found = _LEFT + _NAME + _GAP, {}
            for column in range(first, len(TRAITS)):
                if x + TRAITS[column].width > width - 1:
                    break
                found[column] = x
                x += TRAITS[column].width + _GAP
            if self.column in found or first >= self.column:
                return found
            first += 1

    def _draw_row(self, canvas: Canvas, y: int, row: int, columns: dict[int, int]) -> None:
        contact, here = self.contacts[row], row == self.row
        sign = signs_for(self.glyphs).of(contact)
        name = short_name(drawable(contact.name), _NAME - 2, cells) if self.names else ""
        canvas.put(_LEFT - 2, y, self.glyphs.cursor if here else " ", "primary", bold=True)
        canvas.put(_LEFT, y, f"{sign} {name}", "ink", bold=here, tag=f"{row}:{self.column}")
        for column, x in columns.items():
            text, soft = self._cell(contact, TRAITS[column])
            width = TRAITS[column].width
            if here and column == self.column:
                ink: Token = "cursor-ink" if self.has_focus else "cursor-rest-ink"
                ground: Token = "cursor" if self.has_focus else "cursor-rest"
                canvas.put(x - 1, y, pad(f" {text}", width + 1), ink, ground, bold=True, tag=f"{row}:{column}")
            else:
                canvas.put(x, y, pad(text, width), "ink-soft" if soft else "ink", tag=f"{row}:{column}")

    def _cell(self, contact: Contact, trait: Trait) -> tuple[str, bool]:
        """What stands in a cell, and whether it says nothing yet."""
        marked = trait.marked(contact)
        if trait.several:
            words = [self.catalog.render(trait.answers[each])[:2] for each in trait.answers if each in marked]
            return (" ".join(words), False) if words else (self.glyphs.leader, True)
        if marked[0] is None:
            return self.glyphs.leader, True
        return shorten(self.catalog.render(trait.answers[marked[0]]), trait.width), False
