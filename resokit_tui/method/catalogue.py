"""Valued roles that people have: a store of examples to think with, across the ten life domains.

`content/roles.toml` begins with three controlled lists (`interests`, `strengths`, `gives`), and holds one `[[role]]`
per role: id, name, domain, what it fits, the counter-role, size, kinds of places, and what it may bring.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.method.faults import ContentError, read_text
from resokit_tui.method.front import not_one_of
from resokit_tui.method.toml import Toml

CATALOGUE_FILE = "roles.toml"


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

    interests: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    role: tuple[CatalogueRole, ...] = ()

    def matching(self, words: list[str]) -> list[CatalogueRole]:
        """Roles that fit these interests and strengths, best first, spread over the domains.

        A word fits when it is inside a word of the role or the other way round: *pianomuziek* fits *muziek*.
        """
        wanted = [fold(word) for text in words for word in text.split() if len(word) > 2]
        scored = [(self._fit(role, wanted), role) for role in self.role]
        found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        return list(_spread([role for _, role in found]))

    @staticmethod
    def _fit(role: CatalogueRole, wanted: list[str]) -> int:
        interests = sum(any(w in fold(i) or fold(i) in w for w in wanted) for i in role.interests)
        strengths = sum(any(w in fold(s) or fold(s) in w for w in wanted) for s in role.strengths)
        return 2 * interests + strengths


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
        ):
            for word in words:
                if word not in known:
                    yield toml.fault(("role", n, name), not_one_of(word, known))


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
