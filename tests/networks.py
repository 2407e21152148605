"""Made-up networks of any size, in several scripts; the same every time. Nobody is real."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from resokit_tui.casework.network import Contact, ContactKind, Frequency, Ring, Support
from resokit_tui.core.domains import LifeDomain

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=timezone(timedelta(hours=1)))

_FIRST = (
    *("Amina", "Bilal", "Cécile", "Mevrouw", "Els", "Fatou", "Gust", "Dokter", "Ilyas", "Jeanne", "Kemal", "Lies"),
    *("Mo", "Nele", "Olena", "De buur", "Rania", "Sven", "Tinne", "Umut", "Vera", "Wim", "Xander", "Yusra", "Zoë"),
    *("نادية", "محمد", "שרה", "美玲", "さくら", "Ἑλένη", "Олена"),
)
_LAST = (
    *("Peeters", "Van den Broeck", "Ben Ali", "", "D’Hondt", "De Smet", "El Idrissi", "van boven", "Wouters"),
    *("Ndiaye", "Öztürk", "", "Kowalska", "met de teckel", "Claes", "الإدريسي", "田中"),
)
_KINDS = (*[ContactKind.PERSON] * 6, ContactKind.GROUP, ContactKind.PLACE, ContactKind.PERSON, ContactKind.ANIMAL)
_DOMAINS: tuple[LifeDomain | None, ...] = tuple(LifeDomain)


def contact(name: str, **fields: object) -> Contact:
    """One contact by name, with whatever else matters."""
    return Contact(name=name, created=NOW, changed=NOW, **fields)  # type: ignore[arg-type]


def network(number: int) -> list[Contact]:
    """So many contacts, most of them at the edge, a few without a domain, some with support."""
    found = []
    for i in range(number):
        domain = _DOMAINS[(i * i + i // 3) % 10] if i % 17 else None
        found.append(
            contact(
                f"{_FIRST[i * 7 % len(_FIRST)]} {_LAST[i * 5 % len(_LAST)]}".strip(),
                id=f"{i * 7919 % 10007:032x}",
                kind=_KINDS[i * 3 % len(_KINDS)],
                domain=domain,
                ring=Ring(1 + (i * 5 + i // 7) % 4 if i % 3 else 4),
                paid=i % 4 == 0,
                frequency=list(Frequency)[i % 5],
                receives=(list(Support)[i % 4],) if i % 3 == 0 else (),
                gives=(Support.COMPANY,) if i % 5 == 0 else (),
            )
        )
    return found
