"""Moments of a network to look back to: how it was at the end of each day that is kept, and as this day began."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from resokit_tui.casework.dossier import TABLES
from resokit_tui.casework.network import Contact
from resokit_tui.vault.storage import PastVersion
from resokit_tui.workspace.records import typed
from resokit_tui.workspace.session import DossierSession


class Moment(msgspec.Struct, frozen=True):
    """The network as it was after one version."""

    at: datetime
    contacts: tuple[Contact, ...]

    def __repr__(self) -> str:
        """Opaque: contacts are names."""
        return f"<Moment {self.at:%Y-%m-%d}>"


def network_moments(session: DossierSession, now: datetime) -> list[Moment]:
    """Earlier moments in which the network was another one than after it, oldest first; reads the disk.

    Of an earlier day its last version counts, of today the first one: what was done since is now. Days are those of the
    zone of `now`.
    """
    days: dict[date, PastVersion] = {}
    for past in session.history():  # newest first
        day = past.at.astimezone(now.tzinfo).date()
        if day == now.date() or day not in days:
            days[day] = past
    found: list[Moment] = []
    after = _by_id(session.dossier.all(Contact))
    for past in days.values():
        documents = past.tables.get(TABLES[Contact], {}).values()
        contacts = typed(session.id, {TABLES[Contact]: list(documents)}).dossier.all(Contact)
        if _by_id(contacts) != after:
            found.append(Moment(past.at, contacts))
            after = _by_id(contacts)
    return found[::-1]


def _by_id(contacts: tuple[Contact, ...]) -> dict[str, Contact]:
    return {contact.id: contact for contact in contacts}
