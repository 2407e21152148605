"""A page of the method, in parts of one screen; what the dossier says stands where the question stands."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from resokit_tui.core.errors import ResokitError
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.page import Onward, Page, PageKind
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.sources import SourcesDialog
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.parts.answering import Answering
from resokit_tui.ui.parts.noting import own_session, show_linked, write_about
from resokit_tui.ui.parts.page_find import FindRow, PagePart, show_place
from resokit_tui.ui.parts.page_pieces import onward_rows, origin_row, page_notices, page_title
from resokit_tui.ui.parts.page_place import back_to, item_in
from resokit_tui.ui.parts.printing import print_worksheet
from resokit_tui.ui.parts.standing import StandingCard, has_standing
from resokit_tui.ui.services import Services
from resokit_tui.ui.trail import Trail
from resokit_tui.ui.widgets.choice import Choice
from resokit_tui.ui.widgets.page_text import Reading
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.question_block import QuestionBlock
from resokit_tui.ui.widgets.stops import Stops
from resokit_tui.ui.widgets.text_flow import read_parts
from resokit_tui.workspace.session import DossierSession

_SIGNS = "signs"
"""Id of the part that says by what one notices that it works; it is a station of its own."""
_TERMS_IN = "nl"
"""The glossary knows the forms of words in this language, so terms are marked in pages that are written in it."""

_READ = "read"
"""Group of the work that fills answers and standing; it is called off before the widgets it fills are replaced."""


class ReaderScreen(BaseScreen):
    """The parts of a page as stations on a short line: the text, the questions, done when, and where to go on.

    Other pages open in its place; Esc goes back through them, each as it was left.
    """

    AREA: ClassVar[str] = "wayfinder"
    CSS_PATH: ClassVar[str] = "reader.tcss"
    BINDINGS = bindings("reader")

    def __init__(self, services: Services, page: Page, question: str = "") -> None:
        """`question`: go on with the answer to this one, whose draft was left."""
        super().__init__(services)
        self.trail = Trail(page.id)
        self._go_on_with = question
        self._turning = asyncio.Lock()
        """Held while the widgets of one page make place for those of another."""
        self._take(page)

    def _take(self, page: Page) -> None:
        self.page = page
        self.texts = [part for part in page.parts if part.id != _SIGNS]
        self.signs = [part for part in page.parts if part.id == _SIGNS]
        self.onward: tuple[Onward, ...] = (*page.stops, *page.onward)
        self.places = self._places()

    def _places(self) -> list[tuple[str, str]]:
        """Id and name of each station; a part that a page does not have is left out."""
        found = [("text", self.texts[0].title)] if self.texts else []
        found += [("questions", self.tr("Questions"))] if self.page.questions else []
        found += [("signs", self.signs[0].title)] if self.signs else []
        return found + ([("onward", self.tr("After this"))] if self.onward else [])

    def body(self) -> ComposeResult:
        """Head, stations, the part that is shown; where things stand; origin."""
        with Horizontal(id="columns"):
            with Vertical(id="page"):
                yield Static(page_title(self.page, self.services), id="title")
                if notices := page_notices(self.page, self.services):
                    yield Static(notices, id="notices", markup=False)
                yield Stops([name for _, name in self.places], self.page.kind, self.services.glyphs, id="parts")
                with Container(id="part"):
                    for place, _ in self.places:
                        yield self._part(place)
                yield FindRow(self.services)
            yield StandingCard(self.page, self.services, id="side")
        yield Static(id="source")

    def _part(self, place: str) -> PagePart:
        if place == "questions":
            return Answering(self.page, self.services, id="questions")
        if place == "onward":
            return PointerList(self.services.glyphs, *onward_rows(self.onward, self.services), id="onward")
        parts = self.texts if place == "text" else self.signs
        glossary = self.services.glossary if self.page.language == _TERMS_IN else Glossary(())
        return Reading(read_parts(parts, glossary), self.services.glyphs, id=place)

    def on_mount(self) -> None:
        """The text has the keyboard first, never the standing."""
        super().on_mount()
        self._go(0)

    async def speak_anew(self) -> None:
        """The same part of the page in the other language, where it exists."""
        part = self.query_one(Stops).current
        async with self._turning:
            self._take(self.services.method.pages.get(self.page.id, self.page))
            self.workers.cancel_group(self, _READ)
            await super().speak_anew()
            self._go(min(part, len(self.places) - 1))
        self.fill()

    def fill(self) -> None:
        """Answers and standing of the open dossier, else the professional's own; while pages turn, once they have."""
        if not self._turning.locked():
            self.in_background(self._read(), group=_READ, exclusive=True)

    async def _read(self) -> None:
        session, own = self.services.session, await own_session(self.services)
        for answering in self.query(Answering):
            await answering.show(session or own)
        about_oneself = self.page.kind is PageKind.SKILL or session is None
        standing: DossierSession | None = (own if about_oneself else session) if has_standing(self.page) else None
        for card in self.query(StandingCard):
            card.show(standing, own=about_oneself)
        self._go_on()

    def _go_on(self) -> None:
        """Opens the answer that was being written when the app was left."""
        sought, self._go_on_with = self._go_on_with, ""
        for block in self.query(QuestionBlock):
            if block.question_id == sought:
                self._go([place for place, _ in self.places].index("questions"), focus=False)
                self.set_focus(block)
                block.action_answer()

    async def ready_to_leave(self) -> bool:
        """Saves the answers that are open, and the standing."""
        saved = [await answering.save_all() for answering in self.query(Answering)]
        return await self.query_one(StandingCard).save() and all(saved)

    # -- the parts of the page ---------------------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """Which part is shown."""
        return self.places[self.query_one(Stops).current][0]

    def _shown(self, place: str = "") -> PagePart:
        part = self.query_one(f"#{place or self.place}")
        if not isinstance(part, (Reading, Answering, PointerList)):
            raise TypeError(type(part).__name__)
        return part

    def _go(self, index: int, *, focus: bool = True) -> None:
        self.query_one(Stops).current = index
        for number, (place, _) in enumerate(self.places):
            self._shown(place).display = number == index
        shown = self.texts if self.place == "text" else self.signs if self.place == "signs" else []
        origin = origin_row(self.page, shown, self.services, questions=self.place == "questions")
        self.query_one("#source", Static).update(origin)
        if focus:
            self._focus_part()

    def _focus_part(self, question: int = 0) -> None:
        part = self._shown()
        self.set_focus(list(part.query(QuestionBlock))[question] if isinstance(part, Answering) else part)

    def action_part(self, step: int) -> None:
        """To the part beside it; the line does not wrap."""
        index = self.query_one(Stops).current + step
        if 0 <= index < len(self.places):
            self._go(index)

    def on_stops_chosen(self, event: Stops.Chosen) -> None:
        """A click on a station goes there."""
        self._go(event.index)

    def action_standing(self) -> None:
        """To where you stand, and back to the text."""
        choice = self.query_one(Choice)
        if choice.has_focus or not self.query_one(StandingCard).display:
            self._focus_part()
        else:
            choice.focus()

    def action_sources(self) -> None:
        """Where this page comes from."""
        self.app.push_screen(SourcesDialog(self.services, self.page))

    # -- other pages -------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """On to another page; Esc comes back here."""
        if event.option.id:
            self.post_message(OpenPage(event.option.id))

    def on_reading_opened(self, event: Reading.Opened) -> None:
        """A link in the text goes to its page; a term is explained on top of this one."""
        if event.mark.page:
            self.post_message(OpenPage(event.mark.page))
            return
        from resokit_tui.ui.dialogs.term import TermDialog

        term = self.services.glossary.terms[event.mark.term]
        self.app.push_screen(TermDialog(self.services, term, open_page=self.page.id), self._read_on)

    def _read_on(self, page: str | None) -> None:
        if page:
            self.post_message(OpenPage(page))

    async def on_open_page(self, event: OpenPage) -> None:
        """Opens it in the place of this one, once everything is saved."""
        event.stop()
        try:
            self.services.method.page(event.page)
        except ResokitError as error:
            self.explain(error)
            return
        if event.page != self.page.id and await self.ready_to_leave():
            self._remember()
            self.trail.go(event.page)
            await self._turn()

    async def action_leave(self) -> None:
        """Ends looking for a word; else back a page; from the first one to where you came from."""
        if self.query_one(FindRow).is_on:
            self.action_find_end()
        elif self.trail.can_step(-1):
            await self.action_turn(-1)
        elif await self.ready_to_leave():
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key: forward at the last page, the standing of a stage, the sheet of none."""
        if self._turning.locked():
            return False
        if action == "turn":
            return self.trail.can_step(1)
        if action == "paper":
            return self.page.kind is PageKind.TOOL
        if action == "find_step":
            return any(row.places for row in self.query(FindRow))
        if action == "find":
            return not any(row.has_focus_within for row in self.query(FindRow))
        if action == "standing":
            return has_standing(self.page)
        return True

    async def action_turn(self, step: int) -> None:
        """Along the pages that were read: -1 back, 1 forward again."""
        if self.trail.can_step(step) and await self.ready_to_leave():
            self._remember()
            self.trail.step(step)
            await self._turn()

    def _remember(self) -> None:
        visit, part = self.trail.here, self._shown()
        visit.place, visit.row, visit.item = self.place, round(part.scroll_offset.y), item_in(part)

    async def _turn(self) -> None:
        async with self._turning:
            await self._show_visit()
        self.fill()

    async def _show_visit(self) -> None:
        """Shows the page the trail is at, as it was left."""
        visit = self.trail.here
        self._take(self.services.method.pages.get(visit.page, self.page))
        self.workers.cancel_group(self, _READ)
        await self.recompose()
        ids = [place for place, _ in self.places]
        self._go(ids.index(visit.place) if visit.place in ids else 0)
        part = self._shown()
        back_to(part, visit.item)
        self.call_after_refresh(part.scroll_to, y=visit.row, animate=False)

    # -- finding a word ----------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Opens the row to type in."""
        parts = {place: self._shown(place) for place, _ in self.places}
        self.query_one(FindRow).begin(parts, self.onward, self.place)

    def action_find_step(self, step: int) -> None:
        """The next place of the word, in whatever part it stands."""
        self.query_one(FindRow).step(step)

    def on_find_row_found(self, event: FindRow.Found) -> None:
        """Brings the place in sight; the keyboard stays where one types."""
        self.refresh_bindings()
        parts = [place for place, _ in self.places]
        if event.part != self.place:
            self._go(parts.index(event.part), focus=not self.query_one(FindRow).has_focus_within)
            self.call_after_refresh(show_place, self._shown(), event.item)

    def action_find_end(self) -> None:
        """Takes the marks away; the keyboard goes to where one was found."""
        row = self.query_one(FindRow)
        found = row.here
        row.end()
        self._focus_part(found.item if found is not None and found.part == "questions" else 0)

    # -- what was noted, and noting ----------------------------------------------------------------------------------

    def action_linked(self) -> None:
        """What was noted about this page before."""
        self.in_background(show_linked(self, self.page), group="write", exclusive=True)

    def action_write(self, reflecting: bool) -> None:
        """A note or a reflection that hangs on this page."""
        self.in_background(write_about(self, self.page, reflecting=reflecting), group="write", exclusive=True)

    def action_paper(self) -> None:
        """An empty sheet of this tool."""
        self.in_background(print_worksheet(self, self.page), group="paper", exclusive=True)
