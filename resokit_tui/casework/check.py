"""The role check: ten questions about a role, answered in words and never added up (stage 5, domain.md §5.2)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class CheckPoint(StrEnum):
    """What makes a role a valued one."""

    CHOSEN = "chosen"
    MORE_THAN_ACTIVITY = "more_than_activity"
    CONTRIBUTES = "contributes"
    VALUED = "valued"
    ORDINARY_PLACE = "ordinary_place"
    REAL_MEETING = "real_meeting"
    FITS = "fits"
    GROWS = "grows"
    MISSED = "missed"
    SAFE = "safe"


class CheckAnswer(StrEnum):
    """Yes, partly or no; unanswered is not an answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CheckedPoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was said of one point."""

    point: CheckPoint
    answer: CheckAnswer | None = None
    note: str = ""

    def __repr__(self) -> str:
        return f"<CheckedPoint {self.point}>"


class RoleCheck(Record, frozen=True, kw_only=True):
    """The role check of one idea, or of the role that grew out of it."""

    about: str
    """Id of the role idea; of the chosen role when that came from no idea."""
    points: tuple[CheckedPoint, ...] = ()

    def said(self, point: CheckPoint) -> CheckedPoint:
        """What was said of a point; empty when nothing was."""
        return next((each for each in self.points if each.point is point), CheckedPoint(point=point))

    def with_point(self, said: CheckedPoint) -> tuple[CheckedPoint, ...]:
        """The points with this one in its place, in the order of the questions."""
        rest = {each.point: each for each in self.points} | {said.point: said}
        return tuple(rest[point] for point in CheckPoint if point in rest)


CHECK_QUESTIONS = {
    CheckPoint.CHOSEN: Message("Did the person choose it?"),
    CheckPoint.MORE_THAN_ACTIVITY: Message("Is it more than an activity?"),
    CheckPoint.CONTRIBUTES: Message("Does the person contribute something?"),
    CheckPoint.VALUED: Message("Do others value it, outside care too?"),
    CheckPoint.ORDINARY_PLACE: Message("Is it in an ordinary place?"),
    CheckPoint.REAL_MEETING: Message("Does one really meet people who are not paid?"),
    CheckPoint.FITS: Message("Does it fit the person's age and culture?"),
    CheckPoint.GROWS: Message("Can it grow?"),
    CheckPoint.MISSED: Message("Is the person missed when absent?"),
    CheckPoint.SAFE: Message("Is it safe enough?"),
}
ANSWER_NAMES = {CheckAnswer.YES: Message("yes"), CheckAnswer.PARTLY: Message("partly"), CheckAnswer.NO: Message("no")}
