"""A widget that draws itself on a canvas."""

from __future__ import annotations

from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas


class Drawn(Widget):
    """Base of the drawings: subclasses fill the canvas in `draw`, again whenever size, focus or theme changes."""

    GROUND: ClassVar[Token] = "background"
    """What lies behind the drawing."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.glyphs = glyphs
        self._canvas: Canvas | None = None

    def draw(self, canvas: Canvas) -> None:
        """Fills the canvas."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Forgets the drawing, so that it is made anew."""
        self._canvas = None
        self.refresh()

    def hit(self, x: int, y: int) -> str | None:
        """Name of what is drawn at a cell."""
        return self._canvas.hits.get((x, y)) if self._canvas else None

    def notify_style_update(self) -> None:
        """Draws again in the colours of a new theme."""
        self._canvas = None
        super().notify_style_update()

    def on_focus(self) -> None:
        """Shows that the keyboard is here."""
        self.redraw()

    def on_blur(self) -> None:
        """Shows that the keyboard is elsewhere."""
        self.redraw()

    def on_resize(self) -> None:
        """Draws for the new size."""
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """One row of the drawing."""
        canvas = self._canvas
        if canvas is None or (canvas.width, canvas.height) != self.size:  # rows may be asked for before `on_resize`
            canvas = self._canvas = Canvas(self.size.width, self.size.height, self.GROUND)
            self.draw(canvas)
        return canvas.strip(y, self.app.theme_variables)
