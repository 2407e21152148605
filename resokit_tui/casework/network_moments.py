"""Two moments of one network: who came, who left, who came nearer and who went further off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from resokit_tui.casework.network import RING_NAMES, Contact
from resokit_tui.casework.network_sentences import empty_domains, unpaid_people
from resokit_tui.casework.network_words import Word, listed
from resokit_tui.core.i18n import Message


class Movement(StrEnum):
    """What happened to a contact, in the order in which it is told."""

    CAME = "came"
    LEFT = "left"
    NEARER = "nearer"
    FURTHER = "further"


MOVEMENT_WORDS = {
    Movement.CAME: Message("New here"),
    Movement.LEFT: Message("Gone"),
    Movement.NEARER: Message("Nearer"),
    Movement.FURTHER: Message("Further off"),
}


class Change(msgspec.Struct, frozen=True):
    """What happened to one contact between two moments; one of `before` and `after` may be missing."""

    movement: Movement
    before: Contact | None = None
    after: Contact | None = None

    @property
    def contact(self) -> Contact:
        """The contact as it is, or as it was last."""
        found = self.after or self.before
        if found is None:
            raise LookupError(self.movement)
        return found

    def words(self) -> Word:
        """The name, and from which ring to which."""
        if self.before is None or self.after is None:
            return self.contact.name
        rings = RING_NAMES[self.before.ring], RING_NAMES[self.after.ring]
        return Message("{name}: {old} → {new}", name=self.after.name, old=rings[0], new=rings[1])


def changes(before: Sequence[Contact], after: Sequence[Contact]) -> list[Change]:
    """Who came, left, came nearer and went further off, in that order; known by id, so a new name is no change."""
    old, new = {c.id: c for c in before}, {c.id: c for c in after}
    found = [Change(Movement.CAME, None, c) for id, c in new.items() if id not in old]
    found += [Change(Movement.LEFT, c, None) for id, c in old.items() if id not in new]
    both = [(old[id], c) for id, c in new.items() if id in old]
    found += [Change(Movement.NEARER, was, now) for was, now in both if now.ring < was.ring]
    found += [Change(Movement.FURTHER, was, now) for was, now in both if now.ring > was.ring]
    return found


def told(before: Sequence[Contact], after: Sequence[Contact], *, names: bool = True) -> list[tuple[Message, Word]]:
    """What changed as rows of a title and a sentence; without names only how many."""
    found = changes(before, after)
    return [*_movements(found, names), _numbers(before, after)]


def _movements(found: Sequence[Change], names: bool) -> Iterator[tuple[Message, Word]]:
    if not found:
        yield Message("Changed"), Message("Nobody came, left or moved.")
    for movement in Movement:
        own = [change for change in found if change.movement is movement]
        if own and names:
            yield MOVEMENT_WORDS[movement], listed([change.words() for change in own], 6)
        elif own:
            yield MOVEMENT_WORDS[movement], Message.counted("{n} contact", "{n} contacts", len(own))


def _numbers(before: Sequence[Contact], after: Sequence[Contact]) -> tuple[Message, Message]:
    return Message("Not paid"), Message(
        "from {old} to {new} people. Empty: from {empty_old} to {empty_new} domains.",
        old=len(unpaid_people(before)),
        new=len(unpaid_people(after)),
        empty_old=len(empty_domains(before)),
        empty_new=len(empty_domains(after)),
    )
