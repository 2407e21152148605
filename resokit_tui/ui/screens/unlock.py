"""The door: who are you, and your passphrase. Names of vaults only: not when, not what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches
from textual.widgets import Checkbox, Input, Static
from textual.widgets.option_list import Option

from resokit_tui.core.errors import LockedError, ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import Unlocked
from resokit_tui.ui.patience import Patience
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import PassphraseField
from resokit_tui.ui.widgets.languages import LanguageRow
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.signature import Signature
from resokit_tui.ui.widgets.tick import Tick
from resokit_tui.workspace.export_places import left_behind

if TYPE_CHECKING:
    from resokit_tui.workspace.dossiers import Workspace
    from resokit_tui.workspace.unlock import VaultDoor

MAKE = "make"


class UnlockScreen(BaseScreen):
    """Choose a vault and open it with its passphrase, or with the code of the recovery sheet."""

    CSS_PATH: ClassVar[str] = "unlock.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("unlock")

    def __init__(self, services: Services, patience: Patience | None = None) -> None:
        super().__init__(services)
        self.doors: list[VaultDoor] = [services.chosen] if services.chosen else services.doors.vaults()
        self.patience = patience or Patience()
        self.with_code = False
        self.busy = False
        self._at = 0

    def body(self) -> ComposeResult:
        """The drawing, the names at the left, the passphrase at the right, the languages below.

        Everything has its words when it is composed: this is the first screen, and each later change costs a layout.
        """
        motto = self.tr("guide to socially valued roles")
        yield Signature(self.services.glyphs, self.tr("a role that counts"))
        yield Static(f"[b $primary]Resokit[/]  [$ink-soft]{motto}[/]", id="name")
        with Horizontal(id="doors"):
            with Vertical(id="who"):
                yield Static(self.tr("Who are you?"), classes="label", markup=False)
                yield PointerList(self.services.glyphs, *self._rows(), keep=True, id="vaults")
            with Vertical(id="key"):
                yield Static(self._label(), classes="label", id="key-label", markup=False)
                yield PassphraseField(id="passphrase", password=not self.with_code)
                yield Tick(self.tr("show what I type"), id="show", compact=True)
                yield Press(self.services.glyphs, self._other_way(), id="forgot")
        yield Static(self._practice_words(), id="message", markup=False)
        yield Static(self._promise(), id="promise", markup=False)
        yield LanguageRow(self.services.glyphs, self.services.settings.language)

    def fill(self) -> None:
        """Puts the keyboard in the field."""
        self.query_one("#vaults", PointerList).highlighted = self._at
        self.query_one("#show").display = not self.with_code
        self.query_one("#passphrase").focus()

    # -- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def door(self) -> VaultDoor | None:
        """The vault under the cursor."""
        return self.doors[self._at] if self._at < len(self.doors) else None

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """Another vault: its name stands above the field."""
        chosen = event.option.id or ""
        if chosen.isdigit() and int(chosen) != self._at:
            self._at = int(chosen)
            self.query_one("#passphrase", Input).value = ""
            self._show_way_in()

    async def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """A name: on to its passphrase. The last row: a new vault."""
        if event.option.id == MAKE:
            await self.action_make()
        else:
            self.query_one("#passphrase").focus()

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Shows or hides what is typed."""
        self.query_one("#passphrase", Input).password = not event.value

    def on_pressed(self, event: Pressed) -> None:
        """The other way in."""
        if event.button == "forgot":
            self.action_code()

    def action_code(self) -> None:
        """Passphrase or recovery code: the other one."""
        self.with_code = not self.with_code
        field = self.query_one("#passphrase", Input)
        field.value = ""
        field.password = not (self.with_code or self.query_one("#show", Tick).value)
        self._show_way_in()
        field.focus()

    async def action_make(self) -> None:
        """A new vault."""
        from resokit_tui.ui.screens.make_vault import MakeVaultScreen

        await self.app.push_screen(MakeVaultScreen(self.services))

    # -- opening -----------------------------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter opens, when it is not too soon."""
        event.stop()
        if self.busy or self.door is None:
            return
        if wait := self.patience.seconds_left():
            early = Message.counted(
                "Wait {n} more second, then try again.", "Wait {n} more seconds, then try again.", wait
            )
            self._say(self.tr(early), bad=True)
        elif event.value:
            secret, event.input.value = event.value, ""
            self.in_background(self._open(self._way_in(self.door, secret)), group="open", exclusive=True)

    def _way_in(self, door: VaultDoor, secret: str) -> Callable[[], Workspace]:
        doors = self.services.doors
        return partial(doors.open_with_recovery if self.with_code else doors.open, door.folder, secret)

    async def _open(self, way_in: Callable[[], Workspace]) -> None:
        self.busy = True
        self._say(self.tr("One moment, the vault is being opened…"))
        try:
            workspace = await self.services.background(way_in)
        except LockedError as error:
            self._refuse(error, self.patience.failed())
        except ResokitError as error:
            self._say(self.tr(error.message), bad=True)
        else:
            await self.query_one("#passphrase").remove()
            self.post_message(Unlocked(workspace))
        finally:
            self.busy = False

    def _refuse(self, error: LockedError, wait: int) -> None:
        again = Message.counted("You can try again in {n} second.", "You can try again in {n} seconds.", wait)
        self._say(f"{self.tr(error.message)} {self.tr(again)}", bad=True)
        self.query_one("#passphrase").focus()

    # -- words -------------------------------------------------------------------------------------------------------

    def _rows(self) -> list[Option | None]:
        rows: list[Option | None] = [Option(door.name, id=str(number)) for number, door in enumerate(self.doors)]
        if self.services.chosen is None:
            rows += [None, Option(self.tr("Make a new vault"), id=MAKE)]
        return rows

    def _label(self) -> str:
        if self.with_code:
            return self.tr("Code on the recovery sheet")
        return self.tr("Passphrase of {name}", name=self.door.name if self.door else "")

    def _other_way(self) -> str:
        return self.tr("Open with your passphrase") if self.with_code else self.tr("Forgotten? Use your recovery sheet")

    def _promise(self) -> str:
        """What is encrypted; or, when documents lie about in clear, how many. Their names are for who opens."""
        if left := len(left_behind(self.services.exports)):
            told = Message.counted(
                "{n} document lies here that is not encrypted. You can delete it after opening.",
                "{n} documents lie here that are not encrypted. You can delete them after opening.",
                left,
            )
            return self.tr(told)
        return self.tr("Everything stays on this computer, encrypted. No internet is needed.")

    def _practice_words(self) -> str:
        shown = self.services.shown_passphrase
        if self.door is None or not self.door.practice or not shown or self.with_code:
            return ""
        return self.tr("Practice vault. Its passphrase: {passphrase}", passphrase=shown)

    def _show_way_in(self) -> None:
        self.query_one("#key-label", Static).update(self._label())
        self.query_one("#forgot", Press).say(self._other_way())
        self.query_one("#show").display = not self.with_code
        self._say(self._practice_words())

    def _say(self, text: str, *, bad: bool = False) -> None:
        try:
            row = self.query_one("#message", Static)
        except NoMatches:  # the screen is being made anew
            return
        row.update(f"{self.services.glyphs.late} {text}" if bad else text)
        row.set_class(bad, "-bad")
