"""A look at one's own acting after a moment with a client (domain.md §8). Never part of a client's plan or export.

The skeleton is Korthagen's cycle (ALACT), with STARR inside its first phase and the lens of roles in its third.
"""

from __future__ import annotations

from datetime import date

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class Alternative(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Another way it could have been done, with what speaks for and against it."""

    way: str
    for_it: str = ""
    against_it: str = ""

    def __repr__(self) -> str:
        return "<Alternative>"


class Reflection(Record, frozen=True, kw_only=True):
    """One moment looked at: what happened, looking back, the core, other ways, and what to try next."""

    held: date
    page: str = ""
    """The page of the method it was begun from, such as `condition.trust`."""
    moment: str = ""
    """The moment that stayed, in one line."""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    looking_back: str = ""
    """What I wanted, thought, felt and did."""
    other: str = ""
    """The same of the other person, as far as I know or guess."""
    surroundings: str = ""
    """What the place, the rules and the people around did."""
    conditions: tuple[str, ...] = ()
    """Page ids of the basic conditions that were under pressure."""
    skills: tuple[str, ...] = ()
    """Page ids of the skills that I used."""
    core: str = ""
    """What it comes down to: images, roles and power that played a part."""
    alternatives: tuple[Alternative, ...] = ()
    technical: str = ""
    """Did I use the right method?"""
    normative: str = ""
    """Did I weigh it rightly?"""
    personal: str = ""
    """Does it fit me?"""
    resolve: str = ""
    resolve_sign: str = ""
    """By what I will notice it."""
    step: str = ""
    """Id of the planned step that the resolve became."""
    intervision: bool = False
    """Whether it is preparation of an intervision."""
    group_question: str = ""
    """What I ask of the group in an intervision."""

    @property
    def other_ways(self) -> int:
        """How many other ways were thought of."""
        return sum(1 for each in self.alternatives if each.way.strip())


ENOUGH_WAYS = 2
"""One other way is a correction; from two on there is something to choose from."""

REFLECTION_QUESTIONS: tuple[tuple[str, Message, Message], ...] = (
    ("moment", Message("The moment"), Message("Which moment stayed with you?")),
    ("situation", Message("Situation"), Message("What happened, where, and with whom?")),
    ("task", Message("Task"), Message("What was my task?")),
    ("action", Message("What I did"), Message("What exactly did I do?")),
    ("result", Message("Result"), Message("What came of it?")),
    ("looking_back", Message("Me"), Message("wanted · thought · felt · did")),
    ("other", Message("The other, I think"), Message("wanted · thought · felt · did")),
    ("surroundings", Message("The surroundings"), Message("What did place, rules and other people do?")),
    ("core", Message("The core"), Message("Which images, roles or power played a part?")),
    ("technical", Message("Method"), Message("Did I use the right method?")),
    ("normative", Message("Weighing"), Message("Did I weigh it rightly, and for whom?")),
    ("personal", Message("Myself"), Message("Does it fit who I am and want to be?")),
    ("group_question", Message("My question"), Message("What do I ask of the group?")),
    ("resolve", Message("Resolve"), Message("What will I try next time?")),
    ("resolve_sign", Message("The sign"), Message("By what will I notice it?")),
)
"""Field, heading and question of every text, in the order they are asked."""
