"""Colours and sizes of the paper.

Every pair of text and ground has a contrast of at least 4.9:1 (rust on sand is the lowest), and the fills differ in
lightness as well, so grey print stays readable. Lengths are millimetres, type sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass

from resokit_tui.export.blocks import Tone

Colour = tuple[int, int, int]

TEAL: Colour = (11, 85, 99)
TEAL_SOFT: Colour = (229, 240, 240)
SAND: Colour = (247, 243, 234)
RUST: Colour = (180, 69, 31)
OLIVE: Colour = (66, 90, 24)
OLIVE_SOFT: Colour = (238, 241, 228)
INK: Colour = (31, 41, 51)
GREY: Colour = (84, 96, 105)
LINE: Colour = (216, 208, 192)
CODE: Colour = (240, 236, 226)
WHITE: Colour = (255, 255, 255)
AMBER: Colour = (247, 196, 120)

INKS = {Tone.PLAIN: INK, Tone.FIRM: TEAL, Tone.WARM: RUST, Tone.FRESH: OLIVE, Tone.QUIET: GREY}
"""Colour of text and bars per tone."""
FILLS = {Tone.PLAIN: WHITE, Tone.FIRM: TEAL_SOFT, Tone.WARM: SAND, Tone.FRESH: OLIVE_SOFT, Tone.QUIET: WHITE}
"""Ground of a card per tone."""
RINGS: tuple[tuple[float, Colour], ...] = (
    (52, (16, 96, 111)),
    (38, (24, 110, 125)),
    (25, (37, 126, 141)),
    (12, (58, 145, 158)),
)
"""Radius and colour of the circles in the cover band: they echo the rings of the network."""
RING_FILLS: tuple[Colour, ...] = ((247, 243, 234), (253, 252, 248), (240, 233, 217), (231, 242, 243))
"""Ground of the rings of the web, from the outer one in; each lighter or darker than its neighbours."""
DOTS: tuple[tuple[float, float, Colour], ...] = (
    (200, 38, AMBER),
    (228, 25, WHITE),
    (252, 52, (240, 150, 110)),
    (215, 52, WHITE),
    (268, 38, AMBER),
    (184, 25, (240, 150, 110)),
)
"""Angle in degrees, radius and colour of the points on those circles."""

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210.0, 297.0, 18.0
TOP, BOTTOM = 24.0, 277.0
POINT = 0.3528
"""Millimetres in a point."""
LEAD = 1.42
"""Line height of running text, in type sizes."""


@dataclass(frozen=True)
class Sizes:
    """Type sizes in points, all moving with the size of running text: 11 is usual, 12 accessible, 14 large."""

    body: float = 11.0

    @property
    def scale(self) -> float:
        """How much larger than the usual size."""
        return self.body / 11.0

    @property
    def table(self) -> float:
        """Text in tables and cards' small neighbours."""
        return 9.8 * self.scale

    @property
    def small(self) -> float:
        """Labels and small print."""
        return 8.6 * self.scale

    @property
    def foot(self) -> float:
        """Head and foot of the page: fixed, because there the room is."""
        return 8.0

    def heading(self, level: int) -> float:
        """Size of a heading of this level, 1–6."""
        return {1: 20.0, 2: 15.5, 3: 12.2}.get(level, 11.2) * self.scale
