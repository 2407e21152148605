"""The nine stages beside what one is at, where there is room for them: the line of stages, standing."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.stage_line import StageLine


class StageSide(PointerList):
    """Enter goes to the stage under the cursor; it tells so as the line does."""

    DEFAULT_CSS: ClassVar[str] = """
    StageSide { dock: left; display: none; width: 32; margin: 1 0 1 0; padding: 1 0 0 0; background: $background; }
    """

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(glyphs, keep=True, id=id)

    def show_at(self, rows: list[Option | None], here: str) -> None:
        """Other rows, with the cursor on the stage one is at."""
        self.show(rows)
        self.highlighted = self.get_option_index(here)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's list."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells which stage is wanted."""
        event.stop()
        if event.option.id:
            self.post_message(StageLine.Chosen(event.option.id))
