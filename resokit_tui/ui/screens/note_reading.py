"""One note to read, with what it is about below it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.note import Note
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.page import Part, Provenance
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.parts.things import PREFIXES, things_of
from resokit_tui.ui.screens.note import NoteScreen, note_draft
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.shelves import shelf_screen
from resokit_tui.ui.widgets.page_text import Reading
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.text_flow import read_parts
from resokit_tui.workspace.session import DossierSession

_MOST = 5
"""Rows for what it is about."""
_NO_TERMS = Glossary(())


class NoteReadingScreen(BaseScreen):
    """The text as it was meant, and the pages, contacts and steps it is about."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "note_reading.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("note")

    def __init__(self, services: Services, session: DossierSession, note: str) -> None:
        super().__init__(services)
        self.session, self._id = session, note
        self._open = services.session

    @property
    def note(self) -> Note | None:
        """The note as it is now."""
        return next((each for each in self.session.dossier.all(Note) if each.id == self._id), None)

    def body(self) -> ComposeResult:
        """Day and labels, the text, what it is about."""
        with Vertical(id="page"):
            yield Static(id="title", markup=False)
            yield Vertical(id="text")
            yield Static(self.tr("Is about"), id="about-title", markup=False)
            yield PointerList(self.services.glyphs, id="about")

    def fill(self) -> None:
        """Goes when it was removed, or another dossier was opened."""
        note = self.note
        if note is None or self.services.session is not self._open:
            self.dismiss(None)
            return
        services = self.services
        day = day_in_words(note.day, services.today, services.catalog)
        labels = "".join(f"  [{label}]" for label in note.labels)
        self.query_one("#title", Static).update(Content.assemble((day, "bold $primary"), (labels, "$ink-soft")))
        things = things_of(note, self.session.dossier, services)
        rows = [Option(Content.assemble(each.label, (f"  {each.sort}", "$ink-soft")), id=each.key) for each in things]
        about = self.query_one("#about", PointerList)
        about.show(list(rows))
        about.styles.height = min(_MOST, len(rows))
        about.display = self.query_one("#about-title").display = bool(rows)
        self.in_background(self._show_text(note), group="text", exclusive=True)

    async def _show_text(self, note: Note) -> None:
        """Line ends as they were typed."""
        markdown = "\n".join(f"{line}  " if line.strip() else line for line in note.text.splitlines())
        text = self.query_one("#text")
        await text.remove_children()
        part = Part(id="note", title="", markdown=markdown, provenance=Provenance.RESOKIT)
        reading = Reading(read_parts([part], _NO_TERMS), self.services.glyphs, id="reading")
        await text.mount(reading)
        if self.focused is None:
            reading.focus()

    # -- going on ----------------------------------------------------------------------------------------------------

    def on_reading_opened(self, event: Reading.Opened) -> None:
        """A link in the text to a page."""
        if event.mark.page in self.services.method.pages:
            self.post_message(OpenPage(event.mark.page))

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """What it is about: a page to read, or a place in the dossier."""
        chosen = event.option.id or ""
        for shelf, prefix in PREFIXES.items():
            if chosen.startswith(prefix):
                id = chosen.removeprefix(prefix)
                if shelf == "pages":
                    self.post_message(OpenPage(id))
                elif (screen := shelf_screen(self.services, self.session, shelf, id)) is not None:
                    self.app.push_screen(screen)

    def action_change(self) -> None:
        """Opens it to change it."""
        self.in_background(self._change(), group="write", exclusive=True)

    async def _change(self) -> None:
        if (note := self.note) is not None:
            typed = await self.services.background(lambda: read_draft(self.session, note_draft(note)))
            await self.app.push_screen(NoteScreen(self.services, self.session, typed, note=note))

    def action_remove(self) -> None:
        """To the trash, and back to the list."""
        self.in_background(self._remove(), group="put", exclusive=True)

    async def _remove(self) -> None:
        if (note := self.note) is not None:
            await self.services.background(lambda: self.session.remove(note, Message("note removed")))
            self.notice("Removed. Press u and it is back.")
            self.dismiss(None)

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)
