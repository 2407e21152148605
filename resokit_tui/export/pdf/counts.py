"""Numbers that one can see at a glance: a dot for each, filled for the first sort and open for the second."""

from __future__ import annotations

from resokit_tui.export.blocks import CountRow, Counts
from resokit_tui.export.pdf.layout import Flow
from resokit_tui.export.pdf.theme import GREY, INK, LINE, TEAL, WHITE

_LABEL, _NUMBER, _STEP = 0.30, 0.15, 4.6
_ROW = 7.6
_DOT_ROOM = 4.8
"""White from the left of a column of numbers to its text, in mm: the dot of its head stands in it."""
_COLUMN_HEAD = "<< /O /Table /Scope /Column >>"
_ROW_HEAD = "<< /O /Table /Scope /Row >>"


class CountsSetter:
    """One block of counts on its way to paper. For a listener it is a table of labels and numbers."""

    def __init__(self, flow: Flow, counts: Counts) -> None:
        self._flow, self._counts = flow, counts
        self._label = flow.width * _LABEL
        heads = [flow.pen.width(name, "", flow.sizes.small) for name in map(flow.paper.printable, counts.head[1:])]
        self._number = max(flow.width * _NUMBER, *(width + 2 * _DOT_ROOM for width in heads))
        room = flow.width - self._label - 2 * self._number - 4
        most = max((row.first + row.second for row in counts.rows), default=1)
        self._step = min(_STEP, room / max(1, most))
        size = flow.sizes.body * 0.95
        self._labels = [flow.text(row.label, self._label - 3, size, style="B") for row in counts.rows]

    @property
    def opening(self) -> float:
        """Height of the head and the first two rows."""
        return _ROW * 3

    def draw(self) -> None:
        """Puts the counts at the cursor."""
        flow, paper = self._flow, self._flow.paper
        flow.need(self.opening)
        with paper.tag("Table"):
            with paper.tag("THead"), paper.tag("TR"):
                self._draw_head()
            with paper.tag("TBody"):
                for row, label in zip(self._counts.rows, self._labels, strict=True):
                    height = max(_ROW, label.height + 2.4)
                    flow.need(height)
                    with paper.tag("TR"):
                        with paper.tag("TH", attributes=_ROW_HEAD):
                            flow.place(label, flow.left, flow.y + (height - label.height) / 2)
                        self._draw_numbers(row, height)
                    self._draw_line(flow.y + height)
                    flow.y += height
        flow.y += 2

    def _draw_head(self) -> None:
        flow, paper, size = self._flow, self._flow.paper, self._flow.sizes.small
        for place, name in enumerate(self._counts.head):
            x = flow.left if place == 0 else self._column(place - 1)
            with paper.tag("TH", attributes=_COLUMN_HEAD):
                if place:
                    with paper.artifact():
                        self._dot(x + 1.5, flow.y + 3, filled=place == 1)
                galley = flow.text(name, self._number if place else self._label, size, colour=GREY)
                flow.place(galley, x + (_DOT_ROOM if place else 0), flow.y + 3 - galley.line_height / 2)
        flow.y += 7
        self._draw_line(flow.y)

    def _draw_numbers(self, row: CountRow, height: float) -> None:
        flow, paper, middle = self._flow, self._flow.paper, self._flow.y + height / 2
        with paper.artifact():
            for place in range(row.first + row.second):
                x = flow.left + self._label + 1.6 + place * self._step
                self._dot(x, middle, filled=place < row.first)
        for place, number in enumerate((row.first, row.second)):
            with paper.tag("TD"), paper.content():
                x, line = self._column(place) + _DOT_ROOM, _ROW - 2
                colour, style = (INK, "B") if number else (GREY, "")
                flow.pen.write(x, middle - line / 2, str(number), style, flow.sizes.body * 0.95, colour, height=line)

    def _dot(self, x: float, y: float, *, filled: bool) -> None:
        paper, radius = self._flow.paper, min(1.6, self._step * 0.38)
        paper.set_line_width(min(0.45, radius * 0.4))
        paper.set_draw_color(*TEAL)
        paper.set_fill_color(*(TEAL if filled else WHITE))
        paper.circle(x=x, y=y, radius=radius, style="DF")

    def _draw_line(self, y: float) -> None:
        flow, paper = self._flow, self._flow.paper
        with paper.artifact():
            paper.set_draw_color(*LINE)
            paper.set_line_width(0.2)
            paper.line(flow.left, y, flow.right, y)

    def _column(self, place: int) -> float:
        return self._flow.right - (2 - place) * self._number
