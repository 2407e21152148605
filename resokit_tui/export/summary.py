"""The role plan on one page: the role, who I am, the next steps, and when we look again.

It holds a fixed number of points, and long texts are cut at a word, so that it stays one page in every language at 12
points; the plan has the rest, and says so.
"""

from __future__ import annotations

import msgspec

from resokit_tui.casework.consent import DossierPart
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import (
    Banner,
    Block,
    Cards,
    Document,
    Hero,
    Paragraph,
    Pills,
    plain,
)
from resokit_tui.export.parts.who import profile_cards
from resokit_tui.export.parts.work import next_steps
from resokit_tui.export.plan_document import framed, hero, source_line
from resokit_tui.export.plan_facts import ChosenRole, RolePlan
from resokit_tui.export.plan_words import filled_table, inlines, title, told_day

_CARD_POINTS, _STRENGTHS, _STEPS = 2, 3, 3
_POINT, _SENTENCE, _NAME = 48, 100, 36
"""Most characters of a point in a card, of a sentence, and of a name."""


def summary_document(plan: RolePlan, catalog: Catalog, *, audience: Audience, mark: str = "") -> Document:
    """One page of the plan this reader may read."""
    short = _shortened(plan)
    name = catalog("Summary")
    blocks: tuple[Block, ...] = (
        Banner(name, short.alias, catalog("This plan is mine. We made it together.")),
        *_role(short, catalog),
        *_me(short, catalog),
        *_steps(short, catalog),
        *_next_review(plan, catalog),
        source_line(catalog),
    )
    return framed(plan, catalog, name, blocks, audience=audience, mark=mark)


def _next_review(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    if plan.next_review is None:
        return ()
    return (Paragraph(plain(f"{catalog('Next review')}: {told_day(plan.next_review, plan, catalog)}")),)


def cut(text: str, most: int) -> str:
    """The text, or its beginning up to a word, with … ; line ends become spaces."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–") + "…"


def _shortened(plan: RolePlan) -> RolePlan:
    chosen = plan.chosen and ChosenRole(
        cut(plan.chosen.name, _NAME), cut(plan.chosen.sentence, _SENTENCE), cut(plan.chosen.quote, _SENTENCE)
    )
    lists = {
        name: tuple(cut(text, _POINT) for text in getattr(plan, name))
        for name in ("appreciated", "important", "support")
    }
    return msgspec.structs.replace(
        plan,
        alias=cut(plan.alias, _NAME),
        chosen=chosen,
        **lists,
    )


def _role(plan: RolePlan, catalog: Catalog) -> tuple[Hero, ...]:
    return (hero(plan.chosen, catalog),) if DossierPart.CHOICE in plan.parts else ()


def _me(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    cards = profile_cards(plan, catalog, _CARD_POINTS)
    strengths = tuple(cut(one.text, _POINT // 2) for one in plan.strengths[:_STRENGTHS])
    shown: list[Block] = [Cards(cards)] if cards else []
    return (*shown, title(3, catalog("My strengths")), Pills(strengths)) if strengths else tuple(shown)


def _steps(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    waiting = next_steps(plan, _STEPS)
    if not waiting:
        return ()
    heads = (catalog("Step"), catalog("Who"), catalog("By when"))
    rows = [
        inlines((cut(one.title, _NAME), cut(one.who, _POINT // 2), told_day(one.due, plan, catalog))) for one in waiting
    ]
    return (title(2, catalog("My next steps")), filled_table(heads, rows, (4.4, 3, 2.6), row_heads=True))
