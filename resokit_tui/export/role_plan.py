"""The role plan that one reader may read: permitted by the consent log, gathered, filtered, and nameless if need be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import Catalog, load_catalog
from resokit_tui.export.anonymous import Doubt, Replacer, doubts
from resokit_tui.export.audience import Audience, filtered
from resokit_tui.export.gathering import gathered
from resokit_tui.export.names import stand_ins
from resokit_tui.export.permission import permission
from resokit_tui.export.plan_facts import RolePlan


def role_plan(
    dossier: Dossier,
    audience: Audience,
    today: date,
    organisation: str = "",
    professional: str = "",
    *,
    version: int = 0,
    partner: str = "",
    places: Iterable[str] = (),
    catalog: Catalog | None = None,
) -> RolePlan:
    """The plan of this dossier as `audience` may read it, dated `today`; `version` 0 leaves the version out.

    For intervision names are replaced by words of `catalog` (else of the dossier's language), also those of `places`
    that are not in the dossier itself. Raises what `permission` raises.
    """
    allowed = permission(dossier, audience, today, partner)
    whole = msgspec.structs.replace(
        gathered(dossier, today), version=version, organisation=organisation, professional=professional
    )
    plan = filtered(whole, audience, allowed.parts)
    if audience is not Audience.INTERVISIE:
        return plan
    return replacer(dossier, catalog, places).everywhere(plan)


def replacer(dossier: Dossier, catalog: Catalog | None = None, places: Iterable[str] = ()) -> Replacer:
    """Puts stand-ins in the place of the names of this dossier."""
    words = catalog or load_catalog(dossier.client.language)
    return Replacer(stand_ins(dossier, words, places), words)


def doubts_in(value: object, dossier: Dossier, catalog: Catalog) -> list[Doubt]:
    """What a human must look at before this leaves for intervision."""
    return doubts(value, stand_ins(dossier, catalog))
