"""The sheet and the pen: one stretch of text in one style, measured and drawn."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence

from fpdf.enums import PDFResourceType, TextDirection

from resokit_tui.core.text import clean
from resokit_tui.export.pdf.face import Face, Strip, text_object
from resokit_tui.export.pdf.fonts import (
    BODY,
    BODY_FILES,
    EMOJI,
    FOLDER,
    MISSING,
    missing_characters,
    needed_fallbacks,
    surely_in_body,
)
from resokit_tui.export.pdf.tags import TaggedPaper
from resokit_tui.export.pdf.theme import INK, LEAD, POINT, Colour

COMPLEX = re.compile(
    "[\u0300-\u036f\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u200c\u200d\ufb1d-\ufdff\ufe0f\ufe70-\ufefc"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
"""Characters whose shape depends on their neighbours: only these runs are shaped; shaping takes 3 × the time."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NOT_PRINTED = re.compile("[\u00ad\u200b\u2060]")
_UNIT = 10.0


for _name in ("fpdf", "fontTools"):  # they warn on the terminal, over the app, of what we know or mend
    logging.getLogger(_name).setLevel(logging.ERROR)


class Paper(TaggedPaper):
    """Tagged paper with the fonts that one text needs."""

    def __init__(self, language: str, text: str) -> None:
        super().__init__(language)
        text = clean(text)
        missing = missing_characters(text)
        self.lacks = bool(missing)
        """Whether a character had to be replaced by □."""
        self._replaced = str.maketrans(dict.fromkeys(missing, MISSING))
        fallbacks = needed_fallbacks(text + MISSING * self.lacks)
        for one in fallbacks:
            self.add_font(one.family, "", FOLDER / one.regular)
            if one.bold:
                self.add_font(one.family, "B", FOLDER / one.bold)
        if fallbacks:
            self.set_fallback_fonts([one.family for one in fallbacks], exact_match=False)

    def printable(self, text: str) -> str:
        """The text as it can be drawn: composed, without controls, with □ for what no font has."""
        return _NOT_PRINTED.sub("", clean(text)).translate(self._replaced)

    def settle_font(self) -> None:
        """Writes the chosen font to the page now.

        When a text starts with a fallback glyph, fpdf2 2.8.9 writes it inside the text's own saved state, believes it
        to hold afterwards, and the next text comes out in another font, as other letters.
        """
        if self.current_font and not self.current_font_is_set_on_page:
            self._out(self._set_font_for_page(self.current_font, self.font_size_pt))

    def show(self, operators: str, fonts: Iterable[int]) -> None:
        """Writes text operators to the page, and notes which fonts they use there."""
        for font in fonts:
            self._resource_catalog.add(PDFResourceType.FONT, font, self.page)
        self._out(operators)

    def get_fallback_font(self, char: str, style: str = "") -> str | None:
        """The fallback font for one character (hook of fpdf2): emoji go to the emoji font, all else to it last.

        Otherwise a skin tone would come from another font than its hand, and ☑ from the emoji font.
        """
        point = ord(char)
        is_emoji = point >= 0x1F000 or point in (0xFE0F, 0x200D, 0x20E3)
        ids = sorted(self._fallback_font_ids, key=lambda key: (key == EMOJI) != is_emoji)
        having = [key for key in ids if point in self.fonts[key].cmap]  # type: ignore[union-attr]
        if not having:
            return None
        bold = f"{having[0]}B"
        return bold if "B" in style and bold in having else having[0]


class Pen:
    """Measures and draws on a paper. `style` is a combination of `B` and `I`; `size` is in points, lengths in mm."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._widths: dict[tuple[str, str], float] = {}
        self._faces: dict[str, Face] = {}

    def width(self, text: str, style: str, size: float) -> float:
        """How long a text is; measured once per word and style."""
        key = (text, style)
        found = self._widths.get(key)
        if found is None:
            face = self.face(style)
            if self.is_plain(text, face):
                found = face.width(text, _UNIT) / self.paper.k
            else:
                found = self._complex_width(text, style)
            self._widths[key] = found
        return found * size / _UNIT

    def _complex_width(self, text: str, style: str) -> float:
        self._select(style, _UNIT)
        shaped = COMPLEX.search(text) is not None
        if shaped:
            self.paper.set_text_shaping(True)
        found = self.paper.get_string_width(text)
        if shaped:
            self.paper.set_text_shaping(False)
        return found

    def is_plain(self, text: str, face: Face) -> bool:
        """Whether a text needs no shaping and no other font."""
        return surely_in_body(text) or (COMPLEX.search(text) is None and face.has(text))

    def face(self, style: str) -> Face:
        """The body font in a style; read when it is first asked for."""
        found = self._faces.get(style)
        if found is None:
            self.paper.add_font(BODY, style, FOLDER / BODY_FILES[style])
            found = self._faces[style] = Face(self.paper.fonts[BODY + style])
        return found

    def write_line(
        self, x: float, y: float, pieces: Sequence[tuple[str, str, Colour]], size: float, height: float
    ) -> bool:
        """Draws texts (each with its style and colour) after one another in a line box, if all of them are plain."""
        strips = []
        for text, style, colour in pieces:
            face = self.face(style)
            if not self.is_plain(text, face):
                return False
            strips.append(Strip(text, face, colour))
        paper = self.paper
        baseline = paper.h - y - 0.5 * height - 0.3 * size / paper.k
        paper.show(text_object(strips, size, x * paper.k, baseline * paper.k), {one.face.font.i for one in strips})
        return True

    def write(
        self,
        x: float,
        y: float,
        text: str,
        style: str,
        size: float,
        colour: Colour = INK,
        *,
        height: float = 0.0,
        backwards: bool = False,
    ) -> float:
        """Draws one run in a line box whose top left corner is (x, y); returns its width.

        `backwards` says that the run belongs to a right-to-left level, so brackets mirror.
        """
        height = height or size * POINT * LEAD
        width = self.width(text, style, size)
        if not (backwards or self.paper.char_spacing) and self.write_line(x, y, [(text, style, colour)], size, height):
            return width
        shaped = backwards or COMPLEX.search(text) is not None
        self._select(style, size)
        paper = self.paper
        paper.settle_font()
        paper.set_text_color(*colour)
        paper.set_xy(x, y)
        if shaped:
            paper.set_text_shaping(True, direction=TextDirection.RTL if backwards else None)
        paper.cell(width, height, text)
        if shaped:
            paper.set_text_shaping(False)
        return width

    def _select(self, style: str, size: float) -> None:
        self.face(style)
        self.paper.set_font(BODY, style, size)
