"""The short way to paper, for text in the body font that needs no shaping: nearly all of it.

fpdf2's `cell` looks at each character several times, to find markup, another font or another direction in it. We know
that there is none, so we write the text operators of a line ourselves (ISO 32000-1, 9.4): a third of the time, and
fewer bytes. Which glyphs end up in the file is still fpdf2's business: every character is picked from its subset.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from resokit_tui.export.pdf.theme import Colour


class Face:
    """One style of the body font: what it has, how wide that is, and under which codes it stands in the file."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self._codes = _Codes(font)

    def has(self, text: str) -> bool:
        """Whether each character is in this font."""
        return all(map(self.font.cmap.__contains__, map(ord, text)))

    def width(self, text: str, size: float) -> float:
        """How long a text is, in points."""
        return float(sum(map(self.font.cw.__getitem__, map(ord, text)))) * size * 0.001

    def shown(self, text: str) -> str:
        """The operator that shows a text: two bytes a character."""
        codes = text.translate(self._codes).encode("utf-16-be").decode("latin-1")
        escaped = codes.replace("\\", "\\\\").replace(")", "\\)").replace("(", "\\(").replace("\r", "\\r")
        return f"({escaped}) Tj"


class _Codes(dict[int, int]):
    """Character → its code in the subset, picked when it is first used."""

    def __init__(self, font: Any) -> None:
        self._font = font

    def __missing__(self, point: int) -> int:
        code = self[point] = int(self._font.subset.pick(point))
        return code


class Strip(NamedTuple):
    """A stretch of a line in one face and colour."""

    text: str
    face: Face
    colour: Colour


def text_object(strips: Sequence[Strip], size: float, x: float, y: float) -> str:
    """The operators that show strips one after the other on a baseline; `x` and `y` in points, from below."""
    parts = [f"q BT {x:.2f} {y:.2f} Td"]
    face: Face | None = None
    colour: Colour | None = None
    for strip in strips:
        if strip.face is not face:
            face = strip.face
            parts.append(f"/F{face.font.i} {size:.2f} Tf")
        if strip.colour != colour:
            colour = strip.colour
            parts.append(_ink(colour))
        parts.append(face.shown(strip.text))
    return " ".join([*parts, "ET Q"])


@lru_cache(64)
def _ink(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}".rstrip("0").rstrip(".") for part in colour) + " rg"
