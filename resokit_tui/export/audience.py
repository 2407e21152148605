"""For whom a document is made: a filter on the plan, before anything is drawn."""

from __future__ import annotations

from enum import StrEnum

from resokit_tui.core.errors import UsageError
from resokit_tui.core.i18n import Message


class Audience(StrEnum):
    """Who will read it. What an audience may not see is taken out of the plan, never hidden in the drawing."""

    FULL = "full"
    CLIENT = "client"
    PARTNER = "partner"
    INTERVISIE = "intervisie"


READY = frozenset({Audience.FULL})
"""Audiences whose filter exists."""


def require_ready(audience: Audience) -> None:
    """Refuses (`UsageError`) an audience without a filter: printing everything for it would be worse than nothing."""
    if audience not in READY:
        raise UsageError(
            Message(
                "A document for “{audience}” cannot be made yet. Choose “{ready}”.",
                audience=audience.value,
                ready=", ".join(sorted(READY)),
            )
        )
