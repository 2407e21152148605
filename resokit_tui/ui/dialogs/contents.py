"""The contents of a dossier, dropped over any of its stages."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.progress import stage_progress
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.words import STAGE_NAMES
from resokit_tui.workspace.session import DossierSession


class ContentsDialog(BaseDialog[str]):
    """The nine stages with their state; gives the id of the one that was chosen."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "contents.tcss"]
    BINDINGS = bindings("contents")

    def __init__(self, services: Services, session: DossierSession, here: str) -> None:
        super().__init__(services)
        self.session, self.here = session, here

    def body(self) -> ComposeResult:
        """Heading and list."""
        glyphs = self.services.glyphs
        signs = (glyphs.todo, glyphs.busy, glyphs.done)
        rows = [
            Option(f"{signs[level]} {number} {self.tr(STAGE_NAMES[stage])}", id=stage)
            for number, (stage, level) in enumerate(stage_progress(self.session.dossier).items())
        ]
        with Vertical(classes="sheet", id="contents-sheet"):
            yield Static(self.tr("Go to"), classes="sheet-title", markup=False)
            yield PointerList(glyphs, *rows, id="stages")

    def on_mount(self) -> None:
        """The cursor on the stage one is at."""
        shown = self.query_one("#stages", PointerList)
        shown.highlighted = shown.get_option_index(self.here) if self.here else 0
        shown.focus()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Goes there."""
        self.dismiss(event.option.id)
