"""Days as people type them, read on Friday 27 November 2026 unless said otherwise."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.core.dates import day_in_words, end_of_week
from resokit_tui.core.i18n import LANGUAGES, load_catalog
from resokit_tui.core.typed_days import parse_day

FRIDAY = date(2026, 11, 27)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
LANGUAGE = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4/3", (2027, 3, 4)),
        ("4/3/25", (2025, 3, 4)),
        ("4-3-2025", (2025, 3, 4)),
        ("04032025", (2025, 3, 4)),
        ("2025-03-04", (2025, 3, 4)),
        ("4/3/98", (1998, 3, 4)),
        ("26/11", (2026, 11, 26)),
        ("30/10", (2026, 10, 30)),
        ("27/11", (2026, 11, 27)),
        ("4 maart", (2027, 3, 4)),
        ("4 mrt. 2025", (2025, 3, 4)),
        ("do 3 december", (2026, 12, 3)),
        ("vandaag", (2026, 11, 27)),
        (" Morgen ", (2026, 11, 28)),
        ("overmorgen", (2026, 11, 29)),
        ("gisteren", (2026, 11, 26)),
        ("do", (2026, 12, 3)),
        ("vr", (2026, 12, 4)),
        ("zo", (2026, 11, 29)),
        ("tegen maandag", (2026, 11, 30)),
        ("volgende dinsdag", (2026, 12, 1)),
        ("volgende zaterdag", (2026, 12, 5)),
        ("komende zaterdag", (2026, 11, 28)),
        ("vorige vrijdag", (2026, 11, 20)),
        ("+14", (2026, 12, 11)),
        ("-1", (2026, 11, 26)),
        ("over 2 weken", (2026, 12, 11)),
        ("binnen veertien dagen", (2026, 12, 11)),
        ("over een maand", (2026, 12, 27)),
        ("over 6 maanden", (2027, 5, 27)),
        ("3 dagen geleden", (2026, 11, 24)),
        ("volgende week", (2026, 12, 4)),
        ("volgende maand", (2026, 12, 27)),
        ("eind juni", (2027, 6, 30)),
        ("half december", (2026, 12, 15)),
        ("eind november", (2026, 11, 30)),
        ("eind van de maand", (2026, 11, 30)),
        ("begin volgende maand", (2026, 12, 1)),
        ("eind februari 2028", (2028, 2, 29)),
        ("einde maand", (2026, 11, 30)),
        ("29/2", (2028, 2, 29)),
        ("demain", (2026, 11, 28)),
    ],
)
def test_dutch(typed: str, meant: tuple[int, int, int]) -> None:
    assert parse_day(typed, FRIDAY, "nl") == date(*meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4/3", (2027, 3, 4)),
        ("le 1er février", (2027, 2, 1)),
        ("4 août 2025", (2025, 8, 4)),
        ("jeudi 3 décembre", (2026, 12, 3)),
        ("aujourd’hui", (2026, 11, 27)),
        ("demain", (2026, 11, 28)),
        ("après-demain", (2026, 11, 29)),
        ("ma", (2026, 12, 1)),
        ("di", (2026, 11, 29)),
        ("zaterdag", (2026, 11, 28)),
        ("mardi prochain", (2026, 12, 1)),
        ("samedi prochain", (2026, 12, 5)),
        ("lundi dernier", (2026, 11, 23)),
        ("dans deux semaines", (2026, 12, 11)),
        ("d’ici 6 mois", (2027, 5, 27)),
        ("dans quinze jours", (2026, 12, 12)),
        ("il y a 3 jours", (2026, 11, 24)),
        ("la semaine prochaine", (2026, 12, 4)),
        ("le mois prochain", (2026, 12, 27)),
        ("fin juin", (2027, 6, 30)),
        ("fin d’avril", (2027, 4, 30)),
        ("mi-décembre", (2026, 12, 15)),
        ("fin du mois", (2026, 11, 30)),
    ],
)
def test_french(typed: str, meant: tuple[int, int, int]) -> None:
    assert parse_day(typed, FRIDAY, "fr") == date(*meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("March 4", (2027, 3, 4)),
        ("4th of March 2025", (2025, 3, 4)),
        ("tomorrow", (2026, 11, 28)),
        ("thu", (2026, 12, 3)),
        ("next Tuesday", (2026, 12, 1)),
        ("in 2 weeks", (2026, 12, 11)),
        ("2 weeks ago", (2026, 11, 13)),
        ("next week", (2026, 12, 4)),
        ("end of June", (2027, 6, 30)),
    ],
)
def test_english(typed: str, meant: tuple[int, int, int]) -> None:
    assert parse_day(typed, FRIDAY, "en") == date(*meant)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "31/2", "32/1", "0/5", "4/13", "31022025", "29 februari 2027", "d", "ooit"),
        *("na de zomer", "maart", "x", "do 4 december", "over 9999 jaar", "over veel dagen", "+99999"),
        *("4/3/1", "4/3/1492", "4/3\n5/3", "4" * 100_000),
    ],
)
def test_what_does_not_exist_or_is_not_understood_is_no_day(typed: str) -> None:
    assert parse_day(typed, FRIDAY, "nl") is None


def test_a_day_typed_on_that_day_is_today() -> None:
    assert parse_day("4 maart", date(2026, 3, 4), "nl") == date(2026, 3, 4)
    assert parse_day("29/2", date(2028, 2, 29), "nl") == date(2028, 2, 29)


def test_for_what_has_happened_it_is_the_last_one_there_was() -> None:
    assert parse_day("ma", FRIDAY, "nl", past=True) == date(2026, 11, 23)
    assert parse_day("vr", FRIDAY, "nl", past=True) == date(2026, 11, 20)
    assert parse_day("4/3", FRIDAY, "nl", past=True) == date(2026, 3, 4)
    assert parse_day("28/11", FRIDAY, "nl", past=True) == date(2025, 11, 28)
    assert parse_day("eind december", FRIDAY, "nl", past=True) == date(2025, 12, 31)


@given(day=DAYS, today=DAYS, language=LANGUAGE)
def test_every_day_we_write_is_read_back_as_the_same_day(day: date, today: date, language: str) -> None:
    catalog = load_catalog(language)
    for written in (catalog.date_long(day), catalog.date_short(day), f"{day:%d%m%Y}", day.isoformat()):
        assert parse_day(written, today, language) == day


@given(day=DAYS, today=DAYS)
def test_a_day_without_a_year_is_near(day: date, today: date) -> None:
    found = parse_day(f"{day.day}/{day.month}", today, "nl")
    before = parse_day(f"{day.day}/{day.month}", today, "nl", past=True)
    assert found is not None
    assert before is not None
    assert {(each.day, each.month) for each in (found, before)} == {(day.day, day.month)}
    if (day.month, day.day) != (2, 29):
        assert timedelta(days=-92) <= found - today <= timedelta(days=275)
        assert timedelta(days=-366) <= before - today <= timedelta(0)


@given(today=DAYS, weekday=st.integers(0, 6), language=LANGUAGE)
def test_a_weekday_is_the_next_one_and_never_today(today: date, weekday: int, language: str) -> None:
    name = load_catalog(language).date_long(date(2026, 11, 23) + timedelta(days=weekday)).split()[0]
    found = parse_day(name, today, language)
    assert found is not None
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7
    assert parse_day(name[:2], today, language) == found


@given(today=DAYS, months=st.integers(1, 120))
def test_months_on_never_run_over_into_the_next_month(today: date, months: int) -> None:
    found = parse_day(f"over {months} maanden", today, "nl")
    assert found is not None
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == months
    assert found.day == min(today.day, calendar.monthrange(found.year, found.month)[1])


@given(text=st.text(), language=LANGUAGE)
def test_any_text_gives_a_day_or_nothing(text: str, language: str) -> None:
    found = parse_day(text, FRIDAY, language)
    assert found is None or 1900 <= found.year <= 2199


def test_it_is_shown_back_in_words() -> None:
    dutch, french = load_catalog("nl"), load_catalog("fr")
    assert day_in_words(date(2026, 12, 3), FRIDAY, dutch) == "donderdag 3 december 2026, over 6 dagen"
    assert day_in_words(date(2026, 11, 26), FRIDAY, dutch) == "donderdag 26 november 2026, gisteren"
    assert day_in_words(date(2026, 11, 20), FRIDAY, french) == "vendredi 20 novembre 2026, il y a 7 jours"
    assert day_in_words(date(2027, 6, 30), FRIDAY, dutch) == "woensdag 30 juni 2027"


@given(day=DAYS)
def test_a_week_ends_on_sunday(day: date) -> None:
    assert end_of_week(day).weekday() == 6
    assert timedelta(0) <= end_of_week(day) - day < timedelta(days=7)
