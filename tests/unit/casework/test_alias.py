from __future__ import annotations

import pytest

from resokit_tui.casework.alias import text_hint


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Bel hem op 0470 12 34 56, na vier uur.", "phone number"),
        ("+32 2 555 12 12", "phone number"),
        ("85.07.30-033 28 staat op de kaart", "national number"),
        ("850730 033 28", "national number"),
        ("schrijf naar an.peeters@wijk.example", "e-mail"),
    ],
)
def test_numbers_and_addresses_are_seen_anywhere_in_a_text(text: str, about: str) -> None:
    hint = text_hint(text)
    assert hint is not None
    assert about in hint.msgid


@pytest.mark.parametrize(
    "text",
    [
        "Veertig jaar in de Dansaertstraat, elf herstellingen op één voormiddag.",
        "Repair Café De Spoel, op 12/03/2026 om 14:30",
        "van 1962 tot 2003",
        "",
        "在布鲁塞尔 كل يوم",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert text_hint(text) is None


def test_a_full_name_counts_where_the_question_is_who() -> None:
    assert text_hint("Nadia Peeters", who=True) is not None
    assert text_hint("zus, Nadia Peeters", who=True) is not None
    assert text_hint("Nadia, Salma en Luc", who=True) is None
    assert text_hint("Jan van Damme", who=True) is not None
    assert text_hint("begeleider van het dienstencentrum", who=True) is None
    assert text_hint("Nadia Peeters herstelt jassen.") is None


@pytest.mark.parametrize("piece", ["x", "x@", "a.", "1", "0 ", "+3", "Jan "])
def test_however_much_is_pasted_no_key_waits_for_the_hint(piece: str) -> None:
    """Where the time grows with the square of the length, this takes minutes."""
    text_hint(piece * 100_000)
