"""One calm dialog for what went wrong."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services


class MessageDialog(BaseDialog[None]):
    """Says what happened and what one can do, and waits until it is read."""

    CSS_PATH: ClassVar[str] = "dialog.tcss"

    def __init__(self, services: Services, message: Message, title: Message | None = None) -> None:
        super().__init__(services)
        self.message = message
        self.heading = title or Message("This did not work")

    def body(self) -> ComposeResult:
        """Heading and sentence."""
        with Vertical(classes="sheet"):
            yield Static(self.tr(self.heading), classes="sheet-title", markup=False)
            yield Static(self.tr(self.message), classes="sheet-text", markup=False)
