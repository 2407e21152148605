"""Quality of life, at the start and now: a star, and the same in words. Nothing is added up."""

from __future__ import annotations

from resokit_tui.casework.quality import QUALITY_NAMES, QUALITY_STEPS, QualityDomain, Voice
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Block
from resokit_tui.export.figures import Star, StarMoment
from resokit_tui.export.parts.work import paragraph
from resokit_tui.export.plan_facts import QualityFact, RolePlan
from resokit_tui.export.plan_words import filled_table, inlines, title, told_day


def quality(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """The star and its table in the eyes of the person; below it what the professional sees, when that is told."""
    mine = [one for one in plan.quality if one.voice is Voice.PERSON]
    theirs = [one for one in plan.quality if one.voice is Voice.PROFESSIONAL]
    if not mine and not theirs:
        return ()
    blocks: list[Block] = [title(3, catalog("My quality of life"))]
    told = _first_and_last(mine) or _first_and_last(theirs)
    blocks += [_star(told, plan, catalog), _table(told, plan, catalog)]
    if mine and theirs:
        seen = _first_and_last(theirs)
        blocks += [title(4, catalog("In the eyes of the worker")), _table(seen, plan, catalog)]
    for one in plan.quality:
        blocks += [block for text in (one.note, one.difference) for block in paragraph(text)]
    return tuple(blocks)


def _first_and_last(facts: list[QualityFact]) -> list[QualityFact]:
    return [facts[0], facts[-1]] if len(facts) > 1 else facts


def _star(told: list[QualityFact], plan: RolePlan, catalog: Catalog) -> Star:
    return Star(
        tuple(catalog.render(name) for name in QUALITY_NAMES.values()),
        tuple(catalog.render(step) for step in QUALITY_STEPS),
        tuple(
            StarMoment(told_day(one.day, plan, catalog), tuple(dict(one.steps).get(domain) for domain in QualityDomain))
            for one in told
        ),
        catalog(
            "Star with eight points, one for each part of the quality of life: {moments}. The table tells it in words.",
            moments=" – ".join(told_day(one.day, plan, catalog) for one in told),
        ),
    )


def _table(told: list[QualityFact], plan: RolePlan, catalog: Catalog) -> Block:
    heads = (catalog("Part of life"), *(told_day(one.day, plan, catalog) for one in told))
    rows = [
        inlines((catalog.render(name), *(_step(one, domain, catalog) for one in told)))
        for domain, name in QUALITY_NAMES.items()
        if any(domain in dict(one.steps) for one in told)
    ]
    return filled_table(heads, rows, (3.0, *[2.0] * len(told)), row_heads=True)


def _step(fact: QualityFact, domain: QualityDomain, catalog: Catalog) -> str:
    step = dict(fact.steps).get(domain)
    return catalog.render(QUALITY_STEPS[step - 1]) if step and 1 <= step <= len(QUALITY_STEPS) else ""
