"""The professional's own map of the neighbourhood: places, who knows everybody there, and what keeps people out.

Kept in the own dossier, because half of the work is the neighbourhood and it serves every client (domain.md §1.2).
"""

from __future__ import annotations

from datetime import date, timedelta

from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.record import Record

REREAD_AFTER = timedelta(days=182)
"""A neighbourhood changes: after half a year a place asks to be looked at again."""


class Place(Record, frozen=True, kw_only=True):
    """A place, group or initiative in the neighbourhood."""

    name: str
    neighbourhood: str = ""
    domain: LifeDomain | None = None
    happens: str = ""
    """What happens there."""
    key_figure: str = ""
    """Who knows everybody, and opens the door."""
    barriers: str = ""
    """What keeps people out."""
    read: date | None = None
    """When the professional last looked for themselves."""

    def is_due(self, today: date) -> bool:
        """Whether it is time to look again."""
        return self.read is None or self.read + REREAD_AFTER <= today
