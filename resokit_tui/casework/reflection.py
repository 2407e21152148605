"""A look at one's own acting after a talk (domain.md §8). Kept apart: never part of a client's plan or export."""

from __future__ import annotations

from datetime import date

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class Reflection(Record, frozen=True, kw_only=True):
    """Three short looks at one moment: what happened, what I did and felt, what I take along."""

    held: date
    page: str = ""
    """The page of the method it hangs on, such as `condition.trust`."""
    situation: str = ""
    looking_back: str = ""
    resolve: str = ""


REFLECTION_QUESTIONS = (
    ("situation", Message("What happened, where, and with whom?")),
    ("looking_back", Message("What did I want, think, feel and do? And the other person?")),
    ("resolve", Message("What do I take along to next time, and how will I notice it?")),
)
"""Field and question, in the order they are asked."""
