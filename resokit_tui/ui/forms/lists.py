"""Lists of records of one kind: what stands in a row, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from resokit_tui.casework.consent import FOR_NAMES, PART_NAMES, STATUS_NAMES, Consent, ConsentFor
from resokit_tui.casework.plan import OUTCOME_NAMES, Review
from resokit_tui.casework.role import SIZE_NAMES, TIME_NAMES, WORTH_NAMES, Role, RoleTime
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.ui.forms.client import CONSENT_FORM
from resokit_tui.ui.forms.form import Form
from resokit_tui.ui.forms.plan import REVIEW_FORM
from resokit_tui.ui.forms.profile import ROLE_FORM
from resokit_tui.ui.services import Services

_TIMES = (RoleTime.NOW, RoleTime.WISHED, RoleTime.PAST)


class RowText(NamedTuple):
    """What a row says: a name, what stands beside it, and in a second row what stands below it."""

    name: str
    about: str
    below: str = ""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A list of records, each of which opens in a form."""

    form: Form
    title: Message
    empty: Message
    new: Message
    row: Callable[[Any, Services], RowText]
    order: Callable[[Any], Any]
    start: Callable[[Services], dict[str, str]] = field(default=lambda _: {})
    """What stands in the form of a new one."""


def _role(role: Role, services: Services) -> RowText:
    words = [TIME_NAMES[role.time]]
    words += [DOMAIN_NAMES[role.domain]] if role.domain else []
    words += [SIZE_NAMES[role.size]] if role.size else []
    return RowText(role.name, ", ".join(services.catalog.render(word) for word in words), _worth(role, services))


def _worth(role: Role, services: Services) -> str:
    """What it is worth to whom: both, because they may differ."""
    catalog = services.catalog
    said = [
        f"{catalog.render(whom)}: {catalog.render(WORTH_NAMES[worth])}"
        for whom, worth in (
            (Message("to the person"), role.valued_by_person),
            (Message("to others"), role.valued_by_others),
        )
        if worth is not None
    ]
    return "  ".join(said) or " ".join(role.note.split())


def _review(review: Review, services: Services) -> RowText:
    catalog = services.catalog
    day = catalog.date_short(review.held) if review.held else catalog("not held yet")
    said = review.satisfaction or review.works or review.does_not_work or review.adjustment
    outcome = catalog.render(OUTCOME_NAMES[review.outcome]) if review.outcome else ""
    return RowText(day, outcome, " ".join(said.split()))


def _consent(consent: Consent, services: Services) -> RowText:
    catalog, today = services.catalog, services.today
    who = consent.partner if consent.for_whom is ConsentFor.PARTNER and consent.partner else ""
    about = [_standing(consent, catalog)]
    if consent.until and not consent.is_withdrawn:
        late = consent.until < today
        again = catalog("talk about it again {day}", day=consent.until)
        about.append(f"{services.glyphs.late} {again}" if late else again)
    refused = [*consent.refused, *(catalog.render(PART_NAMES[part]) for part in consent.refused_parts)]
    below = catalog("Not: {what}", what=", ".join(refused)) if refused else " ".join(consent.words.split())
    return RowText(who or catalog.render(FOR_NAMES[consent.for_whom]), ", ".join(about), below)


def _standing(consent: Consent, catalog: Catalog) -> str:
    if consent.withdrawn:
        return catalog("withdrawn on {day}", day=consent.withdrawn)
    return catalog.render(STATUS_NAMES[consent.status])


ROLES = Rows(
    form=ROLE_FORM,
    title=Message("Which roles are yours?"),
    empty=Message("No roles are written down yet."),
    new=Message("One more role"),
    row=_role,
    order=lambda role: _TIMES.index(role.time),
)
REVIEWS = Rows(
    form=REVIEW_FORM,
    title=Message("Follow-up"),
    empty=Message("The role has not been evaluated yet."),
    new=Message("A new evaluation"),
    row=_review,
    order=lambda review: -(review.held.toordinal() if review.held else review.created.toordinal()),
    start=lambda services: {"held": services.catalog.date_short(services.today)},
)
CONSENTS = Rows(
    form=CONSENT_FORM,
    title=Message("Permissions"),
    empty=Message("Nothing has been agreed yet. Ask first, then note it in the person's own words."),
    new=Message("A new permission"),
    row=_consent,
    order=lambda consent: -consent.created.timestamp(),
)
