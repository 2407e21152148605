"""A passphrase of ordinary words, to be said over the telephone and typed over without a doubt about spelling.

The lists (`words/<language>.txt`, at least 512 each) hold short, concrete, friendly words in plain letters, none of
which would be written with an accent. Six of them are at least 54 bits; against the key derivation of an encrypted PDF
(ISO 32000-2, algorithm 2.B: tens of thousands of guesses a second on one graphics card) that is thousands of years.
"""

from __future__ import annotations

import secrets
from importlib.resources import files

LANGUAGES = ("nl", "fr", "en")
_COUNT = 6


def words_in(language: str) -> tuple[str, ...]:
    """The words to choose from; Dutch for a language without a list."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    return tuple((files("resokit_tui.core") / "words" / f"{name}.txt").read_text(encoding="utf-8").split())


def spoken_passphrase(language: str, count: int = _COUNT) -> str:
    """Random words with hyphens between them: `tulp-lantaarn-egel-…`. Another one at every call."""
    words = words_in(language)
    return "-".join(secrets.choice(words) for _ in range(count))
