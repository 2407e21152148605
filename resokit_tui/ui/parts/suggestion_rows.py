"""What leads to more role ideas, as rows of a list: the person's own words, roles of the catalogue, own places."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.workspace.ideas import Ideas, RoleSuggestion, Source

_NAME = 38


def suggestion_rows(ideas: Ideas, services: Services, room: int) -> list[Option | None]:
    """What the person likes and is good at, the roles of the catalogue by part of life, the places that fit.

    `room` is in cells. The id of a row is that of the interest or strength, the role, or the place.
    """
    tr = services.catalog.render
    rows: list[Option | None] = []
    if ideas.sources:
        rows.append(_group("", tr(Message("Who usually does this, and what is that person called?"))))
        rows += [_source(each, services, room) for each in ideas.sources]
    by_domain: dict[LifeDomain, list[RoleSuggestion]] = {}
    for role in ideas.roles:
        by_domain.setdefault(role.domain, []).append(role)
    for number, (domain, roles) in enumerate(by_domain.items()):
        rows.append(_group("" if number else tr(Message("SUGGESTIONS")) + "  ", tr(DOMAIN_NAMES[domain])))
        rows += [Option(_row(role.name, _about(role, services), room), id=role.id) for role in roles]
    if ideas.places:
        rows.append(_group("", tr(Message("Your own places: who could do what there?"))))
        for place in ideas.places:
            happens, kind = " ".join(place.happens.split()), tr(Message("place"))
            rows.append(Option(_row(place.name, f"{kind}: {happens}" if happens else kind, room), id=place.id))
    return rows


def _group(above: str, name: str) -> Option:
    """A heading; the first one of the catalogue says what these are."""
    return Option(Content.assemble((above, "bold $ink-soft"), (name, "bold $primary")), disabled=True)


def _source(source: Source, services: Services, room: int) -> Option:
    """An interest or a strength, and how many ideas it led to."""
    tr = services.catalog.render
    kind = tr(Message("strength")) if source.is_strength else tr(Message("interest"))
    count = tr(Message.counted("{n} idea", "{n} ideas", source.ideas)) if source.ideas else ""
    about = f"  {services.glyphs.leader}  ".join(part for part in (kind, count) if part)
    return Option(_row(" ".join(source.text.split()), about, room), id=source.id)


def _about(role: RoleSuggestion, services: Services) -> str:
    parts = (*role.places[:1], ", ".join(role.because))
    return f"  {services.glyphs.leader}  ".join(parts)


def _row(name: str, about: str, room: int) -> Content:
    width = min(_NAME, room * 2 // 3)
    return Content.assemble((pad(shorten(name, width - 1), width), "bold"), (shorten(about, room - width), "$ink-soft"))
