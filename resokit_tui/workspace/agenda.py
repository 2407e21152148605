"""What is due, over all dossiers: what is late comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, ConsentFor, ConsentStatus
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.plan import Action, Plan, Review
from resokit_tui.casework.progress import current_stage
from resokit_tui.casework.recurring import themes
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.dates import end_of_week, months_later

SHAPE = 2
"""Raised when a summary holds more than before: one that was cached in another shape is made again."""


class DueKind(StrEnum):
    """Why a day matters."""

    ACTION = "action"
    REVIEW = "review"
    CONSENT = "consent"
    RETENTION = "retention"


class Due(msgspec.Struct, frozen=True):
    """Something with a day, inside one dossier. `what` is the step in the user's words; empty for other kinds."""

    day: date
    kind: DueKind
    what: str = ""
    record: str = ""
    """Id of the step, to find it again."""

    def __repr__(self) -> str:
        return "<Due>"


class Summary(msgspec.Struct, frozen=True):
    """What *Vandaag* and the list of dossiers need of one dossier; kept in the encrypted index between sessions."""

    alias: str
    stage: str
    role: str
    due: tuple[Due, ...]
    changed: str = ""
    """Moment of the last change, ISO 8601."""
    reflected: dict[str, int] = {}
    """Page id → in how many reflections it was named."""
    closed: date | None = None
    """The day this dossier was closed: nothing of it is due from then on but the question whether it may go."""
    keep_until: date | None = None
    """The day on which to ask that, when it was put off."""
    shape: int = 0

    def __repr__(self) -> str:
        return "<Summary>"


class AgendaItem(msgspec.Struct, frozen=True):
    """One line of the agenda."""

    dossier_id: str
    alias: str
    day: date
    kind: DueKind
    what: str
    role: str
    record: str = ""

    def __repr__(self) -> str:
        return "<AgendaItem>"


class Agenda(msgspec.Struct, frozen=True):
    """Everything that is due, grouped by how near it is; each group in order of day."""

    late: tuple[AgendaItem, ...]
    today: tuple[AgendaItem, ...]
    week: tuple[AgendaItem, ...]
    later: tuple[AgendaItem, ...]


class Overview(msgspec.Struct, frozen=True):
    """What *Vandaag* shows, read in one go over all dossiers."""

    agenda: Agenda
    recent: tuple[str, Summary] | None
    """The dossier that was changed last, with its id."""
    dossiers: int
    """How many there are."""


def summarise(dossier: Dossier) -> Summary:
    """The few facts about a dossier that lists need."""
    design = dossier.newest(RoleDesign)
    changed = max((r.changed for records in dossier.tables.values() for r in records), default=None)
    client = dossier.newest(Client)
    closed = client.closed if client else None
    return Summary(
        alias=client.alias if client else "",
        stage=current_stage(dossier),
        role=design.name if design else "",
        due=() if closed else tuple(sorted(_due(dossier), key=lambda due: due.day)),
        changed=changed.isoformat() if changed else "",
        reflected=themes(dossier.all(Reflection)),
        closed=closed,
        keep_until=client.keep_until if client else None,
        shape=SHAPE,
    )


def make_agenda(summaries: Iterable[tuple[str, Summary]], today: date, months: int = 0) -> Agenda:
    """The agenda of all dossiers, from their ids and summaries. A week ends on Sunday.

    `months`: how long a closed dossier is kept before the question whether it may go; 0 asks nothing.
    """
    sunday = end_of_week(today)
    groups: tuple[list[AgendaItem], ...] = ([], [], [], [])
    for dossier_id, summary in summaries:
        for due in (*summary.due, *_retention(summary, months)):
            item = AgendaItem(dossier_id, summary.alias, due.day, due.kind, due.what, summary.role, due.record)
            groups[0 if due.day < today else 1 if due.day == today else 2 if due.day <= sunday else 3].append(item)
    return Agenda(*(tuple(sorted(group, key=lambda item: item.day)) for group in groups))


def ask_again_on(closed: date, keep_until: date | None, months: int) -> date:
    """The day on which to ask whether a dossier that was closed may go: put off by hand, else so many months on."""
    return keep_until or months_later(closed, months)


def _retention(summary: Summary, months: int) -> Iterator[Due]:
    if summary.closed is not None and months:
        yield Due(ask_again_on(summary.closed, summary.keep_until, months), DueKind.RETENTION)


def _due(dossier: Dossier) -> Iterator[Due]:
    for action in dossier.all(Action):
        if action.is_planned and action.due:
            yield Due(action.due, DueKind.ACTION, action.title, action.id)
    if (day := next_review(dossier)) is not None:
        yield Due(day, DueKind.REVIEW)
    yield from (Due(day, DueKind.CONSENT) for day in _consent_days(dossier))


def _consent_days(dossier: Dossier) -> set[date]:
    """When to talk about permission again: of each one who may know the newest agreement, a day only once."""
    newest: dict[tuple[ConsentFor, str], Consent] = {(c.for_whom, c.partner): c for c in dossier.all(Consent)}
    given = (ConsentStatus.GIVEN, ConsentStatus.PARTLY)
    return {c.until for c in newest.values() if c.until and c.status in given and c.withdrawn is None}


def next_review(dossier: Dossier) -> date | None:
    """When to look together how it goes: what the last evaluation says, else the plan until it was held."""
    review, plan = dossier.newest(Review), dossier.newest(Plan)
    if review is not None and review.next is not None:
        return review.next
    day = plan.review if plan is not None else None
    held = (review.held or review.created.date()) if review is not None else None
    return None if day is None or (held is not None and held >= day) else day
