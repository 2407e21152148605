"""Days and months in words, and how far a day lies from today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from resokit_tui.core.i18n import Catalog, Message

Clock = Callable[[], datetime]
"""Gives the moment now, in local time with its offset; passed in, so that tests and practice data choose the day."""

FAR = 60
"""Beyond so many days nobody counts them."""

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


def day_in_words(day: date, today: date, catalog: Catalog) -> str:
    """A day as it is understood: `donderdag 3 december 2026, over 6 dagen`; far away only the day itself."""
    days = (day - today).days
    if abs(days) > FAR:
        return catalog.date_long(day)
    if days == 0:
        away = Message("today")
    elif days == 1:
        away = Message("tomorrow")
    elif days == -1:
        away = Message("yesterday")
    elif days < 0:
        away = Message.counted("{n} day ago", "{n} days ago", -days)
    else:
        away = Message.counted("in {n} day", "in {n} days", days)
    return f"{catalog.date_long(day)}, {catalog.render(away)}"


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where that day does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_week(day: date) -> date:
    """The Sunday of its week: weeks start on Monday."""
    return day + timedelta(days=6 - day.weekday())
