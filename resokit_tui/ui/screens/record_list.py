"""A list of records of one dossier that are changed with one key: each key one commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.screens.writing import Typed, WritingScreen, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.session import DossierSession

LIST = "records"
"""Id of the list."""
MakeScreen = Callable[[Typed | None], WritingScreen]


class RecordListScreen(BaseScreen):
    """Base of the lists of steps and of notes: title and state, trouble, and the subclass's own list."""

    AREA: ClassVar[str] = "dossier"
    AUTO_FOCUS = ""

    def __init__(self, services: Services, session: DossierSession, record: str = "") -> None:
        """`record`: where the cursor is to be."""
        super().__init__(services)
        self.session = session
        self._open = services.session
        """The dossier that was open then; one may look at one's own while none is."""
        self._sought = record

    def heading(self) -> str:
        """What is listed."""
        raise NotImplementedError

    def lists(self) -> ComposeResult:
        """The list, and what stands around it."""
        raise NotImplementedError

    def show(self) -> None:
        """Puts the records in the list."""
        raise NotImplementedError

    def record(self) -> Record | None:
        """The record under the cursor."""
        raise NotImplementedError

    @property
    def has_chosen(self) -> bool:
        """Whether there is a row under the cursor; asked for every key, so it looks for no record."""
        return self.is_mounted and self.query_one(f"#{LIST}", PointerList).chosen is not None

    def body(self) -> ComposeResult:
        """Title and state, trouble if there is any, the list."""
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        yield from self.lists()

    def fill(self) -> None:
        """Shows what is there; goes when another dossier was opened meanwhile."""
        if self.services.session is not self._open:
            self.dismiss(None)
            return
        self.query_one("#saved", SavedRow).show_title(self.heading())
        self.show()
        self._seek()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Another width has other columns."""
        if self.services.session is self._open:
            self.show()

    def on_option_list_option_highlighted(self) -> None:
        """Another record may have other keys."""
        self.refresh_bindings()

    def _seek(self) -> None:
        """Puts the cursor where it is wanted, once that is in the list."""
        shown = self.query_one(f"#{LIST}", PointerList)
        if shown.seek(self._sought):
            self._sought = ""
        if self.focused is None and shown.display:
            shown.focus()

    # -- doing -------------------------------------------------------------------------------------------------------

    def save(self, work: Callable[[], Saved], told: Message | None = None) -> None:
        """Saves in the background, and says so: what happened in a notice, that it is on disk above the list."""
        self.in_background(self._save(work, told), group="put")

    async def _save(self, work: Callable[[], Saved], told: Message | None) -> None:
        row, trouble = self.query_one("#saved", SavedRow), self.query_one("#trouble", TroubleRow)
        try:
            saved = await self.services.background(work)
        except ResokitError as error:
            row.show_state(self.tr("NOT saved"), bad=True)
            trouble.tell(self.tr(error.message))
            return
        trouble.tell("")
        row.show_state(self.tr("Saved {time}", time=f"{saved.at:%H:%M}"))
        if told is not None:
            self.notice(told)
        self.fill()

    def action_remove(self) -> None:
        """To the trash."""
        if (record := self.record()) is not None:
            self.save(lambda: self.session.remove(record, self.removed), Message("Removed. Press u and it is back."))

    removed: ClassVar[Message]
    """What removing is called in the history."""

    @property
    def undoes_in(self) -> DossierSession | None:
        """In the dossier that is listed."""
        return self.session

    def write(self, draft: str, make: MakeScreen) -> None:
        """Opens a screen to write on, with its draft if one was left."""
        self.in_background(self._write(draft, make), group="write", exclusive=True)

    async def _write(self, draft: str, make: MakeScreen) -> None:
        typed = await self.services.background(lambda: read_draft(self.session, draft))
        screen = make(typed)
        self._sought = screen.typed.record
        await self.app.push_screen(screen)

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.dismiss(None)
