"""From contacts to a map: which sector each stands in, and who keeps the name longest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_layout.fit import fit
from resokit_tui.casework.network_layout.geometry import sector_starts
from resokit_tui.casework.network_layout.pieces import Box, Drawing, Item, Medium, Words
from resokit_tui.core.domains import LifeDomain

SECTORS: tuple[LifeDomain | None, ...] = (*LifeDomain, None)
"""The domains in the order round the map; the last sector is for those without a domain yet, when there is anybody."""

Sign = Callable[[Contact], str]
"""The symbol of a contact, by kind and paid or not, as the medium draws it."""


def sector_of(contact: Contact) -> int:
    """Index in `SECTORS`."""
    return SECTORS.index(contact.domain)


def domain_counts(contacts: Collection[Contact]) -> dict[LifeDomain | None, int]:
    """How many stand in each domain, in the order round the map; nobody without a domain, and that is left out."""
    numbers = Counter(contact.domain for contact in contacts)
    return {domain: numbers[domain] for domain in SECTORS if domain is not None or numbers[None]}


def shared_starts(*moments: Collection[Contact]) -> tuple[float, ...]:
    """Where the sectors start on maps of several moments, so that nothing jumps: by the larger count of each domain."""
    counted = [domain_counts(contacts) for contacts in moments]
    domains = [domain for domain in SECTORS if any(domain in counts for counts in counted)]
    return sector_starts([max(counts.get(domain, 0) for counts in counted) for domain in domains])


def network_items(
    contacts: Collection[Contact], sign: Sign, *, names: bool = True, only: Collection[str] | None = None
) -> list[Item]:
    """What the layout must know. Unpaid people and those who stand near keep their name longest.

    With `only` just these ids have a name, and they go before everybody else.
    """
    return [
        Item(
            contact.id,
            contact.name if names and (only is None or contact.id in only) else "",
            contact.ring,
            sector_of(contact),
            sign(contact),
            contact.paid * 10 + contact.ring - 100 * (only is not None and contact.id in only),
        )
        for contact in contacts
    ]


def network_map(
    contacts: Collection[Contact],
    medium: Medium,
    words: Words,
    sign: Sign,
    *,
    names: bool = True,
    only: Collection[str] | None = None,
    starts: tuple[float, ...] | None = None,
    reserved: Sequence[Box] = (),
) -> Drawing:
    """The finished map. `words.sectors` has a name for each domain of `domain_counts`, in that order."""
    return fit(network_items(contacts, sign, names=names, only=only), medium, words, starts, reserved)
