"""The wayfinder with a dossier in hand: which stop may help next, and how each station of the map stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.guidance import Suggestion, newest_standing, suggestions
from resokit_tui.casework.note import Standing
from resokit_tui.casework.progress import current_stage, stage_progress
from resokit_tui.core.i18n import Message
from resokit_tui.method.method import Method
from resokit_tui.method.page import Page, PageKind

CONDITION_STEPS = (Message("not yet"), Message("begins"), Message("grows"), Message("firm"))
"""Words for 0–3 on a basic condition (domain.md §2.2)."""
SKILL_STEPS = (
    Message("not noted"),
    Message("I am discovering it"),
    Message("I try it with support"),
    Message("I do it on my own"),
    Message("I can explain it to a colleague"),
)
"""Words for 1–4 on a skill (domain.md §3.2); 0 means that nothing was noted."""
STAGE_STEPS = (Message("not yet"), Message("under way"), Message("done"))


class StationState(msgspec.Struct, frozen=True):
    """How a station stands: 0 not yet, 1 on the way, 2 firm or done; the same in words; and whether you are here."""

    level: int
    word: Message
    here: bool = False


def next_stops(dossier: Dossier | None, own: Dossier | None, method: Method, today: date) -> list[Suggestion]:
    """The three stops that may help most now, each with its reason; only pages that exist."""
    found = suggestions(dossier, today) if dossier is not None else list(_for_oneself(own, method))
    return [suggestion for suggestion in found if suggestion.page in method.pages][:3]


def station_states(dossier: Dossier | None, own: Dossier | None, method: Method) -> dict[str, StationState]:
    """The state of every station: conditions and stages of the open dossier, skills of the professional.

    Without a dossier the conditions are the professional's own and the stages say nothing yet.
    """
    looked_at = dossier or own
    progress = stage_progress(dossier) if dossier is not None else {}
    here = current_stage(dossier) if dossier is not None else ""
    states: dict[str, StationState] = {}
    for line in method.lines:
        for page in line.pages:
            if line.kind is PageKind.CONDITION:
                states[page] = _condition(looked_at, page)
            elif line.kind is PageKind.SKILL:
                states[page] = _skill(own, page)
            else:
                level = int(progress.get(page, 0))
                states[page] = StationState(level, STAGE_STEPS[level], here=page == here)
    return states


def course(dossier: Dossier | None, own: Dossier | None, page: Page) -> list[tuple[date, Message]]:
    """How a condition or a skill came along: each step with the day it was first noted; never a total or an average."""
    about_oneself = page.kind is PageKind.SKILL or dossier is None
    looked_at = own if about_oneself else dossier
    words = SKILL_STEPS if page.kind is PageKind.SKILL else CONDITION_STEPS
    noted = [s for s in looked_at.all(Standing) if s.page == page.id] if looked_at is not None else []
    changes = [s for before, s in zip([None, *noted], noted, strict=False) if before is None or before.level != s.level]
    return [(standing.created.date(), words[standing.level]) for standing in changes]


def _condition(dossier: Dossier | None, page: str) -> StationState:
    standing = newest_standing(dossier, page) if dossier is not None else None
    step = standing.level if standing else 0
    return StationState((0, 1, 1, 2)[step], CONDITION_STEPS[step])


def _skill(own: Dossier | None, page: str) -> StationState:
    standing = newest_standing(own, page) if own is not None else None
    step = standing.level if standing else 0
    return StationState((0, 1, 1, 2, 2)[step], SKILL_STEPS[step])


def _for_oneself(own: Dossier | None, method: Method) -> Iterator[Suggestion]:
    """Without a dossier: what the professional has not looked at yet, in the order of the lines."""
    for line in method.lines[:2]:
        for page in line.pages:
            if own is None or newest_standing(own, page) is None:
                yield Suggestion(page, Message("You have not noted yet how this stands."))
