"""Words → lines: breaking runs of text over a width, and the order in which a line is seen.

Text stays in the order it is read (logical order) until a line is drawn; only then the levels of UAX #9 decide what
stands where. A wrapped line keeps the space it broke at: without it a screen reader hears the last and the first word
as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fpdf.bidi import BidiParagraph, auto_detect_base_direction
from fpdf.enums import TextDirection

from resokit_tui.export.blocks import Inline, Span, Tone
from resokit_tui.export.pdf.paper import RIGHT_TO_LEFT, Paper, Pen
from resokit_tui.export.pdf.theme import INKS, TEAL, Colour

_CJK = "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_TOKEN = re.compile(rf" +|\n|[{_CJK}]|[^ \n{_CJK}]+")
"""A no-break space is a letter here: it breaks nothing."""
_SLACK = 0.01


class Run(NamedTuple):
    """Text in one style."""

    text: str
    style: str = ""
    colour: Colour = INKS[Tone.PLAIN]
    link: str = ""
    code: bool = False
    strike: bool = False


class Piece(NamedTuple):
    """A part of a run as it stands in one line."""

    text: str
    run: Run


Line = list[Piece]


def runs_of(inline: Inline, paper: Paper, *, style: str = "", colour: Colour | None = None) -> list[Run]:
    """Spans as runs; `style` is added to each, `colour` is for spans without a tone of their own."""
    return [_run(span, paper, style, colour) for span in inline]


def _run(span: Span, paper: Paper, style: str, colour: Colour | None) -> Run:
    letters = ("B" if span.bold or "B" in style else "") + ("I" if span.italic or "I" in style else "")
    ink = TEAL if span.link else INKS[span.tone] if span.tone is not Tone.PLAIN or colour is None else colour
    return Run(paper.printable(span.text), letters, ink, span.link, span.code, span.strike)


def reads_backwards(runs: Sequence[Run]) -> bool:
    """Whether the first strong character is of a right-to-left script."""
    text = "".join(run.text for run in runs)
    return RIGHT_TO_LEFT.search(text) is not None and auto_detect_base_direction(text) == TextDirection.RTL


def break_lines(pen: Pen, runs: Sequence[Run], width: float, size: float) -> list[Line]:
    """The lines of a paragraph, at least one. A word wider than the column is broken between characters."""
    lines: list[Line] = []
    line: Line = []
    used = 0.0
    for word, space in _words(runs):
        if not word:
            lines.append(line)
            line, used = [], 0.0
            continue
        gap = pen.width(space.text, space.run.style, size) if space else 0.0
        length = sum(pen.width(piece.text, piece.run.style, size) for piece in word)
        if line and used + gap + length > width + _SLACK:
            lines.append([*line, space] if space else line)
            line, used, space = [], 0.0, None
        if length > width:
            *full, line = _chopped(pen, word, width, size)
            lines.extend(full)
            used = sum(pen.width(piece.text, piece.run.style, size) for piece in line)
            continue
        if space and line:
            line.append(space)
            used += gap
        line.extend(word)
        used += length
    if line or not lines:
        lines.append(line)
    return [_merged(one) for one in lines]


def _words(runs: Sequence[Run]) -> Iterator[tuple[list[Piece], Piece | None]]:
    """Each word (pieces between spaces, whatever their style) with the space before it; no pieces is a line end."""
    word: list[Piece] = []
    space: Piece | None = None
    for run in runs:
        for token in _TOKEN.findall(run.text):
            first = token[0]
            if first not in " \n" and not (word and _is_cjk(token, word[-1])):
                word.append(Piece(token, run))
                continue
            if word:
                yield word, space
                word, space = [], None
            if first == "\n":
                yield [], None
                space = None
            elif first == " ":
                space = Piece(" ", run)
            else:
                word = [Piece(token, run)]
    if word:
        yield word, space


def _is_cjk(token: str, before: Piece) -> bool:
    return re.match(f"[{_CJK}]", token) is not None or re.match(f"[{_CJK}]", before.text) is not None


def _chopped(pen: Pen, word: Sequence[Piece], width: float, size: float) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    used = 0.0
    for piece in word:
        for character in piece.text:
            length = pen.width(character, piece.run.style, size)
            if line and used + length > width:
                lines.append(line)
                line, used = [], 0.0
            line.append(Piece(character, piece.run))
            used += length
    return [_merged(one) for one in (*lines, line)]


def _merged(line: Line) -> Line:
    """Neighbours of the same run as one piece, so that it is drawn and shaped as a whole."""
    merged: Line = []
    for piece in line:
        if merged and merged[-1].run is piece.run:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.run)
        else:
            merged.append(piece)
    return merged


def visual_order(line: Line, backwards: bool) -> list[tuple[str, Run, bool]]:
    """A line from left to right: text, run, and whether it is drawn right to left (UAX #9, rule L2)."""
    text = "".join(piece.text for piece in line)
    if RIGHT_TO_LEFT.search(text) is None and not backwards:
        return [(piece.text, piece.run, False) for piece in line]
    base = TextDirection.RTL if backwards else TextDirection.LTR
    characters = BidiParagraph(
        text=text, base_direction=base, preserve_bn_chars=True
    ).get_characters_with_embedding_level()
    levels = [character.embedding_level for character in characters]
    if len(levels) != len(text):
        return [(piece.text, piece.run, False) for piece in line]
    parts: list[tuple[str, Run, int]] = []
    place = 0
    for piece in line:
        for character in piece.text:
            if parts and parts[-1][1] is piece.run and parts[-1][2] == levels[place]:
                parts[-1] = (parts[-1][0] + character, piece.run, levels[place])
            else:
                parts.append((character, piece.run, levels[place]))
            place += 1
    return [(words, run, level % 2 == 1) for words, run, level in _reordered(parts)]


def _reordered(parts: list[tuple[str, Run, int]]) -> list[tuple[str, Run, int]]:
    """From the highest level down to the lowest odd one, each stretch at or above the level is turned round."""
    found = [level for *_, level in parts]
    lowest = min((level for level in found if level % 2), default=max(found, default=0) + 1)
    for level in range(max(found, default=0), lowest - 1, -1):
        start = 0
        while start < len(parts):
            end = start
            while end < len(parts) and parts[end][2] >= level:
                end += 1
            parts[start:end] = parts[start:end][::-1]
            start = max(end, start + 1)
    return parts
