"""The professional's own choices, from the own dossier."""

from __future__ import annotations

from resokit_tui.casework.preferences import Preferences
from resokit_tui.core.i18n import Message
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.session import DossierSession


def preferences_of(own: DossierSession) -> Preferences:
    """The choices that were made, or the usual ones."""
    now = own.now()
    return own.dossier.newest(Preferences) or Preferences(created=now, changed=now)


def keep_preferences(own: DossierSession, **changes: object) -> Saved:
    """Changes some choices and saves them. Raises as `DossierSession.put` does."""
    changed = preferences_of(own).replaced(own.now(), **changes)
    return own.put(changed, Message("settings changed"))
