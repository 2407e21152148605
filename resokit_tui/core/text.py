"""Comparing and cleaning words of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'"})
_DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff"
    "\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""Controls but the line feed, bidirectional overrides, surrogates, private characters, line separators."""


def fold(text: str) -> str:
    """Text without case and accents, for searching: *Café* and *cafe* become the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def sort_key(name: str) -> tuple[str, str]:
    """Order of names as Belgians expect it: whole name, prefix included; accents count only between equals."""
    return fold(name), name


def occurrences(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, whatever case and accents: start and end of each. An empty `sought` is nowhere."""
    wanted = fold(sought.strip())
    folded = ""
    places: list[int] = []
    for place, letter in enumerate(text):  # one by one: folding may change lengths
        part = fold(letter)
        folded += part
        places += [place] * len(part)
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        yield places[at], places[end - 1] + 1
        at = folded.find(wanted, end)


def clean(text: str) -> str:
    """Composed text without control characters and bidirectional overrides; line ends stay, tabs become a space."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _DROPPED.sub("", composed)
