"""Records of one kind in a dossier: read, opened in a form, added, and put in the trash with a way back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.lists import Rows
from resokit_tui.ui.screens.form import FormScreen, form_draft
from resokit_tui.ui.screens.staged import StagedScreen
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.session import DossierSession

NEW = "new"
_NAME = 30
_SIDE = 32
"""Cells of the stages that stand beside the list where there is room."""


class RowsScreen(StagedScreen):
    """One row to a record; the last row adds one."""

    CSS_PATH: ClassVar[str] = "rows.tcss"
    BINDINGS = bindings("rows")

    def __init__(self, services: Services, session: DossierSession, rows: Rows, stage: str, record: str = "") -> None:
        """`record`: where the cursor is to be."""
        super().__init__(services, session, stage)
        self.rows, self._sought = rows, record

    def content(self) -> ComposeResult:
        """Heading and list."""
        with Vertical(id="page"):
            yield Static(self.tr(self.rows.title), id="title", markup=False)
            yield Static(self.tr(self.rows.empty), id="empty", markup=False)
            yield PointerList(self.services.glyphs, id="rows")

    def show(self) -> None:
        """Every record, in its order."""
        records = self._records()
        self.query_one("#empty").display = not records
        shown = self.query_one("#rows", PointerList)
        options: list[Option | None] = [Option(self._row(each), id=each.id) for each in records]
        options.append(Option(f"{self.services.glyphs.added} {self.tr(self.rows.new)}", id=NEW))
        shown.show(options)
        if shown.seek(self._sought):
            self._sought = ""
        if self.focused is None:
            shown.focus()

    def _records(self) -> list[Record]:
        return sorted(self.session.dossier.all(self.rows.form.record), key=self.rows.order)

    def _row(self, record: Record) -> Content:
        text = self.rows.row(record, self.services)
        room = max(_NAME + 1, self.app.size.width - 10 - (_SIDE if self.is_wide else 0))
        parts = [(pad(shorten(text.name, _NAME - 1), _NAME), "bold"), (shorten(text.about, room - _NAME), "")]
        if text.below:
            parts.append((f"\n  {shorten(text.below, room - 2)}", "$ink-soft"))
        return Content.assemble(*parts)

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens one, or a new one."""
        self.in_background(self._open(self._named(event.option.id)), group="write", exclusive=True)

    def action_new(self) -> None:
        """One more."""
        self.in_background(self._open(None), group="write", exclusive=True)

    def action_remove(self) -> None:
        """To the trash, with the way back."""
        record = self._named(self.query_one("#rows", PointerList).chosen)
        if record is not None:
            self.in_background(self._remove(record), group="write", exclusive=True)

    def _named(self, id: str | None) -> Record | None:
        return next((each for each in self._records() if each.id == id), None)

    async def _open(self, record: Record | None) -> None:
        form = self.rows.form
        typed = await self.services.background(lambda: read_draft(self.session, form_draft(form, record)))
        start = None if record is not None else self.rows.start(self.services)
        screen = FormScreen(self.services, self.session, typed, form, record, stage=self.stage, start=start)
        await self.app.push_screen(screen)

    async def _remove(self, record: Record) -> None:
        await self.services.background(lambda: self.session.remove(record, Message("put in the trash")))
        self.notice("It lies in the trash. Undo: u.")
        self.show()
