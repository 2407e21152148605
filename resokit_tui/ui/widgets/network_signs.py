"""Signs of the network map: shape tells the kind, filling tells unpaid or paid. All are in the poorest fonts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from resokit_tui.casework.network import Contact, ContactKind
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.themes import Token

_RTL = ("\u0590", "\u08ff")
"""First and last letter of the scripts that run from right to left."""
_LONGEST = 160
_MARK = "\u200e"
_JOINERS = str.maketrans("", "", "\u200d\ufe0e\ufe0f")


class Signs(msgspec.Struct, frozen=True):
    """One character for each kind, unpaid and paid, and the dots of a map without tints."""

    person: tuple[str, str] = ("●", "○")
    group: tuple[str, str] = ("■", "□")
    place: tuple[str, str] = ("▲", "▲")
    animal: tuple[str, str] = ("♦", "♦")
    dot: str = "·"
    spoke: str = "·"
    ellipsis: str = "…"
    came: str = "+"
    left: str = "×"
    nearer: str = "»"
    further: str = "«"

    def of(self, contact: Contact) -> str:
        """The sign of a contact."""
        pair: tuple[str, str] = getattr(self, contact.kind.value)
        return pair[contact.paid]


SIGNS = Signs()
ASCII_SIGNS = Signs(
    person=("@", "o"),
    group=("#", "="),
    place=("^", "^"),
    animal=("&", "&"),
    dot=".",
    spoke=":",
    ellipsis=".",
    left="x",
    nearer=">",
    further="<",
)
HUES: dict[LifeDomain | None, Token] = {
    LifeDomain.FAMILY: "line-design",
    LifeDomain.FRIENDS: "line-skills",
    LifeDomain.HOME: "line-conditions",
    LifeDomain.WORK: "line-design",
    LifeDomain.LEARNING: "line-skills",
    LifeDomain.LEISURE: "line-conditions",
    LifeDomain.NEIGHBOURHOOD: "line-design",
    LifeDomain.MEANING: "line-skills",
    LifeDomain.ONLINE: "line-conditions",
    LifeDomain.SERVICES: "ink-soft",
    None: "ink-soft",
}
"""Colour of a domain at the rim; its neighbours have another one. Rust is kept for here and now."""


def signs_for(glyphs: Glyphs) -> Signs:
    """Signs that go with these symbols."""
    return SIGNS if glyphs.banded else ASCII_SIGNS


def cells(text: str) -> int:
    """Width of a text as the canvas draws it: character by character."""
    return sum(map(cell_len, text))


def drawable(label: str) -> str:
    """A label as it can be drawn in cells: joined emoji fall apart, because terminals do not agree on their width.

    What does not fit on any screen is left out here: to shorten it letter by letter would take long.
    """
    shown = label if len(label) <= _LONGEST else label[:_LONGEST] + "…"
    return " ".join(shown.translate(_JOINERS).split())


def anchored(label: str) -> str:
    """A label that stays where it is put: where right-to-left text is turned, two names would change places."""
    return f"{_MARK}{label}{_MARK}" if any(_RTL[0] <= char <= _RTL[1] for char in label) else label


def legend(contacts: Sequence[Contact], signs: Signs, catalog: Catalog) -> tuple[list[str], list[str]]:
    """What the signs mean, each with its number: people first, then the others as far as there are any."""

    def number(kind: ContactKind, paid: bool | None = None) -> int:
        return sum(c.kind is kind and (paid is None or c.paid is paid) for c in contacts)

    def row(sign: str, message: Message) -> str:
        return f"{sign} {catalog.render(message)}"

    unpaid, paid = number(ContactKind.PERSON, False), number(ContactKind.PERSON, True)
    people = [
        row(signs.person[0], Message.counted("{n} unpaid", "{n} unpaid", unpaid)),
        row(signs.person[1], Message.counted("{n} paid", "{n} paid", paid)),
    ]
    groups, places, animals = map(number, (ContactKind.GROUP, ContactKind.PLACE, ContactKind.ANIMAL))
    others = [
        (groups, row(signs.group[0], Message.counted("{n} group", "{n} groups", groups))),
        (places, row(signs.place[0], Message.counted("{n} place", "{n} places", places))),
        (animals, row(signs.animal[0], Message.counted("{n} animal", "{n} animals", animals))),
    ]
    return people, [text for count, text in others if count]
