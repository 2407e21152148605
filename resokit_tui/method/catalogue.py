"""Valued roles that people have: a store of examples to think with, across the ten life domains.

`content/roles.toml` begins with the words roles are described with (`interests`, `strengths`, `gives`, `places`) and
other words for an interest (`[also]`); then one `[[role]]` per role. The roles are examples of ours, not the method's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.method.faults import ContentError, read_text
from resokit_tui.method.front import not_one_of
from resokit_tui.method.page import Provenance
from resokit_tui.method.toml import Toml

CATALOGUE_FILE = "roles.toml"
_SHORTEST, _LONG, _ENDING = 3, 6, 2
"""Letters a word has at least to be compared, and to be sought inside another; and the longest ending of a plural."""


class RoleSize(StrEnum):
    """How many parts of life a role reaches into (domain.md §4.4)."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class CatalogueRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A valued role, as an example."""

    id: str
    name: str
    domain: LifeDomain
    interests: tuple[str, ...]
    strengths: tuple[str, ...]
    counter: str
    """The role on the other side: there is no neighbour without a neighbour."""
    size: RoleSize
    places: tuple[str, ...]
    """Kinds of places, never addresses."""
    gives: tuple[str, ...]


class Catalogue(msgspec.Struct, frozen=True):
    """All roles, and the words they are described with."""

    provenance: Provenance = Provenance.DERIVED
    interests: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    also: dict[str, tuple[str, ...]] = {}
    """Interest → other words for it: *piano* → *muziek*."""
    role: tuple[CatalogueRole, ...] = ()

    def matching(self, texts: Iterable[str]) -> list[CatalogueRole]:
        """Roles that fit these interests and strengths, best first, spread over the domains.

        The texts are in people's own words.
        """
        interests, strengths = self.known_in(texts)
        scored = [(2 * len(interests & {*r.interests}) + len(strengths & {*r.strengths}), r) for r in self.role]
        best_first = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        return list(_spread([role for _, role in best_first]))

    def known_in(self, texts: Iterable[str]) -> tuple[set[str], set[str]]:
        """The interests and the strengths of the catalogue that these texts speak of."""
        wanted = words_in(texts)
        interests = {i for i in self.interests if touches((i, *self.also.get(i, ())), wanted)}
        return interests, {s for s in self.strengths if touches((s,), wanted)}


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in a content folder; empty when there is none. Raises `ContentError` with the first fault."""
    faults: list[ContentError] = []
    catalogue = read_catalogue(folder, faults)
    if faults:
        raise faults[0]
    return catalogue


def read_catalogue(folder: Path, faults: list[ContentError]) -> Catalogue:
    """The catalogue, with everything that is wrong in it added to `faults`."""
    file = folder / CATALOGUE_FILE
    if not file.exists():
        return Catalogue()
    toml = Toml(file, read_text(file))
    catalogue = toml.read(Catalogue, faults)
    if catalogue is None:
        return Catalogue()
    faults += _faults(toml, catalogue)
    return catalogue


def _faults(toml: Toml, catalogue: Catalogue) -> Iterator[ContentError]:
    seen: set[str] = set()
    for n, role in enumerate(catalogue.role):
        if role.id in seen:
            yield toml.fault(("role", n, "id"), Message("“{id}” stands here twice.", id=role.id))
        seen.add(role.id)
        for name, words, known in (
            ("interests", role.interests, catalogue.interests),
            ("strengths", role.strengths, catalogue.strengths),
            ("gives", role.gives, catalogue.gives),
            ("places", role.places, catalogue.places),
        ):
            for word in words:
                if word not in known:
                    yield toml.fault(("role", n, name), not_one_of(word, known))
    for interest in catalogue.also:
        if interest not in catalogue.interests:
            yield toml.fault(("also", interest), not_one_of(interest, catalogue.interests))


def words_in(texts: Iterable[str]) -> list[str]:
    """The words of texts that are long enough to be compared."""
    return [fold(word) for text in texts for word in text.split() if len(word) >= _SHORTEST]


def touches(names: Iterable[str], wanted: list[str]) -> bool:
    """Whether one of these names is among the words, as itself, as its plural, or inside a longer word."""
    return any(_alike(name, word) for name in map(fold, names) for word in wanted)


def _alike(one: str, other: str) -> bool:
    """The same word, its plural, or a long word inside a longer one (*muziek* in *pianomuziek*)."""
    short, long = sorted((one, other), key=len)
    ending = len(long) - len(short)
    return short == long or (long.startswith(short) and ending <= _ENDING) or (len(short) >= _LONG and short in long)


def _spread(roles: list[CatalogueRole]) -> Iterator[CatalogueRole]:
    """One of each domain in turn, so that the first five already stand in several domains."""
    waiting: dict[LifeDomain, list[CatalogueRole]] = {}
    for role in roles:
        waiting.setdefault(role.domain, []).append(role)
    while waiting:
        for domain in list(waiting):
            yield waiting[domain].pop(0)
            if not waiting[domain]:
                del waiting[domain]
