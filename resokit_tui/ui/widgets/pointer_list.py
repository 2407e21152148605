"""A list whose cursor never depends on colour."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual._widget_navigation import Direction
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs

GUTTER = 3
"""Cells before the text of a row, for the pointer; text of the screen around it is indented as much."""


class PointerList(OptionList, inherit_bindings=False):
    """A list with a pointer before the row that is chosen. The row is drawn wholly in cursor colours, and only while
    the list has the keyboard, so that a screen has one cursor; with `keep` the choice stays visible more softly.

    Its height must be given: `auto` does not count the gutter. Options with an id tell what was chosen.
    """

    DEFAULT_CSS = """
    PointerList { border: none; padding: 0; background: transparent; scrollbar-size-vertical: 1; }
    PointerList:focus { border: none; background-tint: transparent 0%; }
    PointerList > .option-list--option-disabled { color: $ink; text-style: none; }
    PointerList > .option-list--separator { color: $rule; }
    PointerList > .option-list--option-highlighted { color: $ink; background: transparent; text-style: none; }
    """
    # Own list: OptionList also claims left and right for scrolling, which would hide the screen's own arrows.
    BINDINGS = bindings("list")

    def __init__(self, glyphs: Glyphs, *options: Option | None, keep: bool = False, id: str | None = None) -> None:
        super().__init__(*options, id=id, markup=False)
        self.glyphs = glyphs
        self.keep = keep

    def show(self, options: list[Option | None]) -> None:
        """Replaces the rows; the cursor stays on the row with the same id, else goes to the one that took its place."""
        before, index_before = self.chosen, self.highlighted or 0
        self.clear_options()
        self.add_options(options)
        rows = [index for index in range(self.option_count) if not self.get_option_at_index(index).disabled]
        same = [index for index in rows if before and self.get_option_at_index(index).id == before]
        near = [index for index in rows if index >= index_before] or rows[-1:] if before else rows
        self.highlighted = next(iter(same or near), None)

    def seek(self, id: str) -> bool:
        """Puts the cursor on the row with this id; tells whether there is one."""
        for index in range(self.option_count if id else 0):
            if self.get_option_at_index(index).id == id:
                self.highlighted = index
                return True
        return False

    @property
    def chosen(self) -> str | None:
        """Id of the row under the cursor."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def _move_page(self, direction: Direction) -> None:
        """Not before the rows have their place: Textual looks for the place of a row that has none yet."""
        if self._index_to_line:
            super()._move_page(direction)

    def _get_left_gutter_width(self) -> int:
        return GUTTER

    def render_line(self, y: int) -> Strip:
        """Adds the pointer, and recolours the row under the cursor: spans would keep their own colour on it."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        index, offset = self._lines[line] if line < len(self._lines) else (-1, 0)
        if index != self.highlighted or not (self.has_focus or self.keep):
            return Strip([Segment(" " * GUTTER, self.get_component_rich_style("option-list--option")), *strip])
        colours = self.app.theme_variables
        ink, ground = ("cursor-ink", "cursor") if self.has_focus else ("cursor-rest-ink", "cursor-rest")
        style = Style(color=colours[ink], bgcolor=colours[ground], bold=self.has_focus or None)
        pointer = self.glyphs.cursor if offset == 0 else " "
        return Strip(
            [
                Segment(f" {pointer} ", style),
                *(Segment(segment.text, (segment.style or Style()) + style) for segment in strip),
            ]
        )


def heading(text: str, colour: str = "$primary") -> Option:
    """A group heading inside a list: shown, never chosen. An empty one parts two groups."""
    return Option(Content.assemble((text, f"bold {colour}")), disabled=True)
