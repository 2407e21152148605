"""Whether a document may be made for somebody, and which parts may be in it: what the consent log says.

Without any consent the full plan and the client's own can be made, and nothing else. A client can always get their own
copy: that is a right, whatever was agreed (Regulation 2016/679, art. 15).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from resokit_tui.casework.consent import Consent, ConsentFor, ConsentStatus, DossierPart
from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.errors import CannotError, UsageError
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.export.audience import Audience
from resokit_tui.export.gathering import present
from resokit_tui.export.neutral import Neutral

EVERYTHING = frozenset(DossierPart)


class Permission(Neutral, frozen=True):
    """Who may read, which parts, and which were refused and are therefore left out."""

    audience: Audience
    parts: frozenset[DossierPart]
    partner: str = ""
    refused: tuple[DossierPart, ...] = ()


def partners(dossier: Dossier, today: date) -> tuple[str, ...]:
    """The partners whom a consent that holds today names, in the order they were named."""
    return tuple(one.partner for one in _newest_per_partner(dossier) if one.holds(today) and one.partner)


def permission(dossier: Dossier, audience: Audience, today: date, partner: str = "") -> Permission:
    """What this reader may read today. Raises `CannotError` with the reason when that is nothing.

    Raises `UsageError` when several partners may read and none was named.
    """
    if audience is Audience.CLIENT:
        return Permission(audience, EVERYTHING - {DossierPart.NOTES})
    if audience is Audience.PARTNER:
        return _for_partner(dossier, today, partner)
    general = _newest_for(dossier, ConsentFor.CLIENT)
    team = _newest_for(dossier, ConsentFor.TEAM)
    for agreed in (general, team if audience is Audience.INTERVISIE else None):
        if agreed is not None and agreed.is_withdrawn:
            raise _withdrawn(agreed)
    refused = _refused(one for one in (general, team) if one is not None)
    left = EVERYTHING - refused - ({DossierPart.NOTES} if audience is Audience.INTERVISIE else frozenset())
    return Permission(audience, left, refused=_in_order(refused))


def _for_partner(dossier: Dossier, today: date, partner: str) -> Permission:
    named = _newest_per_partner(dossier)
    if partner:
        named = [one for one in named if fold(one.partner) == fold(partner)]
    holding = [one for one in named if one.holds(today)]
    if not holding:
        raise CannotError(_why_not(dossier, named, today))
    if len(holding) > 1:
        names = "\n".join(f"  {one.partner}" for one in holding)
        raise UsageError(
            Message("Several partners may read something. Say which one with --partner:\n{names}", names=names)
        )
    consent = holding[0]
    general = _newest_for(dossier, ConsentFor.CLIENT)
    if general is not None and general.is_withdrawn:
        raise _withdrawn(general)
    refused = _refused([consent, *([general] if general else [])])
    parts = frozenset(consent.covers) - refused
    if not parts:
        raise CannotError(
            Message(
                "The permission for {partner} names no part that may be shared. Note in it what may be shared.",
                partner=consent.partner,
            )
        )
    return Permission(Audience.PARTNER, parts, consent.partner, _in_order(refused))


def _why_not(dossier: Dossier, named: list[Consent], today: date) -> Message:
    """The reason nobody outside may read, as precise as the log allows."""
    if named and named[-1].is_withdrawn:
        return _withdrawn(named[-1]).message
    if named and named[-1].until and named[-1].until < today:
        return Message(
            "The permission for {partner} was to be talked about by {day}. Talk about it first, and note it.",
            partner=named[-1].partner,
            day=named[-1].until,
        )
    known = [one for one in present(dossier, Consent) if one.status is not ConsentStatus.TO_ASK]
    if not known:
        return Message("Permission has not been asked yet. Without it nothing goes to a partner.")
    return Message(
        "No permission names this partner. What was agreed does not go further than the person and the team."
    )


def _withdrawn(consent: Consent) -> CannotError:
    if consent.withdrawn:
        return CannotError(
            Message(
                "This permission was taken back on {day}. Only the person's own copy can be made.",
                day=consent.withdrawn,
            )
        )
    return CannotError(Message("This permission was taken back. Only the person's own copy can be made."))


def _newest_for(dossier: Dossier, whom: ConsentFor) -> Consent | None:
    """The log's last word for one sort of reader."""
    return next((one for one in reversed(present(dossier, Consent)) if one.for_whom is whom), None)


def _newest_per_partner(dossier: Dossier) -> list[Consent]:
    """The log's last word for each partner: a later agreement with the same one takes the place of an earlier one."""
    newest: dict[str, Consent] = {}
    for one in present(dossier, Consent):
        if one.for_whom is ConsentFor.PARTNER and one.partner:
            newest.pop(fold(one.partner), None)
            newest[fold(one.partner)] = one
    return list(newest.values())


def _refused(consents: Iterable[Consent]) -> frozenset[DossierPart]:
    return frozenset(part for one in consents for part in one.refused_parts)


def _in_order(parts: frozenset[DossierPart]) -> tuple[DossierPart, ...]:
    return tuple(part for part in DossierPart if part in parts)
