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

    # At once, without Textual's gliding: a row that is asked for should be there with the key.

    def action_scroll_up(self) -> None:
        """One row up."""
        self.scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """One row down."""
        self.scroll_down(animate=False)

    def action_page_up(self) -> None:
        """One screen up."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """One screen down."""
        self.scroll_page_down(animate=False)
