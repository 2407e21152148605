"""Eight domains on five words: where the person stands, where the professional stands, and the line between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas, shorten
from resokit_tui.ui.widgets.drawn import Drawn

_NAME, _FIRST, _STEP, _STEPS = 26, 31, 8, 5
_BARS = "▁▂▄▆█"


class QualityRow(NamedTuple):
    """One domain: its name, what each said (0: nothing), the person's course, and how it changed in a word."""

    name: str
    person: int
    professional: int
    course: tuple[int, ...]
    change: str


class QualityGrid(Drawn, can_focus=True):
    """Draws; the keys are the screen's. Both voices have a sign of their own, and another one where they agree."""

    DEFAULT_CSS: ClassVar[str] = "QualityGrid { height: 10; width: 100%; }"

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self.rows: Sequence[QualityRow] = ()
        self.words: Sequence[str] = ()
        self.at = 0

    def show(self, rows: Sequence[QualityRow], words: Sequence[str], at: int) -> None:
        """The domains, the five words, and the domain under the cursor."""
        self.rows, self.words, self.at = rows, words, at
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """The words above, a row to each domain."""
        for number, word in enumerate(self.words):  # on two rows in turn, or long words would touch
            x = _FIRST + number * _STEP - cell_len(word) // 2
            canvas.put(x, number % 2, word, "ink-soft")
        for row, one in enumerate(self.rows):
            self._row(canvas, row + 2, one, row == self.at)

    def _row(self, canvas: Canvas, y: int, row: QualityRow, here: bool) -> None:
        if here and self.has_focus:
            canvas.put(
                1, y, f" {self.glyphs.cursor} {shorten(row.name, _NAME - 2)} ", "cursor-ink", "cursor", bold=True
            )
        else:
            canvas.put(4, y, shorten(row.name, _NAME - 2), "ink", bold=here)
        for step in range(1, _STEPS + 1):
            canvas.put(self._x(step), y, self.glyphs.leader, "ink-soft")
        if row.person and row.professional and row.person != row.professional:
            low, high = sorted((self._x(row.person), self._x(row.professional)))
            canvas.put(low + 1, y, self.glyphs.line * (high - low - 1), "ink-soft")
        if row.person and row.person == row.professional:
            canvas.put(self._x(row.person), y, self.glyphs.here, "primary", bold=True)
        else:
            if row.person:
                canvas.put(self._x(row.person), y, self.glyphs.full, "primary", bold=True)
            if row.professional:
                canvas.put(
                    self._x(row.professional), y, self.glyphs.none if self.glyphs.banded else "o", "here", bold=True
                )
        if row.change:
            bars = "".join(_BARS[value - 1] for value in row.course[-3:]) if self.glyphs.banded else ""
            canvas.put(_FIRST + _STEPS * _STEP - 3, y, f"{bars} {row.change}", "ink", bold=True)

    def _x(self, step: int) -> int:
        return _FIRST + (step - 1) * _STEP
