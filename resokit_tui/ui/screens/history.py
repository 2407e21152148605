"""What was done in this dossier, newest first, and what each time changed; the trash is one key away."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.change_words import change_words
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.changes import changes_of
from resokit_tui.workspace.history import VersionLine, versions
from resokit_tui.workspace.session import DossierSession

_MOST = 6
"""So many changes of one version are named; the rest is counted."""


class HistoryScreen(BaseScreen):
    """The versions that are kept: every one of the last day, then one a day, then one a month."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "history.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("history")

    def __init__(self, services: Services, session: DossierSession) -> None:
        super().__init__(services)
        self.session = session

    def body(self) -> ComposeResult:
        """Heading, list, and what the version under the cursor changed."""
        with Vertical(id="page"):
            yield Static(self.tr("History of this dossier"), id="title", markup=False)
            yield PointerList(self.services.glyphs, keep=True, id="versions")
            yield Static(id="changes", markup=False)

    def fill(self) -> None:
        """Reads what is kept; goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        lines = await self.services.background(lambda: versions(self.session))
        shown = self.query_one("#versions", PointerList)
        shown.show([Option(self._row(line), id=str(line.number)) for line in lines])
        shown.focus()

    def _row(self, line: VersionLine) -> Content:
        when = f"{line.at.astimezone():%d/%m/%Y %H:%M}"
        who = "  " + self.tr("in another window") if line.elsewhere else ""
        return Content.assemble((f"{when}  ", "$ink-soft"), (self.tr(line.label), "bold"), (who, "$ink-soft"))

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """Tells what that version changed."""
        if event.option.id:
            self.in_background(self._tell(int(event.option.id)), group="tell", exclusive=True)

    async def _tell(self, number: int) -> None:
        changes = await self.services.background(lambda: changes_of(self.session, number))
        catalog = self.services.catalog
        rows = [change_words(change, catalog) for change in changes[:_MOST]]
        if len(changes) > _MOST:
            rest = len(changes) - _MOST
            rows.append(self.tr(Message.counted("and {n} more", "and {n} more", rest)))
        self.query_one("#changes", Static).update("\n".join(rows) or self.tr("Nothing that shows."))

    def action_trash(self) -> None:
        """What was removed."""
        from resokit_tui.ui.screens.trash import TrashScreen

        self.app.push_screen(TrashScreen(self.services, self.session))

    def action_back(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)
