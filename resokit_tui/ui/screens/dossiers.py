"""Which dossier: the list of all of them, on its own, so that no other client is named beside an open one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.new_dossier import NewDossierDialog
from resokit_tui.ui.messages import OpenArea
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.words import stage_words
from resokit_tui.workspace.dossiers import DossierLine
from resokit_tui.workspace.session import DossierSession

_ALIAS, _STAGE = 22, 34


class DossiersScreen(BaseScreen):
    """Choose a dossier, or make one. It goes when one is open."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "dossiers.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("dossiers")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._before = services.session
        self._lines: list[DossierLine] | None = None

    def body(self) -> ComposeResult:
        """A list; without dossiers one sentence and one button."""
        with Vertical(id="page"):
            yield Static(self.tr("Choose a dossier"), id="title", markup=False)
            yield Static(
                self.tr("There are no dossiers in this vault yet. An alias is enough to begin."),
                id="none",
                markup=False,
            )
            yield PointerList(self.services.glyphs, id="lines")
            yield Press(self.services.glyphs, self.tr("New dossier"), id="new")

    def fill(self) -> None:
        """Reads the list; goes when a dossier was opened from elsewhere."""
        if self.services.session is not self._before:
            self.dismiss(None)
            return
        self._show()
        self.in_background(self._read(), group="read", exclusive=True)

    @property
    def undoes_in(self) -> DossierSession | None:
        """Nowhere: nothing of the open dossier is seen here."""
        return None

    async def _read(self) -> None:
        workspace = self.services.workspace
        if workspace is not None:
            self._lines = await self.services.background(workspace.lines)
            self._show()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens it."""
        self._open(event.option.id)

    def on_pressed(self, event: Pressed) -> None:
        """The button."""
        self.action_new()

    def action_new(self) -> None:
        """A new dossier, and straight into it."""
        self.app.push_screen(NewDossierDialog(self.services), self._open)

    def action_import(self) -> None:
        """A dossier that comes from another vault."""
        from resokit_tui.ui.screens.import_dossier import ImportScreen

        self.app.push_screen(ImportScreen(self.services))

    def action_back(self) -> None:
        """Back to the open dossier; to Today when there is none."""
        if self._before is None:
            self.post_message(OpenArea("today"))
        else:
            self.dismiss(None)

    def _open(self, dossier_id: str | None) -> None:
        if dossier_id is not None:
            self.in_background(self._open_and_go(dossier_id), group="open", exclusive=True)

    async def _open_and_go(self, dossier_id: str) -> None:
        workspace = self.services.workspace
        if workspace is not None:
            self.services.session = await self.services.background(lambda: workspace.open(dossier_id))
            self.dismiss(None)

    def _show(self) -> None:
        lines = self._lines
        shown, none = self.query_one("#lines", PointerList), self.query_one("#none")
        none.display = lines == []
        shown.display = bool(lines)
        if lines is None:
            return
        shown.show([Option(self._row(line), id=line.id) for line in lines])
        if self.focused is None or not self.focused.display:
            self.query_one("#lines" if lines else "#new").focus()

    def _row(self, line: DossierLine) -> Content:
        parts: list[str | tuple[str, str]] = [
            (pad(line.alias, _ALIAS - 1) + " ", "bold"),
            (pad(self.tr(stage_words(line.stage)), _STAGE - 1) + " ", "$ink-soft"),
        ]
        if line.next_day is not None:
            late = line.next_day < self.services.today
            mark = self.services.glyphs.late if late else " "
            parts.append(
                (f"{mark} {self.services.catalog.date_short(line.next_day)}", "bold $here" if late else "$ink-soft")
            )
        if self.is_wide:
            parts.append((f"   {line.role}", "$ink-soft"))
        return Content.assemble(*parts)
