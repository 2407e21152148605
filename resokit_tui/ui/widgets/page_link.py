"""Which page of the method something hangs on: one row, left and right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.message import Message as Event

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn


class PageLink(Drawn, can_focus=True):
    """Shows one of some pages between two arrows; with the keyboard it is a solid block."""

    BINDINGS = bindings("link")
    DEFAULT_CSS: ClassVar[str] = "PageLink { height: 1; }"

    class Changed(Event):
        """Another page was chosen."""

    def __init__(self, glyphs: Glyphs, pages: Sequence[tuple[str, str]], chosen: str, *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self.pages = pages
        """Id and title; the first one is "no page"."""
        self.index = next((number for number, (page, _) in enumerate(pages) if page == chosen), 0)

    @property
    def page(self) -> str:
        """Id of the page that is chosen."""
        return self.pages[self.index][0]

    def action_step(self, step: int) -> None:
        """The next one, round and round."""
        self.index = (self.index + step) % len(self.pages)
        self.redraw()
        self.post_message(self.Changed())

    def draw(self, canvas: Canvas) -> None:
        """The title between its arrows."""
        text = f" {self.glyphs.back} {self.pages[self.index][1]} {self.glyphs.cursor} "
        if self.has_focus:
            canvas.put(0, 0, text, "cursor-ink", "cursor", bold=True)
        else:
            canvas.put(0, 0, text, "ink")
