"""The fonts that travel with us, and which of them a text needs.

Only faces that a text asks for are read: each costs 10–25 ms. Chinese, Japanese and Korean are not among them, for
their size (8–33 MB): for those a font of the machine is looked for (`system_fonts`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from resokit_tui.core.text import clean
from resokit_tui.export.pdf.system_fonts import EAST_ASIAN, system_characters, system_fonts

FOLDER = Path(__file__).resolve().parent / "fonts"
BODY = "body"
BODY_FILES = {
    "": "NotoSans-Regular.ttf",
    "B": "NotoSans-Bold.ttf",
    "I": "NotoSans-Italic.ttf",
    "BI": "NotoSans-BoldItalic.ttf",
}
EMOJI = "emoji"
MISSING = "□"
"""Stands for a character that no font has; itself in the symbols font."""


class Fallback(NamedTuple):
    """A font for what the body font lacks, and in which ranges to look for it; a file of ours, or a path."""

    family: str
    ranges: re.Pattern[str]
    regular: str
    bold: str = ""


FALLBACKS = (
    Fallback(EMOJI, re.compile("[\U0001f000-\U0001faff\u2b50\u20e3\ufe0f]"), "NotoEmoji.ttf"),
    Fallback(
        "arab",
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
        "NotoSansArabic-Regular.ttf",
        "NotoSansArabic-Bold.ttf",
    ),
    Fallback(
        "ethi",
        re.compile("[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]"),
        "NotoSansEthiopic-Regular.ttf",
        "NotoSansEthiopic-Bold.ttf",
    ),
    Fallback("tfng", re.compile("[\u2d30-\u2d7f]"), "NotoSansTifinagh-Regular.ttf"),
    Fallback("hebr", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), "NotoSansHebrew-Regular.ttf"),
    Fallback("symb", re.compile("[\u2190-\u21ff\u2500-\u27bf\u2b50]"), "Symbols.ttf"),
)
_SURE = re.compile("[\\n\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026]+")
"""What the body font certainly has, so that an ordinary text opens no font to find out."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufe00-\ufe0f]")
"""Joiners and selectors: they steer the shape of their neighbours and have no shape to miss."""


def surely_in_body(text: str) -> bool:
    """Whether a text is so ordinary that no font needs to be asked."""
    return _SURE.fullmatch(text) is not None


def needed_fallbacks(text: str) -> tuple[Fallback, ...]:
    """The fallback fonts for the scripts that are present."""
    strange = _SURE.sub("", text)
    if not strange:
        return ()
    ours = [one for one in FALLBACKS if one.ranges.search(strange)]
    files = system_fonts(frozenset(strange))
    return (*ours, *(Fallback(f"system{n}", EAST_ASIAN, str(path)) for n, path in enumerate(files)))


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters of this text that no font can print, sorted; they would be printed as □."""
    strange = sorted(set(_INVISIBLE.sub("", _SURE.sub("", clean(text)))))
    lacking = [one for one in strange if not _has_glyph(one)]
    found = {point for path in system_fonts(frozenset(lacking)) for point in system_characters(path)}
    return tuple(one for one in lacking if ord(one) not in found)


def _has_glyph(character: str) -> bool:
    files = [BODY_FILES[""], *(one.regular for one in FALLBACKS if one.ranges.match(character))]
    return any(ord(character) in characters_of(file) for file in files)


@lru_cache(None)
def characters_of(file: str) -> frozenset[int]:
    """The code points a vendored font has glyphs for."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(FOLDER / file, lazy=True) as font:
        return frozenset(font.getBestCmap())
