"""The recovery code, shown once, and asked back in part: only what stands on paper helps later."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from resokit_tui.core.errors import ResokitError
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import Unlocked
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.press import Press, Pressed

if TYPE_CHECKING:
    from resokit_tui.workspace.dossiers import Workspace

_ASKED = 2
_IN_A_ROW = 4


class RecoverySheetScreen(BaseScreen):
    """First the code, to write down; then two of its groups, to type. Esc shows the code again."""

    CSS_PATH: ClassVar[str] = "recovery_sheet.tcss"
    BINDINGS = bindings("sheet")

    def __init__(self, services: Services, workspace: Workspace, code: str) -> None:
        super().__init__(services)
        self._workspace = workspace
        self._groups = code.split("-")
        self._printing = False
        self._asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), _ASKED))

    def body(self) -> ComposeResult:
        """Two steps on one screen; one is seen at a time."""
        yield Static(self.tr("Your recovery sheet"), id="title", markup=False)
        with Vertical(id="shown"):
            yield Static(
                self.tr(
                    "Write this code on paper. If you ever forget your passphrase, only this code still opens your "
                    "vault. Keep the paper under lock, away from this computer. The code is not shown again."
                ),
                classes="about",
                markup=False,
            )
            yield Static(self._code(), id="code")
            yield Press(self.services.glyphs, self.tr("I have written it down"), id="written")
            yield Press(self.services.glyphs, self.tr("Make a sheet to print"), id="print")
            yield Static(id="printed", markup=False)
        with Vertical(id="asked"):
            yield Static(
                self.tr("Take your sheet and type these two groups. Then you know that it is right."),
                classes="about",
                markup=False,
            )
            for place in self._asked:
                with Horizontal(classes="row"):
                    yield Static(self.tr("Group {number}", number=place + 1), classes="label", markup=False)
                    yield Field(id=f"group-{place}")
            yield Static(id="message", markup=False)
            yield Press(self.services.glyphs, self.tr("Compare"), id="compare")

    def fill(self) -> None:
        """Starts with the code."""
        self._show(asking=False)

    def on_pressed(self, event: Pressed) -> None:
        """On to the question, or on to the work."""
        if event.button == "written":
            self._show(asking=True)
        elif event.button == "compare":
            self._compare()
        elif event.button == "print" and not self._printing:
            self.in_background(self._print(), group="print")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the second group, then compare."""
        event.stop()
        last = f"group-{self._asked[-1]}"
        if event.input.id == last:
            self._compare()
        else:
            self.query_one(f"#{last}").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The code can be seen again only when it is hidden."""
        return action != "again" or all(not step.display for step in self.query("#shown"))

    def action_again(self) -> None:
        """Back to the code."""
        self._show(asking=False)

    async def _print(self) -> None:
        """A paper with the code. It is the one file that holds it: printed once, then deleted."""
        self._printing = True
        try:
            path = await self.services.background(self._write)
        except ResokitError as error:
            self._tell_printed(f"{self.services.glyphs.late} {self.tr(error.message)}")
        else:
            once = self.tr("Print it once, and then delete the file.")
            self._tell_printed(f"{self.tr('The sheet is here: {path}', path=str(path))}\n{once}")
        finally:
            self._printing = False

    def _write(self) -> Path:
        from resokit_tui.workspace.sheets import write_recovery_sheet

        services = self.services
        now = services.clock()
        return write_recovery_sheet(self._workspace.name, self._groups, services.catalog, now, services.exports)

    def _tell_printed(self, text: str) -> None:
        self.query_one("#printed", Static).update(text)

    def _compare(self) -> None:
        for place in self._asked:
            field = self.query_one(f"#group-{place}", Input)
            if _plain(field.value) != _plain(self._groups[place]):
                field.focus()
                self._say(
                    self.tr(
                        "Group {number} is not the same. Look at your sheet, or see the code again.", number=place + 1
                    )
                )
                return
        self._groups = []
        self.post_message(Unlocked(self._workspace))

    def _refuse(self, number: int) -> None:
        self._say(self.tr("Group {number} is not the same. Look at your sheet, or see the code again.", number=number))

    def _show(self, *, asking: bool) -> None:
        self.query_one("#shown").display = not asking
        self.query_one("#asked").display = asking
        self._say("")
        self.query_one(f"#group-{self._asked[0]}" if asking else "#written").focus()
        self.refresh_bindings()

    def _code(self) -> Content:
        parts: list[str | tuple[str, str]] = []
        for place, group in enumerate(self._groups):
            if place:
                parts.append("\n\n" if place % _IN_A_ROW == 0 else "    ")
            parts += [(f"{place + 1} ", "$ink-soft"), (group, "bold")]
        return Content.assemble(*parts)

    def _say(self, text: str) -> None:
        self.query_one("#message", Static).update(f"{self.services.glyphs.late} {text}" if text else "")


def _plain(group: str) -> str:
    """As it is compared: on paper O and 0, I, L and 1 look alike."""
    return group.strip().upper().translate(str.maketrans("OIL", "011"))
