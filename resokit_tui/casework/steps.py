"""The planned steps of one dossier in the order of the work: what is late first, what is over last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from resokit_tui.casework.plan import Action, ActionStatus


class StepGroup(IntEnum):
    """Where a step belongs, in the order of the list."""

    LATE = 0
    COMING = 1
    RESTING = 2
    """Put off without a day, or suspended with a dossier that was closed."""
    DONE = 3
    CANCELLED = 4


def group_of(action: Action, today: date) -> StepGroup:
    """Where a step belongs on a day."""
    if action.status is ActionStatus.DONE:
        return StepGroup.DONE
    if action.status is ActionStatus.CANCELLED:
        return StepGroup.CANCELLED
    if not action.is_planned:
        return StepGroup.RESTING
    return StepGroup.LATE if action.due is not None and action.due < today else StepGroup.COMING


def in_order(actions: Iterable[Action], today: date) -> dict[StepGroup, list[Action]]:
    """The steps by group: by day, those without a day last; what is over newest first. Empty groups are left out."""
    groups: dict[StepGroup, list[Action]] = {}
    for action in sorted(actions, key=lambda each: (each.due is None, each.due or date.max, each.created)):
        groups.setdefault(group_of(action, today), []).append(action)
    for over in (StepGroup.DONE, StepGroup.CANCELLED):
        if over in groups:
            groups[over].reverse()
    return dict(sorted(groups.items()))
