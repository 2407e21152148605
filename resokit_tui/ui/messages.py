"""What screens tell the app. State goes down by constructor and `services`; wishes and news go up as these messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from resokit_tui.workspace.dossiers import Workspace


class OpenArea(Message):
    """Go to an area, by its id."""

    def __init__(self, area: str) -> None:
        super().__init__()
        self.area = area


class OpenPage(Message):
    """Read a page of the method."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page


class OpenDossier(Message):
    """Make this the dossier that is open, and show it; with a shelf also what was written of that kind, at a record."""

    def __init__(self, dossier_id: str, shelf: str = "", record: str = "") -> None:
        super().__init__()
        self.dossier_id = dossier_id
        self.shelf = shelf
        self.record = record


class OpenStage(Message):
    """Open a stage of the dossier that is open, in place of the screen in front when `instead`."""

    def __init__(self, stage: str, *, instead: bool = False) -> None:
        super().__init__()
        self.stage = stage
        self.instead = instead


class MethodChanged(Message):
    """The pages of the method are others now: every screen is to be made again."""


class Unlocked(Message):
    """A vault was opened or made: go on to Today."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
