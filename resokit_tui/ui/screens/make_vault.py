"""A new vault: a name, a passphrase typed twice, and then the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Checkbox, Input, Static

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.languages import LanguageRow
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from resokit_tui.workspace.dossiers import Workspace

_FIELDS = ("vault-name", "first", "again")


class MakeVaultScreen(BaseScreen):
    """The form for a new vault. With `first` there is none yet: it welcomes, and there is no way back."""

    CSS_PATH: ClassVar[str] = "make_vault.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("make")

    def __init__(self, services: Services, *, first: bool = False) -> None:
        super().__init__(services)
        self.first = first
        self.busy = False
        self._vault_name = ""

    def body(self) -> ComposeResult:
        """What a vault is, three fields, and a button."""
        yield Static(id="title")
        yield Static(
            self.tr(
                "Your vault keeps your dossiers on this computer, encrypted. Only your passphrase opens it: "
                "a sentence as a password, four words for instance. Nobody can look it up for you."
            ),
            id="about",
            markup=False,
        )
        yield from self._row("vault-name", self.tr("Your name"), self.tr("As a colleague knows you."), password=False)
        yield from self._row("first", self.tr("Passphrase"), self.tr("At least twelve characters."), password=True)
        yield from self._row("again", self.tr("Once more"), "", password=True)
        yield Tick(self.tr("show what I type"), id="show", compact=True)
        yield Static(id="message", markup=False)
        yield Press(self.services.glyphs, self.tr("Make the vault"), id="make")
        yield LanguageRow(self.services.glyphs, self.services.settings.language)

    def _row(self, id: str, label: str, hint: str, *, password: bool) -> ComposeResult:
        with Horizontal(classes="row"):
            with Vertical(classes="ask"):
                yield Static(label, classes="label", markup=False)
                yield Static(hint, classes="hint", markup=False)
            yield Field(id=id, password=password)

    def fill(self) -> None:
        """Puts back the name that was typed before another language was chosen."""
        title = self.tr("Welcome to Resokit") if self.first else self.tr("A new vault")
        motto = self.tr("guide to socially valued roles")
        self.query_one("#title", Static).update(f"[b $primary]{title}[/]  [$ink-soft]{motto}[/]")
        self.query_one("#vault-name", Input).value = self._vault_name
        self.query_one("#vault-name").focus()

    async def ready_to_leave(self) -> bool:
        """Remembers the name; a passphrase is typed again."""
        self._vault_name = self._typed("vault-name")
        return True

    # -- typing ------------------------------------------------------------------------------------------------------

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Shows or hides both passphrases."""
        for id in ("first", "again"):
            self.query_one(f"#{id}", Input).password = not event.value

    def on_input_changed(self) -> None:
        """What was wrong is being mended."""
        if not self.busy:
            self._say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the next field, and after the last one: make it."""
        event.stop()
        place = _FIELDS.index(event.input.id or "")
        if place + 1 < len(_FIELDS):
            self.query_one(f"#{_FIELDS[place + 1]}").focus()
        else:
            self._start()

    def on_pressed(self, event: Pressed) -> None:
        """The button."""
        if event.button == "make":
            self._start()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no way back from the first vault."""
        return not (action == "back" and self.first)

    def action_back(self) -> None:
        """Back to the door."""
        if not self.busy:
            self.dismiss(None)

    # -- making ------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.busy:
            return
        if not self._typed("vault-name").strip():
            self._refuse("vault-name", Message("Type a name for your vault: your first name, for instance."))
        elif not self._typed("first"):
            self._refuse("first", Message("Type a passphrase."))
        elif self._typed("first") != self._typed("again"):
            self._refuse("again", Message("The two passphrases are not the same. Type the second one again."))
        else:
            self.in_background(self._make(self._typed("vault-name"), self._typed("first")), group="make")

    async def _make(self, name: str, passphrase: str) -> None:
        doors = self.services.doors
        self.busy = True
        self._say(self.tr("One moment, your vault is being made…"))
        try:
            weakness = await self.services.background(lambda: doors.weakness(passphrase, name))
            if weakness is not None:
                self._refuse("first", weakness)
                return
            workspace, code = await self.services.background(lambda: doors.make(name, passphrase))
        except ResokitError as error:
            self._refuse("vault-name", error.message)
            return
        finally:
            self.busy = False
        await self._show_sheet(workspace, code)

    async def _show_sheet(self, workspace: Workspace, code: str) -> None:
        from resokit_tui.ui.screens.recovery_sheet import RecoverySheetScreen

        for id in ("first", "again"):
            self.query_one(f"#{id}", Input).value = ""
        await self.query(".row").remove()
        await self.app.push_screen(RecoverySheetScreen(self.services, workspace, code))

    def _typed(self, id: str) -> str:
        found = self.query(f"#{id}").results(Input)
        return next((field.value for field in found), "")

    def _refuse(self, id: str, why: Message) -> None:
        self.query_one(f"#{id}").focus()
        self._say(f"{self.services.glyphs.late} {self.tr(why)}", bad=True)

    def _say(self, text: str, *, bad: bool = False) -> None:
        row = self.query_one("#message", Static)
        row.update(text)
        row.set_class(bad, "-bad")
