"""Days as people type them, in Dutch, French or English: `do`, `over 2 weken`, `4/3`, `eind juni`, `+14`.

Ours, because libraries understand too little of it, or too much: they take *volgende dinsdag* for nothing and *4 maart*
on 4 March for next year (peers.md §3.4). The order is always day, month, year. Whatever is understood is shown back in
words, so that a wrong guess is seen; what is not understood stays as text and is asked again.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from resokit_tui.core.dates import months_later
from resokit_tui.core.text import fold

_RELATIVE = {
    **dict.fromkeys(("vandaag", "nu", "aujourd'hui", "aujourdhui", "today", "now"), 0),
    **dict.fromkeys(("morgen", "demain", "tomorrow"), 1),
    **dict.fromkeys(("overmorgen", "apres-demain", "apres demain", "the day after tomorrow", "day after tomorrow"), 2),
    **dict.fromkeys(("gisteren", "hier", "yesterday"), -1),
    **dict.fromkeys(("eergisteren", "avant-hier", "avant hier", "the day before yesterday"), -2),
}
_WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
_MONTHS = (
    ("januari", "janvier", "january"),
    ("februari", "fevrier", "february"),
    ("maart", "mrt", "mars", "march"),
    ("april", "avril"),
    ("mei", "mai", "may"),
    ("juni", "juin", "june"),
    ("juli", "juillet", "july"),
    ("augustus", "aout", "august"),
    ("september", "septembre"),
    ("oktober", "octobre", "october"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_NUMBERS = {
    **dict.fromkeys(("een", "1", "un", "une", "one", "a"), 1),
    **dict.fromkeys(("twee", "deux", "two"), 2),
    **dict.fromkeys(("drie", "trois", "three"), 3),
    **dict.fromkeys(("vier", "quatre", "four"), 4),
    **dict.fromkeys(("vijf", "cinq", "five"), 5),
    **dict.fromkeys(("zes", "six"), 6),
    **dict.fromkeys(("acht", "huit", "eight"), 8),
    **dict.fromkeys(("tien", "dix", "ten"), 10),
}
_DAYS, _WEEKS = ("dag", "dagen", "jour", "jours", "day", "days"), ("week", "weken", "semaine", "semaines", "weeks")
_MONTH_WORDS, _YEARS = ("maand", "maanden", "mois", "month", "months"), ("jaar", "jaren", "an", "ans", "year", "years")

_NUMERIC = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{2}|\d{4}))?")
_EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WITH_MONTH = re.compile(r"(?:le |the )?(\d{1,2})(?:er|e|th|st|nd|rd)?\s+(?:of )?([a-z]{3,})\.?(?:\s+(\d{2}|\d{4}))?")
_PLUS = re.compile(r"\+\s*(\d{1,4})")
_IN = re.compile(r"(?:over|binnen|dans|in)\s+(\w+)\s+([a-z]+)")
_NEXT_WEEKDAY = re.compile(r"(?:volgende|next)\s+([a-z]+)|([a-z]+)\s+prochain")
_NEXT_SPAN = re.compile(r"(?:volgende|next)\s+([a-z]+)|(?:la |le )?([a-z]+)\s+prochaine?")
_EDGE = re.compile(r"(begin|half|midden|eind|einde|debut|mi|fin|early|mid|end)[\s-]+(?:of |de |van )?([a-z]{3,})")
_EDGES = {
    **dict.fromkeys(("begin", "debut", "early"), 1),
    **dict.fromkeys(("half", "midden", "mi", "mid"), 15),
    **dict.fromkeys(("eind", "einde", "fin", "end"), 0),
}


def parse_day(text: str, today: date, language: str, *, past: bool = False) -> date | None:
    """The day that is meant, or `None` when it is not understood or does not exist.

    A day without a year is the next such day, today included; with `past` the latest one. `language` decides what
    short weekdays mean: *ma* is Monday in Dutch and Tuesday in French. A short or bare weekday is the next one, never
    today; *volgende dinsdag* is the one of next week, which begins on Monday.
    """
    words = " ".join(fold(text).replace("’", "'").split()).strip(" .")
    if not words:
        return None
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    for understand in (_numeric, _with_month, _distance, _edge_of_month):
        found = understand(words, today, past)
        if found is not None:
            return found
    return _weekday(words, today, language, past)


def _numeric(words: str, today: date, past: bool) -> date | None:
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMERIC.fullmatch(words) or _EIGHT_DIGITS.fullmatch(words)
    return _nearest(int(found[1]), int(found[2]), found[3], today, past) if found else None


def _with_month(words: str, today: date, past: bool) -> date | None:
    found = _WITH_MONTH.fullmatch(words)
    month = _month(found[2]) if found else None
    return _nearest(int(found[1]), month, found[3], today, past) if found and month else None


def _distance(words: str, today: date, past: bool) -> date | None:
    if found := _PLUS.fullmatch(words):
        return _span(int(found[1]), _DAYS[0], today)
    if found := _IN.fullmatch(words):
        number = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
        return _span(number, found[2], today) if number else None
    if found := _NEXT_SPAN.fullmatch(words):
        return _span(1, found[1] or found[2], today)
    return None


def _edge_of_month(words: str, today: date, past: bool) -> date | None:
    found = _EDGE.fullmatch(words)
    if not found:
        return None
    if found[2] in _MONTH_WORDS:
        month, year = today.month, today.year
    elif (named := _month(found[2])) is not None:
        month, year = named, today.year
    else:
        return None
    edge = _day(year, month, _EDGES[found[1]] or monthrange(year, month)[1])
    if edge is not None and edge < today and not past:
        edge = _day(year + 1, month, _EDGES[found[1]] or monthrange(year + 1, month)[1])
    return edge


def _weekday(words: str, today: date, language: str, past: bool) -> date | None:
    if found := _NEXT_WEEKDAY.fullmatch(words):
        place = _place_in_week(found[1] or found[2], language)
        monday = today + timedelta(days=7 - today.weekday())
        return None if place is None else monday + timedelta(days=place)
    place = _place_in_week(words, language)
    if place is None:
        return None
    if past:
        return today - timedelta(days=(today.weekday() - place - 1) % 7 + 1)
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)


def _place_in_week(word: str, language: str) -> int | None:
    """0 for Monday; a full name in any language, two letters or more in the reader's own."""
    for names in _WEEKDAYS.values():
        if word in names:
            return names.index(word)
    starts = [place for place, name in enumerate(_WEEKDAYS[language]) if len(word) >= 2 and name.startswith(word)]
    return starts[0] if len(starts) == 1 else None


def _month(word: str) -> int | None:
    exact = [number for number, names in enumerate(_MONTHS, 1) if word in names]
    starts = [number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)]
    found = exact or starts
    return found[0] if len(found) == 1 else None


def _span(number: int, unit: str, today: date) -> date | None:
    """So many days, weeks, months or years from today; `None` for another word, and where the calendar ends."""
    try:
        if unit in _DAYS:
            return today + timedelta(days=number)
        if unit in _WEEKS:
            return today + timedelta(weeks=number)
        if unit in _MONTH_WORDS:
            return months_later(today, number)
        return months_later(today, 12 * number) if unit in _YEARS else None
    except (OverflowError, ValueError):
        return None


def _nearest(day: int, month: int, year: str | None, today: date, past: bool) -> date | None:
    """With a year that very day; without one the nearest on the side of time that is meant, leap days included."""
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    step = -1 if past else 1
    for ahead in range(9):
        found = _day(today.year + step * ahead, month, day)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
