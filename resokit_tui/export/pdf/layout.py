"""Where text comes to stand: galleys of lines, put on pages from the top down.

Why this is ours and not fpdf2's `write_html`, `multi_cell(markdown=True)`, `text_columns` or `table`, as measured with
fpdf2 2.8.9:

- Arabic and Hebrew come out letter by letter reversed in `write_html` and `text_columns`;
- `12--14 uur` prints as `1214 uur` in `multi_cell(markdown=True)`: its markup is not Markdown, and eats what a client
  said;
- a table row taller than a page raises `ValueError`, and rows never split;
- none of them is tagged, so no screen reader could follow the paper (PDF/UA-1 fails on five rules);
- they take 3 to 10 times as long, because they measure each word anew.

So words are measured once and kept by the pen, lines are broken once into a galley, a page break is only ever made
between lines by `Flow.new_page` (marked content may not cross a page), a paragraph never leaves one line alone at the
foot or head of a page, and right-to-left text is ordered per line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from resokit_tui.export.blocks import Inline
from resokit_tui.export.pdf.lines import Line, Run, break_lines, reads_backwards, runs_of, visual_order
from resokit_tui.export.pdf.paper import Paper, Pen
from resokit_tui.export.pdf.theme import BOTTOM, CODE, LEAD, MARGIN, PAGE_WIDTH, POINT, TOP, Colour, Sizes

_NARROWEST = 40.0
"""Deep nesting stops moving in at this width, so that it never runs out of paper."""
_ROUNDING = 0.01


class Galley(NamedTuple):
    """Text that is set in lines but has no place yet. `size` is in points; widths and heights in millimetres."""

    lines: list[Line]
    width: float
    size: float
    lead: float
    backwards: bool

    @property
    def line_height(self) -> float:
        """Height of one line."""
        return self.size * POINT * self.lead

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.line_height

    def part(self, start: int, stop: int) -> Galley:
        """Some of its lines."""
        return self._replace(lines=self.lines[start:stop])


class Flow:
    """A cursor that goes down the pages within a frame (`left`, `width`)."""

    def __init__(self, paper: Paper, sizes: Sizes) -> None:
        self.paper, self.sizes = paper, sizes
        self.pen = Pen(paper)
        self.left, self.width = MARGIN, PAGE_WIDTH - 2 * MARGIN
        self.y = TOP
        self.level = 0
        """Level of the last heading: the next one may be at most one deeper (ISO 14289-1, 7.4.2)."""

    @property
    def right(self) -> float:
        """Right side of the frame."""
        return self.left + self.width

    @property
    def room(self) -> float:
        """What is left of this page."""
        return BOTTOM - self.y

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= TOP + _ROUNDING

    def need(self, height: float) -> None:
        """Goes to a new page when this height is not left, unless it is fresh."""
        if height > self.room + _ROUNDING and not self.is_fresh:
            self.new_page()

    def new_page(self) -> None:
        """Goes on at the top of a new page."""
        self.paper.add_page()
        self.y = TOP

    def space(self, height: float) -> None:
        """White between blocks; none at the top of a page."""
        if not self.is_fresh:
            self.y += height

    @contextmanager
    def inset(self, by: float, *, backwards: bool = False) -> Iterator[None]:
        """A narrower frame: room at the left, or at the right for text that reads from there."""
        before = self.left, self.width
        step = max(0.0, min(by, self.width - _NARROWEST))
        self.left, self.width = self.left + (0.0 if backwards else step), self.width - step
        try:
            yield
        finally:
            self.left, self.width = before

    def runs(self, inline: Inline, *, style: str = "", colour: Colour | None = None) -> list[Run]:
        """Spans ready to be set."""
        return runs_of(inline, self.paper, style=style, colour=colour)

    def galley(self, runs: Sequence[Run], width: float, size: float, lead: float = LEAD) -> Galley:
        """Sets runs in lines of a width."""
        return Galley(break_lines(self.pen, runs, width, size), width, size, lead, reads_backwards(runs))

    def text(
        self,
        text: str,
        width: float,
        size: float,
        *,
        style: str = "",
        colour: Colour | None = None,
        lead: float = LEAD,
    ) -> Galley:
        """Sets a plain text in one style."""
        run = Run(self.paper.printable(text), style)
        return self.galley([run._replace(colour=colour) if colour else run], width, size, lead)

    def place(self, galley: Galley, x: float, y: float) -> None:
        """Draws a galley with its top left corner at (x, y), as content of the current element."""
        with self.paper.content():
            self.place_bare(galley, x, y)

    def place_bare(self, galley: Galley, x: float, y: float) -> None:
        """Draws a galley inside content or decoration that is open already."""
        for number, line in enumerate(galley.lines):
            self._draw_line(line, x, y + number * galley.line_height, galley)

    def paragraph(self, galley: Galley, *, role: str = "P", after: float = 0.0) -> None:
        """Puts a galley at the cursor, over as many pages as it takes, with at least two lines on each side."""
        total, start = len(galley.lines), 0
        with self.paper.tag(role):
            while start < total:
                left = total - start
                fit = int((self.room + _ROUNDING) // galley.line_height)
                if fit < left:
                    fit = min(fit, left - 2) if left > 2 else 0
                    if fit < min(2, left) and not self.is_fresh:
                        self.new_page()
                        continue
                take = min(max(fit, 1), left)
                self.place(galley.part(start, start + take), self.left, self.y)
                self.y += take * galley.line_height
                start += take
                if start < total:
                    self.new_page()
        self.y += after

    def _draw_line(self, line: Line, x: float, y: float, galley: Galley) -> None:
        size, height = galley.size, galley.line_height
        if galley.backwards:
            length = sum(self.pen.width(piece.text, piece.run.style, size) for piece in line)
            x += galley.width - length
        parts = visual_order(line, galley.backwards)
        if not any(backwards or run.link or run.code or run.strike for _, run, backwards in parts):
            pieces = [(text, run.style, run.colour) for text, run, _ in parts]
            if pieces and self.pen.write_line(x, y, pieces, size, height):
                return
        for text, run, backwards in parts:
            x += self._draw_run(text, run, x, y, size, height, backwards)

    def _draw_run(self, text: str, run: Run, x: float, y: float, size: float, height: float, backwards: bool) -> float:
        paper, width = self.paper, self.pen.width(text, run.style, size)
        if run.code:
            paper.set_fill_color(*CODE)
            paper.rect(x - 0.3, y + height * 0.14, width + 0.6, height * 0.76, style="F")
        if run.link and not paper.decorating:
            with paper.link_over(x, y, width, height, run.link, f"{text} ({run.link})"):
                self.pen.write(x, y, text, run.style, size, run.colour, height=height, backwards=backwards)
                self._stroke(run.colour, x, y + height * 0.86, width)
        else:
            self.pen.write(x, y, text, run.style, size, run.colour, height=height, backwards=backwards)
            if run.strike:
                self._stroke(run.colour, x, y + height * 0.53, width)
        return width

    def _stroke(self, colour: Colour, x: float, y: float, width: float) -> None:
        self.paper.set_draw_color(*colour)
        self.paper.set_line_width(0.18)
        self.paper.line(x, y, x + width, y)
