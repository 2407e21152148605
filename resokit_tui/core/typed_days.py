"""A day as people write it, in Dutch, French or English: `4/3`, `do`, `over 2 weken`, `fin juin`, `+14`.

Own code, because the libraries that do this read "volgende dinsdag" and "eind juni" as nothing, and take 4 March typed
on 4 March for next year (peers: dateparser 1.5).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from resokit_tui.core.dates import end_of_week, months_later
from resokit_tui.core.day_vocabulary import DAY, MONTH, VOCABULARIES, WEEK, YEAR, Vocabulary
from resokit_tui.core.text import fold

_LONGEST = 60
"""Characters; whoever types more than this is not typing a day."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_PAST = timedelta(days=92)
"""A day without a year lies at most so far back, else in the year to come."""
_YEARS_AHEAD = 20
"""Two figures are a year of this century up to so many years from now, else of the century before."""
_DAYS_IN_WEEK = 7
_SHORT = 3
"""Words of so few letters mean a day in the reader's own language only: *ma* is Monday or *mardi*."""
_LEAP_YEARS = 8
"""A 29 February comes back within so many years."""


class Asked(msgspec.Struct, frozen=True):
    """What the text is read against."""

    today: date
    vocabulary: Vocabulary
    past: bool


Reading = Callable[[re.Match[str], Asked], "date | None"]


def parse_day(text: str, today: date, language: str, *, past: bool = False) -> date | None:
    """The day that is meant, or `None` when it is not understood or does not exist. `language`: `nl`, `fr` or `en`.

    A day of the week is the next one, never today; with *volgende* it is that day of next week, which begins on
    Monday. A day without a year (`4/3`) lies between three months back and nine months ahead: so yesterday's step can
    be late, and March typed in November is the coming one. With `past`, for what has happened already, both are the
    last ones there were. The month of *eind juni* is the one that comes, this one included; its day is the last
    (*begin* the first, *half* the fifteenth). Two figures are a year around this one. Years lie in 1900–2199.
    """
    if len(text) > _LONGEST:
        return None
    typed = " ".join(fold(text).replace(",", " , ").split()).replace(" ,", ",").rstrip(".")
    for each in (language, *(other for other in VOCABULARIES if other != language)):
        if not typed or (each != language and len(typed) <= _SHORT):
            return None
        try:
            found = next((day for day in _read(typed, each, Asked(today, VOCABULARIES[each], past)) if day), None)
        except (ValueError, OverflowError):
            return None
        if found is not None:
            return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
    return None


def _read(typed: str, language: str, asked: Asked) -> Iterator[date | None]:
    opening, weekday, patterns = _grammar(language)
    bare = opening.sub("", typed)
    for pattern, reading in patterns:
        if match := pattern.fullmatch(bare):
            yield reading(match, asked)
    if named := weekday.match(bare):
        for pattern, reading in patterns:
            if match := pattern.fullmatch(bare, named.end()):
                day = reading(match, asked)
                yield day if day and day.weekday() == _index(named["w"], asked.vocabulary.weekdays) else None


@lru_cache(len(VOCABULARIES))
def _grammar(language: str) -> tuple[re.Pattern[str], re.Pattern[str], list[tuple[re.Pattern[str], Reading]]]:
    """The patterns of one language, with how each is read: opening words, a day of the week in front, and the rest."""
    words = VOCABULARIES[language]
    parts = {
        "{N}": f"(?P<n>\\d{{1,4}}|{_any(words.numbers)})",
        "{U}": f"(?P<u>{_any(words.units)})",
        "{W}": f"(?P<w>{_any(name for names in words.weekdays for name in names)})\\.?",
        "{M}": f"(?P<m>{_any(name for names in words.months for name in names)})\\.?",
        "{Y}": "(?:,? (?P<y>\\d{4}|\\d{2}))?",
        "{D}": f"(?P<d>\\d{{1,2}})(?:{words.ordinal})?",
        "{OF}": f"(?:[ -]?(?:{words.of}))?[ -]?",
    }

    def patterns(source: str, reading: Reading) -> Iterator[tuple[re.Pattern[str], Reading]]:
        """One for each alternative at the top: a name may stand in a pattern only once."""
        for each in re.split(r"\|(?![^(]*\))", source):
            for name, part in parts.items():
                each = each.replace(name, part)
            yield re.compile(each), reading

    edge = f"(?:(?P<begin>{words.begin})|(?P<middle>{words.middle})|(?P<end>{words.end}))"
    month = f"(?:{{M}}{{Y}}|(?P<this>{words.this_month})|(?P<next>{words.next_month}))"
    listed = [
        (_any(words.fixed), _fixed),
        (r"(?P<sign>[+-]) ?(?P<n>\d{1,4})", _counted),
        (words.ahead, _ahead),
        (words.ago, _ago),
        (words.coming, _coming),
        (words.next, _next),
        (words.last, _last),
        *((period, _period(unit)) for period, unit in words.periods.items()),
    ]
    single = [
        (r"(?P<d>\d{1,2})[/.-](?P<mm>\d{1,2})(?:[/.-](?P<y>\d{4}|\d{2}))?", _dated),
        (r"(?P<d>\d{2})(?P<mm>\d{2})(?P<y>\d{4}|\d{2})", _dated),
        (r"(?P<y>\d{4})-(?P<mm>\d{1,2})-(?P<d>\d{1,2})", _dated),
        ("{D}{OF}{M}{Y}", _dated),
        *([("{M} {D}{Y}", _dated)] if words.month_first else []),
        (f"{edge}{{OF}}{month}", _edge),
    ]
    grammar = [pair for source, reading in listed for pair in patterns(source, reading)]
    for source, reading in single:
        for name, part in parts.items():
            source = source.replace(name, part)
        grammar.append((re.compile(source), reading))
    weekday = re.compile(f"{parts['{W}']},? ")
    return re.compile(f"^(?:{words.openings}) "), weekday, grammar


def _any(words: object) -> str:
    """An alternative of words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


def _index(name: str, names: tuple[tuple[str, ...], ...]) -> int:
    return next(index for index, spellings in enumerate(names) if name in spellings)


# -- readings --------------------------------------------------------------------------------------------------------


def _fixed(match: re.Match[str], asked: Asked) -> date:
    return asked.today + timedelta(days=asked.vocabulary.fixed[match[0]])


def _counted(match: re.Match[str], asked: Asked) -> date:
    return asked.today + timedelta(days=int(match["sign"] + match["n"]))


def _ahead(match: re.Match[str], asked: Asked) -> date:
    return _moved(match, asked, 1)


def _ago(match: re.Match[str], asked: Asked) -> date:
    return _moved(match, asked, -1)


def _moved(match: re.Match[str], asked: Asked, sign: int) -> date:
    number = asked.vocabulary.numbers.get(match["n"])
    return _add(asked.today, sign * (int(match["n"]) if number is None else number), asked.vocabulary.units[match["u"]])


def _add(day: date, number: int, unit: str) -> date:
    """So many units on; the 31st becomes the last day of a shorter month."""
    if unit in (DAY, WEEK):
        return day + timedelta(days=number * (_DAYS_IN_WEEK if unit == WEEK else 1))
    return months_later(day, number * (12 if unit == YEAR else 1))


def _coming(match: re.Match[str], asked: Asked) -> date:
    if asked.past:
        return _last(match, asked)
    ahead = (_index(match["w"], asked.vocabulary.weekdays) - asked.today.weekday() - 1) % _DAYS_IN_WEEK + 1
    return asked.today + timedelta(days=ahead)


def _next(match: re.Match[str], asked: Asked) -> date:
    monday = end_of_week(asked.today) + timedelta(days=1)
    return monday + timedelta(days=_index(match["w"], asked.vocabulary.weekdays))


def _last(match: re.Match[str], asked: Asked) -> date:
    ago = (asked.today.weekday() - _index(match["w"], asked.vocabulary.weekdays) - 1) % _DAYS_IN_WEEK + 1
    return asked.today - timedelta(days=ago)


def _period(unit: str) -> Reading:
    def read(_: re.Match[str], asked: Asked) -> date:
        return _add(asked.today, 1, unit)

    return read


def _dated(match: re.Match[str], asked: Asked) -> date | None:
    groups = match.groupdict()
    month = int(groups["mm"]) if groups.get("mm") else _index(match["m"], asked.vocabulary.months) + 1
    number = int(match["d"])
    if match["y"]:
        return date(_year(match["y"], asked.today), month, number)
    years = range(asked.today.year - _LEAP_YEARS, asked.today.year + _LEAP_YEARS + 1)
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    if asked.past:
        return max((day for day in days if day <= asked.today), default=None)
    return min((day for day in days if day >= asked.today - _PAST), default=None)


def _year(figures: str, today: date) -> int:
    if len(figures) > 2:
        return int(figures)
    year = today.year // 100 * 100 + int(figures)
    return year if year <= today.year + _YEARS_AHEAD else year - 100


def _edge(match: re.Match[str], asked: Asked) -> date:
    today = asked.today
    if match["this"] or match["next"]:
        first = _add(today.replace(day=1), 1 if match["next"] else 0, MONTH)
        return _edge_of(match, first.year, first.month)
    month = _index(match["m"], asked.vocabulary.months) + 1
    if match["y"]:
        return _edge_of(match, _year(match["y"], today), month)
    this = _edge_of(match, today.year, month)
    if asked.past:
        return this if this <= today else _edge_of(match, today.year - 1, month)
    return this if this >= today else _edge_of(match, today.year + 1, month)


def _edge_of(match: re.Match[str], year: int, month: int) -> date:
    return date(year, month, 1 if match["begin"] else 15 if match["middle"] else monthrange(year, month)[1])
