"""What the professional writes down: dated notes, answers to questions of the method, and where things stand."""

from __future__ import annotations

from datetime import date

from resokit_tui.core.record import Record


class Note(Record, frozen=True, kw_only=True):
    """A dated note, in Markdown."""

    day: date
    text: str
    labels: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    """Pages of the method it belongs to."""
    contacts: tuple[str, ...] = ()
    """Ids of the contacts it is about."""
    actions: tuple[str, ...] = ()
    """Ids of the steps it is about."""


class Answer(Record, frozen=True, kw_only=True):
    """An answer to one question of a page. A later answer does not replace an earlier one: both are kept."""

    question: str
    """Id of the question, such as `condition.trust.q1`."""
    text: str


class Standing(Record, frozen=True, kw_only=True):
    """Where somebody stands on a page, in steps with words, and by what it is noticed. Never added up."""

    page: str
    level: int
    """0–3 on a condition, 1–4 on a skill (domain.md §2.2, §3.2)."""
    sign: str = ""
