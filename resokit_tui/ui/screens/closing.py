"""Rounding off: close a dossier, take it up again, keep it longer, or let it go for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static, TextArea
from textual.widgets.option_list import Option

from resokit_tui.casework.dossier import TABLES
from resokit_tui.casework.plan import Action
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.change_words import kind_of
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.passphrase import ConfirmDialog
from resokit_tui.ui.messages import OpenArea
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pick_list import PickList, answer
from resokit_tui.workspace.closing import asked_again, close_dossier, keep_longer, reopen_dossier, what_goes
from resokit_tui.workspace.keeping import STILL_ELSEWHERE, erase_dossier
from resokit_tui.workspace.preferences import preferences_of
from resokit_tui.workspace.session import DossierSession

CLOSE, REOPEN, WORDS, LONGER, ERASE = "close", "reopen", "words", "longer", "erase"


class ClosingScreen(BaseScreen):
    """What one can do with a dossier as a whole. Each choice can be taken back, and says how."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "closing.tcss"
    BINDINGS = bindings("closing")

    def __init__(self, services: Services, session: DossierSession) -> None:
        super().__init__(services)
        self.session = session
        self._months = 0

    def body(self) -> ComposeResult:
        """How it stands, and the choices."""
        with Vertical(id="page"):
            yield Static(self.tr("Rounding off"), id="title", markup=False)
            yield Static(id="state", markup=False)
            yield PickList(self.services.glyphs, id="choices")

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        workspace = self.services.workspace
        if workspace is not None:
            own = await self.services.background(workspace.own)
            self._months = preferences_of(own).retention_months
            self._show()

    def _show(self) -> None:
        self.query_one("#state", Static).update("\n".join(self._state()))
        choices = self.query_one("#choices", PickList)
        choices.ask(list(self._choices()), 0)
        choices.focus()

    def _state(self) -> Iterator[str]:
        client = self.session.dossier.client
        if client.closed is None:
            steps = sum(1 for each in self.session.dossier.all(Action) if each.is_open)
            yield self.tr("This dossier is open.")
            yield self.tr(Message.counted("{n} step is open in it.", "{n} steps are open in it.", steps))
            return
        yield self.tr("Closed on {day}.", day=client.closed)
        if client.closing_words:
            yield client.closing_words
        if again := asked_again(client, self._months):
            yield self.tr("From {day} on Today asks whether it may go. Nothing goes by itself.", day=again)

    def _choices(self) -> Iterator[Option]:
        words = answer(self.tr("Words at the end"), self.tr("How it was rounded off with the person."), WORDS)
        if self.session.dossier.client.closed is None:
            note = self.tr("Open steps rest, and come back when you open it again.")
            yield answer(self.tr("Close this dossier"), note, CLOSE)
            yield words
            yield self._erasing()
            return
        yield answer(self.tr("Open it again"), self.tr("With exactly the steps that were open."), REOPEN)
        yield words
        longer = self.tr(Message.counted("{n} month longer", "{n} months longer", self._months))
        yield answer(self.tr("Keep it longer"), longer, LONGER)
        yield self._erasing()

    def _erasing(self) -> Option:
        note = self.tr("With everything in it, and its history. Your passphrase confirms it.")
        return answer(self.tr("Erase it for good…"), note, ERASE)

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Does what was chosen, and says how to take it back."""
        today = self.services.today
        match event.option.id:
            case "close":
                told = Message("Closed. You open it again at the same place.")
                self._do(partial(close_dossier, self.session, today), told)
            case "reopen":
                self._do(partial(reopen_dossier, self.session), Message("Open again."))
            case "longer":
                self._do(partial(keep_longer, self.session, today, self._months), Message("It is kept longer."))
            case "erase":
                self._ask_to_erase()
            case "words":
                self.in_background(self._write(), group="write", exclusive=True)

    def _do(self, work: Callable[[], object], told: Message) -> None:
        self.in_background(self._work(work, told), group="write", exclusive=True)

    async def _work(self, work: Callable[[], object], told: Message) -> None:
        await self.services.background(work)
        self.notice(told)
        self._show()

    async def _write(self) -> None:
        typed = await self.services.background(lambda: read_draft(self.session, ClosingWordsScreen.DRAFT))
        await self.app.push_screen(ClosingWordsScreen(self.services, self.session, typed))

    def _ask_to_erase(self) -> None:
        workspace, id = self.services.workspace, self.session.id
        if workspace is None:
            return

        def erased(done: bool | None) -> None:
            if done:
                self.services.session = None
                self.post_message(OpenArea("today"))
                self.notice("Erased for good.")

        title = Message("Erase {alias} for good?", alias=self.session.alias)
        dialog = ConfirmDialog(
            self.services, title, self._what_goes(), lambda words: erase_dossier(workspace, id, words)
        )
        self.app.push_screen(dialog, erased)

    def _what_goes(self) -> str:
        counted = what_goes(self.session)
        names = [f"{kind_of(TABLES[kind], self.services.catalog)} {n}" for kind, n in counted.items()]
        return "\n".join((self.tr("This goes: {what}.", what=", ".join(names)), self.tr(STILL_ELSEWHERE)))

    def action_back(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)


class ClosingWordsScreen(WritingScreen):
    """One field: why, and how it was rounded off."""

    DRAFT: ClassVar[str] = "closing"
    LABEL: ClassVar[Message] = Message("words at the end kept")

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None) -> None:
        client = session.dossier.client
        words = {"closing_words": client.closing_words}
        super().__init__(services, session, typed or Typed(record=client.id, created=client.created, texts=words))
        self._restored = typed is not None

    def heading(self) -> str:
        """What is written."""
        return self.tr("Words at the end")

    def fields(self) -> ComposeResult:
        """The field."""
        field = TextArea(id="closing_words", soft_wrap=True, highlight_cursor_line=False)
        hint = self.tr("Why it ends here, what remains, and who goes on.")
        yield from labelled(self.tr("Words at the end"), hint, field)

    def record(self, typed: Typed) -> Record:
        """The client, with these words."""
        words = typed.texts.get("closing_words", "").strip()
        return self.session.dossier.client.replaced(self.session.now(), closing_words=words)
