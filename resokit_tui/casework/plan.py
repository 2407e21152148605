"""What will be done, by whom and by when, and how the role goes (stages 7 and 8, domain.md §5.2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class ActionStatus(StrEnum):
    """Where a step stands. Cancelled is not deleted: the reason is kept."""

    TODO = "todo"
    BUSY = "busy"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Action(Record, frozen=True, kw_only=True):
    """A planned step."""

    title: str
    who: str = ""
    start: date | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.TODO
    reason: str = ""
    """Why it was postponed or cancelled."""
    note: str = ""
    pages: tuple[str, ...] = ()
    """Pages of the method it belongs to."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.trashed is None and self.status in (ActionStatus.TODO, ActionStatus.BUSY)


class Review(Record, frozen=True, kw_only=True):
    """How the role goes, told by those involved. Not a reflection on the professional's own acting."""

    held: date | None = None
    works: str = ""
    does_not_work: str = ""
    adjustment: str = ""
    next: date | None = None


STATUS_NAMES = {
    ActionStatus.TODO: Message("to do"),
    ActionStatus.BUSY: Message("busy"),
    ActionStatus.DONE: Message("done"),
    ActionStatus.POSTPONED: Message("postponed"),
    ActionStatus.CANCELLED: Message("cancelled"),
}
