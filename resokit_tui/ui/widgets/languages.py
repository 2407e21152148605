"""The languages of the interface, each in its own words."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from resokit_tui.core.i18n import LANGUAGES
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn

OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}
"""Not translated: who cannot read the screen must find their own language on it."""
_LEFT = 3


class LanguageRow(Drawn, can_focus=True):
    """The names in a row: left and right choose, Enter takes effect at once; the one in use is underlined."""

    BINDINGS = bindings("language")
    DEFAULT_CSS: ClassVar[str] = "LanguageRow { height: 1; }"

    def __init__(self, glyphs: Glyphs, current: str) -> None:
        super().__init__(glyphs, id="languages")
        self.current = current
        self.index = LANGUAGES.index(current)

    def action_step(self, step: int) -> None:
        """Another language under the cursor."""
        self.index = max(0, min(len(LANGUAGES) - 1, self.index + step))
        self.redraw()

    def action_take(self) -> None:
        """Asks the app for the language; later, because this very row is made anew by it."""
        self.app.call_later(self.app.run_action, f"language('{LANGUAGES[self.index]}')")

    def on_click(self, event: events.Click) -> None:
        """A click on a name takes it."""
        if name := self.hit(event.x, event.y):
            self.index = LANGUAGES.index(name)
            self.action_take()

    def draw(self, canvas: Canvas) -> None:
        """The names with a dot between them."""
        x = _LEFT
        for number, language in enumerate(LANGUAGES):
            name = OWN_NAMES[language]
            if self.has_focus and number == self.index:
                shown = f" {self.glyphs.cursor} {name} "
                canvas.put(x - 3, 0, shown, "cursor-ink", "cursor", bold=True, tag=language)
            else:
                on = language == self.current
                canvas.put(x, 0, name, "ink" if on else "link", bold=on, underline=on, tag=language)
            x += len(name) + 3
            if number + 1 < len(LANGUAGES):
                canvas.put(x - 1, 0, self.glyphs.leader, "ink-soft")
            x += 4
