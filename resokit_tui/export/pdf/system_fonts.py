"""Chinese, Japanese and Korean: a font that the machine has, since one of ours would weigh 8–33 MB.

Only TrueType outlines: with CFF ones the widths in the file are not those of the font, and PDF/A forbids that
(ISO 19005-3, 6.2.11.5). Only fonts whose maker lets them be embedded. Opened only when a text asks for one.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3000-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_NAMES = (
    "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "msyh.ttc",
    "simsun.ttc",
    "YuGothM.ttc",
    "msgothic.ttc",
    "malgun.ttf",
    "Arial Unicode.ttf",
    "AppleGothic.ttf",
    "NanumGothic.ttf",
    "fonts-japanese-gothic.ttf",
)
"""TrueType fonts that come with Linux, Windows and macOS, the lighter ones first."""
_MAY_NOT_EMBED = 0x0002


def folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )


def system_fonts(characters: frozenset[str]) -> list[Path]:
    """The font files of this machine that together print as many of these characters as it can."""
    left = {ord(one) for one in characters if EAST_ASIAN.match(one)}
    chosen: list[Path] = []
    for path in _candidates(folders()) if left else ():
        if found := left & system_characters(path):
            chosen.append(path)
            left -= found
        if not left:
            break
    return chosen


@lru_cache(None)
def system_characters(path: Path) -> frozenset[int]:
    """The code points a font of the machine may be used for; none when it may not be embedded or cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
            if "glyf" not in font or font["OS/2"].fsType & _MAY_NOT_EMBED:
                return frozenset()
            return frozenset(font.getBestCmap() or ())
    except (OSError, TTLibError, KeyError):
        return frozenset()


@lru_cache(4)
def _candidates(places: tuple[Path, ...]) -> tuple[Path, ...]:
    """The known fonts that are present, in the order of `_NAMES`."""
    rank = {name.casefold(): place for place, name in enumerate(_NAMES)}
    found = [path for place in places for path in _files(place) if path.name.casefold() in rank]
    return tuple(sorted(found, key=lambda path: (rank[path.name.casefold()], str(path))))


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)
