"""One box over the method, the glossary and, when a vault is open, everything in the dossiers."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.entering import read_for_search
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.messages import OpenArea, OpenDossier, OpenPage
from resokit_tui.ui.record_words import RECORD_WORDS
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import shorten
from resokit_tui.ui.widgets.pointer_list import GUTTER, PointerList
from resokit_tui.ui.widgets.search_field import SearchField
from resokit_tui.workspace.findable import Entry, Group
from resokit_tui.workspace.search import Found, Hit, places_of

_GROUPS = {
    Group.PAGE: Message("METHOD"),
    Group.QUESTION: Message("QUESTIONS"),
    Group.TERM: Message("GLOSSARY"),
    Group.OWN: Message("YOUR OWN"),
    Group.DOSSIER: Message("DOSSIERS"),
}
_MARK = "bold underline $hit-ink on $hit"
_AROUND = 7 + GUTTER
"""Cells of a row that are not text."""
_LOOK_AGAIN = 0.3
"""Seconds between two looks while dossiers are still being read."""


class SearchScreen(BaseScreen):
    """Type, and the hits are there: grouped, the best ones first, what was sought marked in them.

    Typing is never held up: the index is asked in a thread, and only the newest question is answered.
    """

    AREA: ClassVar[str] = "search"
    CSS_PATH: ClassVar[str] = "search.tcss"
    AUTO_FOCUS = "#sought"
    BINDINGS = bindings("hits")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._wanted = ""
        self._answered = ""
        self._asking = False
        self._reading = False
        self._found = Found()
        self._hits: dict[str, Hit] = {}

    def body(self) -> ComposeResult:
        """The box, a row that tells, the hits."""
        yield SearchField(self._wanted, self.tr("What are you looking for?"), id="sought")
        yield Static(id="told")
        hits = PointerList(self.services.glyphs, id="hits", keep=True)
        hits.can_focus = False
        yield hits

    def fill(self) -> None:
        """Shows the hits, and reads what the index does not have yet."""
        self._show()
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        self._reading = True
        clock, looked = asyncio.get_running_loop().time, 0.0
        try:
            async for _ in read_for_search(self.services):
                if clock() - looked > _LOOK_AGAIN:
                    looked = clock()
                    await self._ask_index()
        finally:
            self._reading = False
        await self._ask_index()

    # -- asking ------------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks at each key; while an answer is on its way only the last question is remembered."""
        self._wanted = event.value
        if not self._asking:
            self._asking = True  # here, not in the work itself: the next key may come before that begins
            self.in_background(self._ask(), group="ask")

    async def _ask(self) -> None:
        try:
            while self._answered != self._wanted:
                await self._ask_index()
        finally:
            self._asking = False

    async def _ask_index(self) -> None:
        wanted = self._wanted
        found = await asyncio.to_thread(self.services.finding.search, wanted)
        if wanted == self._wanted and self.is_mounted:
            if wanted != self._answered:
                self.query_one("#hits", PointerList).clear_options()
            self._answered, self._found = wanted, found
            self._show()

    # -- opening -----------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """A click opens too."""
        self._open(self._hits[event.option.id or ""].entry)

    def action_open(self) -> None:
        """Opens the hit under the cursor."""
        if hit := self._hits.get(self.query_one("#hits", PointerList).chosen or ""):
            self._open(hit.entry)

    def action_step(self, step: int) -> None:
        """Moves the choice while the box keeps the keyboard."""
        hits = self.query_one("#hits", PointerList)
        (hits.action_cursor_down if step > 0 else hits.action_cursor_up)()

    async def action_page(self, step: int) -> None:
        """A screen further."""
        await self.query_one("#hits", PointerList).run_action("page_down" if step > 0 else "page_up")

    def action_leave(self) -> None:
        """Back to where you were."""
        self.dismiss(None)

    def look_for_more(self) -> None:
        """The keyboard to the box, what stands there chosen to be typed over."""
        box = self.query_one("#sought", SearchField)
        box.focus()
        box.action_select_all()

    def _open(self, entry: Entry) -> None:
        """What was found. A page comes on top, so that Esc comes back to the hits; a dossier is elsewhere."""
        match entry.group:
            case Group.PAGE | Group.QUESTION:
                self.post_message(OpenPage(entry.target))
            case Group.TERM:
                self._open_term(entry.target)
            case Group.OWN:
                self._open_own(entry)
            case Group.DOSSIER:
                self.dismiss(None)
                self.app.post_message(OpenDossier(entry.target, entry.table, entry.record))

    def _open_term(self, term: str) -> None:
        from resokit_tui.ui.dialogs.term import TermDialog

        self.app.push_screen(TermDialog(self.services, self.services.glossary.terms[term]), self._read_on)

    def _read_on(self, page: str | None) -> None:
        if page:
            self.post_message(OpenPage(page))

    def _open_own(self, entry: Entry) -> None:
        if entry.table == "places":
            self.dismiss(None)
            self.app.call_later(self.app.run_action, "places")
        elif entry.page in self.services.method.pages:
            self.post_message(OpenPage(entry.page))
        else:
            self.dismiss(None)
            self.app.post_message(OpenArea("today"))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.query_one("#told", Static).update(self._told())
        rows: list[Option | None] = []
        self._hits = {}
        for group in Group:
            hits = [hit for hit in self._found.hits if hit.entry.group is group]
            if hits:
                rows += [Option("", disabled=True)] if rows else []
                rows.append(self._heading(group, len(hits)))
            for hit in hits:
                key = f"{group}-{hit.entry.target}-{hit.entry.record}"
                self._hits[key] = hit
                rows.append(Option(self._row(hit), id=key))
        self.query_one("#hits", PointerList).show(rows)

    def _heading(self, group: Group, shown: int) -> Option:
        total = self._found.totals[group]
        count = str(shown) if shown == total else self.tr("{n} of {total}", n=shown, total=total)
        return Option(
            Content.assemble((self.tr(_GROUPS[group]), "bold $primary"), (f"  {count}", "$ink-soft")), disabled=True
        )

    def _told(self) -> Content:
        found, wanted = self._found, self._answered.strip()
        if not wanted:
            text = (
                self.tr("In the method, the glossary and all your dossiers.")
                if self.services.workspace
                else self.tr("In the method and the glossary. Your dossiers join in when your vault is open.")
            )
        elif found.corrected:
            alike = self.tr("Nothing for ‘{words}’. This looks like it:", words=wanted)
            return Content.assemble((f"{alike} ", "$ink-soft"), (" ".join(found.words), "bold"))
        elif found.hits:
            text = ""
        elif self._reading:
            text = self.tr("Nothing for ‘{words}’ so far. Your dossiers are still being read.", words=wanted)
        else:
            text = self.tr("Nothing for ‘{words}’. Try a shorter word, or another one.", words=wanted)
        return Content.assemble((text, "$ink-soft"))

    def _row(self, hit: Hit) -> Content:
        entry, room = hit.entry, self.app.size.width - _AROUND
        match entry.group:
            case Group.PAGE:
                page = self.services.method.page(entry.target)
                about = kind_name(page, self.services.method, self.services.catalog).lower()
            case Group.DOSSIER | Group.OWN:
                words = RECORD_WORDS.get(entry.table)
                day = self.services.catalog.date_short(entry.day) if entry.day else ""
                about = "  ".join(part for part in (self.tr(words) if words else "", day) if part)
            case _:
                about = ""
        title = shorten(entry.title, room - cell_len(about) - 2)
        first = [self._marked(title, "bold"), Content.styled(f"  {about}" if title else about, "$ink-soft")]
        if entry.group is Group.QUESTION:
            below = Content.styled(self.services.method.page(entry.target).title, "$ink-soft")
        else:
            below = self._marked(shorten(hit.excerpt, room), "")
        return Content("\n").join((Content("").join(first), below))

    def _marked(self, text: str, style: str) -> Content:
        """The text with what was sought marked: on a ground of its own, and underlined for who sees no colour."""
        parts: list[Content] = []
        last = 0
        for start, end in places_of(text, self._found.words):
            parts += [Content.styled(text[last:start], style), Content.styled(text[start:end], _MARK)]
            last = end
        return Content("").join([*parts, Content.styled(text[last:], style)])
