"""A text to scroll with the keyboard."""

from __future__ import annotations

from textual.containers import VerticalScroll

from resokit_tui.ui.commands import bindings


class Sheet(VerticalScroll, inherit_bindings=False, can_focus=True):
    """Scrolls up and down, and leaves the sideways arrows to the screen."""

    DEFAULT_CSS = """
    Sheet { height: auto; max-height: 100%; scrollbar-size-vertical: 1; background: transparent; }
    Sheet:focus { background-tint: transparent 0%; }
    """
    BINDINGS = bindings("scroll")
