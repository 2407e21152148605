"""Names that must become shorter: a title goes first, then the end."""

from __future__ import annotations

import unicodedata

from resokit_tui.casework.network_layout.pieces import Measure

_ARTICLES = frozenset(("de", "het", "een", "le", "la", "les", "un", "une", "the", "a"))
_TITLES = frozenset(
    (
        *("meneer", "mevrouw", "mevr", "mr", "dr", "dokter", "zuster", "broeder", "tante", "nonkel", "oom"),
        *("madame", "monsieur", "m", "mme", "docteur", "soeur", "sœur", "oncle", "mister", "mrs", "ms", "doctor"),
    )
)
_HANGING = " .,-’'"
_JOINER = "\u200d"


def shorten(label: str, width: int, measure: Measure = len, ellipsis: str = "…") -> str:
    """A label in at most `width` columns.

    >>> shorten("Meneer Van den Broeck", 18), shorten("Mevrouw met de teckel", 18), shorten("Sociale dienst", 8)
    ('Van den Broeck', 'Mevrouw met de…', 'Sociale…')
    """
    if measure(label) <= width:
        return label
    words = label.split()
    if len(words) > 1 and _may_go(words[0], words[1]):
        return shorten(" ".join(words[1:]), width, measure, ellipsis)
    cut = label
    while cut and measure(cut) > width - measure(ellipsis):
        cut = _one_less(cut)
    if " " in cut and len(cut) - cut.rfind(" ") <= 3:
        cut = cut[: cut.rfind(" ")]
    return cut.rstrip(_HANGING) + ellipsis


def _may_go(first: str, second: str) -> bool:
    """An article always, a title only before a name: *Mevrouw met de teckel* is nobody without it."""
    word = first.casefold()
    return word in _ARTICLES or (word.rstrip(".") in _TITLES and second[:1].isupper())


def _one_less(text: str) -> str:
    """Without the last character as a reader sees it: marks and joined signs go with what they belong to."""
    while text and (unicodedata.combining(text[-1]) or text[-1] == "\ufe0f"):
        text = text[:-1]
    text = text[:-1]
    return _one_less(text[:-1]) if text.endswith(_JOINER) else text
