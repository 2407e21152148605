"""Makes the fonts of `resokit_tui/export/pdf/fonts` anew from the fonts of a Debian system.

Run: `python .ci/trim_fonts.py /usr/share/fonts/truetype/noto /usr/share/fonts/truetype/dejavu [TARGET]`.

Needs fontTools, which fpdf2 brings along. `NotoEmoji.ttf` is not made here: it is the static weight 400 of the variable
font (`fonttools varLib.instancer "NotoEmoji[wght].ttf" wght=400`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parent.parent / "resokit_tui" / "export" / "pdf" / "fonts"
BODY_RANGES = ((0x20, 0x530), (0x1E00, 0x2200))
"""Latin, marks, Greek, Cyrillic; Vietnamese and Greek extended, punctuation, currency, letter-like signs."""
SYMBOL_RANGES = ((0x2190, 0x2200), (0x2500, 0x2800), (0x2B50, 0x2B51))
"""Arrows; boxes, shapes and dingbats; the star."""
BODY = ("Regular", "Bold", "Italic", "BoldItalic")
SCRIPTS = (
    "Arabic-Regular",
    "Arabic-Bold",
    "Ethiopic-Regular",
    "Ethiopic-Bold",
    "Tifinagh-Regular",
    "Hebrew-Regular",
)
BODY_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")


def trim(source: Path, target: Path, ranges: Iterable[tuple[int, int]] = (), features: Iterable[str] = ("*",)) -> None:
    """Writes a font without hints, with the characters of `ranges` (none: all) and these layout features."""
    options = subset.Options(
        hinting=False, layout_features=list(features), name_IDs=["*"], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["DSIG", "MATH", "FFTM"]
    font = subset.load_font(str(source), options)
    wanted = [point for first, end in ranges for point in range(first, end)] or sorted(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    print(f"{target.name}: {source.stat().st_size // 1024} → {target.stat().st_size // 1024} KiB")


def main(noto: Path, dejavu: Path, target: Path = TARGET) -> None:
    """Trims all fonts into `target`."""
    for style in BODY:
        trim(noto / f"NotoSans-{style}.ttf", target / f"NotoSans-{style}.ttf", BODY_RANGES, BODY_FEATURES)
    for name in SCRIPTS:
        trim(noto / f"NotoSans{name}.ttf", target / f"NotoSans{name}.ttf")
    trim(dejavu / "DejaVuSans.ttf", target / "Symbols.ttf", SYMBOL_RANGES)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
