from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import load_catalog
from resokit_tui.core.typed_days import parse_day

FRIDAY = date(2026, 11, 27)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("typed", "language", "day"),
    [
        ("vandaag", "nl", FRIDAY),
        ("Morgen", "nl", date(2026, 11, 28)),
        ("overmorgen", "nl", date(2026, 11, 29)),
        ("gisteren", "nl", date(2026, 11, 26)),
        ("do", "nl", date(2026, 12, 3)),
        ("vr", "nl", date(2026, 12, 4)),
        ("zaterdag", "fr", date(2026, 11, 28)),
        ("ma", "nl", date(2026, 11, 30)),
        ("ma", "fr", date(2026, 12, 1)),
        ("di", "fr", date(2026, 11, 29)),
        ("volgende dinsdag", "nl", date(2026, 12, 1)),
        ("mardi prochain", "fr", date(2026, 12, 1)),
        ("next tuesday", "en", date(2026, 12, 1)),
        ("4/3", "nl", date(2027, 3, 4)),
        ("27/11", "nl", FRIDAY),
        ("4/3/25", "nl", date(2025, 3, 4)),
        ("04032025", "nl", date(2025, 3, 4)),
        ("2027-03-04", "nl", date(2027, 3, 4)),
        ("4 maart", "nl", date(2027, 3, 4)),
        ("4 mrt. 2028", "nl", date(2028, 3, 4)),
        ("1er mars", "fr", date(2027, 3, 1)),
        ("le 14 février", "fr", date(2027, 2, 14)),
        ("3rd of June", "en", date(2027, 6, 3)),
        ("29/2", "nl", date(2028, 2, 29)),
        ("+14", "nl", date(2026, 12, 11)),
        ("over 2 weken", "nl", date(2026, 12, 11)),
        ("over twee weken", "nl", date(2026, 12, 11)),
        ("over een maand", "nl", date(2026, 12, 27)),
        ("over 6 maanden", "nl", date(2027, 5, 27)),
        ("dans 10 jours", "fr", date(2026, 12, 7)),
        ("in 2 weeks", "en", date(2026, 12, 11)),
        ("volgende week", "nl", date(2026, 12, 4)),
        ("la semaine prochaine", "fr", date(2026, 12, 4)),
        ("le mois prochain", "fr", date(2026, 12, 27)),
        ("eind juni", "nl", date(2027, 6, 30)),
        ("begin december", "nl", date(2026, 12, 1)),
        ("half januari", "nl", date(2027, 1, 15)),
        ("fin juin", "fr", date(2027, 6, 30)),
        ("einde maand", "nl", date(2026, 11, 30)),
    ],
)
def test_days_as_people_type_them(typed: str, language: str, day: date) -> None:
    assert parse_day(typed, FRIDAY, language) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "ooit",
        "31/02",
        "0/5",
        "4/13",
        "na de zomer",
        "d",
        "30 februari",
        "over veel dagen",
        "999999999",
        "+99999",
    ],
)
def test_what_is_not_a_day_is_not_guessed(typed: str) -> None:
    assert parse_day(typed, FRIDAY, "nl") is None


def test_for_something_that_was_a_day_without_a_year_lies_behind() -> None:
    assert parse_day("4/3", FRIDAY, "nl", past=True) == date(2026, 3, 4)
    assert parse_day("do", FRIDAY, "nl", past=True) == date(2026, 11, 26)
    assert parse_day("vr", FRIDAY, "nl", past=True) == date(2026, 11, 20)


@given(DAYS, DAYS, st.sampled_from(("nl", "fr", "en")))
def test_a_day_that_is_shown_is_understood_again(day: date, today: date, language: str) -> None:
    catalog = load_catalog(language)
    assert parse_day(catalog.date_short(day), today, language) == day
    assert parse_day(day.isoformat(), today, language) == day
    assert parse_day(catalog.date_long(day).partition(" ")[2], today, language) == day


@given(DAYS, st.integers(1, 31), st.integers(1, 12))
def test_without_a_year_it_is_the_next_such_day(today: date, day: int, month: int) -> None:
    found = parse_day(f"{day}/{month}", today, "nl")
    if found is not None:
        assert (found.day, found.month) == (day, month)
        assert today <= found < today + timedelta(days=8 * 366)


@given(st.text(max_size=40), DAYS, st.sampled_from(("nl", "fr", "en")), st.booleans())
def test_whatever_is_typed_nothing_breaks(typed: str, today: date, language: str, past: bool) -> None:
    parse_day(typed, today, language, past=past)


def test_it_is_shown_back_in_words() -> None:
    dutch, french = load_catalog("nl"), load_catalog("fr")
    assert day_in_words(date(2026, 12, 3), FRIDAY, dutch) == "donderdag 3 december 2026, over 6 dagen"
    assert day_in_words(date(2026, 11, 26), FRIDAY, dutch) == "donderdag 26 november 2026, gisteren"
    assert day_in_words(date(2026, 11, 20), FRIDAY, french) == "vendredi 20 novembre 2026, il y a 7 jours"
    assert day_in_words(date(2027, 6, 30), FRIDAY, dutch) == "woensdag 30 juni 2027"
