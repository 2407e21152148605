"""The network of a client on the screen: contacts to put there, and where to look."""

from __future__ import annotations

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.services import Services
from tests.ui.seen import rows


def contacts(services: Services) -> dict[str, Contact]:
    assert services.session is not None
    return {each.name: each for each in services.session.dossier.all(Contact)}


def with_contacts(services: Services, *others: Contact) -> Services:
    """The same, on a new dossier with just these contacts."""
    assert services.workspace is not None
    services.session = services.workspace.new("Linde")
    services.session.fill(Dossier(services.session.id, {"contacts": others}), Message("contacts noted"))
    return services


def left(app: ResokitApp) -> str:
    """The map, where something stands beside it."""
    return "\n".join(row[:42] for row in rows(app)[1:-2])


def beside(app: ResokitApp, column: int = 42) -> str:
    """What stands beside the map, as running text."""
    return " ".join(" ".join(row[column:] for row in rows(app)[1:-2]).split())


def notices(app: ResokitApp) -> list[str]:
    return [notice.message for notice in app._notifications]
