"""What a network shows, in sentences. Every sentence knows which contacts it is about, so that the map can point at
them.

Told in this order (domain.md §7b):

- `unpaid` how many *people* (not groups, places, animals) are not paid; the first thing, always told
- `core` nobody in the core, or only an animal
- `empty` domains where nobody and nothing stands
- `places` a place in a domain without one unpaid person or group: a door with nobody behind it
- `unknown` support is asked for less than half of the contacts: told instead of the next three, for unknown is not
nobody - `depends` one contact is the only one for several kinds of support
- `support.…` a kind of support that nobody gives, only paid people give, or one contact gives
- `balance` from how many something comes, to how many something goes, and with whom both
- `bridges` unpaid, further off, and something happens already: may come nearer or open a door
- `silent` unpaid people without contact: no verdict, only named

A sentence is a question to look at together, not a judgement. With `names=False` they come without names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from resokit_tui.casework.network import Contact, ContactKind, DoorOpening, Frequency, Ring, Support
from resokit_tui.casework.network_words import DOMAIN_WORDS, Word, joined, listed
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message

_SUPPORT = {
    Support.EMOTIONAL: Message("Emotional support"),
    Support.COMPANY: Message("Company"),
    Support.PRACTICAL: Message("Practical help"),
    Support.ADVICE: Message("Good advice"),
}
_SUPPORT_INSIDE = {
    Support.EMOTIONAL: Message("emotional support"),
    Support.COMPANY: Message("keeping company"),
    Support.PRACTICAL: Message("practical help"),
    Support.ADVICE: Message("advice that helps"),
}
_MEETING = (ContactKind.PERSON, ContactKind.GROUP)


class Finding(msgspec.Struct, frozen=True):
    """One sentence, and the ids of the contacts it is about."""

    id: str
    text: Message
    about: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Opaque: the sentence may hold names."""
        return f"<Finding {self.id}>"


def findings(contacts: Sequence[Contact], who: str, *, names: bool = True) -> list[Finding]:
    """Every sentence that holds for this network, most important first; `who` is the alias of the client."""
    if not contacts:
        return [Finding("none", Message("Nobody stands on the map yet."))]
    return [*_Reader(contacts, who, names).read()]


def unpaid_people(contacts: Sequence[Contact]) -> list[Contact]:
    """People who are not paid to be there."""
    return [contact for contact in contacts if contact.kind is ContactKind.PERSON and not contact.paid]


def empty_domains(contacts: Sequence[Contact]) -> list[LifeDomain]:
    """Domains of life where nobody and nothing stands."""
    taken = {contact.domain for contact in contacts}
    return [domain for domain in LifeDomain if domain not in taken]


class _Reader:
    """Reads one network, sentence by sentence."""

    def __init__(self, contacts: Sequence[Contact], who: str, names: bool) -> None:
        self.contacts, self.who, self.names = contacts, who, names
        self.people = [contact for contact in contacts if contact.kind is ContactKind.PERSON]
        self.unpaid = unpaid_people(contacts)

    def read(self) -> Iterator[Finding]:
        """All of them, in order."""
        yield self._unpaid()
        yield from self._core()
        yield from self._empty()
        yield from self._places()
        asked = [c for c in self.contacts if c.receives or c.gives or c.frequency is Frequency.NEVER]
        if len(asked) * 2 < len(self.contacts):
            yield self._unknown(len(self.contacts) - len(asked))
        else:
            yield from self._support()
            yield self._balance()
        yield from self._bridges()
        yield from self._silent()

    def _told(self, id: str, sentence: Message, about: Sequence[Contact] = ()) -> Finding:
        """A finding that ends in the names of those it is about, or in a full stop."""
        if self.names and about:
            text = Message("{sentence}: {names}.", sentence=sentence, names=listed([c.name for c in about]))
        else:
            text = Message("{sentence}.", sentence=sentence)
        return Finding(id, text, _ids(about))

    def _unpaid(self) -> Finding:
        if not self.people:
            return self._told("unpaid", Message("No people stand on the map yet"))
        sentence = Message.counted(
            "{n} of the {people} people is not paid",
            "{n} of the {people} people are not paid",
            len(self.unpaid),
            people=len(self.people),
        )
        return self._told("unpaid", sentence, self.unpaid)

    def _core(self) -> Iterator[Finding]:
        core = [contact for contact in self.contacts if contact.ring is Ring.CORE]
        if not core:
            yield self._told("core", Message("Nobody stands in the core"))
        elif all(contact.kind is ContactKind.ANIMAL for contact in core):
            yield self._told("core", Message("In the core stands an animal, and no human being"), core)

    def _empty(self) -> Iterator[Finding]:
        empty = empty_domains(self.contacts)
        if empty:
            sentence = Message.counted("{n} domain is empty", "{n} domains are empty", len(empty))
            words = joined([DOMAIN_WORDS[domain] for domain in empty])
            yield Finding("empty", Message("{sentence}: {names}.", sentence=sentence, names=words))

    def _places(self) -> Iterator[Finding]:
        known = {c.domain for c in self.contacts if not c.paid and c.kind in _MEETING and c.domain}
        lonely = [c for c in self.contacts if c.kind is ContactKind.PLACE and c.domain not in known]
        if lonely:
            sentence = Message.counted(
                "At {n} place nobody is known yet", "At {n} places nobody is known yet", len(lonely)
            )
            yield self._told("places", sentence, lonely)

    def _unknown(self, number: int) -> Finding:
        sentence = Message.counted(
            "Of {n} of the {all} it does not stand here yet what they give or get",
            "Of {n} of the {all} it does not stand here yet what they give or get",
            number,
            all=len(self.contacts),
        )
        return self._told("unknown", sentence)

    def _support(self) -> Iterator[Finding]:
        givers = {kind: [c for c in self.contacts if kind in c.receives] for kind in Support}
        alone: dict[str, list[Support]] = {}
        for kind, found in givers.items():
            if len(found) == 1:
                alone.setdefault(found[0].id, []).append(kind)
        for kinds in alone.values():
            if len(kinds) > 1:
                yield self._depends(givers[kinds[0]][0], kinds)
        for kind, found in givers.items():
            if len(found) != 1 or len(alone[found[0].id]) == 1:
                yield from self._one_support(kind, found)

    def _depends(self, contact: Contact, kinds: Sequence[Support]) -> Finding:
        words = joined([_SUPPORT_INSIDE[kind] for kind in kinds])
        if self.names:
            text = Message("{name} is the only one for {support}.", name=contact.name, support=words)
        else:
            text = Message("One contact is the only one for {support}.", support=words)
        return Finding("depends", text, (contact.id,))

    def _one_support(self, kind: Support, givers: Sequence[Contact]) -> Iterator[Finding]:
        support, id = _SUPPORT[kind], f"support.{kind}"
        if not givers:
            yield self._told(id, Message("{support} comes from nobody", support=support))
        elif len(givers) == 1 and givers[0].paid:
            yield self._told(id, Message("{support} comes from one person, who is paid", support=support), givers)
        elif all(contact.paid for contact in givers):
            yield self._told(id, Message("{support} comes only from people who are paid", support=support), givers)
        elif len(givers) == 1:
            yield self._told(id, Message(_ONE_GIVER[givers[0].kind].msgid, support=support), givers)

    def _balance(self) -> Finding:
        gets = [contact for contact in self.contacts if contact.receives]
        gives = [contact for contact in self.contacts if contact.gives]
        both = [contact for contact in gets if contact.gives]
        sentence: Message = Message(
            "{who} gets something from {gets}, and gives something to {gives}.",
            who=self.who,
            gets=len(gets),
            gives=len(gives),
        )
        more: Word = ""
        if both:
            number = listed([contact.name for contact in both]) if self.names else len(both)
            more = Message("Both ways: {names}.", names=number)
        elif gets and not gives:
            more = Message("What is given does not stand here yet.")
        text = Message("{sentence} {more}", sentence=sentence, more=more) if more else sentence
        return Finding("balance", text, _ids(both))

    def _bridges(self) -> Iterator[Finding]:
        bridges = [contact for contact in self.contacts if _is_bridge(contact)]
        if bridges:
            sentence = Message.counted(
                "{n} possible bridge: further off, and something happens already",
                "{n} possible bridges: further off, and something happens already",
                len(bridges),
            )
            text = Message("{sentence}.", sentence=sentence)
            if self.names:
                names = listed([contact.name for contact in bridges])
                text = Message("{sentence} ({names}).", sentence=sentence, names=names)
            yield Finding("bridges", text, _ids(bridges))

    def _silent(self) -> Iterator[Finding]:
        silent = [contact for contact in self.unpaid if contact.frequency is Frequency.NEVER]
        if silent:
            yield self._told("silent", Message("On the map, and no contact now"), silent)


_ONE_GIVER = {
    ContactKind.PERSON: Message("{support} comes from one person"),
    ContactKind.GROUP: Message("{support} comes from one group"),
    ContactKind.PLACE: Message("{support} comes from one place"),
    ContactKind.ANIMAL: Message("{support} comes from one animal"),
}


def _is_bridge(contact: Contact) -> bool:
    happens = contact.gives or contact.receives or contact.opens_door is DoorOpening.YES
    return not contact.paid and contact.ring >= Ring.KNOWN and contact.kind in _MEETING and bool(happens)


def _ids(contacts: Sequence[Contact]) -> tuple[str, ...]:
    return tuple(contact.id for contact in contacts)
