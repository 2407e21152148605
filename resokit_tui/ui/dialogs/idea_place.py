"""Where a role that is kept may happen: one of the professional's own places, or none yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList

_MOST = 7


class IdeaPlaceDialog(BaseDialog[str]):
    """Gives the name of a place, an empty text for none yet, or nothing when it is closed: then nothing is kept."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss"]
    AUTO_FOCUS = "#fitting"

    def __init__(self, services: Services, role: str, places: Sequence[str]) -> None:
        super().__init__(services)
        self.role, self.places = role, tuple(places[:_MOST])

    def body(self) -> ComposeResult:
        """The role, and the places that fit, likeliest first."""
        with Vertical(classes="sheet"):
            yield Static(self.role, classes="sheet-title", markup=False)
            yield Static(self.tr("At one of your own places?"), classes="sheet-text", markup=False)
            rows = [Option(Content(name), id=f"place-{n}") for n, name in enumerate(self.places)]
            none = Option(Content(self.tr("no place yet")), id="none")
            fitting = PointerList(self.services.glyphs, *rows, none, id="fitting")
            fitting.styles.height = len(rows) + 1
            yield fitting

    def on_mount(self) -> None:
        """To the likeliest place."""
        self.query_one(PointerList).highlighted = 0

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Takes it."""
        id = event.option.id or ""
        self.dismiss(self.places[int(id.removeprefix("place-"))] if id.startswith("place-") else "")
