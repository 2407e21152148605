"""What the client agreed to, how, until when, and what was refused (domain.md §9.5)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from resokit_tui.core.record import Record


class ConsentStatus(StrEnum):
    """Whether there is an agreement."""

    TO_ASK = "to_ask"
    GIVEN = "given"
    PARTLY = "partly"
    WITHDRAWN = "withdrawn"


class ConsentForm(StrEnum):
    """How it was given."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    REPRESENTATIVE = "representative"


class Consent(Record, frozen=True, kw_only=True):
    """One agreement, in the words it was made in."""

    status: ConsentStatus = ConsentStatus.TO_ASK
    form: ConsentForm | None = None
    given: date | None = None
    words: str = ""
    until: date | None = None
    """When to talk about it again."""
    refused: tuple[str, ...] = ()
