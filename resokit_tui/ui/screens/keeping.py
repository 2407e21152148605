"""My vault: a backup that was read back, a check of every file, what a backup brings back, and the passphrase.

In the words of the command line, because people who support people have no command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.passphrase import ConfirmDialog, NewPassphraseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.pick_list import PickList, answer
from resokit_tui.workspace import keeping
from resokit_tui.workspace.dossiers import Workspace

BACKUP, RESTORE, CHECK, REPAIR, PASSPHRASE = "backup", "restore", "check", "repair", "passphrase"
_MOST = 8
"""So many findings are told; the rest is counted."""


class KeepingScreen(BaseScreen):
    """What one can do for the vault; what came of it is told below, in sentences."""

    AREA: ClassVar[str] = "settings"
    CSS_PATH: ClassVar[str] = "keeping.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("keeping")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._asked = ""
        """What the folder is asked for; empty: nothing is asked."""
        self._findings: list[keeping.Finding] = []
        self._busy = False

    def body(self) -> ComposeResult:
        """How it stands, the choices, a folder when one is needed, and what came of it."""
        with Vertical(id="page"):
            yield Static(self.tr("My vault"), id="title", markup=False)
            yield Static(id="state", markup=False)
            yield PickList(self.services.glyphs, id="choices")
            with Vertical(id="ask"):
                yield Static(id="question", markup=False)
                yield Field(id="folder")
            yield Static(id="outcome", markup=False)

    def fill(self) -> None:
        """Goes when the vault was closed meanwhile."""
        if self.services.workspace is None:
            self.dismiss(None)
            return
        self._show()
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        if (workspace := self.services.workspace) is not None:
            last = await self.services.background(lambda: keeping.last_backup(workspace))
            told = self.tr("No backup has been made of this vault yet.")
            if last is not None:
                told = self.tr("The last backup that was read back is of {day}.", day=last.astimezone().date())
            self.query_one("#state", Static).update(told)

    def _show(self) -> None:
        choices = self.query_one("#choices", PickList)
        choices.ask(list(self._choices()), 0)
        self.query_one("#ask").display = bool(self._asked)
        if not self._asked:
            choices.focus()

    def _choices(self) -> Iterator[Option]:
        yield answer(self.tr("Make a backup"), self.tr("To a folder or a stick; the copy is read back."), BACKUP)
        yield answer(self.tr("Check every file"), self.tr("Says in words what is wrong, and what can be done."), CHECK)
        if self._findings:
            yield answer(
                self.tr("Put right what can be"), self.tr("Puts copies back, moves what is damaged aside."), REPAIR
            )
        yield answer(
            self.tr("Bring back from a backup"), self.tr("Only adds what is missing; overwrites nothing."), RESTORE
        )
        yield answer(self.tr("Change the passphrase"), self.tr("Your recovery sheet stays good."), PASSPHRASE)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Does it, or asks for a folder first."""
        if self._busy:
            return
        match event.option.id:
            case "backup":
                self._ask(BACKUP, self.tr("To which folder? A stick or another disk is safest."))
            case "restore":
                self._ask(RESTORE, self.tr("From which folder? The one you made the backup in."))
            case "check":
                self.in_background(self._check(), group="keeping")
            case "repair":
                self.in_background(self._repair(), group="keeping")
            case "passphrase":
                self.app.push_screen(NewPassphraseDialog(self.services), self._passphrase_changed)

    def _ask(self, what: str, question: str) -> None:
        self._asked = what
        self.query_one("#question", Static).update(question)
        self.query_one("#ask").display = True
        self.query_one("#folder").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The folder is known."""
        event.stop()
        folder = Path(event.value.strip()).expanduser()
        if not event.value.strip() or self._busy:
            return
        self.in_background(self._back_up(folder) if self._asked == BACKUP else self._restore(folder), group="keeping")

    def action_back(self) -> None:
        """Out of the folder, else back; not while something is being done."""
        if self._busy:
            return
        if self._asked:
            self._asked = ""
            self._show()
        else:
            self.dismiss(None)

    # -- doing -------------------------------------------------------------------------------------------------------

    def _progress(self, done: int, of: int) -> None:
        """Told in the thread that works."""
        self.app.call_from_thread(self._tell, self.tr("{done} of {all} read…", done=done, all=of))

    async def _back_up(self, folder: Path) -> None:
        def work(workspace: Workspace) -> str:
            report = keeping.back_up(workspace, folder, self._progress)
            copied = self.tr(Message.counted("{n} new file copied.", "{n} new files copied.", report.copied))
            if not report.verified:
                return "\n".join([copied, *(self.tr(each.message) for each in report.findings[:_MOST])])
            return f"{copied}\n{self.tr('The copy was read back and is whole.')}\n{report.folder}"

        await self._do(work)
        await self._read()

    async def _check(self) -> None:
        def work(workspace: Workspace) -> str:
            self._findings = keeping.check(workspace, self._progress)
            if not self._findings:
                return self.tr("Everything is whole.")
            rows = [self.tr(each.message) for each in self._findings[:_MOST]]
            rest = len(self._findings) - _MOST
            return "\n".join(
                rows + ([self.tr(Message.counted("and {n} more", "and {n} more", rest))] if rest > 0 else [])
            )

        await self._do(work)

    async def _repair(self) -> None:
        def work(workspace: Workspace) -> str:
            touched = keeping.repair(workspace, self._findings)
            self._findings = keeping.check(workspace, self._progress)
            return self.tr(Message.counted("{n} file put right.", "{n} files put right.", touched))

        await self._do(work)

    async def _restore(self, folder: Path) -> None:
        try:
            await self._do(lambda workspace: self._restored(workspace, folder, None))
        except LockedError:  # something was erased since: the backup asks its own passphrase
            title, text = Message("Passphrase of the backup"), self.tr("It is older than the one you have now.")
            told: list[str] = []

            def work(passphrase: str) -> None:
                if (workspace := self.services.workspace) is not None:
                    told.append(self._restored(workspace, folder, passphrase))

            def say(done: bool | None) -> None:
                if done:
                    self._tell("\n".join(told))

            self.app.push_screen(ConfirmDialog(self.services, title, text, work), say)

    def _restored(self, workspace: Workspace, folder: Path, passphrase: str | None) -> str:
        found = self.services.doors.copies_in(folder)
        if not found:
            raise CannotError(
                Message("There is no backup in {path}. Choose the folder you made it in.", path=str(folder))
            )
        back = keeping.restore(workspace, found[0].folder, passphrase, progress=self._progress)
        rows = [
            self.tr(
                Message.counted("{n} dossier was missing and is back.", "{n} dossiers were missing and are back.", n)
            )
            for n in (len(back.missing),)
            if n
        ]
        if back.renewed:
            words = Message.counted(
                "{n} dossier got its newest version back.",
                "{n} dossiers got their newest version back.",
                len(back.renewed),
            )
            rows.append(self.tr(words))
        if back.erased:
            words = Message.counted(
                "{n} was erased and stays erased.", "{n} were erased and stay erased.", len(back.erased)
            )
            rows.append(self.tr(words))
        return "\n".join(rows) or self.tr("The vault has everything that is in this backup.")

    def _passphrase_changed(self, done: bool | None) -> None:
        if done:
            self._tell(self.tr("From now on the new passphrase opens the vault. Your recovery sheet stays good."))

    async def _do(self, work: Callable[[Workspace], str]) -> None:
        """Works in the background and tells what came of it; an error is told by the one who asked."""
        workspace = self.services.workspace
        if workspace is None:
            return
        self._busy = True
        self._tell(self.tr("One moment…"))
        try:
            told = await self.services.background(lambda: work(workspace))
        except Exception:
            self._tell("")
            raise
        finally:
            self._busy = False
        self._asked = ""
        self._show()
        self._tell(told)

    def _tell(self, text: str) -> None:
        for outcome in self.query("#outcome").results(Static):
            outcome.update(text)
