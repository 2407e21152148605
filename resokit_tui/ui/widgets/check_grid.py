"""The role check as a grid: ten points, up to three roles side by side. A sign says where they differ; never a sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from resokit_tui.casework.check import CheckAnswer
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas, pad, shorten
from resokit_tui.ui.widgets.drawn import Drawn

_LEVELS = {CheckAnswer.YES: 2, CheckAnswer.PARTLY: 1, CheckAnswer.NO: 0}
_COLUMN, _WIDEST, _POINT_ROOM = 14, 26, 40
"""Cells of a role's column: at least, and at most where there is room beside the points."""


class CheckColumn(NamedTuple):
    """One role: its name, and its answer to each point, with whether there is a note."""

    name: str
    answers: tuple[tuple[CheckAnswer | None, bool], ...]


class CheckGrid(Drawn, can_focus=True):
    """Draws; the keys are the screen's."""

    DEFAULT_CSS: ClassVar[str] = "CheckGrid { height: 11; width: 100%; }"

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self.points: Sequence[str] = ()
        self.columns: Sequence[CheckColumn] = ()
        self.words: dict[CheckAnswer, str] = {}
        self.at = (0, 0)

    def show(
        self,
        points: Sequence[str],
        columns: Sequence[CheckColumn],
        words: dict[CheckAnswer, str],
        at: tuple[int, int],
    ) -> None:
        """The points, the roles, the words of the answers, and the point and role under the cursor."""
        self.points, self.columns, self.words, self.at = points, columns, words, at
        self.redraw()

    def draw(self, canvas: Canvas) -> None:
        """A row of names, then a row to each point."""
        room = (canvas.width - _POINT_ROOM) // max(1, len(self.columns))
        wide = max(_COLUMN, min(_WIDEST, room))
        left = canvas.width - wide * len(self.columns) - 2
        for number, column in enumerate(self.columns):
            name, here = shorten(column.name, wide - 2), number == self.at[1]
            canvas.put(left + number * wide + 1, 0, name, "primary", bold=True, underline=here)
        for row, point in enumerate(self.points):
            here = row == self.at[0]
            canvas.put(3, row + 1, shorten(point, left - 6), "ink", bold=here)
            if here:
                canvas.put(1, row + 1, self.glyphs.cursor, "primary", bold=True)
            answers = {column.answers[row][0] for column in self.columns}
            if len(answers) > 1:
                canvas.put(left - 2, row + 1, "≠" if self.glyphs.banded else "!=", "here", bold=True)
            for number, column in enumerate(self.columns):
                self._cell(canvas, left + number * wide, row, column.answers[row], (row, number) == self.at)

    def _cell(self, canvas: Canvas, x: int, row: int, said: tuple[CheckAnswer | None, bool], here: bool) -> None:
        answer, noted = said
        word = self.words[answer] if answer is not None else self.glyphs.leader
        sign = self.glyphs.mark(_LEVELS[answer]) if answer is not None else " "
        text = pad(f" {sign} {word}{' +' if noted else ''}", _COLUMN - 1)
        ink: Token = "primary" if answer is CheckAnswer.YES else "ink"
        if here and self.has_focus:
            canvas.put(x, row + 1, text, "cursor-ink", "cursor", bold=True)
        else:
            canvas.put(x, row + 1, text, ink if answer else "ink-soft", bold=answer is CheckAnswer.YES)
