"""A dossier → the facts of its role plan, before anybody's filter.

Reflections, standings, answers, wounds and what lies in the trash are never read here, so they cannot reach any
document. Contacts are counted and drawn, not named.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import msgspec

from resokit_tui.casework.consent import Consent
from resokit_tui.casework.design import Need, RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action, Plan, Review
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.quality import QualityOfLife
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea, RoleTime
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.record import Record
from resokit_tui.export.neutral import Neutral
from resokit_tui.export.plan_facts import (
    AgreementFact,
    ChosenRole,
    ConsentFact,
    DomainCount,
    NeedFact,
    NoteFact,
    PointFact,
    QualityFact,
    ReviewFact,
    RoleFact,
    RolePlan,
    StepFact,
    StrengthFact,
)

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Neutral)


def gathered(dossier: Dossier, today: date) -> RolePlan:
    """Every fact a role plan may hold, dated `today`."""
    client = dossier.client
    profile = newest(dossier, Profile)
    plan = newest(dossier, Plan)
    reviews = present(dossier, Review)
    roles = present(dossier, Role)
    return RolePlan(
        alias=client.alias,
        language=client.language,
        address=client.address,
        day=today,
        occasion=client.occasion,
        trusted_person=client.trusted_person,
        interpreter=client.interpreter,
        strengths=tuple(taken(StrengthFact, one) for one in present(dossier, Strength)),
        interests=tuple(one.text for one in present(dossier, Interest)),
        roles=tuple(
            RoleFact(one.name, one.domain, one.valued_by_person, one.valued_by_others)
            for one in roles
            if one.time is RoleTime.NOW
        ),
        wished=tuple(one.name for one in roles if one.time is RoleTime.WISHED),
        network=_counts(present(dossier, Contact)),
        web=tuple(taken(PointFact, one) for one in present(dossier, Contact)),
        later=tuple(one.name for one in present(dossier, RoleIdea) if one.choice is IdeaChoice.LATER),
        chosen=_chosen(dossier),
        needs=tuple(taken(NeedFact, one) for one in present(dossier, Need)),
        steps=_steps(present(dossier, Action)),
        agreement=taken(AgreementFact, plan) if plan else AgreementFact(),
        quality=_quality(present(dossier, QualityOfLife)),
        reviews=_held(reviews),
        next_review=_next_review(reviews, plan, today),
        notes=_notes(present(dossier, Note)),
        consents=tuple(taken(ConsentFact, one) for one in present(dossier, Consent)),
        **({name: getattr(profile, name) for name in Profile.__struct_fields__ if name in _PROFILE} if profile else {}),
    )


_PROFILE = frozenset(("appreciated", "important", "support", "knowledge", "dream", "unwanted"))


def taken(kind: type[F], record: Record) -> F:
    """A fact with the fields of the same name of a record."""
    return kind(**{name: getattr(record, name) for name in kind.__struct_fields__})


def present(dossier: Dossier, kind: type[R]) -> tuple[R, ...]:
    """The records of one type that do not lie in the trash, also when a caller forgot to leave those out."""
    return tuple(record for record in dossier.all(kind) if record.trashed is None)


def newest(dossier: Dossier, kind: type[R]) -> R | None:
    """The record of one type that was made last and does not lie in the trash."""
    return next(reversed(present(dossier, kind)), None)


def _counts(contacts: Iterable[Contact]) -> tuple[DomainCount, ...]:
    counts: dict[LifeDomain | None, list[int]] = {}
    for contact in contacts:
        counts.setdefault(contact.domain, [0, 0])[contact.paid] += 1
    order: tuple[LifeDomain | None, ...] = (*LifeDomain, None)
    return tuple(DomainCount(domain, *counts[domain]) for domain in order if domain in counts)


def _chosen(dossier: Dossier) -> ChosenRole | None:
    design = newest(dossier, RoleDesign)
    if design is not None:
        return taken(ChosenRole, design)
    ideas = [one for one in present(dossier, RoleIdea) if one.choice is IdeaChoice.CHOSEN]
    if not ideas:
        return None
    return ChosenRole(name=ideas[-1].name, sentence=ideas[-1].description, why=ideas[-1].why, place=ideas[-1].place)


def _steps(actions: Iterable[Action]) -> tuple[StepFact, ...]:
    theirs = (one for one in actions if not one.own)
    ordered = sorted(theirs, key=lambda one: one.due or one.start or date.max)
    return tuple(
        StepFact(one.title, one.who, one.due or one.start, one.status, one.reason, one.note) for one in ordered
    )


def _quality(measured: Iterable[QualityOfLife]) -> tuple[QualityFact, ...]:
    facts = [
        QualityFact(one.day, one.voice, tuple(sorted(one.scores.items())), one.note, one.difference) for one in measured
    ]
    return tuple(sorted(facts, key=lambda one: one.day))


def _held(reviews: Iterable[Review]) -> tuple[ReviewFact, ...]:
    """Those that were held and say something."""
    held = [taken(ReviewFact, one) for one in reviews if one.held is not None]
    said = [one for one in held if one != ReviewFact(one.held)]
    return tuple(sorted(said, key=lambda one: one.held))


def _next_review(reviews: Iterable[Review], plan: Plan | None, today: date) -> date | None:
    planned = [one.next for one in reviews if one.next is not None]
    planned += [one.held for one in reviews if one.held is not None and one.held > today]
    planned += [plan.review] if plan and plan.review else []
    return min((day for day in planned if day >= today), default=None)


def _notes(notes: Iterable[Note]) -> tuple[NoteFact, ...]:
    return tuple(sorted((taken(NoteFact, one) for one in notes), key=lambda one: one.day))


def attached(plan: RolePlan) -> bytes:
    """The facts of a plan as JSON, schema `resokit-plan/1`: the members are those of `RolePlan`."""
    facts = msgspec.to_builtins(plan)
    return msgspec.json.format(msgspec.json.encode({"schema": "resokit-plan/1", **facts}), indent=2) + b"\n"
