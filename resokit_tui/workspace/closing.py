"""Closing a dossier, taking it up again, and when to ask whether it may go (domain.md §9.6).

Closing suspends the steps that are open; reopening takes up exactly those. No term is invented: the months come from
the professional's own settings, and nothing ever goes by itself.
"""

from __future__ import annotations

from datetime import date

from resokit_tui.casework.client import Client
from resokit_tui.casework.plan import Action
from resokit_tui.core.dates import months_later
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.agenda import ask_again_on
from resokit_tui.workspace.session import DossierSession


def close_dossier(session: DossierSession, today: date) -> Saved:
    """Closes it; its open steps rest. Raises as `DossierSession.put_many` does."""
    now = session.now()
    resting = [each.replaced(now, suspended=True) for each in session.dossier.all(Action) if each.is_open]
    client = session.dossier.client.replaced(now, closed=today, keep_until=None)
    return session.put_many((client, *resting), Message("dossier closed"))


def reopen_dossier(session: DossierSession) -> Saved:
    """Opens it again, with the steps that were open when it was closed."""
    now = session.now()
    woken = [each.replaced(now, suspended=False) for each in session.dossier.all(Action) if each.suspended]
    client = session.dossier.client.replaced(now, closed=None, keep_until=None)
    return session.put_many((client, *woken), Message("dossier opened again"))


def keep_longer(session: DossierSession, today: date, months: int) -> Saved:
    """Puts off the question whether it may go."""
    client = session.dossier.client.replaced(session.now(), keep_until=months_later(today, months))
    return session.put(client, Message("dossier kept longer"))


def asked_again(client: Client, months: int) -> date | None:
    """The day on which to ask whether a closed dossier may go; `None` while it is open."""
    if client.closed is None:
        return None
    return ask_again_on(client.closed, client.keep_until, months)


def what_goes(session: DossierSession) -> dict[type[Record], int]:
    """How many records of each kind erasing removes, for people to read first."""
    counted: dict[type[Record], int] = {}
    for records in session.dossier.tables.values():
        for record in records:
            counted[type(record)] = counted.get(type(record), 0) + 1
    return counted
