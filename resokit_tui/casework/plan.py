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
    own: bool = False
    """The professional's own resolve, out of a reflection: on the agenda, never on a client's paper."""
    suspended: bool = False
    """Open when the dossier was closed: reopening takes it up again."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do now."""
        return self.trashed is None and not self.suspended and self.status in (ActionStatus.TODO, ActionStatus.BUSY)

    @property
    def is_planned(self) -> bool:
        """Whether its day counts: open, or put off to a day of which it comes back."""
        return self.is_open or (
            self.trashed is None and not self.suspended and self.status is ActionStatus.POSTPONED and bool(self.due)
        )


class Say(StrEnum):
    """How far the person decides: the ladder of participation (domain.md §2.2)."""

    INFORMED = "informed"
    CONSULTED = "consulted"
    ADVISES = "advises"
    CO_PRODUCES = "co_produces"
    CO_DECIDES = "co_decides"
    DECIDES = "decides"


class Plan(Record, frozen=True, kw_only=True):
    """What holds the steps together: support, what may go wrong, what was agreed. One per dossier."""

    supporters: str = ""
    """Who supports, with what, and when less of it is needed."""
    risk: str = ""
    safe_enough: str = ""
    """How it is made safe enough, without taking the risk away."""
    plan_b: str = ""
    agreements: str = ""
    """What is told to whom, and what is not."""
    present: str = ""
    """Who was there when the plan was made."""
    say: Say | None = None
    disagreement: str = ""
    """What people see differently; it stays as it is."""
    agreed: date | None = None
    agreed_how: str = ""
    copy_given: bool = False
    review: date | None = None
    """When to look together how it goes."""


class Outcome(StrEnum):
    """What an evaluation decides."""

    GO_ON = "go_on"
    ADJUST = "adjust"
    ROUND_OFF = "round_off"
    HAND_OVER = "hand_over"


class Missed(StrEnum):
    """Whether others miss the person who is not there."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Review(Record, frozen=True, kw_only=True):
    """How the role goes, told by those involved. Not a reflection on the professional's own acting."""

    held: date | None = None
    with_whom: str = ""
    works: str = ""
    does_not_work: str = ""
    missed: Missed | None = None
    new_contacts: str = ""
    """Whom the person met; those who are not paid above all."""
    competence: str = ""
    """What the person can do now that could not be done before."""
    image: str = ""
    """How others see the person now."""
    satisfaction: str = ""
    """What the person says of it, in their own words."""
    new_roles: str = ""
    adjustment: str = ""
    outcome: Outcome | None = None
    next: date | None = None


STATUS_NAMES = {
    ActionStatus.TODO: Message("to do"),
    ActionStatus.BUSY: Message("busy"),
    ActionStatus.DONE: Message("done"),
    ActionStatus.POSTPONED: Message("postponed"),
    ActionStatus.CANCELLED: Message("cancelled"),
}
SAY_NAMES = {
    Say.INFORMED: Message("was informed"),
    Say.CONSULTED: Message("was asked"),
    Say.ADVISES: Message("gave advice"),
    Say.CO_PRODUCES: Message("worked it out together"),
    Say.CO_DECIDES: Message("decided together"),
    Say.DECIDES: Message("decided alone"),
}
OUTCOME_NAMES = {
    Outcome.GO_ON: Message("go on"),
    Outcome.ADJUST: Message("adjust"),
    Outcome.ROUND_OFF: Message("round off"),
    Outcome.HAND_OVER: Message("hand over"),
}
MISSED_NAMES = {Missed.YES: Message("yes"), Missed.PARTLY: Message("partly"), Missed.NO: Message("no")}
