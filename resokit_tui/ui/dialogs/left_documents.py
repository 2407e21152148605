"""Which documents still lie in the app's folder, in clear: told after opening, with the choice to delete them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.workspace.export_places import remove

_SHOWN = 8


class LeftDocumentsDialog(BaseDialog[None]):
    """Names them, and deletes them when asked; the dossiers themselves are not touched. Esc keeps them."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "case.tcss"]

    def __init__(self, services: Services, left: Sequence[Path]) -> None:
        super().__init__(services)
        self._left = tuple(left)

    def body(self) -> ComposeResult:
        """How many, their names, and two buttons; the careful one first."""
        count = Message.counted(
            "{n} document still lies in the app's folder. It is not encrypted.",
            "{n} documents still lie in the app's folder. They are not encrypted.",
            len(self._left),
        )
        names = [path.name for path in self._left[:_SHOWN]]
        if len(self._left) > _SHOWN:
            names.append(self.tr(Message.counted("and {n} more", "and {n} more", len(self._left) - _SHOWN)))
        with Vertical(classes="sheet"):
            yield Static(self.tr("Documents in clear"), classes="sheet-title", markup=False)
            yield Static(self.tr(count), classes="sheet-text", markup=False)
            yield Static("\n".join(names), id="left-names", classes="sheet-text", markup=False)
            yield Static(
                self.tr("Printed or passed on? Then delete them here. The dossiers stay as they are."),
                classes="sheet-text",
                markup=False,
            )
            yield Press(self.services.glyphs, self.tr("Delete these documents"), id="delete")
            yield Press(self.services.glyphs, self.tr("Keep them"), id="keep")

    def on_mount(self) -> None:
        """The keyboard is on the button that deletes nothing."""
        self.query_one("#keep").focus()

    def on_pressed(self, event: Pressed) -> None:
        """Deletes, or keeps."""
        if event.button == "delete":
            self.in_background(self._delete(), group="delete")
        else:
            self.dismiss(None)

    async def _delete(self) -> None:
        gone = await self.services.background(lambda: remove(self._left))
        told = Message.counted("{n} document deleted.", "{n} documents deleted.", gone)
        if gone < len(self._left):
            told = Message("{told} The others could not be deleted; they may be open somewhere.", told=told)
        self.app.notify(self.tr(told), markup=False)
        self.dismiss(None)
