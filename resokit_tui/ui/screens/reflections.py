"""The reflections of one dossier, to go on with; and what keeps coming back, here and over all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.recurring import OFTEN, themes
from resokit_tui.casework.reflection import Reflection
from resokit_tui.export.documents import DocumentKind
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.reflection import ReflectionScreen, draft_of
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.session import DossierSession

_MOST = 3
"""So many themes are named: the ones that come back most."""
_NAME = 24
_MOMENT_ROOM = 30
"""Cells for the moment where there is least room."""


class ReflectionsScreen(BaseScreen):
    """Newest first; Enter goes on with one."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "reflections.tcss"
    BINDINGS = bindings("reflections")

    def __init__(self, services: Services, session: DossierSession, record: str = "") -> None:
        """`record`: where the cursor is to be."""
        super().__init__(services)
        self.session, self._sought = session, record

    def body(self) -> ComposeResult:
        """Heading, list, and what keeps coming back."""
        with Vertical(id="page"):
            yield Static(self.tr("Reflections"), id="title", markup=False)
            yield Static(self.tr("About your own acting. It never goes into the role plan."), id="own", markup=False)
            yield PointerList(self.services.glyphs, id="list")
            yield Static(id="empty", markup=False)
            yield Static(id="themes")

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        found = sorted(self.session.dossier.all(Reflection), key=lambda each: (each.held, each.created), reverse=True)
        shown = self.query_one("#list", PointerList)
        shown.show([Option(self._row(each), id=each.id) for each in found])
        if shown.seek(self._sought):
            self._sought = ""
        shown.display = bool(found)
        empty = "" if found else self.tr("Nothing yet. Press n and begin with a moment that stayed with you.")
        self.query_one("#empty", Static).update(empty)
        if found:
            shown.focus()
        self.in_background(self._tell_themes(), group="themes", exclusive=True)

    def _row(self, reflection: Reflection) -> str:
        catalog = self.services.catalog
        room = self.app.size.width - 16 - 20 - 8
        words = reflection.moment or reflection.situation or self.tr("without words yet")
        state = self.tr("has a resolve") if reflection.resolve else self.tr("not finished")
        moment = pad(shorten(" ".join(words.split()), room), max(_MOMENT_ROOM, room))
        return f"{catalog.date_short(reflection.held)}  {moment}  {state}"

    async def _tell_themes(self) -> None:
        workspace = self.services.workspace
        here = themes(self.session.dossier.all(Reflection))
        everywhere = await self.services.background(workspace.themes) if workspace is not None else {}
        parts: list[str | tuple[str, str]] = []
        for name, counts in ((self.tr("In this dossier"), here), (self.tr("Over all you wrote"), everywhere)):
            rows = self._rows(counts)
            if rows:
                parts += ["\n\n"] if parts else []
                parts += [(name, "bold $primary"), *rows]
        if not parts and here:
            parts = [(self.tr("Nothing comes back yet: every theme was named once."), "$ink-soft")]
        self.query_one("#themes", Static).update(Content.assemble(*parts))

    def _rows(self, counts: Mapping[str, int]) -> list[str | tuple[str, str]]:
        pages = self.services.method.pages
        often = [(pages[page].short, times) for page, times in counts.items() if page in pages and times >= OFTEN]
        rows: list[str | tuple[str, str]] = []
        for short, times in often[:_MOST]:
            signs = self.services.glyphs.full * min(times, 12)
            rows += [f"\n  {pad(short, _NAME)} ", (signs, "$primary"), f" {self.tr('{n} times', n=times)}"]
        return rows

    # -- going on ----------------------------------------------------------------------------------------------------

    def action_new(self) -> None:
        """Another moment."""
        self.in_background(self._open(None), group="write", exclusive=True)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Goes on with this one."""
        found = next((each for each in self.session.dossier.all(Reflection) if each.id == event.option.id), None)
        self.in_background(self._open(found), group="write", exclusive=True)

    async def _open(self, before: Reflection | None) -> None:
        typed = await self.services.background(lambda: read_draft(self.session, draft_of(before)))
        await self.app.push_screen(ReflectionScreen(self.services, self.session, typed, before=before))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a reflection there is nothing to print."""
        return action != "paper" or (self.is_mounted and self.query_one("#list", PointerList).chosen is not None)

    def action_paper(self) -> None:
        """This one on paper: for oneself, or without names when it is meant for intervision."""
        from resokit_tui.ui.screens.export import ExportScreen

        chosen = self.query_one("#list", PointerList).chosen
        found = next((each for each in self.session.dossier.all(Reflection) if each.id == chosen), None)
        if found is not None:
            kind = DocumentKind.INTERVISION if found.intervision else DocumentKind.REFLECTION
            self.app.push_screen(ExportScreen(self.services, self.session, kind, found.id))

    def action_back(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)
