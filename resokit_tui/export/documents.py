"""Which documents there are, for whom each may be made, and how each is built."""

from __future__ import annotations

from enum import StrEnum

from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import Audience


class DocumentKind(StrEnum):
    """A sort of paper about one client."""

    PLAN = "plan"
    SUMMARY = "summary"
    NETWORK = "network"
    INTERVISION = "intervision"
    REFLECTION = "reflection"


DOCUMENT_NAMES = {
    DocumentKind.PLAN: Message("Role plan"),
    DocumentKind.SUMMARY: Message("Summary"),
    DocumentKind.NETWORK: Message("Network map"),
    DocumentKind.INTERVISION: Message("Intervision sheet"),
    DocumentKind.REFLECTION: Message("Reflection"),
}
READERS = {
    DocumentKind.PLAN: tuple(Audience),
    DocumentKind.SUMMARY: tuple(Audience),
    DocumentKind.NETWORK: tuple(Audience),
    DocumentKind.INTERVISION: (Audience.INTERVISIE,),
    DocumentKind.REFLECTION: (Audience.FULL,),
}
"""For whom each can be made. A reflection is for oneself; an intervision sheet is always nameless."""
