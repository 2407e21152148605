"""Roles somebody has, had or wishes for, and ideas for new ones (stages 2 and 4, domain.md §5.2)."""

from __future__ import annotations

from enum import StrEnum

from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class RoleTime(StrEnum):
    """When a role is held."""

    PAST = "past"
    NOW = "now"
    WISHED = "wished"


class Role(Record, frozen=True, kw_only=True):
    """A role in the role inventory."""

    name: str
    time: RoleTime = RoleTime.NOW
    domain: LifeDomain | None = None
    valued_by_person: int | None = None
    """0 not · 1 a little · 2 well · 3 very much."""
    valued_by_others: int | None = None
    """The same steps, in the eyes of others."""
    note: str = ""


class IdeaChoice(StrEnum):
    """What the client says of an idea."""

    OPEN = "open"
    CHOSEN = "chosen"
    LATER = "later"
    REJECTED = "rejected"


class RoleIdea(Record, frozen=True, kw_only=True):
    """A role thought of. A rejected idea stays, with the reason."""

    name: str
    description: str = ""
    why: str = ""
    domain: LifeDomain | None = None
    place: str = ""
    choice: IdeaChoice = IdeaChoice.OPEN
    reason: str = ""


TIME_NAMES = {RoleTime.PAST: Message("past"), RoleTime.NOW: Message("now"), RoleTime.WISHED: Message("wished")}
