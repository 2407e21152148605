"""The role plan as neutral facts: what may be read, and nothing else (domain.md §9.3, parts 1–9 and 13).

Reflections, standings, answers and dated notes are never read here, so they cannot reach any document. Contacts are
counted, not named. Records in the trash are left out, also when a caller forgets to.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from resokit_tui.casework.design import Need, NeedArea, RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.plan import Action, ActionStatus, Review
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea, RoleTime
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.record import Record
from resokit_tui.export.audience import Audience, require_ready
from resokit_tui.export.neutral import Neutral

R = TypeVar("R", bound=Record)


class StrengthFact(Neutral, frozen=True):
    """A strength, and one example of it when there is one."""

    text: str
    evidence: str = ""


class RoleFact(Neutral, frozen=True):
    """A role held now; `worth` is 0–3 in the eyes of the person."""

    name: str
    domain: LifeDomain | None = None
    worth: int | None = None


class DomainCount(Neutral, frozen=True):
    """How many contacts there are in one life domain; `None` gathers those without a domain."""

    domain: LifeDomain | None
    unpaid: int
    paid: int


class ChosenRole(Neutral, frozen=True):
    """The role that is being worked out, with where and with whom."""

    name: str
    sentence: str = ""
    quote: str = ""
    why: str = ""
    brings: tuple[str, ...] = ()
    contributes: str = ""
    goal: str = ""
    place: str = ""
    neighbourhood: str = ""
    with_whom: str = ""
    barriers: tuple[str, ...] = ()
    chances: tuple[str, ...] = ()


class NeedFact(Neutral, frozen=True):
    """A row of the match matrix."""

    area: NeedArea
    required: str
    present: str = ""
    action: str = ""
    who: str = ""


class StepFact(Neutral, frozen=True):
    """A planned step; `reason` says why it was postponed or cancelled."""

    title: str
    who: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.TODO
    reason: str = ""


class ReviewFact(Neutral, frozen=True):
    """How the role went at one moment."""

    held: date
    works: str = ""
    does_not_work: str = ""
    adjustment: str = ""


class RolePlan(Neutral, frozen=True):
    """Everything a role plan may say to its audience. Empty fields were empty in the dossier, or filtered out."""

    alias: str
    language: str
    day: date
    version: int = 0
    organisation: str = ""
    professional: str = ""
    appreciated: tuple[str, ...] = ()
    important: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    strengths: tuple[StrengthFact, ...] = ()
    interests: tuple[str, ...] = ()
    dream: str = ""
    unwanted: tuple[str, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    network: tuple[DomainCount, ...] = ()
    chosen: ChosenRole | None = None
    needs: tuple[NeedFact, ...] = ()
    steps: tuple[StepFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    next_review: date | None = None


def role_plan(
    dossier: Dossier,
    audience: Audience,
    today: date,
    organisation: str = "",
    professional: str = "",
    *,
    version: int = 0,
) -> RolePlan:
    """The plan of this dossier as `audience` may read it, dated `today`; `version` 0 leaves the version out.

    Raises `UsageError` for an audience that has no filter yet.
    """
    require_ready(audience)
    client = dossier.client
    profile = _newest(dossier, Profile)
    reviews = _present(dossier, Review)
    return RolePlan(
        alias=client.alias,
        language=client.language,
        day=today,
        version=version,
        organisation=organisation,
        professional=professional,
        appreciated=profile.appreciated if profile else (),
        important=profile.important if profile else (),
        support=profile.support if profile else (),
        strengths=tuple(StrengthFact(one.text, one.evidence) for one in _present(dossier, Strength)),
        interests=tuple(one.text for one in _present(dossier, Interest)),
        dream=profile.dream if profile else "",
        unwanted=profile.unwanted if profile else (),
        roles=tuple(
            RoleFact(one.name, one.domain, one.valued_by_person)
            for one in _present(dossier, Role)
            if one.time is RoleTime.NOW
        ),
        network=_counts(_present(dossier, Contact)),
        chosen=_chosen(dossier),
        needs=tuple(
            NeedFact(one.area, one.required, one.present, one.action, one.who) for one in _present(dossier, Need)
        ),
        steps=_steps(_present(dossier, Action)),
        reviews=_held(reviews),
        next_review=_next_review(reviews, today),
    )


def _present(dossier: Dossier, kind: type[R]) -> tuple[R, ...]:
    return tuple(record for record in dossier.all(kind) if record.trashed is None)


def _newest(dossier: Dossier, kind: type[R]) -> R | None:
    return next(reversed(_present(dossier, kind)), None)


def _counts(contacts: Iterable[Contact]) -> tuple[DomainCount, ...]:
    counts: dict[LifeDomain | None, list[int]] = {}
    for contact in contacts:
        counts.setdefault(contact.domain, [0, 0])[contact.paid] += 1
    order: tuple[LifeDomain | None, ...] = (*LifeDomain, None)
    return tuple(DomainCount(domain, *counts[domain]) for domain in order if domain in counts)


def _chosen(dossier: Dossier) -> ChosenRole | None:
    design = _newest(dossier, RoleDesign)
    if design is not None:
        return ChosenRole(
            **{name: getattr(design, name) for name in ChosenRole.__struct_fields__},
        )
    ideas = [one for one in _present(dossier, RoleIdea) if one.choice is IdeaChoice.CHOSEN]
    if not ideas:
        return None
    return ChosenRole(name=ideas[-1].name, sentence=ideas[-1].description, why=ideas[-1].why, place=ideas[-1].place)


def _steps(actions: Iterable[Action]) -> tuple[StepFact, ...]:
    theirs = (one for one in actions if not one.own)
    ordered = sorted(theirs, key=lambda one: one.due or one.start or date.max)
    return tuple(StepFact(one.title, one.who, one.due or one.start, one.status, one.reason) for one in ordered)


def _held(reviews: Iterable[Review]) -> tuple[ReviewFact, ...]:
    held = [
        ReviewFact(one.held, one.works, one.does_not_work, one.adjustment)
        for one in reviews
        if one.held is not None and (one.works or one.does_not_work or one.adjustment)
    ]
    return tuple(sorted(held, key=lambda one: one.held))


def _next_review(reviews: Iterable[Review], today: date) -> date | None:
    planned = [one.next for one in reviews if one.next is not None]
    planned += [one.held for one in reviews if one.held is not None and one.held > today]
    return min((day for day in planned if day >= today), default=None)
