"""Asking for the passphrase where it confirms something, and for a new one. Nothing typed here is kept anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from resokit_tui.core.errors import CannotError, LockedError, ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.dialogs.message import MessageDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.workspace.keeping import KeyChangedError, change_passphrase, renew


class _Secret(BaseDialog[bool]):
    """Base: fields of dots, a row for what is said of them, and slow work with what was typed."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "case.tcss"]

    def __init__(self, services: Services, title: Message, text: str) -> None:
        super().__init__(services)
        self.heading, self.text = title, text
        self.left: Message | None = None
        """What is left to be said afterwards."""
        self._busy = False

    def fields(self) -> tuple[tuple[str, Message], ...]:
        """Id and label of each field, in their order."""
        raise NotImplementedError

    def carry_out(self, typed: dict[str, str]) -> None:
        """The slow work, in another thread. Raises `ResokitError` with what is wrong."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Heading, explanation, fields."""
        with Vertical(classes="sheet"):
            yield Static(self.tr(self.heading), classes="sheet-title", markup=False)
            yield Static(self.text, classes="sheet-text", markup=False)
            for id, label in self.fields():
                yield Static(self.tr(label), classes="sheet-label", markup=False)
                yield Field(id=id, password=True)
            yield Static(id="said", classes="row-said", markup=False)

    def on_mount(self) -> None:
        """Straight to the first field."""
        self.query(Input).first().focus()

    def on_input_changed(self) -> None:
        """What was wrong is being mended."""
        if not self._busy:
            self._say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the next field, and after the last one it is done."""
        event.stop()
        ids = [id for id, _ in self.fields()]
        place = ids.index(event.input.id or "")
        if place + 1 < len(ids):
            self.query_one(f"#{ids[place + 1]}").focus()
        elif not self._busy:
            self.in_background(self._work(), group="secret")

    async def _work(self) -> None:
        typed = {id: self.query_one(f"#{id}", Input).value for id, _ in self.fields()}
        self._busy = True
        self._say(self.tr("One moment…"))
        try:
            await self.services.background(lambda: self.carry_out(typed))
        except ResokitError as error:
            self._say(f"{self.services.glyphs.late} {self.tr(error.message)}", bad=True)
            return
        finally:
            self._busy = False
        for field in self.query(Input):
            with self.prevent(Input.Changed):
                field.value = ""
        self.dismiss(True)
        if self.left is not None:
            self.app.push_screen(MessageDialog(self.services, self.left, Message("Done, but for one thing")))

    def action_close(self) -> None:
        """Nothing happens."""
        if not self._busy:
            self.dismiss(False)

    def _say(self, text: str, *, bad: bool = False) -> None:
        row = self.query_one("#said", Static)
        row.update(text)
        row.set_class(bad, "-bad")


class ConfirmDialog(_Secret):
    """The passphrase confirms something that cannot be taken back."""

    def __init__(self, services: Services, title: Message, text: str, work: Callable[[str], Message | None]) -> None:
        """`work` gets the passphrase, in another thread, and returns what is left to be said.

        It raises `LockedError` when the passphrase is not right.
        """
        super().__init__(services, title, text)
        self._done_with = work

    def fields(self) -> tuple[tuple[str, Message], ...]:
        """One."""
        return (("current", Message("Your passphrase")),)

    def carry_out(self, typed: dict[str, str]) -> None:
        """What it confirms."""
        self.left = self._done_with(typed["current"])


def ask_again(services: Services, error: LockedError) -> ConfirmDialog | None:
    """The question for the passphrase after another window changed the key; `None` for another error."""
    workspace = services.workspace
    if workspace is None or not isinstance(error, KeyChangedError):
        return None
    return ConfirmDialog(
        services,
        Message("Your passphrase"),
        services.catalog.render(error.message),
        lambda words: renew(workspace, words),
    )


class NewPassphraseDialog(_Secret):
    """A new passphrase; after opening with the recovery sheet there is no way round it."""

    def __init__(self, services: Services, *, forced: bool = False) -> None:
        text = Message("From now on it opens the vault, and the one before does not. Your recovery sheet stays good.")
        why = Message("You opened with your recovery sheet. Choose a new passphrase before you go on.")
        super().__init__(services, Message("A new passphrase"), services.catalog.render(why if forced else text))
        self.forced = forced

    def fields(self) -> tuple[tuple[str, Message], ...]:
        """The one there is, unless it was forgotten; the new one, twice."""
        new = (("new", Message("The new passphrase")), ("again", Message("Once more")))
        return new if self.forced else (("current", Message("Your passphrase")), *new)

    def carry_out(self, typed: dict[str, str]) -> None:
        """Changes it."""
        workspace = self.services.workspace
        if typed["new"] != typed["again"]:
            raise CannotError(Message("The two passphrases are not the same. Type the second one again."))
        if workspace is not None:
            self.left = change_passphrase(workspace, self.services.doors, typed["new"], typed.get("current"))

    def action_close(self) -> None:
        """Not when it is needed; locking and quitting are always possible."""
        if not self.forced:
            super().action_close()
