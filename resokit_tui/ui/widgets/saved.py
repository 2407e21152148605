"""Whether it is safely on disk: always at the same place, and plainly said when it is not."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.widgets import Static

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas, shorten
from resokit_tui.ui.widgets.drawn import Drawn

_LEFT = 4


class SavedRow(Drawn):
    """A title at the left; at the right "Saved 14:32", or on rust that it is not."""

    DEFAULT_CSS: ClassVar[str] = "SavedRow { height: 1; }"

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.title, self.state, self.bad = "", "", False

    def show_title(self, title: str) -> None:
        """What is being written."""
        self.title = title
        self.redraw()

    def show_state(self, state: str, *, bad: bool = False) -> None:
        """Where the text is: nowhere yet (empty), in a draft, saved, or not saved (`bad`)."""
        self.state, self.bad = state, bad
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """One row."""
        state = f" {self.state} " if self.state else ""
        start = canvas.width - 2 - cell_len(state)
        canvas.put(_LEFT, 0, shorten(self.title, start - _LEFT - 1), "primary", bold=True)
        if self.bad:
            canvas.put(start, 0, state, "here-ink", "here-fill", bold=True)
        else:
            canvas.put(start, 0, state, "ink-soft")


class TroubleRow(Static):
    """What went wrong with a save, and what to do; it stays until that is solved."""

    DEFAULT_CSS: ClassVar[str] = """
    TroubleRow { height: auto; padding: 0 4; background: $here-fill; color: $here-ink; text-style: bold; }
    TroubleRow { display: none; }
    TroubleRow.-shown { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def tell(self, text: str) -> None:
        """Says it; an empty text takes it away."""
        self.update(text)
        self.set_class(bool(text), "-shown")
