"""A quick note, dated today; it may hang on the page it was begun from."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.widgets import TextArea

from resokit_tui.casework.note import Note
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.page_link import PageLink
from resokit_tui.workspace.session import DossierSession


class NoteScreen(WritingScreen):
    """One field; when it was begun from a page, also whether it hangs on that page."""

    DRAFT: ClassVar[str] = "note"
    LABEL: ClassVar[Message] = Message("note added")

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, page: str = "") -> None:
        super().__init__(services, session, typed)
        if page and typed is None:
            self.typed = msgspec.structs.replace(self.typed, page=page)
        self._offered = tuple(dict.fromkeys(each for each in (self.typed.page, page) if each))

    def fields(self) -> ComposeResult:
        """The pages it may hang on, if any; the note."""
        if pages := [(page, title) for page in self._offered if (title := self._title_of(page))]:
            link = PageLink(self.services.glyphs, [("", self.tr("no page")), *pages], self.typed.page, id="page")
            yield from labelled(self.tr("Hangs on"), "", link)
        yield TextArea(id="text", soft_wrap=True, highlight_cursor_line=False)

    def heading(self) -> str:
        """The day it is of."""
        return self.tr("Note of {day}", day=self.typed.created.date())

    def chosen_page(self) -> str:
        """What the row of pages says."""
        return next((link.page for link in self.query(PageLink)), self.typed.page)

    def on_page_link_changed(self) -> None:
        """Belongs to the draft."""
        self.touched()

    def _title_of(self, page: str) -> str:
        found = self.services.method.pages.get(page)
        return found.title if found else ""

    def record(self, typed: Typed) -> Record:
        """A note of the day it was begun."""
        return Note(
            id=typed.record,
            created=typed.created,
            changed=self.session.now(),
            day=typed.created.date(),
            text=typed.texts["text"],
            pages=(typed.page,) if typed.page else (),
        )
