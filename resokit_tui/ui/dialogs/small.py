"""What a terminal that is too small shows."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Static

from resokit_tui.ui.base import Speaking

LEAST = Size(60, 20)
"""Smallest screen that shows anything whole; 80×24 is what the screens are made for."""


def is_too_small(size: Size) -> bool:
    """Whether the screens do not fit."""
    return size.width < LEAST.width or size.height < LEAST.height


class SmallScreen(Speaking[None]):
    """Asks for a larger window; goes by itself when it is there, and what was open is still open."""

    CSS_PATH: ClassVar[str] = "curtain.tcss"

    @property
    def is_modal(self) -> bool:
        """Keys of what lies behind do not work."""
        return True

    def compose(self) -> ComposeResult:
        """One sentence."""
        with Vertical():
            yield Static(id="small", markup=False)

    def on_resize(self, event: Resize) -> None:
        """Names the size of now."""
        text = self.tr(
            "Resokit needs a window of at least {width} by {height} characters. "
            "This one is {now_width} by {now_height}. "
            "Make it larger, or the letters smaller. Everything is still open.",
            width=LEAST.width,
            height=LEAST.height,
            now_width=event.size.width,
            now_height=event.size.height,
        )
        self.query_one("#small", Static).update(text)
