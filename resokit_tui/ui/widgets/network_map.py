"""The network map as one widget: however many contacts there are, it costs one. Arrows jump to the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive

from resokit_tui.casework.network import RING_NAMES, Contact
from resokit_tui.casework.network_layout import (
    Box,
    Drawing,
    Medium,
    Words,
    domain_counts,
    network_map,
)
from resokit_tui.casework.network_words import DOMAIN_BRIEF, DOMAIN_WORDS
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Catalog
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import NAMES
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn
from resokit_tui.ui.widgets.network_drawing import Scene, draw, draw_cursor
from resokit_tui.ui.widgets.network_signs import HUES, cells, drawable, legend, signs_for

CONTRAST = NAMES[-1]
_BRIEF = 60
"""Below so many columns domains have short names, rings none, and there is no legend."""


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """Which contacts are shown, and how."""

    contacts: tuple[Contact, ...] = ()
    names: bool = True
    """`False`: signs and counts only, for when somebody looks along."""
    only: frozenset[str] | None = None
    """Names just for these contacts; the others stay as signs."""
    labels: Mapping[str, str] = {}
    """What stands beside a sign instead of the name, by id."""
    marks: Mapping[str, str] = {}
    """Another sign than that of the kind, by id."""
    starts: tuple[float, ...] | None = None
    """Where the sectors start, when another map has the same ones."""
    legend: bool = True
    """What the signs mean, in the corners of a map that is wide enough."""

    def __repr__(self) -> str:
        """Opaque: labels are names."""
        return f"<MapView {len(self.contacts)}>"


class NetworkMap(Drawn, can_focus=True):
    """Shows contacts with a cursor. Posts `Moved` when the cursor goes, `Opened` when a contact is wanted, and, while
    `carrying`, `Shifted` for each arrow instead. The layout is made for what is shown and for the size, never for a
    step of the cursor.
    """

    BINDINGS = bindings("netmap")
    DEFAULT_CSS: ClassVar[str] = "NetworkMap { width: 1fr; height: 1fr; }"
    contact: reactive[str] = reactive("", init=False)
    """Id of the contact under the cursor; of a cluster one of them."""

    @dataclass
    class Moved(Message):
        """Another contact has the cursor."""

        contact: str

    @dataclass
    class Opened(Message):
        """A contact is wanted."""

        contact: str

    @dataclass
    class Shifted(Message):
        """The contact that is carried goes nearer or further (`dy`), or to another domain (`dx`)."""

        dx: int
        dy: int

    def __init__(self, glyphs: Glyphs, catalog: Catalog, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self.catalog = catalog
        self.view = MapView()
        self.carrying = False
        self._scene: Scene | None = None
        self._scene_size = Size()
        self._ground: Canvas | None = None
        """The map without its cursor: a step of the cursor does not draw it again."""
        self._ground_for: tuple[Size, bool] = (Size(), False)

    def show(self, view: MapView) -> None:
        """Other contacts, or the same otherwise; the cursor stays where it is when that contact is still there.

        A map that cannot have the keyboard has no cursor.
        """
        if view != self.view:
            self.view, self._scene, self._ground = view, None, None
        if self.can_focus and self.contact not in {contact.id for contact in view.contacts}:
            self.set_reactive(NetworkMap.contact, self._first())
        self.redraw()

    @property
    def drawing(self) -> Drawing | None:
        """The layout, once there is a size to make it for."""
        if not self.size.width or not self.size.height:
            return None
        if self._scene is None or self._scene_size != self.size:
            self._scene, self._scene_size = self._lay_out(self.size.width, self.size.height), self.size
            self._ground = None
        return self._scene.drawing

    def together(self) -> tuple[str, ...]:
        """Everybody who stands in the same cluster as the contact under the cursor; nobody when it stands alone."""
        here = self.drawing.holding(self.contact) if self.drawing else None
        return here.keys if here and here.cluster else ()

    def draw(self, canvas: Canvas) -> None:
        """The map, in tints; in dots with plain characters, or in the theme in which tints do not show."""
        if self.drawing is None or self._scene is None:
            return
        plain = not self.glyphs.banded or self.app.theme == CONTRAST
        if self._ground is None or self._ground_for != (self._scene_size, plain):
            self._ground, self._ground_for = Canvas(canvas.width, canvas.height, self.GROUND), (self._scene_size, plain)
            draw(self._ground, self._scene, signs_for(self.glyphs), plain=plain)
        canvas.take(self._ground)
        draw_cursor(canvas, self._scene, self.contact, plain=plain, focused=self.has_focus)

    def watch_contact(self, before: str) -> None:
        """Draws the rows the cursor left and came to, and tells."""
        self._canvas = None
        drawing = self.drawing
        rows = {placed.row for id in (before, self.contact) if drawing and (placed := drawing.holding(id))}
        self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))
        self.post_message(self.Moved(self.contact))

    def action_go(self, dx: int, dy: int) -> None:
        """To the nearest contact in a direction; while one is carried it goes itself."""
        if self.carrying:
            self.post_message(self.Shifted(dx, dy))
        elif self.drawing is not None:
            self.contact = self.drawing.neighbour(self.contact, dx, dy)

    def action_follow(self, step: int) -> None:
        """To the next contact in reading order, round and round."""
        if self.drawing is not None and not self.carrying:
            self.contact = self.drawing.following(self.contact, step)

    def action_open(self) -> None:
        """Asks for the contact under the cursor."""
        if self.contact:
            self.post_message(self.Opened(self.contact))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on it opens."""
        found = self.hit(event.x, event.y)
        if found and found == self.contact:
            self.action_open()
        elif found and not self.carrying:
            self.contact = found

    def _first(self) -> str:
        """Who stands nearest; the cursor begins there."""
        order: Any = min(self.view.contacts, key=lambda c: (c.ring, c.created, c.id), default=None)
        return order.id if order else ""

    def _lay_out(self, columns: int, rows: int) -> Scene:
        view, signs = self.view, signs_for(self.glyphs)
        counts = domain_counts(view.contacts)
        if view.starts is not None and len(view.starts) > len(counts):
            counts[None] = 0
        brief = columns < _BRIEF
        boxes = self._corners(rows) if view.legend and not brief else ()
        medium = Medium(columns, rows - (rows + 1) % 2, cells, ellipsis=signs.ellipsis)
        shown = [msgspec.structs.replace(c, name=drawable(view.labels.get(c.id, c.name))) for c in view.contacts]
        drawing = network_map(
            shown,
            medium,
            self._words(counts, domain_counts(self._present), brief),
            signs.of,
            only=view.only,
            starts=view.starts,
            reserved=[Box(max(0, box.column - 1), box.row, box.width + 2, box.height) for box, _ in boxes],
        )
        hues = tuple(HUES[domain] for domain in counts)
        return Scene(drawing, hues, boxes, view.only or frozenset(), view.marks, view.names)

    @property
    def _present(self) -> list[Contact]:
        """Who is counted: not those who only have a mark, because they left."""
        return [contact for contact in self.view.contacts if contact.id not in self.view.marks]

    def _words(self, domains: Iterable[LifeDomain | None], counts: Mapping[Any, int], brief: bool) -> Words:
        words = DOMAIN_BRIEF if brief else DOMAIN_WORDS
        names = []
        for domain in domains:
            name, count = self.catalog.render(words[domain]), counts.get(domain, 0)
            number = f" {count}" if count or not brief else ""
            names.append(f"{name[:1].upper()}{name[1:]}{number}")
        rings = [] if brief else [self.catalog.render(name) for name in RING_NAMES.values()]
        return Words(tuple(names), tuple(rings), self.catalog("me"))

    def _corners(self, rows: int) -> tuple[tuple[Box, tuple[str, ...]], ...]:
        """The legend: people in the corner above at the left, groups, places and animals in the one below."""
        above, below = legend(self._present, signs_for(self.glyphs), self.catalog)
        bottom = rows - (rows + 1) % 2 - len(below)
        return tuple(
            (Box(1, row, max(map(cells, lines)), len(lines)), tuple(lines))
            for row, lines in ((0, above), (bottom, below))
            if lines
        )


def in_reading_order(contacts: Sequence[Contact]) -> list[Contact]:
    """By domain in the order round the map, from near to far, by the moment they were noted."""
    order = {domain: i for i, domain in enumerate(DOMAIN_WORDS)}
    return sorted(contacts, key=lambda c: (order[c.domain], c.ring, c.created, c.id))
