"""For intervision: every recorded name replaced, days told to the month, and what is left shown to a human.

No program can promise that a text names nobody. What looks like a name afterwards is therefore listed, and nothing is
written before somebody said yes to that list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

import msgspec

from resokit_tui.core.dates import MONTHS
from resokit_tui.core.i18n import LANGUAGES, Catalog, load_catalog
from resokit_tui.core.text import clean, fold
from resokit_tui.export.common_words import COMMON
from resokit_tui.export.names import is_capital, is_telling
from resokit_tui.export.neutral import Neutral

T = TypeVar("T")
_UNTOUCHED = frozenset(("id", "language", "idea", "page", "pages", "conditions", "skills"))
"""Fields that hold a code or an id, not words."""
_ENDING = r"(?:['’]?s|['’])?"
_DAY_MONTH_YEAR = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-]((?:19|20)?\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[.!?:;\n«»“”„‘\"(•–—]")
_ENDS_SENTENCE = frozenset('.!?:;\n«»“”„‘"(•–—')


class Doubt(Neutral, frozen=True):
    """A word that may be a name, with the words around it."""

    word: str
    around: str


class Replacer:
    """Puts stand-ins in the place of names, in any text or in every text of a fact or record."""

    def __init__(self, names: Mapping[str, str], catalog: Catalog) -> None:
        self._names = names
        self._catalog = catalog
        longest_first = sorted(names, key=len, reverse=True)
        alternatives = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)({alternatives})({_ENDING})(?!\w)") if names else None
        self._months = _month_pattern()

    def everywhere(self, value: T) -> T:
        """The same fact, record or collection with every text replaced."""
        replaced: T = self._walk(value)
        return replaced

    def text(self, text: str) -> str:
        """One text: names replaced, whole words, whatever case and accents; days become their month."""
        return self._without_days(self._without_names(clean(text)))

    def _walk(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._walk(one) for one in value)
        if isinstance(value, msgspec.Struct):
            names = [name for name in value.__struct_fields__ if name not in _UNTOUCHED]
            return msgspec.structs.replace(value, **{name: self._walk(getattr(value, name)) for name in names})
        return value

    def _without_names(self, text: str) -> str:
        if self._pattern is None:
            return text
        folded, places = _folded(text)
        parts, end = [], 0
        for found in self._pattern.finditer(folded):
            start = places[found.start()]
            instead = self._names[re.sub(r"\s+", " ", found.group(1))]
            if _starts_sentence(text, start):
                instead = instead[:1].upper() + instead[1:]
            parts += [text[end:start], instead, "’s" if found.group(2) else ""]
            end = places[found.end()]
        return "".join([*parts, text[end:]])

    def _without_days(self, text: str) -> str:
        text = _DAY_MONTH_YEAR.sub(lambda f: self._month(int(f[1]), f[2]), text)
        text = _ISO.sub(lambda f: self._month(int(f[2]), f[1]), text)
        return self._months.sub(lambda found: found.group(1), text)

    def _month(self, month: int, year: str) -> str:
        return f"{self._catalog.render(MONTHS[month - 1])} {year if len(year) == 4 else '20' + year}"


def doubts(value: object, replacer: Mapping[str, str], known: Iterable[str] = ()) -> list[Doubt]:
    """Words left in these texts that begin like a name, each once, with the words around them.

    `replacer` gives the stand-ins, whose own words are no doubt; `known` are common words that may begin a sentence.
    """
    common = {fold(word) for word in known} | COMMON
    common |= {fold(word) for instead in replacer.values() for word in instead.split()}
    found: dict[str, Doubt] = {}
    texts = list(_texts(value))
    small = {fold(word) for text in texts for word in _TOKEN.findall(text) if word[:1].islower()}
    for text in texts:
        fresh = True
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word in _ENDS_SENTENCE:
                fresh = True
                continue
            doubtful = is_capital(word) and fold(word) not in common and (not fresh or fold(word) not in small)
            if doubtful and (is_telling(word) or not fresh):
                found.setdefault(word, Doubt(word, _around(text, match.start(), match.end())))
            fresh = False
    return list(found.values())


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in _UNTOUCHED:
                yield from _texts(getattr(value, name))


def _around(text: str, start: int, end: int) -> str:
    before = text[:start].split()[-3:]
    after = text[end:].split()[:3]
    return " ".join([*before, text[start:end], *after])


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters (and for its end) the place in the text it comes from."""
    letters, places = [], []
    for place, letter in enumerate(text):
        part = fold(letter)
        letters.append(part)
        places += [place] * len(part)
    return "".join(letters), [*places, len(text)]


def _starts_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t")
    return not before or before[-1] in _ENDS_SENTENCE - {":", ";", ",", "–", "—", "("}


def _month_pattern() -> re.Pattern[str]:
    """A day before a month's name, in any of our languages: `12 maart`, `le 1er mai`, `3rd of June`."""
    words = {load_catalog(language).render(month) for language in LANGUAGES for month in MONTHS}
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:0?[1-9]|[12]\d|3[01])(?:er|ste|de|th|rd|nd|st)?(?: of)? ({names})\b", re.IGNORECASE)
