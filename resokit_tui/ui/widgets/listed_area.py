"""Text areas for things that are listed: typed one to a line, shown as what they mean when the keyboard is elsewhere.

What is typed stays plain text, so that a draft keeps all of it; only the drawing differs.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import TextArea

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import Canvas, shorten, wrap

INDENT = "  "
"""What stands before the second part of an entry."""
_CHIP_GAP = 1


class ListedArea(TextArea):
    """Base: subclasses say how many rows the drawing takes, and draw it."""

    DEFAULT_CSS = """
    ListedArea { overflow: hidden hidden; }
    ListedArea:focus { overflow: hidden auto; }
    """

    def __init__(self, glyphs: Glyphs, invitation: str, *, id: str) -> None:
        """`invitation` stands where the next one comes."""
        super().__init__(id=id, soft_wrap=True, highlight_cursor_line=False)
        self.glyphs, self.invitation = glyphs, f"{glyphs.added} {invitation}"
        self._drawing: tuple[str, Canvas] = ("", Canvas(0, 0))
        """What was drawn last, and of which text."""

    def rows_needed(self, width: int) -> int:
        """How many rows the drawing takes."""
        raise NotImplementedError

    def draw(self, canvas: Canvas) -> None:
        """Draws what is listed."""
        raise NotImplementedError

    def on_focus(self) -> None:
        """The text itself takes other room than the drawing."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Back to the drawing, from its first row."""
        self.scroll_to(0, 0, animate=False, force=True)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the text while it is typed, of the drawing else."""
        if self.has_focus:
            return super().get_content_height(container, viewport, width)
        return self.rows_needed(max(1, width))

    def render_line(self, y: int) -> Strip:
        """One row of what is shown now."""
        if self.has_focus:
            return super().render_line(y)
        width = self.content_size.width
        text, canvas = self._drawing
        if text != self.text or canvas.width != width:
            canvas = Canvas(width, self.rows_needed(max(1, width)), "surface")
            self.draw(canvas)
            self._drawing = (self.text, canvas)
        if y < canvas.height:
            return canvas.strip(y, self.app.theme_variables)
        return Strip.blank(width, self.rich_style)


class WordsArea(ListedArea):
    """Several short things: chips that flow over the rows they need."""

    def rows_needed(self, width: int) -> int:
        """Down to the row of the invitation."""
        return self._places(width)[-1][1] + 1

    def draw(self, canvas: Canvas) -> None:
        """The chips, and where one more comes."""
        chips, places = self._chips(canvas.width), self._places(canvas.width)
        for chip, (x, y) in zip(chips, places, strict=False):
            canvas.put(x, y, f" {chip} ", "cursor-rest-ink", "cursor-rest")
        canvas.put(*places[-1], shorten(self.invitation, canvas.width), "ink-soft")

    def _chips(self, width: int) -> list[str]:
        lines = (line.strip(" -•\t") for line in self.text.split("\n"))
        return [shorten(line, width - 2) for line in lines if line]

    def _places(self, width: int) -> list[tuple[int, int]]:
        places: list[tuple[int, int]] = []
        x = y = 0
        widths = [cell_len(chip) + 2 for chip in self._chips(width)]
        for needed in (*widths, cell_len(self.invitation)):
            if x and x + needed > width:
                x, y = 0, y + 1
            places.append((x, y))
            x += needed + _CHIP_GAP
        return places


class EntriesArea(ListedArea):
    """Entries of one or two parts: Enter goes from the first part to the second, and from there to the next entry."""

    def __init__(self, glyphs: Glyphs, invitation: str, missing: str, *, id: str) -> None:
        """`missing` is said of an entry without its second part; empty when entries have one part."""
        super().__init__(glyphs, invitation, id=id)
        self.missing = missing

    def rows_needed(self, width: int) -> int:
        """Every part on its own rows, and the invitation."""
        return len(self._rows(width))

    def draw(self, canvas: Canvas) -> None:
        """First parts, second parts indented below, and where one more comes."""
        for y, (text, soft) in enumerate(self._rows(canvas.width)):
            canvas.put(0, y, text, "ink-soft" if soft else "ink", italic=soft and text.startswith(INDENT))

    async def _on_key(self, event: events.Key) -> None:
        """Enter begins the second part; on an empty second part it begins the next entry instead."""
        if event.key == "enter" and self.missing:
            event.stop()
            event.prevent_default()
            row, _ = self.cursor_location
            line = str(self.document.get_line(row))
            if not line.startswith(" "):
                self.insert("\n" + INDENT if line.strip() else "\n")
            elif line.strip():
                self.insert("\n")
            else:
                self.replace("", (row, 0), (row, len(line)))
            return
        await super()._on_key(event)

    def _rows(self, width: int) -> list[tuple[str, bool]]:
        """Text of each row, and whether it is only an invitation."""
        rows: list[tuple[str, bool]] = []
        waiting = False
        for line in self.text.split("\n"):
            second = bool(self.missing) and line.startswith(" ") and bool(rows)
            words = line.strip(" -•\t")
            if not words:
                continue
            if waiting and not second:
                rows.append((INDENT + self.missing, True))
            indent = INDENT if second else ""
            rows += [(indent + part, False) for part in wrap(words, width - len(indent))]
            waiting = bool(self.missing) and not second
        if waiting:
            rows.append((INDENT + self.missing, True))
        return [*rows, (shorten(self.invitation, width), True)]
