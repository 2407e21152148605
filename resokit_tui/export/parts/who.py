"""Who I am: profile, dream, the roles I have, and who is around me (domain.md §9.3, parts 2–5)."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.casework.network import KIND_NAMES, RING_NAMES
from resokit_tui.casework.network_sentences import Finding
from resokit_tui.casework.role import WORTH_NAMES
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.blocks import (
    Block,
    Card,
    Cards,
    CountRow,
    Counts,
    Paragraph,
    Pills,
    Quote,
    Sign,
    Span,
    Tone,
    plain,
)
from resokit_tui.export.figures import Web, WebMoment, WebPoint
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.export.plan_facts import RoleFact, RolePlan
from resokit_tui.export.plan_words import WORTH, filled_table, inlines, points, title


def profile(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The one-page profile, strengths, knowledge and interests."""
    filled = profile_cards(plan, catalog)
    blocks: list[Block] = [Cards(filled)] if filled else []
    if plan.strengths:
        blocks.append(title(3, catalog("My strengths")))
        short = tuple(one.text for one in plan.strengths if not one.evidence)
        if short:
            blocks.append(Pills(short))
        shown = [one for one in plan.strengths if one.evidence]
        if shown:
            blocks.append(points([(Span(one.text, bold=True), Span(f" – {one.evidence}")) for one in shown]))
    if plan.knowledge:
        blocks += [title(3, catalog("What I know, and my languages")), Pills(plan.knowledge)]
    if plan.interests:
        blocks += [title(3, catalog("What I like")), Pills(plan.interests)]
    return (title(2, catalog("This is me")), *blocks) if blocks else ()


def profile_cards(plan: RolePlan, catalog: Catalog, most: int | None = None) -> tuple[Card, ...]:
    """The three cards of the one-page profile, those that hold something, with at most so many points each."""
    cards = [
        (catalog("What people appreciate in me"), plan.appreciated, Tone.FIRM, Sign.STAR),
        (catalog("What matters to me"), plan.important, Tone.WARM, Sign.HEART),
        (catalog("How to support me well"), plan.support, Tone.FRESH, Sign.PEOPLE),
    ]
    return tuple(Card(name, inlines(items[:most]), tone, sign) for name, items, tone, sign in cards if items)


def dream(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """What I dream of, and what I certainly do not want."""
    blocks: list[Block] = []
    if plan.dream:
        blocks += [title(2, catalog("My dream")), Quote(blocks_from_markdown(plan.dream, keep_lines=True))]
    if plan.unwanted:
        level = 3 if plan.dream else 2
        blocks += [title(level, catalog("What I certainly do not want")), points(inlines(plan.unwanted))]
    return tuple(blocks)


def roles(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The roles I have, those I wish for, and the ideas for later."""
    blocks = _roles_now(plan, catalog)
    if plan.wished:
        blocks += [title(3 if blocks else 2, catalog("Roles I wish for")), Pills(plan.wished)]
    if plan.later:
        blocks += [title(3 if blocks else 2, catalog("Ideas for later")), points(inlines(plan.later))]
    return tuple(blocks)


def _roles_now(plan: RolePlan, catalog: Catalog) -> list[Block]:
    if not plan.roles:
        return []
    heading = title(2, catalog("My roles now"))
    if all(one == RoleFact(one.name) for one in plan.roles):
        return [heading, Pills(tuple(one.name for one in plan.roles))]
    rows = [
        (
            one.name,
            catalog.render(DOMAIN_NAMES[one.domain]) if one.domain else "",
            _worth(one.worth, catalog),
            _worth_to_others(one.others, catalog),
        )
        for one in plan.roles
    ]
    heads = (catalog("Role"), catalog("Part of my life"), catalog("What it means to me"), catalog("To others"))
    return [heading, filled_table(heads, [inlines(row) for row in rows], (3.2, 2.4, 3, 2.4))]


def _worth(worth: int | None, catalog: Catalog) -> str:
    return catalog.render(WORTH[worth]) if worth is not None and 0 <= worth < len(WORTH) else ""


def _worth_to_others(worth: int | None, catalog: Catalog) -> str:
    return catalog.render(WORTH_NAMES[worth]) if worth is not None and 0 <= worth < len(WORTH_NAMES) else ""


def network(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """How many people and places there are around me, as numbers and as a picture, without names."""
    if not plan.network:
        return ()
    heads = (catalog("Part of my life"), catalog("not paid"), catalog("paid"))
    rows = tuple(
        CountRow(catalog.render(DOMAIN_NAMES[row.domain]) if row.domain else catalog("Elsewhere"), row.unpaid, row.paid)
        for row in plan.network
    )
    return (
        title(2, catalog("My network in brief")),
        Paragraph(plain(counted_words(plan, catalog))),
        web_figure(
            (WebMoment("", tuple(WebPoint("", one.kind, one.ring, one.domain, one.paid) for one in plan.web)),),
            plan.alias,
            catalog,
        ),
        Counts(heads, rows),
    )


def counted_words(plan: RolePlan, catalog: Catalog) -> str:
    """How many contacts, and how many of them are not paid, in a sentence each."""
    total = sum(row.unpaid + row.paid for row in plan.network)
    unpaid = sum(row.unpaid for row in plan.network)
    counted = catalog.render(Message.counted("I have {n} contact.", "I have {n} contacts.", total))
    free = catalog.render(
        Message.counted("{n} of them is not paid to be there.", "{n} of them are not paid to be there.", unpaid)
    )
    return f"{counted} {free}"


def web_figure(
    moments: tuple[WebMoment, ...],
    centre: str,
    catalog: Catalog,
    *,
    blank: bool = False,
    findings: Sequence[Finding] = (),
) -> Web:
    """The picture of the web; it says how many stand in each ring, or when `blank` that it is there to draw in.

    `findings` are sentences on what stands out in the picture, for who cannot see it.
    """
    return Web(
        moments,
        centre,
        tuple((domain, catalog.render(name)) for domain, name in DOMAIN_NAMES.items()),
        tuple((ring, catalog.render(name)) for ring, name in RING_NAMES.items()),
        catalog("Empty web to draw in: rings from near to far, and ten parts of life.")
        if blank
        else " ".join(
            [*(_said(moment, catalog) for moment in moments), *(catalog.render(one.text) for one in findings)]
        ),
        catalog("not paid"),
        catalog("paid"),
        tuple((kind, catalog.render(name)) for kind, name in KIND_NAMES.items()),
        catalog("new"),
        catalog("Elsewhere"),
    )


def _said(moment: WebMoment, catalog: Catalog) -> str:
    counts = [(name, sum(1 for one in moment.points if one.ring is ring)) for ring, name in RING_NAMES.items()]
    rings = ", ".join(f"{catalog.render(name)} {n}" for name, n in counts)
    told = catalog("Picture of the network in rings, from near to far: {rings}.", rings=rings)
    return f"{moment.title}: {told}" if moment.title else told
