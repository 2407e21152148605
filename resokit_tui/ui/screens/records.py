"""Reading back: the notes, reflections or answers of one dossier, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.note import Answer, Note
from resokit_tui.casework.reflection import REFLECTION_QUESTIONS, Reflection
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.workspace.session import DossierSession


class Entry(NamedTuple):
    """One dated thing that was written."""

    day: date
    about: str
    text: str


class Shelf(NamedTuple):
    """A kind of thing to read back."""

    name: Message
    empty: Message
    entries: Callable[[Dossier, Services], Iterator[Entry]]


def _notes(dossier: Dossier, services: Services) -> Iterator[Entry]:
    for note in sorted(dossier.all(Note), key=lambda each: each.day, reverse=True):
        yield Entry(note.day, ", ".join(note.labels), note.text)


def _reflections(dossier: Dossier, services: Services) -> Iterator[Entry]:
    for reflection in sorted(dossier.all(Reflection), key=lambda each: each.held, reverse=True):
        parts = [
            f"{services.catalog.render(heading)}\n{text}"
            for name, heading, _ in REFLECTION_QUESTIONS
            if (text := getattr(reflection, name))
        ]
        page = services.method.pages.get(reflection.page)
        yield Entry(reflection.held, page.title if page else "", "\n".join(parts))


def _answers(dossier: Dossier, services: Services) -> Iterator[Entry]:
    for answer in reversed(dossier.all(Answer)):
        try:
            question = services.method.question(answer.question).text
        except CannotError:  # the page of this question is gone; the answer is not
            question = ""
        yield Entry(answer.created.date(), question, answer.text)


SHELVES: dict[str, Shelf] = {
    "notes": Shelf(Message("Notes"), Message("There are no notes in this dossier yet."), _notes),
    "reflections": Shelf(
        Message("Reflections"), Message("There are no reflections in this dossier yet."), _reflections
    ),
    "answers": Shelf(Message("Answers"), Message("No question has been answered in this dossier yet."), _answers),
}


class RecordsScreen(BaseScreen):
    """Dated entries to scroll through."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "records.tcss"
    BINDINGS = bindings("records")

    def __init__(self, services: Services, session: DossierSession, shelf: str) -> None:
        super().__init__(services)
        self.session = session
        self.shelf = SHELVES[shelf]

    def body(self) -> ComposeResult:
        """A heading, and one text."""
        with Vertical(id="page"):
            yield Static(self.tr(self.shelf.name), id="title", markup=False)
            with Sheet(id="sheet"):
                yield Static(id="entries")

    def fill(self) -> None:
        """Newest first; goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        entries = list(self.shelf.entries(self.session.dossier, self.services))
        shown = [self._entry(entry) for entry in entries] or [Content(self.tr(self.shelf.empty))]
        self.query_one("#entries", Static).update(Content("\n\n").join(shown))
        self.query_one("#sheet").focus()

    def _entry(self, entry: Entry) -> Content:
        head = self.services.catalog.date_long(entry.day)
        about = f"  {entry.about}" if entry.about else ""
        return Content.assemble((head, "bold $primary"), (about, "$ink-soft"), "\n", entry.text)

    def action_back(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)
