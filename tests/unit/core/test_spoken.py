"""A passphrase that can be said over the telephone."""

from __future__ import annotations

import math
import re

import pytest

from resokit_tui.core.spoken import LANGUAGES, spoken_passphrase, words_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_is_long_enough_and_easy_to_type(language: str) -> None:
    words = words_in(language)
    assert len(set(words)) == len(words) >= 512
    assert 6 * math.log2(len(words)) >= 54
    assert [word for word in words if not re.fullmatch("[a-z]{3,9}", word)] == []


def test_six_words_of_the_language_another_time_other_ones() -> None:
    first, second = spoken_passphrase("fr"), spoken_passphrase("fr")
    assert first != second
    assert set(first.split("-")) <= set(words_in("fr"))
    assert len(first.split("-")) == 6
    assert words_in("tr") == words_in("nl")
