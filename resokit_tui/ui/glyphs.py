"""Symbols by meaning: `RICH` for any terminal of today, `ASCII` on request (old console, braille line).

No emoji and nothing with an emoji presentation; every character is one cell wide.
"""

from __future__ import annotations

import msgspec


class Glyphs(msgspec.Struct, frozen=True):
    """One character (or a few) for each meaning."""

    none: str = "○"
    half: str = "◐"
    full: str = "●"
    here: str = "◉"
    cursor: str = "►"
    back: str = "◄"
    leader: str = "·"
    line: str = "─"
    upright: str = "│"
    corners: str = "╭╮╰╯"
    heavy: str = "━"
    heavy_upright: str = "┃"
    heavy_corners: str = "┏┓┗┛"
    late: str = "!"
    done: str = "✓"
    busy: str = "◐"
    todo: str = "○"
    added: str = "+"
    dropped: str = "×"
    hint: str = "›"
    path: str = "▸"
    leads_to: str = "→"
    arrows: str = "←→↑↓"
    banded: bool = True
    """Stations sit on a broad coloured band; ASCII draws `[x]` and `|` instead."""

    def state(self, level: int, *, here: bool = False) -> str:
        """Symbol of 0 not yet, 1 on the way, 2 firm or done; `here` wins."""
        return self.here if here else (self.none, self.half, self.full)[level]

    def mark(self, level: int, *, here: bool = False) -> str:
        """The same symbol where it stands alone: ASCII puts it in brackets, or nothing would show a level of 0."""
        symbol = self.state(level, here=here)
        return symbol if self.banded else f"[{symbol}]"


RICH = Glyphs()
ASCII = Glyphs(
    none=" ",
    half="-",
    full="x",
    here="@",
    cursor=">",
    back="<",
    leader=".",
    line="-",
    upright="|",
    corners="++++",
    heavy="=",
    heavy_upright="|",
    heavy_corners="++++",
    done="x",
    busy="~",
    todo="o",
    dropped="x",
    hint=">",
    path=">",
    leads_to="->",
    arrows="",
    banded=False,
)


def glyphs_for(ascii_only: bool) -> Glyphs:
    """The symbols for this setting."""
    return ASCII if ascii_only else RICH
