"""What is due, over all dossiers: what is late comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.plan import Action, Review
from resokit_tui.casework.progress import current_stage
from resokit_tui.casework.recurring import themes
from resokit_tui.casework.reflection import Reflection


class DueKind(StrEnum):
    """Why a day matters."""

    ACTION = "action"
    REVIEW = "review"
    CONSENT = "consent"


class Due(msgspec.Struct, frozen=True):
    """Something with a day, inside one dossier. `what` is the step in the user's words; empty for other kinds."""

    day: date
    kind: DueKind
    what: str = ""


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


class AgendaItem(msgspec.Struct, frozen=True):
    """One line of the agenda."""

    dossier_id: str
    alias: str
    day: date
    kind: DueKind
    what: str
    role: str


class Agenda(msgspec.Struct, frozen=True):
    """Everything that is due, grouped by how near it is; each group in order of day."""

    late: tuple[AgendaItem, ...]
    today: tuple[AgendaItem, ...]
    week: tuple[AgendaItem, ...]
    later: tuple[AgendaItem, ...]


def summarise(dossier: Dossier) -> Summary:
    """The few facts about a dossier that lists need."""
    design = dossier.newest(RoleDesign)
    changed = max((r.changed for records in dossier.tables.values() for r in records), default=None)
    client = dossier.newest(Client)
    return Summary(
        alias=client.alias if client else "",
        stage=current_stage(dossier),
        role=design.name if design else "",
        due=tuple(sorted(_due(dossier), key=lambda due: due.day)),
        changed=changed.isoformat() if changed else "",
        reflected=themes(dossier.all(Reflection)),
    )


def make_agenda(summaries: Iterable[tuple[str, Summary]], today: date) -> Agenda:
    """The agenda of all dossiers, from their ids and summaries. A week ends on Sunday."""
    sunday = today + timedelta(days=6 - today.weekday())
    groups: tuple[list[AgendaItem], ...] = ([], [], [], [])
    for dossier_id, summary in summaries:
        for due in summary.due:
            item = AgendaItem(dossier_id, summary.alias, due.day, due.kind, due.what, summary.role)
            groups[0 if due.day < today else 1 if due.day == today else 2 if due.day <= sunday else 3].append(item)
    return Agenda(*(tuple(sorted(group, key=lambda item: item.day)) for group in groups))


def _due(dossier: Dossier) -> Iterator[Due]:
    for action in dossier.all(Action):
        if action.is_open and action.due:
            yield Due(action.due, DueKind.ACTION, action.title)
    review = dossier.newest(Review)
    if review and review.next:
        yield Due(review.next, DueKind.REVIEW)
    consent = dossier.newest(Consent)
    if consent and consent.until and consent.status in (ConsentStatus.GIVEN, ConsentStatus.PARTLY):
        yield Due(consent.until, DueKind.CONSENT)
