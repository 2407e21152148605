"""Ideas for roles: what was thought of already, and suggestions from what somebody likes and is good at.

The catalogue only gives something to think with. What was kept or rejected is not suggested again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.progress import ENOUGH_DOMAINS, ENOUGH_IDEAS
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold, sort_key
from resokit_tui.method.catalogue import Catalogue, CatalogueRole, touches, words_in

MOST_OF_A_DOMAIN, MOST_PLACES = 3, 4
"""Suggestions of one part of life, and places, at a time: enough to choose from, few enough to read together."""

_ORDER = (IdeaChoice.CHOSEN, IdeaChoice.OPEN, IdeaChoice.LATER, IdeaChoice.REJECTED)


class RoleSuggestion(msgspec.Struct, frozen=True):
    """A role of the catalogue that may fit."""

    id: str
    name: str
    domain: LifeDomain
    because: tuple[str, ...]
    """What it has to do with this person, in words of the catalogue."""
    places: tuple[str, ...]
    """The professional's own places where it may happen, the likeliest first."""


class PlaceSuggestion(msgspec.Struct, frozen=True):
    """A place of the professional's own that may fit: which role there could be, only people can say."""

    id: str
    name: str
    domain: LifeDomain | None
    happens: str


class Ideas(msgspec.Struct, frozen=True):
    """Everything to think with at this moment."""

    kept: tuple[RoleIdea, ...]
    """Chosen first, then open, later, rejected; within each the oldest first."""
    roles: tuple[RoleSuggestion, ...]
    places: tuple[PlaceSuggestion, ...]
    has_ground: bool
    """Whether anything is known that suggestions can come from."""

    def __repr__(self) -> str:
        return "<Ideas>"

    @property
    def enough(self) -> Message:
        """Whether there is something to choose from, or how much more is needed, in a sentence."""
        domains = len({idea.domain for idea in self.kept if idea.domain})
        elsewhere = max(0, ENOUGH_DOMAINS - domains)
        more = max(elsewhere, ENOUGH_IDEAS - len(self.kept))
        if more <= 0:
            return Message(
                "{ideas} in {domains}: you can choose together.",
                ideas=Message.counted("{n} idea", "{n} ideas", len(self.kept)),
                domains=Message.counted("{n} part of life", "{n} parts of life", domains),
            )
        ideas = Message.counted("{n} more idea", "{n} more ideas", more)
        if not elsewhere:
            return Message("{ideas}: then there is something to choose from.", ideas=ideas)
        return Message(
            "{ideas}, in {domains}: then there is something to choose from.",
            ideas=ideas,
            domains=Message.counted("{n} other part of life", "{n} other parts of life", elsewhere),
        )


def make_ideas(dossier: Dossier, places: Sequence[Place], catalogue: Catalogue) -> Ideas:
    """What was thought of, and suggestions; parts of life without any idea yet come first."""
    kept = sorted(dossier.all(RoleIdea), key=lambda idea: _ORDER.index(idea.choice))
    texts = [*(i.text for i in dossier.all(Interest)), *(s.text for s in dossier.all(Strength))]
    interests, strengths = catalogue.known_in(texts)
    fresh = _fresh(catalogue.matching(texts), {fold(idea.name) for idea in kept})
    reached = {idea.domain for idea in kept}
    roles = [
        RoleSuggestion(
            role.id,
            role.name[:1].upper() + role.name[1:],
            role.domain,
            tuple(word for word in (*role.interests, *role.strengths) if word in interests or word in strengths),
            tuple(place.name for place in places_for(places, role.domain, (*role.places, *role.interests))),
        )
        for role in sorted(fresh, key=lambda role: role.domain in reached)
    ]
    used = {fold(text) for idea in kept for text in (idea.name, idea.place)}
    fitting = _fitting(places, {role.domain for role in roles}, {*interests, *words_in(texts)})
    unused = [place for place in fitting if fold(place.name) not in used]
    return Ideas(
        tuple(kept),
        tuple(roles),
        tuple(PlaceSuggestion(place.id, place.name, place.domain, place.happens) for place in unused[:MOST_PLACES]),
        bool(texts),
    )


def places_for(places: Sequence[Place], domain: LifeDomain | None, words: Iterable[str]) -> list[Place]:
    """The places that fit by their words or by their part of life; those that fit by words first."""
    return _fitting(places, {domain} if domain else set(), set(words))


def _fitting(places: Sequence[Place], domains: set[LifeDomain], words: set[str]) -> list[Place]:
    by_words = {place.id for place in places if touches(words, words_in((place.name, place.happens)))}
    fitting = [place for place in places if place.id in by_words or place.domain in domains]
    return sorted(fitting, key=lambda place: (place.id not in by_words, sort_key(place.name)))


def _fresh(roles: Iterable[CatalogueRole], known: set[str]) -> Iterator[CatalogueRole]:
    """The first few of each part of life that are not known yet."""
    taken: Counter[LifeDomain] = Counter()
    for role in roles:
        if fold(role.name) not in known and taken[role.domain] < MOST_OF_A_DOMAIN:
            taken[role.domain] += 1
            yield role
