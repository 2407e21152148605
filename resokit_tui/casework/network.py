"""The inclusion web: people, groups, places and animals, by life domain and nearness (stage 3, domain.md §1.4)."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class ContactKind(StrEnum):
    """What a point in the web is."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    ANIMAL = "animal"


class Ring(IntEnum):
    """How near somebody stands. Paid is a mark, never a ring."""

    CORE = 1
    CLOSE = 2
    KNOWN = 3
    BY_SIGHT = 4


class Support(StrEnum):
    """What people give one another."""

    EMOTIONAL = "emotional"
    COMPANY = "company"
    PRACTICAL = "practical"
    ADVICE = "advice"


class Frequency(StrEnum):
    """How often there is contact."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    NEVER = "never"


class DoorOpening(StrEnum):
    """Whether somebody may open a door to another circle."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Contact(Record, frozen=True, kw_only=True):
    """Somebody or some place in the client's web; given and received as seen from the client."""

    name: str
    kind: ContactKind = ContactKind.PERSON
    relation: str = ""
    role: str = ""
    """What this person or place is to the client, as a role: neighbour, regular customer."""
    domain: LifeDomain | None = None
    ring: Ring = Ring.KNOWN
    frequency: Frequency | None = None
    paid: bool = False
    receives: tuple[Support, ...] = ()
    gives: tuple[Support, ...] = ()
    opens_door: DoorOpening | None = None
    note: str = ""


RING_NAMES = {
    Ring.CORE: Message("core"),
    Ring.CLOSE: Message("close"),
    Ring.KNOWN: Message("known"),
    Ring.BY_SIGHT: Message("by sight"),
}
KIND_NAMES = {
    ContactKind.PERSON: Message("person"),
    ContactKind.GROUP: Message("group"),
    ContactKind.PLACE: Message("place"),
    ContactKind.ANIMAL: Message("animal"),
}
SUPPORT_NAMES = {
    Support.EMOTIONAL: Message("emotional"),
    Support.COMPANY: Message("company"),
    Support.PRACTICAL: Message("practical"),
    Support.ADVICE: Message("good advice"),
}
FREQUENCY_NAMES = {
    Frequency.DAILY: Message("daily"),
    Frequency.WEEKLY: Message("weekly"),
    Frequency.MONTHLY: Message("monthly"),
    Frequency.YEARLY: Message("yearly"),
    Frequency.NEVER: Message("never"),
}
DOOR_NAMES = {DoorOpening.YES: Message("yes"), DoorOpening.MAYBE: Message("maybe"), DoorOpening.NO: Message("no")}
