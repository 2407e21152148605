"""Ideas for roles: what was thought of already, and what leads to more: interests, strengths, the catalogue, places.

The catalogue only gives something to think with. What was kept or rejected is not suggested again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.progress import ENOUGH_DOMAINS, ENOUGH_IDEAS
from resokit_tui.casework.role import GoodThing, IdeaChoice, RoleIdea
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold, sort_key
from resokit_tui.method.catalogue import Catalogue, CatalogueRole, touches, words_in
from resokit_tui.workspace.choosing import worked_out

MOST_OF_A_DOMAIN, MOST_PLACES = 3, 4
"""Suggestions of one part of life, and places, at a time: enough to choose from, few enough to read together."""

GIVES = {
    "een thuis": GoodThing.HOME,
    "familie": GoodThing.HOME,
    "vriendschap": GoodThing.FRIENDSHIP,
    "erbij horen": GoodThing.BELONGING,
    "contacten": GoodThing.TAKING_PART,
    "ontmoetingen": GoodThing.TAKING_PART,
    "meedoen": GoodThing.TAKING_PART,
    "respect": GoodThing.RESPECT,
    "waardering": GoodThing.RESPECT,
    "zelfvertrouwen": GoodThing.CONFIDENCE,
    "groei": GoodThing.LEARNING,
    "ervaring": GoodThing.LEARNING,
    "inspiratie": GoodThing.MEANING,
    "nieuwe plekken": GoodThing.PLACES,
    "een stem": GoodThing.VOICE,
    "werk": GoodThing.INCOME,
    "inkomen": GoodThing.INCOME,
}
"""What the catalogue says a role gives → the good thing of life it is (domain.md §4.2); other words mean none."""
_ORDER = (IdeaChoice.CHOSEN, IdeaChoice.OPEN, IdeaChoice.LATER, IdeaChoice.REJECTED)


class Source(msgspec.Struct, frozen=True):
    """Something the person likes or is good at: who usually does this, and what is that person called?"""

    id: str
    text: str
    is_strength: bool
    ideas: int
    """How many ideas came from it so far."""

    def __repr__(self) -> str:
        return f"<Source {self.id[:8]}>"


class RoleSuggestion(msgspec.Struct, frozen=True):
    """A role of the catalogue that may fit."""

    id: str
    name: str
    domain: LifeDomain
    because: tuple[str, ...]
    """What it has to do with this person, in words of the catalogue."""
    places: tuple[str, ...]
    """The professional's own places where it may happen, the likeliest first."""
    interest: str = ""
    """The interest or strength it came from, in the person's own words."""
    brings: tuple[GoodThing, ...] = ()

    def __repr__(self) -> str:
        return f"<RoleSuggestion {self.id}>"


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
    sources: tuple[Source, ...] = ()
    """Interests, then strengths; empty when nothing is known that suggestions can come from."""
    worked_out: str = ""
    """Id of the idea that is worked out as the chosen role."""

    def __repr__(self) -> str:
        return "<Ideas>"

    @property
    def is_enough(self) -> bool:
        """Whether choosing may be suggested."""
        return self._missing == (0, 0)

    @property
    def enough(self) -> Message:
        """Whether there is something to choose from, or how much more is needed, in a sentence."""
        more, elsewhere = self._missing
        if not self.kept:
            return Message(
                "With {ideas} in {domains} there is something to choose from.",
                ideas=Message.counted("{n} idea", "{n} ideas", more),
                domains=Message.counted("{n} part of life", "{n} parts of life", elsewhere),
            )
        if not more:
            domains = len({idea.domain for idea in self.kept if idea.domain})
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

    @property
    def _missing(self) -> tuple[int, int]:
        """How many more ideas, and in how many other parts of life, there should be before one chooses."""
        elsewhere = max(0, ENOUGH_DOMAINS - len({idea.domain for idea in self.kept if idea.domain}))
        return max(elsewhere, ENOUGH_IDEAS - len(self.kept), 0), elsewhere


def make_ideas(dossier: Dossier, places: Sequence[Place], catalogue: Catalogue) -> Ideas:
    """What was thought of, and suggestions; parts of life without any idea yet come first."""
    kept = sorted(dossier.all(RoleIdea), key=lambda idea: _ORDER.index(idea.choice))
    sources = _sources(dossier, kept)
    texts = [source.text for source in sources]
    reached = {idea.domain for idea in kept}
    fresh = _fresh(catalogue.matching(texts), {fold(idea.name) for idea in kept})
    known = {text: catalogue.known_in([text]) for text in texts}
    spoken = {text: likes | strengths for text, (likes, strengths) in known.items()}
    roles = [_suggested(role, spoken, places) for role in sorted(fresh, key=lambda role: role.domain in reached)]
    used = {fold(text) for idea in kept for text in (idea.name, idea.place)}
    interests = set().union(*(likes for likes, _ in known.values()))
    fitting = _fitting(places, {role.domain for role in roles}, {*interests, *words_in(texts)})
    unused = [place for place in fitting if fold(place.name) not in used]
    now = worked_out(dossier)
    return Ideas(
        tuple(kept),
        tuple(roles),
        tuple(PlaceSuggestion(place.id, place.name, place.domain, place.happens) for place in unused[:MOST_PLACES]),
        sources,
        now.id if now else "",
    )


def _sources(dossier: Dossier, kept: Sequence[RoleIdea]) -> tuple[Source, ...]:
    """What the person likes and is good at, with what came of each."""
    counts = Counter(fold(idea.interest) for idea in kept)
    likes, strengths = dossier.all(Interest), dossier.all(Strength)
    return (
        *(Source(each.id, each.text, False, counts[fold(each.text)]) for each in likes),
        *(Source(each.id, each.text, True, counts[fold(each.text)]) for each in strengths),
    )


def _suggested(role: CatalogueRole, known: Mapping[str, set[str]], places: Sequence[Place]) -> RoleSuggestion:
    """A role of the catalogue; `known` says which words of the catalogue each of the person's own texts speaks of."""
    about = dict.fromkeys((*role.interests, *role.strengths))
    spoken = set().union(*known.values())
    return RoleSuggestion(
        role.id,
        role.name[:1].upper() + role.name[1:],
        role.domain,
        tuple(word for word in about if word in spoken),
        tuple(place.name for place in places_for(places, role.domain, (*role.places, *role.interests))),
        next((text for word in about for text, words in known.items() if word in words), ""),
        tuple(dict.fromkeys(GIVES[word] for word in role.gives if word in GIVES)),
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
