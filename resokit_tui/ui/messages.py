"""What screens tell the app. State goes down by constructor and `services`; wishes and news go up as these messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from resokit_tui.workspace.dossiers import Workspace


@dataclass
class OpenArea(Message):
    """Go to an area, by its id."""

    area: str


@dataclass
class OpenPage(Message):
    """Read a page of the method."""

    page: str


@dataclass
class OpenDossier(Message):
    """Make this the dossier that is open, and show it; with a shelf also what was written of that kind."""

    dossier_id: str
    shelf: str = ""


@dataclass
class MethodChanged(Message):
    """The pages of the method are others now: every screen is to be made again."""


@dataclass
class Unlocked(Message):
    """A vault was opened or made: go on to Today."""

    workspace: Workspace
