"""The colours of the three lines of the map, by kind of page."""

from __future__ import annotations

from resokit_tui.method.page import PageKind
from resokit_tui.ui.themes import Token

LINE_TOKENS: dict[PageKind, Token] = {
    PageKind.CONDITION: "line-conditions",
    PageKind.SKILL: "line-skills",
    PageKind.STAGE: "line-design",
}
BAND_TOKENS: dict[PageKind, Token] = {
    PageKind.CONDITION: "band-conditions",
    PageKind.SKILL: "band-skills",
    PageKind.STAGE: "band-design",
}


def line_token(kind: PageKind) -> Token:
    """Colour of the line a page lies on, for text on the ground; skills' teal for pages that lie on none."""
    return LINE_TOKENS.get(kind, "line-skills")


def band_token(kind: PageKind) -> Token:
    """Colour of the broad band of that line, to stand under `band-ink`."""
    return BAND_TOKENS.get(kind, "band-skills")
