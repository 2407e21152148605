"""The inclusion web: who stands where comes from `casework.network_layout`, the same as in the terminal.

A sign tells by its shape what it is (somebody, a group, a place, an animal) and by its fill whether it is paid: filled
is not paid. Nothing is told by colour alone, and a grey print says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from resokit_tui.casework.network import ContactKind
from resokit_tui.casework.network_layout import SECTORS, Drawing, Geometry, Item, Medium, Placed, Text, Words, fit
from resokit_tui.casework.network_layout import sector_starts as starts_of
from resokit_tui.core.domains import LifeDomain
from resokit_tui.export.figures import Web, WebMoment, WebPoint
from resokit_tui.export.pdf.cards import PAGE
from resokit_tui.export.pdf.figure import Shape, draw_shape, figure, galley_width
from resokit_tui.export.pdf.layout import Flow, Galley
from resokit_tui.export.pdf.theme import GREY, INK, LINE, RING_FILLS, TEAL, WHITE, Colour

_COLUMN, _ROW = 1.5, 4.4
"""Width and height of a cell of the layout in mm, at the usual size of text."""
_ROWS = {1: 29, 2: 16}
"""Height of a map in cells, by the number of moments."""
_ROUND = 1.04
"""How much a map may differ from a circle, either way."""
_LEAST_ROWS = 9
_NAMELESS_ROWS = 21
"""Signs without names need less room."""
_SMALLEST = 0.78
"""How small a map may become to fit on a page, as a part of its usual size."""
_HEADED = 18.0
"""Room in mm for a heading above the maps, at the usual size of text."""
_UNDER = 2.0
_LETTER = 1.1
"""How many cells an ordinary letter takes."""
_SIGN = 1.3
_LEGEND_GAP, _AFTER = 6.0, 3.0
_SHAPES = {
    ContactKind.PERSON: Shape.CIRCLE,
    ContactKind.GROUP: Shape.SQUARE,
    ContactKind.PLACE: Shape.TRIANGLE,
    ContactKind.ANIMAL: Shape.DIAMOND,
}
_COUNTED = {
    ContactKind.PERSON: "●○",
    ContactKind.GROUP: "■□",
    ContactKind.PLACE: "▲△",
    ContactKind.ANIMAL: "◆◇",
}
"""Filled and open sign of each kind in a text, where contacts are taken together: `●3 ○2`."""
WEB_SIGNS = "".join(_COUNTED.values()) + "+"


class WebSetter:
    """One web on its way to paper, with one map or two under each other.

    It becomes a little smaller when it then fits on this page, of which `taken` mm are for what stands above it.
    """

    def __init__(self, flow: Flow, web: Web, taken: float = 0.0) -> None:
        self._flow, self._web = flow, web
        scale = flow.sizes.scale
        self._column, self._row = _COLUMN * scale, _ROW * scale
        self._size, self._rim_size = 8.2 * scale, 8.6 * scale
        points = [point for moment in web.moments for point in moment.points]
        used = {point.domain for point in points}
        self._sectors = [domain for domain in SECTORS if domain is not None or None in used]
        self._starts = starts_of(
            [max((_count(moment, domain) for moment in web.moments), default=0) for domain in self._sectors]
        )
        self._used = used
        self._titles = [
            flow.text(one.title, flow.width, flow.sizes.heading(4), style="B", colour=TEAL) if one.title else None
            for one in web.moments
        ]
        self._legend = list(self._legend_rows())
        self._rows = self._fitting_rows(flow.room - taken)

    def _fitting_rows(self, left: float) -> int:
        """As many rows as a page has room for, or what is `left` of this one, and no more than make a round map."""
        named = any(point.name for moment in self._web.moments for point in moment.points)
        rows = _ROWS.get(len(self._web.moments), _ROWS[2])
        rows = min(rows if named else min(rows, _NAMELESS_ROWS), self._rows_in(PAGE - _HEADED * self._flow.sizes.scale))
        if (fewer := self._rows_in(left)) >= rows * _SMALLEST:
            rows = min(rows, fewer)
        while rows > _LEAST_ROWS:
            geometry = fit([], self._medium(rows), self._words, self._starts).geometry
            if geometry.b * self._row <= geometry.a * self._column * _ROUND:
                break
            rows -= 1
        return rows

    def _rows_in(self, room: float) -> int:
        """Rows of each map that fit in a height."""
        return int(((room - self._around) / max(1, len(self._web.moments)) - _UNDER) / self._row)

    @property
    def _around(self) -> float:
        """Height of all that is not a map."""
        titles = sum(one.height + 1 for one in self._titles if one)
        return titles + len(self._legend) * self._legend_step + _AFTER

    @property
    def height(self) -> float:
        """Height of the whole figure."""
        return self._around + len(self._web.moments) * (self._rows * self._row + _UNDER)

    def draw(self) -> None:
        """Puts the maps at the cursor, and what the signs mean under them."""
        flow = self._flow
        with figure(flow, self._web.says, self.height):
            y = flow.y
            for moment, title in zip(self._web.moments, self._titles, strict=True):
                if title:
                    flow.place_bare(title, flow.left, y)
                    y += title.height + 1
                self._draw_map(moment, y)
                y += self._rows * self._row + _UNDER
            self._draw_legend(y)

    # -- one map ---------------------------------------------------------------------------------------------------

    def _draw_map(self, moment: WebMoment, top: float) -> None:
        points = {f"{point.name}\0{place:05}": point for place, point in enumerate(moment.points)}
        items = [self._item(key, point) for key, point in points.items()]
        drawing = fit(items, self._medium(self._rows), self._words, self._starts)
        self._draw_rings(drawing.geometry, top)
        for name, fill in zip(drawing.rings, reversed(RING_FILLS), strict=False):
            self._write(name, top, 7.0 * self._flow.sizes.scale, "", GREY, fill)
        for name in drawing.rim:
            here = self._sectors[name.index] in self._used
            self._write(name, top, self._rim_size, "B" if here else "", TEAL if here else GREY)
        self._draw_middle(drawing, top)
        for placed in drawing.placed:
            self._draw_placed(placed, points, top)

    @property
    def _words(self) -> Words:
        names = dict(self._web.domains)
        return Words(
            tuple(names.get(domain, "") if domain else self._web.elsewhere for domain in self._sectors),
            tuple(word for _, word in self._web.rings),
            self._web.centre,
        )

    def _medium(self, rows: int) -> Medium:
        columns = int(self._flow.width / self._column)
        return Medium(columns, rows, self._measure, self._row / self._column, _ROUND, _LETTER)

    def _measure(self, text: str) -> int:
        """How many cells a text takes; in bold, so that a name never needs more."""
        width = self._flow.pen.width(self._flow.paper.printable(text), "B", self._rim_size)
        return ceil(width / self._column)

    def _item(self, key: str, point: WebPoint) -> Item:
        label = f"+ {point.name}".rstrip() if point.is_new else point.name
        sign = _COUNTED[point.kind][point.paid]
        return Item(key, label, point.ring, self._sectors.index(point.domain), sign, point.paid * 10 + point.ring)

    def _x(self, column: float) -> float:
        return self._flow.left + (column + 0.5) * self._column

    def _y(self, row: float, top: float) -> float:
        return top + (row + 0.5) * self._row

    def _draw_rings(self, geometry: Geometry, top: float) -> None:
        paper = self._flow.paper
        x, y = self._x(geometry.cx), self._y(geometry.cy, top)
        paper.set_draw_color(*LINE)
        paper.set_line_width(0.3)
        for (across, down), fill in zip(reversed(geometry.rings), RING_FILLS, strict=True):
            wide, high = across * self._column, down * self._row
            paper.set_fill_color(*fill)
            paper.ellipse(x - wide, y - high, 2 * wide, 2 * high, style="DF")
        paper.set_line_width(0.25)
        paper.set_dash_pattern(dash=1.1, gap=1.0)
        for start in geometry.starts:
            column, row = geometry.grid(1.0, start)
            paper.line(x, y, self._x(column), self._y(row, top))
        paper.set_dash_pattern()

    def _draw_middle(self, drawing: Drawing, top: float) -> None:
        flow, paper, text = self._flow, self._flow.paper, drawing.middle
        galley = self._galley(text.text, self._rim_size, "B", WHITE)
        width, height = max(galley_width(flow, galley) + 4, 8.0), self._row * 1.25
        x, y = self._x(drawing.geometry.cx), self._y(text.row, top)
        paper.set_fill_color(*TEAL)
        paper.rect(
            x - width / 2, y - height / 2, width, height, style="F", round_corners=True, corner_radius=height * 0.49
        )
        flow.place_bare(galley, x - galley_width(flow, galley) / 2, y - galley.height / 2)

    def _draw_placed(self, placed: Placed, points: dict[str, WebPoint], top: float) -> None:
        y = self._y(placed.row, top)
        if not placed.cluster:
            point = points[placed.keys[0]]
            at = (self._x(placed.column), y)
            radius = _SIGN * self._flow.sizes.scale
            draw_shape(self._flow.paper, _SHAPES[point.kind], at, radius, TEAL, filled=not point.paid)
        if placed.text:
            bold = "B" if placed.cluster or placed.text.startswith("+ ") else ""
            galley = self._galley(placed.text, self._size, bold, INK)
            self._flow.place_bare(galley, self._flow.left + placed.text_column * self._column, y - galley.height / 2)

    def _write(
        self, text: Text, top: float, size: float, style: str, colour: Colour, ground: Colour | None = None
    ) -> None:
        """A fixed word, in the middle of the cells that were kept for it; `ground` hides the line it stands on."""
        if text.text:
            galley = self._galley(text.text, size, style, colour)
            middle = self._flow.left + (text.column + self._measure(text.text) / 2) * self._column
            width = galley_width(self._flow, galley)
            x, y = middle - width / 2, self._y(text.row, top) - galley.height / 2
            if ground:
                self._flow.paper.set_fill_color(*ground)
                self._flow.paper.rect(x - 1, y + 0.5, width + 2, galley.height - 1, style="F")
            self._flow.place_bare(galley, x, y)

    def _galley(self, text: str, size: float, style: str, colour: Colour) -> Galley:
        """A text on one line, whatever its script."""
        return self._flow.text(text, 1000.0, size, style=style, colour=colour)._replace(backwards=False)

    # -- what the signs mean ---------------------------------------------------------------------------------------

    @property
    def _legend_step(self) -> float:
        return self._row * 1.2

    def _legend_rows(self) -> Iterator[list[tuple[Shape | None, bool, Galley]]]:
        """Entries (sign, filled, words) in rows that fit the width."""
        row: list[tuple[Shape | None, bool, Galley]] = []
        used = 0.0
        for shape, filled, words in self._entries():
            galley = self._galley(words, self._size, "", INK)
            width = 4.5 + galley_width(self._flow, galley) + _LEGEND_GAP
            if row and used + width > self._flow.width:
                yield row
                row, used = [], 0.0
            row.append((shape, filled, galley))
            used += width
        if row:
            yield row

    def _entries(self) -> Iterator[tuple[Shape | None, bool, str]]:
        points = [point for moment in self._web.moments for point in moment.points]
        if any(not point.paid for point in points):
            yield Shape.CIRCLE, True, self._web.unpaid
        if any(point.paid for point in points):
            yield Shape.CIRCLE, False, self._web.paid
        kinds = {point.kind for point in points}
        if len(kinds) > 1:
            yield from ((_SHAPES[kind], True, word) for kind, word in self._web.kinds if kind in kinds)
        if self._web.new and any(point.is_new for point in points):
            yield None, False, self._web.new

    def _draw_legend(self, y: float) -> None:
        flow = self._flow
        for row in self._legend:
            total = sum(4.5 + galley_width(flow, words) + _LEGEND_GAP for _, _, words in row) - _LEGEND_GAP
            x, middle = flow.left + (flow.width - total) / 2, y + self._legend_step / 2
            for shape, filled, words in row:
                if shape:
                    radius = _SIGN * flow.sizes.scale
                    draw_shape(flow.paper, shape, (x + 1.4, middle), radius, TEAL, filled=filled)
                else:
                    plus = self._galley("+", self._size, "B", INK)
                    flow.place_bare(plus, x + 0.6, middle - plus.height / 2)
                flow.place_bare(words, x + 4.5, middle - words.height / 2)
                x += 4.5 + galley_width(flow, words) + _LEGEND_GAP
            y += self._legend_step


def _count(moment: WebMoment, domain: LifeDomain | None) -> int:
    return sum(point.domain is domain for point in moment.points)
