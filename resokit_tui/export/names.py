"""Which words of a dossier are names: of the client, of contacts, of places; and what stands in for each.

A name is replaced as a whole and in its telling parts: "Dokter D’Hondt" gives "D’Hondt" as well. Titles, relations and
articles are no names by themselves. Everything here errs on the side of replacing too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resokit_tui.casework.consent import Consent
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact, ContactKind
from resokit_tui.casework.role import RoleIdea
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.core.text import fold
from resokit_tui.export.common_words import BRUSSELS, LITTLE, TITLES
from resokit_tui.export.gathering import present

_KINDS = {
    ContactKind.PERSON: Message("person {letter}"),
    ContactKind.GROUP: Message("group {letter}"),
    ContactKind.PLACE: Message("place {letter}"),
    ContactKind.ANIMAL: Message("animal {letter}"),
}
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_SHORTEST = 2


def stand_ins(dossier: Dossier, catalog: Catalog, places: Iterable[str] = ()) -> dict[str, str]:
    """Folded name → what stands in for it, for every name recorded in the dossier and for `places` known elsewhere.

    The first name given for a word holds: the client before contacts, contacts before places.
    """
    found: dict[str, str] = {}

    def note(name: str, instead: str, *, parts: bool = True) -> None:
        for form in _forms(name) if parts else (name.strip(),):
            if form and fold(form) not in LITTLE:
                found.setdefault(fold(form), instead)

    client = dossier.client
    note(client.alias, catalog("the person"))
    note(client.trusted_person, catalog("the trusted person"))
    counts: dict[ContactKind, int] = {}
    for contact in present(dossier, Contact):
        number = counts[contact.kind] = counts.get(contact.kind, -1) + 1
        note(contact.name, catalog.render(Message(_KINDS[contact.kind].msgid, letter=letters(number))))
    for consent in present(dossier, Consent):
        note(consent.partner, catalog("the partner"))
    for place in (*_recorded_places(dossier), *places, *BRUSSELS):
        note(place, catalog("a place"))
    return found


def letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    rest, last = divmod(number, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _recorded_places(dossier: Dossier) -> Iterator[str]:
    yield dossier.client.municipality
    for design in present(dossier, RoleDesign):
        yield design.place
        yield design.neighbourhood
    for idea in present(dossier, RoleIdea):
        yield idea.place


def _forms(name: str) -> Iterator[str]:
    """The whole name, what stands in and outside brackets, and each capitalised run of words in it."""
    yield name.strip()
    for piece in re.split(r"[()\[\]/,;:]", name):
        yield piece.strip()
        run: list[str] = []
        for word in [*_WORD.findall(piece), ""]:
            if word and (is_capital(word) or (run and fold(word) in LITTLE)):
                run.append(word)
                continue
            yield from _run_forms(run)
            run = []


def _run_forms(run: list[str]) -> Iterator[str]:
    """With its prefix ("Van den Broeck") and without, and each telling word of it."""
    while run and fold(run[0]) in TITLES:
        run = run[1:]
    yield " ".join(run)
    while run and fold(run[0]) in TITLES | LITTLE:
        run = run[1:]
    yield " ".join(run)
    yield from (word for word in run if is_telling(word))


def is_telling(word: str) -> bool:
    """Whether a word may give somebody away by itself: a capital or another script, and no title."""
    return len(word) >= _SHORTEST and is_capital(word) and fold(word) not in TITLES | LITTLE


def is_capital(word: str) -> bool:
    """Whether a word begins like a name; scripts without capitals always do."""
    return word[:1].isupper() or (word[:1].isalpha() and word[:1].lower() == word[:1].upper())
