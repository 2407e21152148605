"""Things one can press: a word in a sentence, and a card that opens what it tells."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message as Event
from textual.widgets import Static

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.card import Card


class Pressed(Event):
    """Enter, Space or a click on a button; `button` is its id."""

    def __init__(self, button: str) -> None:
        super().__init__()
        self.button = button


class Press(Static, can_focus=True):
    """A button of one row: underlined words; with the keyboard one solid block with the pointer."""

    BINDINGS = bindings("press")
    DEFAULT_CSS: ClassVar[str] = """
    Press { width: auto; height: 1; color: $link; text-style: underline; padding: 0 1 0 3; }
    Press:focus { color: $cursor-ink; background: $cursor; text-style: bold; padding: 0 1 0 1; }
    Press.-on { color: $ink; text-style: bold; }
    Press.-on:focus { color: $cursor-ink; }
    """

    def __init__(self, glyphs: Glyphs, text: str, *, id: str, on: bool = False) -> None:
        super().__init__(text, id=id, markup=False, classes="-on" if on else None)
        self.glyphs, self.text = glyphs, text

    def say(self, text: str) -> None:
        """Takes other words."""
        self.text = text
        self._show()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Shows or hides the pointer; also when the keyboard was given before the screen came to the front."""
        super().watch_has_focus(has_focus)
        self._show()

    def on_click(self) -> None:
        """A click presses."""
        self.action_press()

    def action_press(self) -> None:
        """Tells the screen."""
        self.post_message(Pressed(self.id or ""))

    def _show(self) -> None:
        self.update(f"{self.glyphs.cursor} {self.text}" if self.has_focus else self.text)


class OpenCard(Card, can_focus=True):
    """A card that opens what it tells; a thick bar and another ground say that it has the keyboard."""

    BINDINGS = bindings("press")
    DEFAULT_CSS: ClassVar[str] = """
    OpenCard:focus { border-left: thick $cursor; background: $panel; }
    OpenCard.-here:focus { border-left: thick $cursor; }
    """

    def on_click(self) -> None:
        """A click presses."""
        self.action_press()

    def action_press(self) -> None:
        """Tells the screen."""
        self.post_message(Pressed(self.id or ""))
