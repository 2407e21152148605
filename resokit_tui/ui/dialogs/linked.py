"""What was noted about a page before: answers, notes, standings and reflections, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.core.errors import CannotError
from resokit_tui.method.page import Page
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.workspace.linked import Linked

Shelf = tuple[str, Sequence[Linked]]
"""Whose it is, and what there is."""


class LinkedDialog(BaseDialog[None]):
    """To read back; writing is done on the page itself."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss"]

    def __init__(self, services: Services, page: Page, shelves: Sequence[Shelf]) -> None:
        super().__init__(services)
        self.page = page
        self.shelves = [shelf for shelf in shelves if shelf[1]]

    def body(self) -> ComposeResult:
        """A title, and everything in one text to scroll."""
        with Vertical(classes="sheet"):
            title = self.tr("What you noted about: {title}", title=self.page.title)
            yield Static(title, classes="sheet-title", markup=False)
            with Sheet(id="linked"):
                yield Static(Content("\n\n").join(self._pieces()), classes="sheet-text", markup=False)

    def _pieces(self) -> list[Content]:
        if not self.shelves:
            return [Content(self.tr("Nothing yet. Answer a question, or press n for a note that hangs on this page."))]
        pieces: list[Content] = []
        for whose, linked in self.shelves:
            if len(self.shelves) > 1:
                pieces.append(Content.styled(whose.upper(), "bold $primary"))
            pieces += [self._piece(each) for each in linked]
        return pieces

    def _piece(self, linked: Linked) -> Content:
        day = self.services.catalog.date_short(linked.day)
        parts: list[str | tuple[str, str]] = [(f"{day}  {self.tr(linked.kind)}", "bold")]
        if question := self._question(linked):
            parts += ["\n", (question, "$ink-soft")]
        return Content.assemble(*parts, "\n", linked.text)

    def _question(self, linked: Linked) -> str:
        """The question an answer belongs to; one that was taken off the page has no words any more."""
        if not linked.question:
            return ""
        try:
            return self.services.method.question(linked.question).text
        except CannotError:
            return ""
