"""One record through time: what it said in each version, and the way back to one of them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.core.record import Record
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.change_words import field_words
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.form import Form, values_on_screen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pick_list import PickList
from resokit_tui.workspace.changes import different_fields
from resokit_tui.workspace.history import RecordState, record_history, restore
from resokit_tui.workspace.session import DossierSession


class StatesScreen(BaseScreen):
    """Newest first, each with the fields that changed; Enter puts that state back as a new version."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "history.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("states")

    def __init__(self, services: Services, session: DossierSession, form: Form, record: Record) -> None:
        super().__init__(services)
        self.session, self.form, self.record = session, form, record
        self._states: list[RecordState] = []

    def body(self) -> ComposeResult:
        """Heading, list, and what it said then."""
        with Vertical(id="page"):
            yield Static(self.tr("Earlier versions: {what}", what=self.form.title), id="title", markup=False)
            yield PickList(self.services.glyphs, id="states")
            yield Static(id="changes", markup=False)

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        self._states = await self.services.background(lambda: record_history(self.session, self.record.id))
        options = [Option(self._row(number), id=str(number)) for number in range(len(self._states))]
        shown = self.query_one("#states", PickList)
        shown.ask(options, 0)
        shown.focus()

    def _row(self, number: int) -> Content:
        state, catalog = self._states[number], self.services.catalog
        about = self.tr("cannot be read by this program")
        if state.record is None:
            about = self.tr("removed")
        elif isinstance(state.record, Record):
            before = self._states[number + 1].record if number + 1 < len(self._states) else None
            names = different_fields(before, state.record) if isinstance(before, Record) else ()
            about = field_words(state.record, names, catalog) or catalog.render(state.label)
        now = f"  {self.tr('now')}" if number == 0 else ""
        return Content.assemble(
            (f"{state.at.astimezone():%d/%m/%Y %H:%M}  ", "$ink-soft"), (about, "bold"), (now, "$ink-soft")
        )

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Shows what it said then, where it is not what it says now."""
        record = self._states[int(event.option.id or 0)].record
        rows: list[str] = []
        if isinstance(record, Record):
            shown = values_on_screen(self.form, record, self.session.dossier, self.services.catalog)
            differs = different_fields(record, self.record)
            for field in self.form.fields:
                if field.name in differs:
                    said = " ".join(shown[field.name].split()) or self.tr("empty")
                    rows.append(f"{self.tr(field.label)}: {said}")
        self.query_one("#changes", Static).update("\n".join(rows) or self.tr("As it is now."))

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Puts that state back."""
        record = self._states[int(event.option.id or 0)].record
        if isinstance(record, Record):
            self.in_background(self._restore(record), group="write", exclusive=True)

    async def _restore(self, record: Record) -> None:
        await self.services.background(lambda: restore(self.session, record))
        self.notice("The earlier version is back. Undo: u.")
        self.dismiss(None)

    def action_back(self) -> None:
        """Back; nothing changes."""
        self.dismiss(None)
