"""Fact, interpretation or hypothesis: a mark before a line, in the text itself, so that it travels with the words.

Youth care asks it of every report (domain.md §8, §9.5): what was seen is not what was made of it. A mark is one sign
and a space at the start of a line; it means the same in every language, and can be typed as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from resokit_tui.core.i18n import Message


class Claim(StrEnum):
    """What a line claims to be; the value is its sign."""

    FACT = "="
    INTERPRETATION = "~"
    HYPOTHESIS = "?"


CLAIM_NAMES = {
    Claim.FACT: Message("fact"),
    Claim.INTERPRETATION: Message("interpretation"),
    Claim.HYPOTHESIS: Message("hypothesis"),
}
_NEXT = {None: Claim.FACT, Claim.FACT: Claim.INTERPRETATION, Claim.INTERPRETATION: Claim.HYPOTHESIS}


def split_claim(line: str) -> tuple[Claim | None, str]:
    """The mark of a line, if it has one, and its words without it."""
    for claim in Claim:
        if line.startswith(f"{claim} "):
            return claim, line[len(claim) + 1 :]
    return None, line


def next_claim(line: str) -> str:
    """The line with the next mark: none, fact, interpretation, hypothesis, none."""
    claim, words = split_claim(line)
    following = _NEXT.get(claim)
    return f"{following} {words}" if following else words


def claims(text: str) -> Iterator[tuple[Claim | None, str]]:
    """Every line of a text with what it claims to be."""
    for line in text.split("\n"):
        yield split_claim(line)
