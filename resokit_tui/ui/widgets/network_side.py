"""What stands beside the map: the sentences about it, or who is which number on it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_sentences import Finding
from resokit_tui.core.i18n import Catalog
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import shorten, wrap
from resokit_tui.ui.widgets.network_signs import drawable, signs_for
from resokit_tui.ui.widgets.pointer_list import PointerList, heading

_NUMBER = 6
"""Cells of a number, a sign, and the spaces between."""


class NetworkSide(Vertical):
    """A title and a list, whose rows are sentences or contacts; the list has the id `beside`."""

    def __init__(self, glyphs: Glyphs, catalog: Catalog, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs, self.catalog = glyphs, catalog
        self._findings: Sequence[Finding] = ()

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Static(id="side-title", markup=False)
        yield PointerList(self.glyphs, keep=True, id="beside")

    @property
    def rows(self) -> PointerList:
        """The list."""
        return self.query_one("#beside", PointerList)

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of the contacts that the sentence under the cursor is about."""
        return next((each.about for each in self._findings if each.id == self.rows.chosen), ())

    def show_sentences(self, findings: Sequence[Finding], width: int) -> None:
        """Sentences in rows of so many cells."""
        self._findings = findings
        rows: list[Option | None] = []
        for each in findings:
            rows += [heading("")] if rows else []
            rows.append(Option(Content("\n".join(wrap(self.catalog.render(each.text), width))), id=each.id))
        self._show(self.catalog("What stands out?"), rows)

    def show_numbers(self, contacts: Sequence[Contact], chosen: str, width: int) -> None:
        """Contacts by number, in rows of so many cells."""
        self._findings = ()
        signs = signs_for(self.glyphs)
        rows: list[Option | None] = [
            Option(Content(f"{n:>3} {signs.of(each)} {shorten(drawable(each.name), width - _NUMBER)}"), id=each.id)
            for n, each in enumerate(contacts, 1)
        ]
        self._show(self.catalog("Who is which number"), rows)
        self.point_at(chosen)

    def point_at(self, contact: str) -> None:
        """Goes to the row of a contact, when it has one."""
        if not self._findings and contact in {option.id for option in self.rows.options}:
            self.rows.highlighted = self.rows.get_option_index(contact)

    def _show(self, title: str, rows: list[Option | None]) -> None:
        self.query_one("#side-title", Static).update(title)
        self.rows.show(rows)
