"""Who somebody is: strengths, interests, and a one-page profile (stage 1; domain.md §5.2, §9.2)."""

from __future__ import annotations

from resokit_tui.core.record import Record


class Strength(Record, frozen=True, kw_only=True):
    """Something a person is, can, knows or gives."""

    text: str
    evidence: str = ""
    """One concrete example: without it a strength is only a compliment."""


class Interest(Record, frozen=True, kw_only=True):
    """Something a person likes or is curious about."""

    text: str


class Profile(Record, frozen=True, kw_only=True):
    """The client's own words, in the first person. One per dossier."""

    appreciated: tuple[str, ...] = ()
    """What people appreciate in me."""
    important: tuple[str, ...] = ()
    """What matters to me."""
    support: tuple[str, ...] = ()
    """How to support me well."""
    knowledge: tuple[str, ...] = ()
    """What I know, and the languages I speak."""
    dream: str = ""
    unwanted: tuple[str, ...] = ()
    """What I certainly do not want."""
