"""The home of a dossier: the whole path at the left, what needs attention at the right, overdue first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from resokit_tui.casework.progress import current_stage
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import OpenPage, OpenStage
from resokit_tui.ui.screens.dossier_parts import (
    agreement,
    chosen_role,
    contents,
    damage,
    due,
    last_written,
    legend,
    stops,
)
from resokit_tui.ui.services import Services
from resokit_tui.ui.shelves import shelf_screen
from resokit_tui.ui.widgets.card import Card
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.saved import TroubleRow
from resokit_tui.ui.words import STAGE_NAMES
from resokit_tui.workspace.session import DossierSession

CONTENTS, SIDE = 31, 36
"""Columns of the contents, and of the second column where there is room for one; as in the stylesheet."""

_POINTER = 3


class DossierScreen(BaseScreen):
    """What is known of one client, and the ways in to write more."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "dossier.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("dossier")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._choosing = False
        self._shown: DossierSession | None = None
        self._read = ""

    def body(self) -> ComposeResult:
        """Contents at the left, the work at the right."""
        glyphs = self.services.glyphs
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                yield PointerList(glyphs, keep=False, id="contents")
                yield Static(id="legend", markup=False)
            with VerticalScroll(id="right", can_focus=False):
                yield TroubleRow(id="damage")
                with Vertical(id="work"):
                    yield Static(id="due")
                    yield Card(here=True, id="role")
                    yield Static(id="agreement")
                    with Vertical(id="onward"):
                        yield Static(self.tr("Next stop"), id="onward-title", markup=False)
                        yield PointerList(glyphs, id="stops")
                    yield Static(id="last")

    def fill(self) -> None:
        """Shows the open dossier; without one, the list to choose from."""
        session = self.services.session
        if session is None:
            self._choose()
            return
        services, dossier = self.services, session.dossier
        self._fill_contents(session)
        self.query_one("#legend", Static).update(legend(services))
        self.query_one("#damage", TroubleRow).tell(damage(session, services.catalog))
        self.query_one("#due", Static).update(due(dossier, services, self._room()))
        role = chosen_role(dossier, services)
        self.query_one("#role").display = role is not None
        self.query_one("#role", Card).update(role or "")
        self.query_one("#agreement", Static).update(agreement(dossier, services))
        self._fill_stops(session)
        self.query_one("#last", Static).update(last_written(dossier, services, self._room() + SIDE))
        if self.focused is None:
            self.query_one("#contents").focus()

    def on_resize(self) -> None:
        """Another width breaks the rows elsewhere."""
        if self.services.session is not None:
            self.fill()

    def _room(self) -> int:
        """Cells for a row of what is due."""
        beside = CONTENTS + SIDE + 4 if self.is_wide else 0 if self.has_class("-tiny") else CONTENTS
        return self.app.size.width - beside - 5

    def _fill_contents(self, session: DossierSession) -> None:
        shown = self.query_one("#contents", PointerList)
        shown.show(contents(session.dossier, self.services))
        if self._shown is not session:
            self._shown, self._read = session, ""
            here = current_stage(session.dossier)
            if here in self.services.method.pages:
                shown.highlighted = shown.get_option_index(here)

    def _fill_stops(self, session: DossierSession) -> None:
        shown = self.query_one("#stops", PointerList)
        room = self._room() + (SIDE if self.is_wide else 0) - _POINTER
        options, height = stops(session.dossier, self.services, 3 if self.is_tall else 2, room)
        self.query_one("#onward").display = bool(options)
        shown.show(options)
        shown.styles.height = height

    # -- going on ----------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """A stage or a stop opens its page, a shelf its list."""
        chosen, session = event.option.id or "", self.services.session
        if session is None:
            return
        if event.option_list.id == "contents" and chosen in STAGE_NAMES:
            self._read = chosen
            self.post_message(OpenStage(chosen))
        elif chosen in self.services.method.pages:
            self._read = chosen
            self.post_message(OpenPage(chosen))
        elif (screen := shelf_screen(self.services, session, chosen.removeprefix("shelf-"))) is not None:
            self.app.push_screen(screen)

    def action_page(self) -> None:
        """The page of the method about the stage under the cursor."""
        chosen = self.query_one("#contents", PointerList).chosen or ""
        if chosen in self.services.method.pages:
            self._read = chosen
            self.post_message(OpenPage(chosen))

    def action_note(self) -> None:
        """A quick note."""
        self.in_background(self._note(), group="write", exclusive=True)

    def action_reflect(self) -> None:
        """A short reflection, hung on the page that was read last from here."""
        self.in_background(self._reflect(), group="write", exclusive=True)

    async def _note(self) -> None:
        from resokit_tui.ui.screens.note import NoteScreen
        from resokit_tui.ui.screens.writing import read_draft

        if (session := self.services.session) is not None:
            typed = await self.services.background(lambda: read_draft(session, NoteScreen.DRAFT))
            await self.app.push_screen(NoteScreen(self.services, session, typed))

    async def _reflect(self) -> None:
        from resokit_tui.ui.screens.reflection import ReflectionScreen
        from resokit_tui.ui.screens.writing import read_draft

        if (session := self.services.session) is not None:
            typed = await self.services.background(lambda: read_draft(session, ReflectionScreen.DRAFT))
            await self.app.push_screen(ReflectionScreen(self.services, session, typed, page=self._read))

    def action_ideas(self) -> None:
        """Ideas for roles, and more of them."""
        self.post_message(OpenStage("stage.ideas"))

    def action_network(self) -> None:
        """Who and what stands around this client."""
        from resokit_tui.ui.screens.network import NetworkScreen

        if self.services.session is not None:
            self.app.push_screen(NetworkScreen(self.services))

    def action_plan(self) -> None:
        """The role plan, or another document, on paper."""
        from resokit_tui.ui.screens.export import ExportScreen

        if self.services.session is not None:
            self.app.push_screen(ExportScreen(self.services, self.services.session))

    def action_accept(self) -> None:
        """Goes on with the dossier as it is, after an older copy was put back."""
        session = self.services.session
        if session is not None and session.rolled_back is not None:
            self.in_background(self._accept(session), group="write", exclusive=True)

    async def _accept(self, session: DossierSession) -> None:
        await self.services.background(session.accept_roll_back)
        self.fill()

    def action_together(self) -> None:
        """What the person may see, to read together."""
        self.in_background(self._together(), group="open", exclusive=True)

    async def _together(self) -> None:
        from resokit_tui.export.audience import Audience
        from resokit_tui.export.role_plan import role_plan
        from resokit_tui.ui.screens.together import TogetherScreen
        from resokit_tui.workspace.exporting import paper_catalog

        if (session := self.services.session) is not None:
            dossier, today = session.dossier, self.services.today
            catalog = paper_catalog(dossier)
            plan = await self.services.background(lambda: role_plan(dossier, Audience.CLIENT, today, catalog=catalog))
            await self.app.push_screen(TogetherScreen(self.services, plan, catalog))

    def action_other(self) -> None:
        """Another dossier."""
        self._choose()

    def _choose(self) -> None:
        from resokit_tui.ui.screens.dossiers import DossiersScreen

        if not self._choosing and self.services.workspace is not None:
            self._choosing = True
            self.app.push_screen(DossiersScreen(self.services), self._chosen)

    def _chosen(self, _: None) -> None:
        self._choosing = False
