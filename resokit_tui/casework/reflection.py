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
    question: str = ""
    """My question to the group."""


REFLECTION_QUESTIONS = (
    ("situation", Message("What happened, where, and with whom?")),
    ("looking_back", Message("What did I want, think, feel and do? And the other person?")),
    ("resolve", Message("What do I take along to next time, and how will I notice it?")),
)
"""Field and question of the short form, in the order they are asked."""
