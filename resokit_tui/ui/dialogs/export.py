"""Rolontwerp on paper: what it is and where it goes, made in the background, and where it is."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.workspace.session import DossierSession


class ExportDialog(BaseDialog[None]):
    """Says first that the paper is not encrypted; then makes it, without holding up the keyboard."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "case.tcss"]

    def __init__(self, services: Services, session: DossierSession) -> None:
        super().__init__(services)
        self.session = session
        self._busy = False
        self._done = False

    def body(self) -> ComposeResult:
        """What it is, where it goes, and a button."""
        with Vertical(classes="sheet"):
            yield Static(self.tr("Make the role plan"), classes="sheet-title", markup=False)
            yield Static(
                self.tr(
                    "The whole role plan of {alias}, as a PDF. Reflections are not in it. The file is not encrypted: "
                    "keep it where only you and your {client} can reach it.",
                    alias=self.session.alias,
                    client=self.services.client_word,
                ),
                id="plan-about",
                classes="sheet-text",
                markup=False,
            )
            yield Static(self.tr("It goes to this folder:"), id="plan-where", classes="row-said", markup=False)
            yield Static(str(self.services.exports), id="plan-path", markup=False)
            yield Static(id="plan-said", classes="row-said", markup=False)
            yield Press(self.services.glyphs, self.tr("Make the role plan"), id="make")

    def on_mount(self) -> None:
        """The keyboard is on the button."""
        self.query_one("#make").focus()

    def on_pressed(self, event: Pressed) -> None:
        """Makes it; when it is made, closes."""
        if self._done:
            self.dismiss(None)
        elif not self._busy:
            self.in_background(self._make(), group="make")

    def action_close(self) -> None:
        """Not while it is being written: then one would not see where it went."""
        if not self._busy:
            self.dismiss(None)

    async def _make(self) -> None:
        self._busy = True
        self._say(self.tr("One moment, the role plan is being made…"))
        try:
            path = await self.services.background(self._write)
        except (ResokitError, OSError) as error:
            told = error.message if isinstance(error, ResokitError) else self._refused(error)
            self._say(f"{self.services.glyphs.late} {self.tr(told)}", bad=True)
        else:
            self._show(path)
        finally:
            self._busy = False

    def _write(self) -> Path:
        from resokit_tui.workspace.exporting import Author, Order, author_of, prepare, write

        workspace = self.services.workspace
        prepared = prepare(self.session, Order(), author_of(workspace) if workspace else Author())
        return write(self.session, prepared, exports=self.services.exports)

    def _refused(self, error: OSError) -> Message:
        return Message(
            "{path} could not be written ({reason}). Choose another folder.",
            path=str(self.services.exports),
            reason=error.strerror or type(error).__name__,
        )

    def _show(self, path: Path) -> None:
        self._done = True
        self.query_one("#plan-where", Static).update(self.tr("The role plan is made. It is here:"))
        self.query_one("#plan-path", Static).update(str(path))
        self._say("")
        self.query_one("#make", Press).say(self.tr("Close this window"))

    def _say(self, text: str, *, bad: bool = False) -> None:
        row = self.query_one("#plan-said", Static)
        row.update(text)
        row.set_class(bad, "-bad")
