"""Where everyone stands on the network map: one layout for the terminal and for paper.

Pure: no Textual, no PDF, no clock, no randomness. The same contacts always give the same map, in whatever order they
come.

1. `sector_starts`: how wide is each domain? Every domain keeps a part of the circle, because an empty domain is news.
2. `anchors`: where would each contact stand with all the room in the world? In unit coordinates, which know no medium.
3. `make_frame`: the widest ellipse around which the names of the domains still fit.
4. `fit`: markers and labels on the grid of one `Medium`. A marker never leaves its ring and its sector; labels never
   touch each other, the middle, or a fixed name. In a place that is too full names become shorter, then some lose
   theirs, then some become `+5`, then all of them become counts. What cannot be drawn at all is named in
   `Drawing.hidden`.

`network_map` does all of it for contacts. It costs 5 ms for 25 contacts and 30 ms for 200 on 80 × 21 cells.
"""

from __future__ import annotations

from resokit_tui.casework.network_layout.contacts import (
    SECTORS,
    domain_counts,
    network_items,
    network_map,
    sector_of,
    shared_starts,
)
from resokit_tui.casework.network_layout.fit import fit
from resokit_tui.casework.network_layout.geometry import OUTSIDE, RING_EDGES, Geometry, sector_starts
from resokit_tui.casework.network_layout.labels import shorten
from resokit_tui.casework.network_layout.pieces import Box, Drawing, Item, Measure, Medium, Placed, Text, Words

__all__ = [
    "OUTSIDE",
    "RING_EDGES",
    "SECTORS",
    "Box",
    "Drawing",
    "Geometry",
    "Item",
    "Measure",
    "Medium",
    "Placed",
    "Text",
    "Words",
    "domain_counts",
    "fit",
    "network_items",
    "network_map",
    "sector_of",
    "sector_starts",
    "shared_starts",
    "shorten",
]
