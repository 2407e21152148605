"""The questions of the table: each asks one thing of a contact, and knows which answers there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from resokit_tui.casework.network import (
    DOOR_NAMES,
    FREQUENCY_NAMES,
    KIND_NAMES,
    RING_NAMES,
    SUPPORT_NAMES,
    Contact,
)
from resokit_tui.casework.network_words import DOMAIN_WORDS, RING_MEANINGS
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message

Value = Any
"""What a field of a contact holds: a member of an enumeration, a `bool`, or `None` for not answered."""


class Trait(msgspec.Struct, frozen=True):
    """One column of the table. With `several` the field holds a tuple, and each answer is marked or not."""

    field: str
    heading: Message
    question: Message
    """With `{name}` and `{who}`."""
    answers: Mapping[Value, Message]
    width: int
    several: bool = False
    meanings: Mapping[Value, Message] = {}

    def asks(self, name: str, who: str) -> Message:
        """The question about this contact."""
        return Message(self.question.msgid, name=name, who=who)

    def marked(self, contact: Contact) -> tuple[Value, ...]:
        """The answers that hold."""
        value = getattr(contact, self.field)
        return tuple(value) if self.several else (value,)

    def stepped(self, contact: Contact, step: int) -> Contact:
        """The contact with the answer beside the one that holds, round and round."""
        values = list(self.answers)
        at = values.index(getattr(contact, self.field))
        return self.answered(contact, values[(at + step) % len(values)])

    def answered(self, contact: Contact, value: Value) -> Contact:
        """The contact with this answer."""
        return msgspec.structs.replace(contact, **{self.field: value})

    def toggled(self, contact: Contact, value: Value) -> Contact:
        """The contact with an answer marked, or not any more; in the order in which they are asked."""
        marked = set(self.marked(contact)) ^ {value}
        return self.answered(contact, tuple(each for each in self.answers if each in marked))


_NOT_SAID = Message("not said")


def _with_none(names: Mapping[Any, Message]) -> dict[Value, Message]:
    return {None: _NOT_SAID, **names}


_DOMAINS: dict[Value, Message] = {None: _NOT_SAID} | {domain: DOMAIN_WORDS[domain] for domain in LifeDomain}

TRAITS: tuple[Trait, ...] = (
    Trait("kind", Message("kind"), Message("What is {name}?"), dict(KIND_NAMES), 8),
    Trait("domain", Message("part of life"), Message("In which part of life does {name} belong?"), _DOMAINS, 11),
    Trait(
        "ring",
        Message("ring"),
        Message("How near does {name} stand to {who}?"),
        dict(RING_NAMES),
        9,
        meanings=dict(RING_MEANINGS),
    ),
    Trait(
        "frequency",
        Message("how often"),
        Message("How often are {name} and {who} in touch?"),
        _with_none(FREQUENCY_NAMES),
        11,
    ),
    Trait(
        "paid",
        Message("paid"),
        Message("Is {name} paid to be there?"),
        {False: Message("no"), True: Message("yes")},
        8,
    ),
    Trait(
        "receives",
        Message("gives"),
        Message("What does {name} give to {who}?"),
        dict(SUPPORT_NAMES),
        10,
        several=True,
    ),
    Trait(
        "gives",
        Message("gets"),
        Message("What does {name} get from {who}?"),
        dict(SUPPORT_NAMES),
        10,
        several=True,
    ),
    Trait(
        "opens_door",
        Message("opens a door"),
        Message("May {name} open a door to other people or places?"),
        _with_none(DOOR_NAMES),
        14,
    ),
)
"""The questions, in the order in which they are asked."""
