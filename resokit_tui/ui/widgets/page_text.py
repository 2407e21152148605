"""The text of a page on one canvas, whose links and terms the keyboard can reach."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message

from resokit_tui.core.text import occurrences
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.ui.widgets.text_flow import Flow, Hit, Mark, Row, Text, lay_out

GUTTER = 3
"""Cells before the text, for the pointer."""
MEASURE = 72
"""Cells of text at most."""


class _Ink(NamedTuple):
    """How one letter looks."""

    ink: Token = "ink"
    ground: Token | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    tag: str = ""


class PageText(Drawn):
    """Draws a text; which words are chosen or looked for is told by `Reading`, which scrolls it."""

    DEFAULT_CSS: ClassVar[str] = "PageText { height: auto; width: 100%; }"

    @dataclass
    class Pressed(Message):
        """A link or term was clicked; `mark` is its index."""

        mark: int

    def __init__(self, text: Text, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.text = text
        self.chosen = -1
        """Which mark has the keyboard; -1 for none."""
        self.hits: list[Hit] = []
        self.hit_shown = -1
        """Which of the words that are looked for is the one shown now."""
        self.active = False
        """Whether the keyboard is in this text."""
        self._rows: list[Row | None] = []
        self._width = -1

    def rows(self, width: int) -> list[Row | None]:
        """The rows at a width of the widget."""
        if width != self._width:
            self._width, self._rows = width, lay_out(self.text, min(MEASURE, width - GUTTER))
        return self._rows

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes."""
        return len(self.rows(width))

    def row_of(self, place: Mark | Hit) -> int:
        """The row on which some words begin."""
        for y, row in enumerate(self.rows(self.size.width)):
            if row is not None and row.flow == place.flow and row.start <= place.start < max(row.end, row.start + 1):
                return y
        return 0

    def on_click(self, event: events.Click) -> None:
        """Tells which words were clicked."""
        if tag := self.hit(event.x, event.y):
            self.post_message(self.Pressed(int(tag)))

    def draw(self, canvas: Canvas) -> None:
        """Row by row, with the pointer before the words that are chosen."""
        looks = [self._looks(number, flow) for number, flow in enumerate(self.text.flows)]
        for y, row in enumerate(self.rows(canvas.width)):
            if row is None:
                continue
            flow = self.text.flows[row.flow]
            x = GUTTER + flow.indent
            if row.start == 0 and flow.lead:
                canvas.put(x - len(flow.lead) - 1, y, flow.lead)
            letters = zip(flow.text[row.start : row.end], looks[row.flow][row.start : row.end], strict=True)
            for look, run in groupby(letters, key=lambda letter: letter[1]):
                x = self._put(canvas, x, y, "".join(letter for letter, _ in run), look)
        pointed = self._pointed()
        if pointed is not None:
            canvas.put(1, self.row_of(pointed), self.glyphs.cursor, "primary", bold=True)

    def _put(self, canvas: Canvas, x: int, y: int, words: str, look: _Ink) -> int:
        return canvas.put(
            x,
            y,
            words,
            look.ink,
            look.ground,
            bold=look.bold,
            italic=look.italic,
            underline=look.underline,
            strike=look.strike,
            tag=look.tag,
        )

    def _pointed(self) -> Mark | Hit | None:
        if self.hit_shown >= 0:
            return self.hits[self.hit_shown]
        return self.text.marks[self.chosen] if self.chosen >= 0 and self.active else None

    def _looks(self, number: int, flow: Flow) -> list[_Ink]:
        """The look of each letter of a stretch: what is told last lies on top."""
        base = _Ink("primary", bold=True) if flow.title else _Ink()
        looks = [base] * len(flow.text)
        for style in flow.styles:
            for at in range(style.start, style.end):
                looks[at] = base._replace(
                    bold=style.bold, italic=style.italic, strike=style.strike, underline=style.underline
                )
        for index, mark in enumerate(self.text.marks):
            if mark.flow == number:
                solid = self.active and index == self.chosen
                for at in range(mark.start, mark.end):
                    looks[at] = looks[at]._replace(
                        ink="cursor-ink" if solid else "link",
                        ground="cursor" if solid else None,
                        bold=solid or looks[at].bold or bool(mark.page),
                        underline=True,
                        tag=str(index),
                    )
        for index, hit in enumerate(self.hits):
            if hit.flow == number:
                here = index == self.hit_shown
                for at in range(hit.start, hit.end):
                    looks[at] = looks[at]._replace(ink="hit-ink", ground="hit", bold=here, underline=here)
        return looks


class Reading(Sheet):
    """Scrolls a text. Tab goes from link to link and on to what follows; Enter opens the one that is chosen."""

    BINDINGS = bindings("reading")

    @dataclass
    class Opened(Message):
        """A link or a term was opened."""

        mark: Mark

    def __init__(self, text: Text, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self.page_text = PageText(text, glyphs)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self.page_text

    # -- links and terms ---------------------------------------------------------------------------------------------

    def choose(self, mark: int) -> None:
        """Puts the keyboard on a mark, or on none (-1)."""
        self.page_text.chosen = mark if mark < len(self.page_text.text.marks) else -1
        self.page_text.redraw()
        self.refresh_bindings()

    def action_mark(self, step: int) -> None:
        """To the next link or term, from where the eyes are; after the last one to what follows the text."""
        following = self._following(step)
        self.choose(following)
        if following < 0:
            (self.screen.focus_next if step > 0 else self.screen.focus_previous)()
        else:
            self._bring(self.page_text.row_of(self.page_text.text.marks[following]))

    def action_open_mark(self) -> None:
        """Opens the link or term that is chosen."""
        self._open(self.page_text.chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter only does something on a link or term; without any, Tab goes straight to what follows."""
        if action == "open_mark":
            return self.page_text.chosen >= 0
        if action == "mark":
            return bool(self.page_text.text.marks)
        return True

    def on_page_text_pressed(self, event: PageText.Pressed) -> None:
        """A click on a link or term opens it."""
        self.choose(event.mark)
        self._open(event.mark)

    def on_focus(self) -> None:
        """Shows which one is chosen."""
        self._set_active(True)

    def on_blur(self) -> None:
        """Nothing looks chosen while the keyboard is elsewhere."""
        self._set_active(False)

    def _set_active(self, active: bool) -> None:
        self.page_text.active = active
        self.page_text.redraw()

    def _open(self, mark: int) -> None:
        if mark >= 0:
            self.post_message(self.Opened(self.page_text.text.marks[mark]))

    def _following(self, step: int) -> int:
        """Index of the next mark; -1 when there is none. One that was scrolled away does not count as where we are."""
        text, chosen = self.page_text, self.page_text.chosen
        rows = [text.row_of(mark) for mark in text.text.marks]
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if chosen >= 0 and top <= rows[chosen] < bottom:
            following = chosen + step
        elif step > 0:
            following = next((index for index, row in enumerate(rows) if row >= top), -1)
        else:
            following = max((index for index, row in enumerate(rows) if row < bottom), default=-1)
        return following if 0 <= following < len(rows) else -1

    # -- finding -----------------------------------------------------------------------------------------------------

    def seek(self, sought: str) -> int:
        """Marks every place of these words, and tells how many there are."""
        flows = enumerate(self.page_text.text.flows)
        self.page_text.hits = [Hit(at, *place) for at, flow in flows for place in occurrences(flow.text, sought)]
        self.page_text.hit_shown = -1
        self.page_text.redraw()
        return len(self.page_text.hits)

    def show_hit(self, hit: int) -> None:
        """Brings one of the places in sight; -1 for none."""
        self.page_text.hit_shown = hit
        self.page_text.redraw()
        if hit >= 0:
            self._bring(self.page_text.row_of(self.page_text.hits[hit]))

    def _bring(self, row: int) -> None:
        """Scrolls only when the row is not in sight, and then leaves some rows before it."""
        top, height = self.scroll_offset.y, self.size.height
        if not top <= row < top + height:
            self.scroll_to(y=max(0, row - height // 3), animate=False)
