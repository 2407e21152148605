"""The role being worked out: sentence, setting and what it takes (stages 5 and 6, domain.md §5.2)."""

from __future__ import annotations

from datetime import date
from enum import Enum, StrEnum, auto

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class RoleDesign(Record, frozen=True, kw_only=True):
    """The chosen role."""

    name: str
    sentence: str = ""
    """"I am … at … so that …", in the client's words."""
    quote: str = ""
    """Something the client said about it."""
    why: str = ""
    brings: tuple[str, ...] = ()
    """Which good things of life it may bring."""
    contributes: str = ""
    place: str = ""
    neighbourhood: str = ""
    with_whom: str = ""
    barriers: tuple[str, ...] = ()
    chances: tuple[str, ...] = ()
    goal: str = ""
    """"By … I am … at …, with … ": a role, not an activity."""
    analogue: str = ""
    """How an ordinary inhabitant of Brussels does this: the culturally valued analogue (domain.md §4.4)."""
    idea: str = ""
    """Id of the role idea it came from; empty when it came from none."""


class NeedArea(StrEnum):
    """A row of the match matrix."""

    COMPETENCE = "competence"
    IMAGE = "image"
    MATERIAL = "material"
    TRANSPORT = "transport"
    TIME = "time"
    COST = "cost"
    PEOPLE = "people"
    ADAPTATION = "adaptation"
    SUPPORT = "support"
    RULES = "rules"


class Need(Record, frozen=True, kw_only=True):
    """What the role asks, what is there already, and how the gap is closed."""

    area: NeedArea
    required: str
    present: str = ""
    gap: str = ""
    action: str = ""
    who: str = ""
    until: date | None = None
    settled: bool = False
    """Whether it is in order now, however that came about."""


class NeedState(Enum):
    """How far a need is met; never added up over the rows."""

    NOT_YET = auto()
    ON_THE_WAY = auto()
    SETTLED = auto()
    LATE = auto()


def need_state(need: Need | None, today: date) -> NeedState:
    """How far a need is: settled when that was noted, or when all that is asked is there already."""
    if need is None:
        return NeedState.NOT_YET
    if need.settled or (need.present and not need.gap and not need.action):
        return NeedState.SETTLED
    return NeedState.LATE if need.until and need.until < today else NeedState.ON_THE_WAY


AREA_NAMES = {
    NeedArea.COMPETENCE: Message("Competence"),
    NeedArea.IMAGE: Message("Image"),
    NeedArea.MATERIAL: Message("Material"),
    NeedArea.TRANSPORT: Message("Place and transport"),
    NeedArea.TIME: Message("Time and rhythm"),
    NeedArea.COST: Message("Cost"),
    NeedArea.PEOPLE: Message("People"),
    NeedArea.ADAPTATION: Message("Adaptation"),
    NeedArea.SUPPORT: Message("Support"),
    NeedArea.RULES: Message("Rules"),
}
