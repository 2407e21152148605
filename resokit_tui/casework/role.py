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


class RoleSize(StrEnum):
    """How far a role reaches: a large one touches many parts of life, a small one is bound to a place or an hour."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class RoleStrategy(StrEnum):
    """What to do with a role: the seven directions of Social Role Valorization (domain.md §5.1)."""

    STRENGTHEN = "strengthen"
    AVOID = "avoid"
    ENTER = "enter"
    REGAIN = "regain"
    LEAVE = "leave"
    SOFTEN = "soften"
    EXCHANGE = "exchange"


class Role(Record, frozen=True, kw_only=True):
    """A role in the role inventory."""

    name: str
    time: RoleTime = RoleTime.NOW
    domain: LifeDomain | None = None
    valued_by_person: int | None = None
    """0 not · 1 a little · 2 well · 3 very much."""
    valued_by_others: int | None = None
    """The same steps, in the eyes of others."""
    size: RoleSize | None = None
    strategy: RoleStrategy | None = None
    note: str = ""


class IdeaChoice(StrEnum):
    """What the client says of an idea."""

    OPEN = "open"
    CHOSEN = "chosen"
    LATER = "later"
    REJECTED = "rejected"


class GoodThing(StrEnum):
    """What a role may bring: the good things of life (domain.md §4.2)."""

    HOME = "home"
    FRIENDSHIP = "friendship"
    RESPECT = "respect"
    BELONGING = "belonging"
    LEARNING = "learning"
    VOICE = "voice"
    TAKING_PART = "taking_part"
    INCOME = "income"
    PLACES = "places"
    CONFIDENCE = "confidence"
    MEANING = "meaning"


class RoleIdea(Record, frozen=True, kw_only=True):
    """A role thought of. A rejected idea stays, with the reason."""

    name: str
    description: str = ""
    why: str = ""
    domain: LifeDomain | None = None
    place: str = ""
    choice: IdeaChoice = IdeaChoice.OPEN
    reason: str = ""
    interest: str = ""
    """The interest or strength it came from."""
    brings: tuple[GoodThing, ...] = ()
    """Which good things of life it may bring."""


TIME_NAMES = {RoleTime.PAST: Message("past"), RoleTime.NOW: Message("now"), RoleTime.WISHED: Message("wished")}
SIZE_NAMES = {
    RoleSize.SMALL: Message("small"),
    RoleSize.MIDDLE: Message("in between"),
    RoleSize.LARGE: Message("large"),
}
STRATEGY_NAMES = {
    RoleStrategy.STRENGTHEN: Message("strengthen a valued role"),
    RoleStrategy.AVOID: Message("avoid a devalued role"),
    RoleStrategy.ENTER: Message("enter a new valued role"),
    RoleStrategy.REGAIN: Message("regain a lost role"),
    RoleStrategy.LEAVE: Message("leave a devalued role"),
    RoleStrategy.SOFTEN: Message("soften a devalued role"),
    RoleStrategy.EXCHANGE: Message("exchange for a better role"),
}
WORTH_NAMES = (Message("not valued"), Message("valued a little"), Message("valued"), Message("valued very much"))
"""What 0–3 say of the worth of a role."""
CHOICE_NAMES = {
    IdeaChoice.OPEN: Message("open"),
    IdeaChoice.CHOSEN: Message("chosen"),
    IdeaChoice.LATER: Message("for later"),
    IdeaChoice.REJECTED: Message("rejected"),
}
GOOD_NAMES = {
    GoodThing.HOME: Message("home and family"),
    GoodThing.FRIENDSHIP: Message("friendship"),
    GoodThing.RESPECT: Message("respect and appreciation"),
    GoodThing.BELONGING: Message("belonging"),
    GoodThing.LEARNING: Message("learning and growing"),
    GoodThing.VOICE: Message("a voice"),
    GoodThing.TAKING_PART: Message("taking part"),
    GoodThing.INCOME: Message("money and work"),
    GoodThing.PLACES: Message("coming to ordinary places"),
    GoodThing.CONFIDENCE: Message("self-confidence"),
    GoodThing.MEANING: Message("inspiration and meaning"),
}
