"""The network on one page: the web now, beside an earlier moment when there is one, and what changed in words.

Names stand in it only for the person and for one's own file. Nobody else gets the names of third parties, who did not
choose to be here (domain.md §9.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_moments import told
from resokit_tui.casework.network_sentences import findings
from resokit_tui.casework.network_words import Word
from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import Block, Document, Heading, Paragraph, Span, Table, plain, words_of
from resokit_tui.export.figures import WebMoment, WebPoint
from resokit_tui.export.gathering import present
from resokit_tui.export.neutral import Neutral
from resokit_tui.export.parts.who import counted_words, web_figure
from resokit_tui.export.plan_document import framed, source_line
from resokit_tui.export.plan_facts import RolePlan
from resokit_tui.export.plan_words import filled_table, inlines, points, told_day

NAMING = frozenset((Audience.FULL, Audience.CLIENT))
"""Who sees the names on the map."""

_SEEN = frozenset(("unpaid", "core", "empty", "places"))
"""Findings that the picture shows; what somebody gives or gets is not in it, so its text does not tell that either."""


class Earlier(Neutral, frozen=True):
    """The contacts as they were at an earlier moment."""

    day: date
    contacts: tuple[Contact, ...]


def network_document(
    plan: RolePlan,
    dossier: Dossier,
    catalog: Catalog,
    *,
    audience: Audience,
    earlier: Earlier | None = None,
    mark: str = "",
) -> Document:
    """The map of a plan that may tell of the network; without contacts only the invitation to draw it."""
    name = catalog("Network map")
    contacts = present(dossier, Contact) if plan.network else ()
    named = audience in NAMING
    blocks: list[Block] = [Heading(1, plain(f"{name} – {plan.alias}"))]
    if not contacts:
        blocks.append(Paragraph(plain(catalog("No one is on the map yet. We draw it together."))))
    else:
        blocks.append(Paragraph(plain(counted_words(plan, catalog))))
        moments = _moments(plan, contacts, earlier, catalog, named=named)
        seen = [one for one in findings(contacts, plan.alias) if one.id in _SEEN] if named else ()
        blocks.append(web_figure(moments, plan.alias, catalog, findings=seen))
        blocks += _changes(contacts, earlier, catalog, named=named)
        # Two maps leave no room for a table on the same page: the same words then stand in one line after the other.
        table = _by_domain(contacts, catalog, named=named)
        blocks.append(_in_lines(table) if earlier else table)
    return framed(plan, catalog, name, (*blocks, source_line(catalog)), audience=audience, mark=mark)


def _moments(
    plan: RolePlan, contacts: Iterable[Contact], earlier: Earlier | None, catalog: Catalog, *, named: bool
) -> tuple[WebMoment, ...]:
    if earlier is None:
        return (WebMoment("", tuple(_point(one, named=named) for one in contacts)),)
    before = {one.id for one in earlier.contacts}
    return (
        WebMoment(
            told_day(earlier.day.replace(day=1) if plan.months_only else earlier.day, plan, catalog),
            tuple(_point(one, named=named) for one in earlier.contacts),
        ),
        WebMoment(
            catalog("Now"),
            tuple(msgspec.structs.replace(_point(one, named=named), is_new=one.id not in before) for one in contacts),
        ),
    )


def _point(contact: Contact, *, named: bool) -> WebPoint:
    return WebPoint(contact.name if named else "", contact.kind, contact.ring, contact.domain, contact.paid)


def _changes(
    contacts: Sequence[Contact], earlier: Earlier | None, catalog: Catalog, *, named: bool
) -> tuple[Block, ...]:
    """What is new, nearer, further off or gone since then."""
    if earlier is None:
        return ()
    words = (
        (Span(f"{catalog.render(label)}: ", bold=True), Span(_rendered(said, catalog)))
        for label, said in told(earlier.contacts, contacts, names=named)
    )
    return (points(tuple(words)),)


def _rendered(word: Word, catalog: Catalog) -> str:
    return catalog.render(word) if isinstance(word, Message) else word


def _in_lines(table: Table) -> Paragraph:
    """A table as running text: each row with its head, and which of the columns it says."""
    told = []
    for row in table.rows:
        head, *cells = (words_of(cell) for cell in row)
        labels = [words_of(label) for label in table.head[1:]]
        said = "; ".join(f"{cell} ({label})" for label, cell in zip(labels, cells, strict=True) if cell)
        told.append(f"{head}: {said}.")
    return Paragraph(plain(" ".join(told)), quiet=True)


def _by_domain(contacts: Iterable[Contact], catalog: Catalog, *, named: bool) -> Table:
    """The same in words: each part of life with who is in it, from near to far."""
    order: tuple[LifeDomain | None, ...] = (*LifeDomain, None)
    rows = []
    for domain in order:
        inside = sorted((one for one in contacts if one.domain is domain), key=lambda one: one.ring)
        if inside:
            label = catalog.render(DOMAIN_NAMES[domain]) if domain else catalog("Elsewhere")
            free, paid = ([one for one in inside if one.paid is wanted] for wanted in (False, True))
            rows.append(inlines((label, _who(free, catalog, named), _who(paid, catalog, named))))
    heads = (catalog("Part of my life"), catalog("not paid"), catalog("paid"))
    return filled_table(heads, rows, (2.4, 4, 3), row_heads=True)


def _who(contacts: list[Contact], catalog: Catalog, named: bool) -> str:
    if not contacts:
        return ""
    if named:
        return ", ".join(one.name for one in contacts)
    return catalog.render(Message.counted("{n} contact", "{n} contacts", len(contacts)))
