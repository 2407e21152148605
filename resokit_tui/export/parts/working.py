"""What only the full plan tells: why it started, what was agreed on sharing, and the professional's dated notes."""

from __future__ import annotations

from resokit_tui.casework.consent import FOR_NAMES, FORM_NAMES, PART_NAMES, STATUS_NAMES, ConsentFor
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Block, Facts, Paragraph, plain
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.export.parts.work import paragraph
from resokit_tui.export.plan_facts import ConsentFact, RolePlan
from resokit_tui.export.plan_words import filled_table, inlines, title, told_day


def occasion(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """Why this path starts."""
    if not plan.occasion and not plan.interpreter:
        return ()
    facts: list[Block] = [Facts(((catalog("Interpreter"), plan.interpreter),))] if plan.interpreter else []
    return (title(2, catalog("Why we begin")), *paragraph(plan.occasion), *facts)


def consents(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """Who may know what, as it stands in the log."""
    if not plan.consents:
        return ()
    heads = (
        catalog("For whom"),
        catalog("Permission"),
        catalog("What may be shared"),
        catalog("What may not"),
        catalog("Talk about it by"),
    )
    rows = [inlines(_row(one, plan, catalog)) for one in plan.consents]
    words: list[Block] = [block for one in plan.consents for block in paragraph(one.words)]
    return (
        title(2, catalog("Who may know what")),
        filled_table(heads, rows, (2.2, 2.4, 3.2, 2.6, 2.2), row_heads=True),
        *words,
    )


def _row(one: ConsentFact, plan: RolePlan, catalog: Catalog) -> tuple[str, ...]:
    whom = (
        one.partner if one.for_whom is ConsentFor.PARTNER and one.partner else catalog.render(FOR_NAMES[one.for_whom])
    )
    how = [catalog.render(STATUS_NAMES[one.status]), catalog.render(FORM_NAMES[one.form]) if one.form else ""]
    given = ", ".join(part for part in (*how, told_day(one.given, plan, catalog)) if part)
    refused = [*(catalog.render(PART_NAMES[part]) for part in one.refused_parts), *one.refused]
    return (
        whom,
        given,
        ", ".join(catalog.render(PART_NAMES[part]) for part in one.covers),
        "; ".join(refused),
        told_day(one.until, plan, catalog),
    )


def notes(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The dated notes, which the professional wrote; they are said to be so."""
    if not plan.notes:
        return ()
    blocks: list[Block] = [title(2, catalog("Notes of the worker"))]
    for one in plan.notes:
        blocks += [
            title(3, told_day(one.day, plan, catalog)),
            *blocks_from_markdown(one.text, base_level=4, keep_lines=True),
        ]
    said = Paragraph(plain(catalog("The worker wrote these. They are not part of what we agreed.")), quiet=True)
    return (*blocks, said)
