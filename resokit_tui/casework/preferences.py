"""Choices that go with the professional rather than with the machine; kept in the own dossier."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from resokit_tui.casework.client import Address
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class ClientWord(StrEnum):
    """What the people one works with are called; the word is contested, so it is a choice."""

    CLIENT = "client"
    PARTICIPANT = "participant"
    VISITOR = "visitor"
    GUEST = "guest"
    RESIDENT = "resident"


class Preferences(Record, frozen=True, kw_only=True):
    """One per own dossier."""

    client_word: ClientWord = ClientWord.CLIENT
    organisation: str = ""
    address: Address = Address.JE
    """How paper speaks to a new client, until the dossier says otherwise."""
    overlay: str = ""
    """Folder with the organisation's own pages; empty for none."""
    retention_months: int = 12
    """After closing a dossier, when to ask whether it may go: the organisation's term, not a law's (domain.md §9.6)."""
    backed_up: datetime | None = None
    """When a backup of this vault was last made and read back."""


CLIENT_WORDS = {
    ClientWord.CLIENT: Message("client"),
    ClientWord.PARTICIPANT: Message("participant"),
    ClientWord.VISITOR: Message("visitor"),
    ClientWord.GUEST: Message("guest"),
    ClientWord.RESIDENT: Message("resident"),
}
