"""The role at work: why, where, what it takes, and the steps (domain.md §9.3, parts 6–9)."""

from __future__ import annotations

from resokit_tui.casework.design import AREA_NAMES
from resokit_tui.casework.plan import STATUS_NAMES, ActionStatus
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Block, Card, Cards, Facts, Inline, Paragraph, Sign, Span, Tone, plain
from resokit_tui.export.figures import Timeline, TimelineStep
from resokit_tui.export.from_markdown import blocks_from_markdown, paragraphs_from_markdown
from resokit_tui.export.plan_facts import RolePlan, StepFact
from resokit_tui.export.plan_words import STATUS_SIGNS, filled_table, inlines, title, told_day


def why(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """Why this role: what it brings, what I contribute, what I aim at."""
    if (chosen := plan.chosen) is None:
        return ()
    blocks: list[Block] = list(blocks_from_markdown(chosen.why, keep_lines=True))
    cards = [
        (catalog("What it brings me"), inlines(chosen.brings), Tone.WARM, Sign.HEART, True),
        (catalog("What I contribute"), paragraphs_from_markdown(chosen.contributes), Tone.FIRM, Sign.STAR, False),
        (catalog("My goal"), paragraphs_from_markdown(chosen.goal), Tone.FRESH, Sign.CHECK, False),
    ]
    filled = tuple(Card(*card) for card in cards if card[1])
    if filled:
        blocks.append(Cards(filled))
    if chosen.analogue:
        blocks += [
            title(3, catalog("How others in the city do this")),
            *blocks_from_markdown(chosen.analogue, keep_lines=True),
        ]
    return (title(2, catalog("Why I choose this role")), *blocks) if blocks else ()


def where(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """Where and with whom, what helps and what may be in the way."""
    if (chosen := plan.chosen) is None:
        return ()
    facts = [
        (catalog("Place"), chosen.place),
        (catalog("Neighbourhood"), chosen.neighbourhood),
        (catalog("With whom"), chosen.with_whom),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    blocks: list[Block] = [Facts(filled)] if filled else []
    cards = [
        Card(catalog("What helps"), inlines(chosen.chances), Tone.FIRM, Sign.CHECK),
        Card(catalog("What may be in the way"), inlines(chosen.barriers), Tone.WARM, Sign.TURN),
    ]
    shown = tuple(card for card in cards if card.items)
    if shown:
        blocks.append(Cards(shown))
    return (title(2, catalog("Where and with whom")), *blocks) if blocks else ()


def needs(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The match matrix: what the role asks, what is there, and how the gap is closed."""
    if not plan.needs:
        return ()
    heads = (
        catalog("About"),
        catalog("What the role asks"),
        catalog("What is there"),
        catalog("What is missing"),
        catalog("What we do"),
        catalog("Who"),
        catalog("By when"),
    )
    rows = [
        (
            (Span(catalog.render(AREA_NAMES[one.area]), bold=True),),
            *inlines((one.required, one.present, one.gap, one.action, one.who, told_day(one.until, plan, catalog))),
        )
        for one in plan.needs
    ]
    return (
        title(2, catalog("What it takes")),
        filled_table(heads, rows, (2.2, 3.4, 3, 3, 3.4, 2.2, 2.2), row_heads=True),
    )


def steps(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The steps on a line, and in a table with who, by when, and how it stands."""
    if not plan.steps:
        return ()
    heads = (catalog("Step"), catalog("Who"), catalog("By when"), catalog("How it stands"))
    rows = [_step(step, plan, catalog) for step in plan.steps]
    return (
        title(2, catalog("My steps")),
        timeline(plan, catalog),
        filled_table(heads, rows, (4.1, 2.5, 2.9, 2.1), row_heads=True),
    )


def timeline(plan: RolePlan, catalog: Catalog) -> Timeline:
    """The line of steps; it says how many stand where."""
    counts = [(status, sum(1 for one in plan.steps if one.status is status)) for status in ActionStatus]
    stands = ", ".join(f"{catalog.render(STATUS_NAMES[status])} {n}" for status, n in counts if n)
    return Timeline(
        tuple(
            TimelineStep(
                one.title, told_day(one.due, plan, catalog), catalog.render(STATUS_NAMES[one.status]), one.status
            )
            for one in plan.steps
        ),
        catalog("Line of my steps in the order of their days: {stands}.", stands=stands),
    )


def _step(step: StepFact, plan: RolePlan, catalog: Catalog) -> tuple[Inline, ...]:
    sign, tone = STATUS_SIGNS[step.status]
    more = [Span(f"\n{text}", italic=True) for text in (step.reason, step.note) if text]
    stand = Span(f"{sign} {catalog.render(STATUS_NAMES[step.status])}", bold=True, tone=tone)
    return ((*plain(step.title), *more), plain(step.who), plain(told_day(step.due, plan, catalog)), (stand,))


def next_steps(plan: RolePlan, most: int) -> tuple[StepFact, ...]:
    """The first open steps."""
    waiting = (ActionStatus.TODO, ActionStatus.BUSY)
    return tuple(one for one in plan.steps if one.status in waiting)[:most]


def paragraph(text: str) -> tuple[Block, ...]:
    """Markdown somebody typed, with its line ends; nothing for nothing."""
    return blocks_from_markdown(text, keep_lines=True) if text else ()


def note_line(text: str) -> Paragraph:
    """A quiet sentence of ours."""
    return Paragraph(plain(text), quiet=True)
