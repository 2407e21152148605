"""Small forms of speech of the role plan: signs, days, quotation marks, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resokit_tui.casework.plan import ActionStatus
from resokit_tui.core.dates import MONTHS
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.blocks import Heading, Inline, Item, ItemList, Paragraph, Table, Tone, plain, words_of
from resokit_tui.export.plan_facts import RolePlan

WORTH = (
    Message("not important to me"),
    Message("a little important to me"),
    Message("important to me"),
    Message("very important to me"),
)
"""What 0–3 of a role's worth in the eyes of the person say."""

STATUS_SIGNS = {
    ActionStatus.TODO: ("○", Tone.QUIET),
    ActionStatus.BUSY: ("●", Tone.WARM),
    ActionStatus.DONE: ("✓", Tone.FIRM),
    ActionStatus.POSTPONED: ("→", Tone.QUIET),
    ActionStatus.CANCELLED: ("–", Tone.QUIET),
}


def spoken_day(day: date, catalog: Catalog) -> str:
    """`12 november 2026`: a day as it stands in a letter."""
    return f"{day.day} {spoken_month(day, catalog)}"


def spoken_month(day: date, catalog: Catalog) -> str:
    """`november 2026`."""
    return f"{catalog.render(MONTHS[day.month - 1])} {day.year}"


def told_day(day: date | None, plan: RolePlan, catalog: Catalog) -> str:
    """A day as precise as this plan tells it; empty without one."""
    if day is None:
        return ""
    return spoken_month(day, catalog) if plan.months_only else spoken_day(day, catalog)


def quoted(words: str) -> str:
    """Somebody's words between quotation marks, unless they stand between marks already."""
    return words if words[0] in "“‘«\"'" else f"“{words}”"


def filled_table(
    heads: Sequence[str], rows: Sequence[tuple[Inline, ...]], shares: Sequence[float], *, row_heads: bool = False
) -> Table:
    """A table without the columns in which nobody wrote anything."""
    used = [place for place in range(len(heads)) if any(words_of(row[place]) for row in rows)]
    return Table(
        tuple(plain(heads[place]) for place in used),
        tuple(tuple(row[place] for place in used) for row in rows),
        tuple(shares[place] for place in used),
        row_heads,
    )


def inlines(texts: Sequence[str]) -> tuple[Inline, ...]:
    """Plain texts, one after the other."""
    return tuple(plain(text) for text in texts)


def points(items: Sequence[Inline]) -> ItemList:
    """A list of one-line points."""
    return ItemList(tuple(Item((Paragraph(item),)) for item in items))


def title(level: int, text: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, plain(text))
