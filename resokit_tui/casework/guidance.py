"""What may help next: rules that read like sentences. Advice only; the professional decides, and nothing is blocked.

Each rule looks at one dossier and gives page ids with a reason. The order of `RULES` is the order of urgency: a
condition that is not there yet gently comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact, ContactKind
from resokit_tui.casework.note import Standing
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.progress import ENOUGH_IDEAS, late_actions
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message

CONDITIONS = ("condition.trust", "condition.understanding", "condition.belief", "condition.say")
SOON = timedelta(days=14)


class Suggestion(msgspec.Struct, frozen=True):
    """A page that may help now, and why, in at most 47 cells."""

    page: str
    reason: Message


Rule = Callable[[Dossier, date], Iterator[Suggestion]]


def suggestions(dossier: Dossier, today: date) -> list[Suggestion]:
    """Every suggestion the rules give, most urgent first, each page once."""
    found: dict[str, Suggestion] = {}
    for rule in RULES:
        for suggestion in rule(dossier, today):
            found.setdefault(suggestion.page, suggestion)
    return list(found.values())


def newest_standing(dossier: Dossier, page: str) -> Standing | None:
    """Where somebody stands on a page, as noted last."""
    noted = [s for s in dossier.all(Standing) if s.page == page]
    return noted[-1] if noted else None


def a_condition_that_is_not_there_yet(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """A basic condition noted as "not yet" deserves time before anything else."""
    for page in CONDITIONS:
        standing = newest_standing(dossier, page)
        if standing is not None and standing.level == 0:
            yield Suggestion(page, Message("You noted: not yet. Start here."))


def consent_that_has_to_be_asked(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """Without an agreement nothing goes further than this dossier."""
    consent = dossier.newest(Consent)
    if consent is None or consent.status is ConsentStatus.TO_ASK:
        yield Suggestion("stage.start", Message("Permission has not been asked yet."))
    elif consent.until and consent.until < today:
        yield Suggestion("stage.start", Message("Permission was due for a talk on {day}.", day=consent.until))
    elif consent.until and consent.until <= today + SOON:
        yield Suggestion("stage.start", Message("Talk about permission by {day}.", day=consent.until))


def a_step_that_is_late(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """A late step asks for a look at the plan, not for blame."""
    if late := late_actions(dossier, today):
        days = (today - late[0].due).days if late[0].due else 0
        yield Suggestion("stage.plan", Message.counted("A step is {n} day late.", "A step is {n} days late.", days))
        yield Suggestion("condition.say", Message("A step waits. Is it still the person's own?"))


def a_condition_that_only_begins(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """A condition at "begin" is worth a question in the next talk."""
    for page in CONDITIONS:
        standing = newest_standing(dossier, page)
        if standing is not None and standing.level == 1:
            yield Suggestion(page, Message("This is just beginning. What helps it on?"))


def strengths_without_an_example(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """A strength without a concrete example is only a compliment."""
    strengths = dossier.all(Strength)
    if not strengths:
        yield Suggestion("skill.strengths", Message("No strengths are written down yet."))
    elif bare := sum(1 for s in strengths if not s.evidence):
        yield Suggestion(
            "skill.strengths",
            Message.counted("{n} strength still lacks an example.", "{n} strengths still lack an example.", bare),
        )


def interests_nobody_asked_for(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """Roles start from what somebody likes."""
    if not dossier.all(Interest):
        yield Suggestion("stage.self", Message("No interests are written down yet."))


def roles_only_as_a_client(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """Who only has roles in care is seen only as a client."""
    roles = dossier.all(Role)
    if not roles:
        yield Suggestion("stage.roles", Message("No roles are written down yet."))
    elif all(role.domain is LifeDomain.SERVICES for role in roles):
        yield Suggestion("skill.roles", Message("All the roles here are roles in care."))


def a_network_of_paid_people(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """Paid people are valuable, and go home at five."""
    people = [c for c in dossier.all(Contact) if c.kind is ContactKind.PERSON]
    paid = sum(1 for c in people if c.paid)
    if not people:
        yield Suggestion("stage.network", Message("No one is on the map yet."))
    elif paid * 2 >= len(people):
        yield Suggestion("skill.networks", Message("{paid} of the {all} people are paid.", paid=paid, all=len(people)))


def few_ideas_before_a_choice(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """First broad, then choose."""
    ideas = dossier.all(RoleIdea)
    if len(ideas) < ENOUGH_IDEAS and not any(i.choice is IdeaChoice.CHOSEN for i in ideas):
        yield Suggestion(
            "stage.ideas",
            Message.counted("{n} role idea so far. Look wider.", "{n} role ideas so far. Look wider.", len(ideas)),
        )


def a_condition_nobody_looked_at(dossier: Dossier, today: date) -> Iterator[Suggestion]:
    """Each condition deserves one honest look."""
    for page in CONDITIONS:
        if newest_standing(dossier, page) is None:
            yield Suggestion(page, Message("You have not noted yet how this stands."))


RULES: tuple[Rule, ...] = (
    a_condition_that_is_not_there_yet,
    consent_that_has_to_be_asked,
    a_step_that_is_late,
    a_condition_that_only_begins,
    roles_only_as_a_client,
    interests_nobody_asked_for,
    a_network_of_paid_people,
    few_ideas_before_a_choice,
    strengths_without_an_example,
    a_condition_nobody_looked_at,
)
