"""A short look at one's own acting: three questions, hung on a page of the method."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.widgets import TextArea

from resokit_tui.casework.reflection import REFLECTION_QUESTIONS, Reflection
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.method.page import PageKind
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.page_link import PageLink
from resokit_tui.workspace.session import DossierSession

HEADINGS = {
    "situation": Message("Situation"),
    "looking_back": Message("Looking back"),
    "resolve": Message("Resolve"),
}
"""One word above each question."""


class ReflectionScreen(WritingScreen):
    """Three questions, each with a field. About the professional; never part of a client's paper."""

    DRAFT: ClassVar[str] = "reflection"
    LABEL: ClassVar[Message] = Message("reflection added")

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, page: str = "") -> None:
        super().__init__(services, session, typed)
        if page and not self.typed.page:
            self.typed = msgspec.structs.replace(self.typed, page=page)

    def fields(self) -> ComposeResult:
        """The page, and the three questions."""
        link = PageLink(self.services.glyphs, list(self._pages()), self.typed.page, id="page")
        yield from labelled(self.tr("Hangs on"), "", link)
        for name, question in REFLECTION_QUESTIONS:
            area = TextArea(id=name, soft_wrap=True, highlight_cursor_line=False)
            yield from labelled(self.tr(HEADINGS[name]), self.tr(question), area)

    def about(self) -> str:
        """Whose it is."""
        return self.tr("About your own acting. It never goes into the role plan.")

    def _pages(self) -> Iterator[tuple[str, str]]:
        yield "", self.tr("no page")
        method = self.services.method
        for kind in (PageKind.CONDITION, PageKind.SKILL):
            yield from ((page.id, page.title) for page in method.of_kind(kind))
        if self.typed.page in method.pages and method.page(self.typed.page).kind not in (
            PageKind.CONDITION,
            PageKind.SKILL,
        ):
            yield self.typed.page, method.page(self.typed.page).title

    def heading(self) -> str:
        """The day it is of."""
        return self.tr("Reflection of {day}", day=self.typed.created.date())

    def chosen_page(self) -> str:
        """What the row of pages says."""
        return next((link.page for link in self.query(PageLink)), self.typed.page)

    def on_page_link_changed(self) -> None:
        """Belongs to the draft."""
        self.touched()

    def record(self, typed: Typed) -> Record:
        """A reflection of the day it was begun."""
        return Reflection(
            id=typed.record,
            created=typed.created,
            changed=self.session.now(),
            held=typed.created.date(),
            page=typed.page,
            situation=typed.texts.get("situation", ""),
            looking_back=typed.texts.get("looking_back", ""),
            resolve=typed.texts.get("resolve", ""),
        )
