"""Which documents left the house: when, what, for whom, where to, and a fingerprint of each."""

from __future__ import annotations

from datetime import date

from resokit_tui.core.record import Record


class Exported(Record, frozen=True, kw_only=True):
    """One document that was written."""

    day: date
    document: str
    audience: str
    format: str
    sha256: str
    for_whom: str = ""
    """The partner it was made for, by name."""
    place: str = ""
    """Where it was written; empty when it went to the screen."""
