"""The words of the trade in three languages, and finding them in a text.

`content/glossary.toml` holds one `[[term]]` per word:

    [[term]]
    id = "valued-role"                     # the same in every language
    nl = "sociaal gewaardeerde rol"
    fr = "rôle social valorisé"
    en = "valued social role"
    explain = { nl = "Een rol die anderen belangrijk vinden." }
    forms = ["gewaardeerde rol", "gewaardeerde rollen"]   # other Dutch forms to recognise
    page = "theory.enhancement"            # may be left out
    provenance = "srv"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold, sort_key
from resokit_tui.method.faults import ContentError, read_text
from resokit_tui.method.front import not_one_of
from resokit_tui.method.method_file import in_language
from resokit_tui.method.page import Provenance
from resokit_tui.method.toml import Toml

GLOSSARY_FILE = "glossary.toml"
_WORD_BOUND = r"(?<![\w-]){}(?![\w-])"


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of the trade."""

    id: str
    nl: str
    fr: str
    en: str
    explain: dict[str, str]
    """Language → one line; Dutch is always there."""
    provenance: Provenance
    forms: tuple[str, ...] = ()
    page: str = ""

    def name(self, language: str) -> str:
        """The word in this language."""
        return {"nl": self.nl, "fr": self.fr}.get(language, self.en)

    def explanation(self, language: str) -> str:
        """What it means, in this language or else in Dutch."""
        return in_language(self.explain, language)


class _File(msgspec.Struct):
    term: tuple[Term, ...] = ()


class Glossary:
    """All terms, by id."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = {term.id: term for term in terms}

    def sorted(self, language: str) -> list[Term]:
        """The terms in the order of their names."""
        return sorted(self.terms.values(), key=lambda term: sort_key(term.name(language)))

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Where terms stand in a Dutch text: start, end and term; a longer term goes before a shorter one in it."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._by_form[fold(match[0])]

    @cached_property
    def _by_form(self) -> dict[str, Term]:
        forms = [(fold(form), term) for term in self.terms.values() for form in (term.nl, *term.forms)]
        return dict(reversed(forms))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {form for term in self.terms.values() for form in (term.nl, *term.forms)}
        longest_first = sorted(forms, key=len, reverse=True)
        return re.compile(_WORD_BOUND.format(f"(?:{'|'.join(map(re.escape, longest_first))})"), re.IGNORECASE)


def load_glossary(folder: Path) -> Glossary:
    """The glossary in a content folder; empty when there is none. Raises `ContentError` with the first fault."""
    faults: list[ContentError] = []
    glossary = read_glossary(folder, faults)
    if faults:
        raise faults[0]
    return glossary


def read_glossary(folder: Path, faults: list[ContentError]) -> Glossary:
    """The glossary, with everything that is wrong in it added to `faults`."""
    file = folder / GLOSSARY_FILE
    if not file.exists():
        return Glossary(())
    toml = Toml(file, read_text(file))
    read = toml.read(_File, faults)
    if read is None:
        return Glossary(())
    seen: set[str] = set()
    for n, term in enumerate(read.term):
        if term.id in seen:
            faults.append(toml.fault(("term", n, "id"), Message("“{id}” stands here twice.", id=term.id)))
        if "nl" not in term.explain:
            faults.append(toml.fault(("term", n), Message("“{name}” is missing. Add it.", name="explain.nl")))
        seen.add(term.id)
    return Glossary(read.term)


def glossary_link_faults(folder: Path, glossary: Glossary, pages: set[str]) -> Iterator[ContentError]:
    """Terms that name a page which does not exist."""
    file = folder / GLOSSARY_FILE
    if not glossary.terms:
        return
    toml = Toml(file, read_text(file))
    for n, term in enumerate(glossary.terms.values()):
        if term.page and term.page not in pages:
            yield toml.fault(("term", n, "page"), not_one_of(term.page, sorted(pages)))
