"""A dossier with a canary in every text field there is, and for whom each may be read.

A canary is a word that stands nowhere else: `kanarie` with the table and the field. New fields get one by themselves,
and a field that is not in `READERS_OF` is for nobody: whoever adds one has to say who may read it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from resokit_tui.casework.consent import Consent, ConsentFor, ConsentStatus, DossierPart
from resokit_tui.casework.dossier import RECORD_TYPES, Dossier
from resokit_tui.casework.network import ContactKind
from resokit_tui.casework.quality import QualityDomain, QualityOfLife, Voice
from resokit_tui.casework.role import IdeaChoice, RoleIdea, RoleTime
from resokit_tui.core.record import Record
from resokit_tui.export.audience import Audience
from tests.unit.export.dossiers import AT, TODAY, dossier

FULL, CLIENT, PARTNER, INTERVISIE = Audience
EVERYBODY = frozenset(Audience)
KNOWN = frozenset((FULL, CLIENT, PARTNER))
"""Whom names and places may reach."""
BETWEEN_US = frozenset((FULL, CLIENT))
OWN = frozenset((FULL,))

READERS_OF: dict[str, frozenset[Audience]] = {
    "client.alias": KNOWN,
    "client.occasion": OWN,
    "client.interpreter": OWN,
    "client.trusted_person": BETWEEN_US,
    "consents.partner": BETWEEN_US,
    "consents.words": BETWEEN_US,
    "consents.refused": BETWEEN_US,
    **dict.fromkeys(
        [f"profile.{name}" for name in ("appreciated", "important", "support", "knowledge", "dream", "unwanted")],
        EVERYBODY,
    ),
    "strengths.text": EVERYBODY,
    "strengths.evidence": EVERYBODY,
    "interests.text": EVERYBODY,
    "roles.name": EVERYBODY,
    "ideas.name": EVERYBODY,
    **dict.fromkeys(
        [f"designs.{name}" for name in ("name", "sentence", "why", "brings", "contributes", "goal", "analogue")],
        EVERYBODY,
    ),
    "designs.barriers": EVERYBODY,
    "designs.chances": EVERYBODY,
    **dict.fromkeys([f"designs.{name}" for name in ("quote", "place", "neighbourhood", "with_whom")], KNOWN),
    **dict.fromkeys([f"needs.{name}" for name in ("required", "present", "gap", "action", "who")], EVERYBODY),
    **dict.fromkeys(
        [f"plans.{name}" for name in ("risk", "safe_enough", "plan_b", "agreements", "disagreement")], EVERYBODY
    ),
    **dict.fromkeys([f"plans.{name}" for name in ("supporters", "present", "agreed_how")], KNOWN),
    **dict.fromkeys([f"actions.{name}" for name in ("title", "who", "reason")], EVERYBODY),
    "actions.note": OWN,
    **dict.fromkeys(
        [
            f"reviews.{name}"
            for name in (
                "works",
                "does_not_work",
                "new_contacts",
                "competence",
                "image",
                "satisfaction",
                "new_roles",
                "adjustment",
            )
        ],
        EVERYBODY,
    ),
    "reviews.with_whom": KNOWN,
    "quality.note": EVERYBODY,
    "quality.difference": EVERYBODY,
    "notes.text": OWN,
}
"""Table and field → who may read it in a role plan. Whatever is not here may nobody read in any plan."""

ALL_BUT_NOTES = tuple(part for part in DossierPart if part is not DossierPart.NOTES)
_CODES = frozenset(("id", "language", "page", "pages", "question", "idea", "about", "contacts", "actions", "step"))
_GIVEN: dict[str, dict[str, Any]] = {
    "consents": {
        "status": ConsentStatus.GIVEN,
        "for_whom": ConsentFor.PARTNER,
        "covers": ALL_BUT_NOTES,
        "given": TODAY,
    },
    "checks": {"about": "1" * 32},
    "roles": {"time": RoleTime.NOW},
    "ideas": {"choice": IdeaChoice.LATER},
    "contacts": {"kind": ContactKind.PERSON},
    "needs": {"area": "competence"},
    "quality": {"day": TODAY, "scores": {QualityDomain.RIGHTS: 4}, "voice": Voice.PERSON},
    "reviews": {"held": date(2026, 10, 2)},
    "standings": {"level": 2, "page": "condition.trust"},
    "answers": {"question": "condition.trust.q1"},
    "routes": {"stops": []},
    "notes": {"day": TODAY},
    "reflections": {"held": TODAY},
    "exports": {"day": TODAY},
}


def canary(table: str, field: str) -> str:
    """The word of one field."""
    return f"kanarie{table}{field}".replace("_", "")


def every_field() -> dict[str, str]:
    """`table.field` → its canary, for every text field of every record of a client's dossier."""
    return {
        f"{table}.{field.name}": canary(table, field.name)
        for table, kind in RECORD_TYPES.items()
        if table not in ("places", "preferences")
        for field in msgspec.structs.fields(kind)
        if field.name not in _CODES and _is_text(field.type)
    }


def _is_text(kind: Any) -> bool:
    return kind is str or kind == tuple[str, ...]


def _record(table: str, kind: type[Record]) -> Record:
    values: dict[str, Any] = {"created": AT["created"], "changed": AT["changed"], **_GIVEN.get(table, {})}
    for field in msgspec.structs.fields(kind):
        if field.name not in _CODES and field.name not in values and _is_text(field.type):
            word = canary(table, field.name)
            values[field.name] = word if field.type is str else (word,)
    return msgspec.convert(values, kind, strict=False) if "scores" not in values else kind(**values)


def full_of_canaries() -> Dossier:
    """One record of each type; the partner of its consent may read all but notes."""
    records = [_record(table, kind) for table, kind in RECORD_TYPES.items() if table not in ("places", "preferences")]
    general = Consent(**AT, status=ConsentStatus.GIVEN, for_whom=ConsentFor.CLIENT)
    seen = QualityOfLife(
        **AT, day=TODAY, scores={QualityDomain.RIGHTS: 2}, voice=Voice.PROFESSIONAL, note="kanarieanderestem"
    )
    rejected = RoleIdea(**AT, name="kanarieverworpen", choice=IdeaChoice.REJECTED, reason="kanarieverworpenreden")
    return dossier(*records, general, seen, rejected)
