"""What was removed from this dossier: it can be taken out again as it was, or be gone for good."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.dossier import TABLES
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.change_words import kind_of, title_of
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.passphrase import ConfirmDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.keeping import STILL_ELSEWHERE, erase_records
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.trash import take_out, trashed

_KIND = 18


class TrashScreen(BaseScreen):
    """Removed last, first. Enter puts back; another key lets it go for good, once the passphrase confirms it."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "history.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("trash")

    def __init__(self, services: Services, session: DossierSession) -> None:
        super().__init__(services)
        self.session = session

    def body(self) -> ComposeResult:
        """Heading and list."""
        with Vertical(id="page"):
            yield Static(self.tr("Trash"), id="title", markup=False)
            yield Static(self.tr("Enter puts it back where it was."), id="hint", markup=False)
            yield Static(self.tr("The trash is empty."), id="empty", markup=False)
            yield PointerList(self.services.glyphs, id="removed")

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        found = trashed(self.session)
        shown = self.query_one("#removed", PointerList)
        shown.show([Option(self._row(each), id=each.id) for each in found])
        shown.display = bool(found)
        self.query_one("#hint").display = bool(found)
        self.query_one("#empty").display = not found
        if found:
            shown.focus()

    def _row(self, record: Record) -> Content:
        catalog = self.services.catalog
        room = self.app.size.width - _KIND - 24
        when = f"{record.trashed.astimezone():%d/%m/%Y}" if record.trashed else ""
        return Content.assemble(
            (pad(kind_of(TABLES[type(record)], catalog), _KIND), "$ink-soft"),
            (pad(title_of(record, room - 1), room), "bold"),
            (when, "$ink-soft"),
        )

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Takes it out of the trash."""
        self.in_background(self._take_out(event.option.id or ""), group="write", exclusive=True)

    async def _take_out(self, id: str) -> None:
        records = [each for each in trashed(self.session) if each.id == id]
        if records:
            await self.services.background(lambda: take_out(self.session, records))
            self.notice("It is back where it was. Undo: u.")
            self.fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty trash has nothing that could go."""
        return action != "erase" or bool(trashed(self.session))

    def action_erase(self) -> None:
        """Asks whether this one may go for good."""
        chosen = self.query_one("#removed", PointerList).chosen
        records = [each for each in trashed(self.session) if each.id == chosen]
        workspace = self.services.workspace
        if not records or workspace is None:
            return

        def erased(done: bool | None) -> None:
            if done:
                self.notice("Erased for good.")
                self.fill()

        dialog = ConfirmDialog(
            self.services,
            Message("Erase this for good?"),
            self._what_goes(records[0]),
            lambda words: erase_records(workspace, self.session, records, words),
        )
        self.app.push_screen(dialog, erased)

    def _what_goes(self, record: Record) -> str:
        kind = kind_of(TABLES[type(record)], self.services.catalog)
        return "\n".join(
            (
                f"{kind}: {title_of(record)}",
                self.tr(
                    "With it go the earlier versions of this dossier, undo, and text that was not saved yet. "
                    "The rest of what the dossier holds now stays."
                ),
                self.tr(STILL_ELSEWHERE),
            )
        )

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
