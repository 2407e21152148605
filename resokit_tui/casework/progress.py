"""How far the path of a dossier has come, per stage, read from what is recorded. Nothing is ever added up."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.casework.design import Need, RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.plan import Action, ActionStatus, Review
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea

ENOUGH_IDEAS, ENOUGH_DOMAINS = 5, 3
"""Diverge first: at least five ideas in three domains before choosing is suggested (domain.md §5.2, stage 4)."""


class Progress(IntEnum):
    """How far a stage is."""

    NOT_YET = 0
    ON_THE_WAY = 1
    DONE = 2


def stage_progress(dossier: Dossier) -> dict[str, Progress]:
    """Progress of each of the nine stages, by page id and in their order."""
    return {
        "stage.start": _start(dossier),
        "stage.self": _self(dossier),
        "stage.roles": _counted(len(dossier.all(Role)), enough=3),
        "stage.network": _counted(len(dossier.all(Contact)), enough=5),
        "stage.ideas": _ideas(dossier),
        "stage.choice": _choice(dossier),
        "stage.needs": _counted(len(dossier.all(Need)), enough=3),
        "stage.plan": _plan(dossier),
        "stage.review": _counted(sum(1 for r in dossier.all(Review) if r.held), enough=2),
    }


def current_stage(dossier: Dossier) -> str:
    """Where this dossier is: at the plan while steps are open, else at the first stage that is not done."""
    if any(action.is_open for action in dossier.all(Action)):
        return "stage.plan"
    for page, progress in stage_progress(dossier).items():
        if progress is not Progress.DONE:
            return page
    return "stage.review"


def late_actions(dossier: Dossier, today: date) -> list[Action]:
    """Open steps whose day has passed, the oldest first."""
    late = [(a.due, a) for a in dossier.all(Action) if a.is_open and a.due and a.due < today]
    return [action for _, action in sorted(late, key=lambda pair: pair[0])]


def _counted(number: int, *, enough: int) -> Progress:
    if number >= enough:
        return Progress.DONE
    return Progress.ON_THE_WAY if number else Progress.NOT_YET


def _start(dossier: Dossier) -> Progress:
    consent = dossier.newest(Consent)
    agreed = consent is not None and consent.status in (ConsentStatus.GIVEN, ConsentStatus.PARTLY)
    return Progress.DONE if agreed and dossier.client.occasion else Progress.ON_THE_WAY


def _self(dossier: Dossier) -> Progress:
    parts = (bool(dossier.all(Strength)), bool(dossier.all(Interest)), dossier.newest(Profile) is not None)
    if all(parts):
        return Progress.DONE
    return Progress.ON_THE_WAY if any(parts) else Progress.NOT_YET


def _ideas(dossier: Dossier) -> Progress:
    ideas = dossier.all(RoleIdea)
    if not ideas:
        return Progress.NOT_YET
    broad = len(ideas) >= ENOUGH_IDEAS and len({i.domain for i in ideas if i.domain}) >= ENOUGH_DOMAINS
    return Progress.DONE if broad else Progress.ON_THE_WAY


def _choice(dossier: Dossier) -> Progress:
    design = dossier.newest(RoleDesign)
    chosen = any(idea.choice is IdeaChoice.CHOSEN for idea in dossier.all(RoleIdea))
    if design is not None and design.sentence:
        return Progress.DONE
    return Progress.ON_THE_WAY if design is not None or chosen else Progress.NOT_YET


def _plan(dossier: Dossier) -> Progress:
    actions = [a for a in dossier.all(Action) if a.status is not ActionStatus.CANCELLED]
    if not actions:
        return Progress.NOT_YET
    return Progress.ON_THE_WAY if any(a.is_open for a in actions) else Progress.DONE
