"""Short words of the network map, its table and its sentences; lower case, to stand in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.casework.network import Ring
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message

DOMAIN_WORDS: dict[LifeDomain | None, Message] = {
    LifeDomain.FAMILY: Message("family"),
    LifeDomain.FRIENDS: Message("friends"),
    LifeDomain.HOME: Message("living"),
    LifeDomain.WORK: Message("working"),
    LifeDomain.LEARNING: Message("learning"),
    LifeDomain.LEISURE: Message("leisure"),
    LifeDomain.NEIGHBOURHOOD: Message("neighbours"),
    LifeDomain.MEANING: Message("meaning"),
    LifeDomain.ONLINE: Message("online"),
    LifeDomain.SERVICES: Message("services"),
    None: Message("no domain"),
}
"""At most ten letters, for the rim of the map."""
DOMAIN_BRIEF: dict[LifeDomain | None, Message] = {
    LifeDomain.FAMILY: Message("Fam"),
    LifeDomain.FRIENDS: Message("Frnd"),
    LifeDomain.HOME: Message("Livg"),
    LifeDomain.WORK: Message("Wrkg"),
    LifeDomain.LEARNING: Message("Lrng"),
    LifeDomain.LEISURE: Message("Leis"),
    LifeDomain.NEIGHBOURHOOD: Message("Nghb"),
    LifeDomain.MEANING: Message("Mean"),
    LifeDomain.ONLINE: Message("Onl"),
    LifeDomain.SERVICES: Message("Serv"),
    None: Message("None"),
}
"""At most five letters, for the rim of a narrow map."""
RING_MEANINGS: dict[Ring, Message] = {
    Ring.CORE: Message("who would be missed every day"),
    Ring.CLOSE: Message("you call one another when something is up"),
    Ring.KNOWN: Message("you know each other by name, you greet and sometimes talk"),
    Ring.BY_SIGHT: Message("you know the face, and not much more"),
}
"""What nearness means, so that two professionals mean the same by it."""

LONGEST_NAME = 120
"""Longest name of a contact; who needs more has remarks."""

Word = str | Message


def name_refused(name: str) -> Message | None:
    """Why this cannot be the name of a contact; `None` when it can."""
    if len(name) <= LONGEST_NAME:
        return None
    return Message(
        "Name: {n} characters is too long for a name ({most} at most). It still stands in the field: shorten it, or "
        "keep the rest for the remarks.",
        n=len(name),
        most=LONGEST_NAME,
    )


def joined(words: Sequence[Word]) -> Word:
    """*Guy, Irène and Salma*; nothing for nobody."""
    if len(words) < 2:
        return words[0] if words else ""
    return Message("{first} and {last}", first=_commas(words[:-1]), last=words[-1])


def listed(words: Sequence[Word], most: int = 4) -> Word:
    """The same for `most` words; from there on *Guy, Irène, Salma and 3 others*."""
    if len(words) <= most:
        return joined(words)
    rest = len(words) - most + 1
    return Message.counted("{names} and {n} other", "{names} and {n} others", rest, names=_commas(words[: most - 1]))


def _commas(words: Sequence[Word]) -> Word:
    text = words[0]
    for word in words[1:]:
        text = Message("{first}, {next}", first=text, next=word)
    return text
