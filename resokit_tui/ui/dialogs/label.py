"""Which label the notes in the list must have."""

from __future__ import annotations

from collections.abc import Mapping
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

_MOST = 12
_ALL = "all"


class LabelDialog(BaseDialog[str]):
    """Gives a label, an empty text for all notes, or nothing when it is closed."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss"]
    AUTO_FOCUS = "#labels"

    def __init__(self, services: Services, labels: Mapping[str, int], chosen: str) -> None:
        super().__init__(services)
        self.labels, self.chosen = tuple(labels.items()), chosen

    def body(self) -> ComposeResult:
        """All notes, then each label with how many notes have it."""
        with Vertical(classes="sheet"):
            yield Static(self.tr("Notes with which label?"), classes="sheet-title", markup=False)
            rows = [
                Option(Content.assemble(label, (f"  {number}", "$ink-soft")), id=f"label-{n}")
                for n, (label, number) in enumerate(self.labels)
            ]
            every = Option(Content(self.tr("all notes")), id=_ALL)
            shown = PointerList(self.services.glyphs, every, *rows, id="labels")
            shown.styles.height = min(_MOST, len(rows) + 1)
            yield shown

    def on_mount(self) -> None:
        """To the one that holds."""
        names = [name for name, _ in self.labels]
        self.query_one(PointerList).highlighted = names.index(self.chosen) + 1 if self.chosen in names else 0

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Takes it."""
        id = event.option.id or ""
        self.dismiss("" if id == _ALL else self.labels[int(id.removeprefix("label-"))][0])
