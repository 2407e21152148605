"""What a note can be about: pages of the method, and the contacts and steps of its dossier."""

from __future__ import annotations

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.chips import Offer

PREFIXES = {"pages": "page:", "contacts": "contact:", "actions": "step:"}
"""Field of a note → what stands before an id of that kind on a chip."""


def things_to_link(dossier: Dossier, services: Services) -> list[Offer]:
    """Everything a note in this dossier can be about: the person's own things first."""
    catalog = services.catalog
    contacts = [
        Offer(f"{PREFIXES['contacts']}{each.id}", each.name, catalog("contact")) for each in dossier.all(Contact)
    ]
    steps = [Offer(f"{PREFIXES['actions']}{each.id}", each.title, catalog("step")) for each in dossier.all(Action)]
    return [*contacts, *steps, *pages_to_link(services)]


def pages_to_link(services: Services) -> list[Offer]:
    """Every page of the method."""
    method = services.method
    return [
        Offer(f"{PREFIXES['pages']}{page.id}", page.title, kind_name(page, method, services.catalog))
        for page in method.pages.values()
    ]


def things_of(note: Note, dossier: Dossier, services: Services) -> list[Offer]:
    """What one note is about; what is gone since is left out."""
    offers = {offer.key: offer for offer in things_to_link(dossier, services)}
    keys = [f"{prefix}{id}" for field, prefix in PREFIXES.items() for id in getattr(note, field)]
    return [offers[key] for key in keys if key in offers]
