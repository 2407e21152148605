"""What goes into the layout of a network map, and what comes out: plain values, without any medium's own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from resokit_tui.casework.network_layout.geometry import Geometry

Measure = Callable[[str], int]
"""How many columns a text takes: `rich.cells.cell_len` in a terminal, the width in the font on paper."""


class Item(msgspec.Struct, frozen=True):
    """What the layout must know of a contact, and nothing more.

    `ring` is 1 (core) … 4 (by sight), `sector` an index in the list of domains. `label` may be empty (names off).
    `sign` is the symbol that is counted where contacts are taken together. A contact with a lower `rank` keeps its name
    longer; ties are broken by `key`, the id of the record.
    """

    key: str
    label: str
    ring: int
    sector: int
    sign: str = "●"
    rank: int = 0

    def __repr__(self) -> str:
        """Opaque: a label is a name."""
        return f"<Item {self.key[:8]}>"


class Medium(msgspec.Struct, frozen=True):
    """The grid that a map is drawn on: `columns` × `rows` cells.

    `cell_ratio` is height / width of one cell; `widest` is how much wider than a true circle the map may become (labels
    need width, not height). `letter` is how many columns an ordinary letter takes (on paper a column may be a
    millimetre). `ellipsis` closes a name that is cut.
    """

    columns: int
    rows: int
    measure: Measure = len
    cell_ratio: float = 2.0
    widest: float = 1.75
    letter: float = 1.0
    ellipsis: str = "…"


class Box(NamedTuple):
    """A part of the grid that the map keeps clear, such as a legend."""

    column: int
    row: int
    width: int
    height: int


class Words(msgspec.Struct, frozen=True):
    """The fixed words on a map, in the reader's language: a name per sector and per ring, and what stands in the
    middle.

    An empty name is not written.
    """

    sectors: tuple[str, ...]
    rings: tuple[str, ...] = ("", "", "", "")
    middle: str = ""


class Placed(msgspec.Struct, frozen=True):
    """One marker and its label. `keys` has one key, or all the keys of a cluster (then `cluster`).

    `column`, `row` is the cell of the marker, or of the first character of a cluster's text; `text` is written from
    `text_column` on. Together they take `width` columns. `rho`, `theta` are the unit coordinates of the marker as
    drawn.
    """

    keys: tuple[str, ...]
    ring: int
    sector: int
    column: int
    row: int
    text: str
    text_column: int
    width: int
    rho: float = 0.0
    theta: float = 0.0
    sign: str = ""
    cluster: bool = False

    def __repr__(self) -> str:
        """Opaque: a label is a name."""
        return f"<Placed {self.keys[0][:8]} {self.column},{self.row}>"


class Text(msgspec.Struct, frozen=True):
    """A fixed text on the map: the name of a domain at the rim, of a ring, or the middle; `index` says which."""

    text: str
    column: int
    row: int
    index: int = 0

    def __repr__(self) -> str:
        """Opaque: the middle may be somebody's name."""
        return f"<Text {self.column},{self.row}>"


class Drawing(msgspec.Struct, frozen=True):
    """A finished map: everything placed, nothing left out in silence."""

    geometry: Geometry
    placed: tuple[Placed, ...]
    """In reading order: round the circle, from the middle outward, from top to bottom."""
    rim: tuple[Text, ...]
    rings: tuple[Text, ...]
    middle: Text
    hidden: tuple[str, ...] = ()
    """Keys for which there was no room at all, not even as a count (a map of a few cells)."""

    def holding(self, key: str) -> Placed | None:
        """Where a contact stands, alone or in a cluster."""
        return next((each for each in self.placed if key in each.keys), None)

    def neighbour(self, key: str, dx: int, dy: int) -> str:
        """The contact an arrow key goes to: the nearest in that direction, sideways counted double; else `key`."""
        here = self.holding(key)
        if here is None:
            return self.placed[0].keys[0] if self.placed else key
        best: tuple[float, str] | None = None
        for other in self.placed:
            x, y = other.column - here.column, (other.row - here.row) * 2
            along, aside = (x * dx, abs(y)) if dx else (y * dy, abs(x))
            if along > 0:
                found = (along + 2 * aside, other.keys[0])
                best = min(best, found) if best else found
        return best[1] if best else key

    def following(self, key: str, step: int) -> str:
        """The next or previous contact in reading order, round and round: so everybody can be reached."""
        keys = [each.keys[0] for each in self.placed]
        here = self.holding(key)
        if not keys:
            return key
        return keys[0] if here is None else keys[(keys.index(here.keys[0]) + step) % len(keys)]
