"""The contents of a dossier, dropped over any of its stages."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.dossier_parts import stage_rows
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.session import DossierSession


class ContentsDialog(BaseDialog[str]):
    """The nine stages with their state, dropped over the left; gives the id of the one that was chosen."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["contents.tcss"]
    BINDINGS = bindings("contents")

    def __init__(self, services: Services, session: DossierSession, here: str) -> None:
        super().__init__(services)
        self.session, self.here = session, here

    def body(self) -> ComposeResult:
        """The same rows as on the first screen of the dossier."""
        with Vertical(id="drop"):
            yield PointerList(self.services.glyphs, *stage_rows(self.session.dossier, self.services), id="stages")

    def on_mount(self) -> None:
        """The cursor on the stage one is at."""
        shown = self.query_one("#stages", PointerList)
        shown.highlighted = shown.get_option_index(self.here) if self.here else 1
        shown.focus()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Goes there."""
        self.dismiss(event.option.id)
