"""What is said of one contact in one row, with and without its name."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.casework.network import FREQUENCY_NAMES, KIND_NAMES, RING_NAMES, SUPPORT_NAMES, Contact, Support
from resokit_tui.casework.network_words import DOMAIN_WORDS, Word, joined
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.network_signs import drawable, signs_for


def about(contact: Contact, catalog: Catalog, glyphs: Glyphs, *, names: bool = True) -> str:
    """Sign and name, what this is to the client, how often, what is given and got, how near; without name and relation
    when names are off.
    """
    parts: list[Word] = []
    if names and (relation := drawable(contact.relation or contact.role)):
        parts.append(relation)
    if contact.frequency:
        parts.append(FREQUENCY_NAMES[contact.frequency])
    if contact.receives:
        parts.append(Message("gives {support}", support=_supports(contact.receives)))
    if contact.gives:
        parts.append(Message("gets {support}", support=_supports(contact.gives)))
    return _row(contact, [*parts, *_place(contact)], catalog, glyphs, names)


def where(contact: Contact, catalog: Catalog, glyphs: Glyphs, *, names: bool = True) -> str:
    """Sign and name, and where on the map it stands."""
    return _row(contact, _place(contact), catalog, glyphs, names)


def _place(contact: Contact) -> list[Word]:
    return [RING_NAMES[contact.ring], DOMAIN_WORDS[contact.domain]]


def _row(contact: Contact, parts: Sequence[Word], catalog: Catalog, glyphs: Glyphs, names: bool) -> str:
    who = drawable(contact.name) if names else catalog.render(KIND_NAMES[contact.kind])
    words = [part if isinstance(part, str) else catalog.render(part) for part in parts]
    return f" {glyphs.leader} ".join([f"{signs_for(glyphs).of(contact)} {who}", *words])


def _supports(kinds: tuple[Support, ...]) -> Word:
    return joined([SUPPORT_NAMES[kind] for kind in kinds])
