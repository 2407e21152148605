"""The trash of a dossier: what was removed and can be taken out again."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.session import DossierSession


def trashed(session: DossierSession) -> list[Record]:
    """What lies in the trash, removed last first."""
    return sorted(session.trash, key=lambda record: record.trashed or record.changed, reverse=True)


def take_out(session: DossierSession, records: Sequence[Record]) -> Saved:
    """Takes records out of the trash. Raises as `DossierSession.put` does."""
    back = [record.replaced(session.now(), trashed=None) for record in records]
    return session.put_many(back, Message("taken out of the trash"))
