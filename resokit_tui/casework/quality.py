"""Quality of life at one moment: eight domains of Schalock, in five steps with words (domain.md §7a).

The person and the professional look apart; where they differ, both stay. Nothing is ever added up.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class QualityDomain(StrEnum):
    """A part of the quality of a life; the order is the order round the star."""

    DEVELOPMENT = "development"
    SELF_DETERMINATION = "self_determination"
    RELATIONS = "relations"
    INCLUSION = "inclusion"
    RIGHTS = "rights"
    EMOTIONAL = "emotional"
    PHYSICAL = "physical"
    MATERIAL = "material"


class Voice(StrEnum):
    """Who says it."""

    PERSON = "person"
    PROFESSIONAL = "professional"


class QualityOfLife(Record, frozen=True, kw_only=True):
    """How it goes, in the eyes of one of the two, on one day."""

    day: date
    scores: dict[QualityDomain, int]
    """1–5 for the domains that were talked about, see `QUALITY_STEPS`."""
    voice: Voice = Voice.PERSON
    note: str = ""
    difference: str = ""
    """What the two see differently, and why that is fine."""


QUALITY_NAMES = {
    QualityDomain.DEVELOPMENT: Message("Personal development"),
    QualityDomain.SELF_DETERMINATION: Message("Self-determination"),
    QualityDomain.RELATIONS: Message("Relations"),
    QualityDomain.INCLUSION: Message("Social inclusion"),
    QualityDomain.RIGHTS: Message("Rights"),
    QualityDomain.EMOTIONAL: Message("Emotional well-being"),
    QualityDomain.PHYSICAL: Message("Physical well-being"),
    QualityDomain.MATERIAL: Message("Material well-being"),
}
QUALITY_STEPS = (
    Message("very hard"),
    Message("hard"),
    Message("so-so"),
    Message("good"),
    Message("very good"),
)
"""What 1–5 say."""
VOICE_NAMES = {Voice.PERSON: Message("the person"), Voice.PROFESSIONAL: Message("the professional")}
