"""For whom a document is made: a filter on the plan, before anything is drawn."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from resokit_tui.casework.consent import DossierPart
from resokit_tui.casework.quality import Voice
from resokit_tui.core.i18n import Message
from resokit_tui.export.plan_facts import AgreementFact, ReviewFact, RoleFact, RolePlan, StepFact


class Audience(StrEnum):
    """Who will read it. What an audience may not see is taken out of the plan, never hidden in the drawing."""

    FULL = "full"
    CLIENT = "client"
    PARTNER = "partner"
    INTERVISIE = "intervisie"


AUDIENCE_NAMES = {
    Audience.FULL: Message("everything"),
    Audience.CLIENT: Message("the person"),
    Audience.PARTNER: Message("a partner"),
    Audience.INTERVISIE: Message("intervision"),
}

AUDIENCE_ABOUT = {
    Audience.FULL: Message("For your own file: notes and what was agreed on sharing are in it, reflections are not."),
    Audience.CLIENT: Message("In the person's own words, in larger letters. Nothing of your notes is in it."),
    Audience.PARTNER: Message("Only what the permission for this partner covers."),
    Audience.INTERVISIE: Message("Names and places are replaced, days are told to the month."),
}

_FIELDS: dict[DossierPart, tuple[str, ...]] = {
    DossierPart.PROFILE: (
        "appreciated",
        "important",
        "support",
        "knowledge",
        "strengths",
        "interests",
        "dream",
        "unwanted",
    ),
    DossierPart.ROLES: ("roles", "wished"),
    DossierPart.NETWORK: ("network", "web"),
    DossierPart.IDEAS: ("later",),
    DossierPart.CHOICE: ("chosen",),
    DossierPart.NEEDS: ("needs",),
    DossierPart.PLAN: ("steps", "agreement"),
    DossierPart.REVIEWS: ("reviews", "next_review"),
    DossierPart.QUALITY: ("quality",),
    DossierPart.NOTES: ("notes",),
}
"""The fields of a plan that belong to each part; a field in no part is for those named in `_WORKING` or for all."""
_WORKING = ("occasion", "interpreter")
"""What the professional wrote down to work with."""
_BETWEEN_US = ("consents", "trusted_person")
"""What stands between the person and the professional."""

_EMPTY = {
    field.name: field.default for field in msgspec.structs.fields(RolePlan) if field.default is not msgspec.NODEFAULT
}


def filtered(plan: RolePlan, audience: Audience, parts: frozenset[DossierPart]) -> RolePlan:
    """The plan with only these parts, and of those only what this reader is meant to read.

    The full plan alone keeps the professional's own working words. Names are not this filter's: see `anonymous`.
    """
    gone = [name for part in DossierPart if part not in parts for name in _FIELDS[part]]
    if audience is not Audience.FULL:
        gone += _WORKING
    if audience in (Audience.PARTNER, Audience.INTERVISIE):
        gone += _BETWEEN_US
    kept = msgspec.structs.replace(
        plan,
        parts=tuple(part for part in DossierPart if part in parts),
        **{name: _EMPTY[name] for name in gone},
    )
    if audience is Audience.FULL:
        return kept
    kept = _without_working_words(kept, notes=DossierPart.NOTES in parts)
    return _unrecognisable(kept) if audience is Audience.INTERVISIE else kept


def _without_working_words(plan: RolePlan, *, notes: bool) -> RolePlan:
    """Takes out what only the professional said of a role, a step or the quality of life."""
    return msgspec.structs.replace(
        plan,
        roles=tuple(RoleFact(one.name, one.domain, one.worth) for one in plan.roles),
        steps=plan.steps if notes else tuple(msgspec.structs.replace(one, note="") for one in plan.steps),
        quality=tuple(one for one in plan.quality if one.voice is Voice.PERSON),
    )


def _unrecognisable(plan: RolePlan) -> RolePlan:
    """Takes out who and where, and days of which only the month remains."""
    chosen = plan.chosen and msgspec.structs.replace(plan.chosen, place="", neighbourhood="", with_whom="", quote="")
    agreement = msgspec.structs.replace(plan.agreement, supporters="", present="", agreed=None, agreed_how="")
    return msgspec.structs.replace(
        plan,
        organisation="",
        professional="",
        day=plan.day.replace(day=1),
        months_only=True,
        chosen=chosen,
        agreement=agreement if plan.agreement != AgreementFact() else plan.agreement,
        steps=tuple(_to_the_month(one) for one in plan.steps),
        needs=tuple(msgspec.structs.replace(one, until=one.until and one.until.replace(day=1)) for one in plan.needs),
        quality=tuple(msgspec.structs.replace(one, day=one.day.replace(day=1)) for one in plan.quality),
        reviews=tuple(_review_to_the_month(one) for one in plan.reviews),
        next_review=plan.next_review and plan.next_review.replace(day=1),
    )


def _to_the_month(step: StepFact) -> StepFact:
    return msgspec.structs.replace(step, due=step.due and step.due.replace(day=1))


def _review_to_the_month(review: ReviewFact) -> ReviewFact:
    return msgspec.structs.replace(review, held=review.held.replace(day=1), with_whom="")
