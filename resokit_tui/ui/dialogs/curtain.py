"""A neutral screen in front of everything: nothing of a client, nothing of the app."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from resokit_tui.ui.base import Speaking
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.keys import key_name


class CurtainScreen(Speaking[None]):
    """The day, and how to go on. Notices do not show on it, because they belong to the screens behind."""

    CSS_PATH: ClassVar[str] = "curtain.tcss"
    BINDINGS = bindings("curtain")

    @property
    def is_modal(self) -> bool:
        """Keys of what lies behind do not work."""
        return True

    def compose(self) -> ComposeResult:
        """Two quiet rows."""
        key = key_name("escape", self.services.catalog, self.services.glyphs)
        with Vertical(id="curtain"):
            yield Static(self.services.catalog.date_long(self.services.today), id="day", markup=False)
            yield Static(f"{key}  {self.tr('go on')}", id="on", markup=False)

    def action_open(self) -> None:
        """Opens the curtain."""
        self.dismiss(None)


class BlankScreen(Speaking[None]):
    """Nothing at all: the last thing a terminal is shown before it gets its own screen back."""

    def compose(self) -> ComposeResult:
        """No widgets."""
        yield from ()
