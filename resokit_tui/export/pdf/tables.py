"""Tables that repeat their head on each page and split rows that are taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from resokit_tui.export.blocks import Table
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.lines import Run
from resokit_tui.export.pdf.tags import Element
from resokit_tui.export.pdf.theme import BOTTOM, LINE, SAND, TEAL, TOP, WHITE

_PAD, _PAD_TOP, _LEAD = 2.0, 1.5, 1.36
_COLUMN_HEAD = "<< /O /Table /Scope /Column >>"
_ROW_HEAD = "<< /O /Table /Scope /Row >>"
_KEPT_ROWS = 2
_MOVE_WHOLE = 0.4
"""A row lower than this part of a page goes to the next page as a whole; a taller one is split."""


class TableSetter:
    """One table on its way to paper."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow, self._table = flow, table
        self._size = flow.sizes.table
        columns = range(len(table.head))
        head = [[run._replace(colour=WHITE, link="") for run in flow.runs(one, style="B")] for one in table.head]
        rows = [[flow.runs(row[place]) if place < len(row) else [] for place in columns] for row in table.rows]
        self._widths = self._column_widths([head, *rows])
        self._head = self._set(head)
        self._rows = [self._set(row) for row in rows]
        self._head_height = _tallest(self._head) + 2 * _PAD_TOP

    @property
    def opening(self) -> float:
        """Height of the head and of the first rows, which must stand under it."""
        if not self._rows:
            return self._head_height
        first = sum(self._row_height(row) for row in self._rows[:_KEPT_ROWS])
        return self._head_height + min(first, (BOTTOM - TOP) * _MOVE_WHOLE)

    def draw(self) -> None:
        """Puts the table at the cursor."""
        self._flow.need(self.opening)
        paper = self._flow.paper
        with paper.tag("Table"):
            with paper.tag("THead"), paper.tag("TR"):
                self._draw_head(again=False)
            if self._rows:
                with paper.tag("TBody"):
                    for number, row in enumerate(self._rows):
                        self._draw_row(row, shaded=number % 2 == 1)

    def _set(self, cells: Sequence[Sequence[Run]]) -> list[Galley]:
        return [
            self._flow.galley(cell, _inner(width), self._size, _LEAD)
            for cell, width in zip(cells, self._widths, strict=True)
        ]

    def _draw_head(self, *, again: bool) -> None:
        """The first head is content; on later pages it is decoration, or a voice would read it between two rows."""
        flow, paper = self._flow, self._flow.paper
        with paper.artifact():
            paper.set_fill_color(*TEAL)
            paper.rect(flow.left, flow.y, flow.width, self._head_height, style="F")
        x = flow.left
        for galley, width in zip(self._head, self._widths, strict=True):
            if again:
                with paper.artifact():
                    flow.place_bare(galley, x + _PAD, flow.y + _PAD_TOP)
            else:
                with paper.tag("TH", attributes=_COLUMN_HEAD):
                    flow.place(galley, x + _PAD, flow.y + _PAD_TOP)
            x += width
        flow.y += self._head_height

    def _draw_row(self, row: list[Galley], *, shaded: bool) -> None:
        flow = self._flow
        height = self._row_height(row)
        page = BOTTOM - TOP - self._head_height
        line = row[0].line_height if row else 0.0
        if height > flow.room and (height <= page * _MOVE_WHOLE or flow.room < 3 * line + 2 * _PAD_TOP):
            self._next_page()
        with flow.paper.tag("TR"):
            cells = [self._cell(place) for place in range(len(row))]
            total, start = max([self._table.room, *(len(galley.lines) for galley in row)]), 0
            while start < total:
                fit = max(1, int((flow.room - 2 * _PAD_TOP + 0.01) // line))
                stop = min(total, start + fit)
                self._draw_part(cells, [galley.part(start, stop) for galley in row], stop - start, shaded=shaded)
                start = stop
                if start < total:
                    self._next_page()

    def _row_height(self, row: Sequence[Galley]) -> float:
        room = self._table.room * row[0].line_height if row else 0.0
        return max(_tallest(row), room) + 2 * _PAD_TOP

    def _cell(self, place: int) -> Element:
        heads = self._table.row_heads and place == 0
        with self._flow.paper.tag("TH" if heads else "TD", attributes=_ROW_HEAD if heads else "") as cell:
            return cell

    def _draw_part(self, cells: list[Element], parts: list[Galley], lines: int, *, shaded: bool) -> None:
        flow, paper = self._flow, self._flow.paper
        height = lines * parts[0].line_height + 2 * _PAD_TOP
        with paper.artifact():
            if shaded:
                paper.set_fill_color(*SAND)
                paper.rect(flow.left, flow.y, flow.width, height, style="F")
            paper.set_draw_color(*LINE)
            paper.set_line_width(0.2)
            paper.line(flow.left, flow.y + height, flow.right, flow.y + height)
            if self._table.room > 1:
                for x in accumulate(self._widths[:-1], initial=flow.left):
                    paper.line(x, flow.y, x, flow.y + height)
                paper.line(flow.right, flow.y, flow.right, flow.y + height)
        x = flow.left
        for cell, part, width in zip(cells, parts, self._widths, strict=True):
            if any(part.lines):
                with paper.inside(cell):
                    flow.place(part, x + _PAD, flow.y + _PAD_TOP)
            x += width
        flow.y += height

    def _next_page(self) -> None:
        self._flow.new_page()
        self._draw_head(again=True)

    def _column_widths(self, rows: Sequence[Sequence[Sequence[Run]]]) -> list[float]:
        """From the wished shares, or from the longest texts; never narrower than the longest word while that fits."""
        total, count = self._flow.width, len(self._table.head)
        wished, least = [0.0] * count, [0.0] * count
        for row in rows:
            for place, runs in enumerate(row):
                lengths = [self._flow.pen.width(run.text, run.style, self._size) for run in runs]
                words = [self._flow.pen.width(w, run.style, self._size) for run in runs for w in run.text.split()]
                wished[place] = max(wished[place], sum(lengths) + 2 * _PAD + 0.1)
                least[place] = max(least[place], max(words, default=0) + 2 * _PAD + 0.1)
        if self._table.shares and self._table.room > 1:  # to be filled in by hand: no text knows how much room it takes
            wished = [total * share / sum(self._table.shares) for share in self._table.shares]
        elif self._table.shares:
            wished = shared(self._table.shares, wished, total)
        else:
            wished = [min(one, total * 0.6) for one in wished]
        return fitted(wished, [min(one, total / 3) for one in least], total)


def shared(shares: Sequence[float], natural: Sequence[float], total: float) -> list[float]:
    """The wished shares of a width; what a column does not need for its longest text goes to the others."""
    widths = [0.0] * len(shares)
    growing = set(range(len(shares)))
    while growing:
        left = total - sum(width for place, width in enumerate(widths) if place not in growing)
        weight = sum(shares[place] for place in growing)
        done = {place for place in growing if natural[place] <= left * shares[place] / weight}
        if not done or done == growing:
            for place in growing:
                widths[place] = left * shares[place] / weight
            break
        for place in done:
            widths[place] = natural[place]
        growing -= done
    return widths


def fitted(wished: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Widths that fill `total`: each its least, and what is spare in proportion to what was wished beyond that."""
    if sum(least) >= total:
        return [one * total / sum(least) for one in least]
    slack = [max(0.0, wish - low) for wish, low in zip(wished, least, strict=True)]
    spare, wanted = total - sum(least), sum(slack)
    if not wanted:
        return [low + spare / len(least) for low in least]
    return [low + spare * more / wanted for low, more in zip(least, slack, strict=True)]


def _inner(width: float) -> float:
    return max(width - 2 * _PAD, 1.0)


def _tallest(galleys: Sequence[Galley]) -> float:
    return max((galley.height for galley in galleys), default=0.0)
