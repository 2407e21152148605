"""Looking after the vault itself: its passphrase, and erasing for good.

Everything here is slow: call it in a worker thread.
"""

from __future__ import annotations

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import Doors

STILL_ELSEWHERE = Message(
    "Backups that were made before still hold it: erase those as well. "
    "A disk may keep parts of removed files for a while; without the key nobody can read them."
)
"""What erasing cannot reach; to be said before and after."""
LEFT_BEHIND = Message("Some files could not be removed yet. The next time you open the vault we try again.")


def change_passphrase(workspace: Workspace, doors: Doors, new: str, current: str | None = None) -> Message | None:
    """Lets `new` open the vault in place of `current`, which may be left out after opening with the recovery sheet.

    Returns what is left to be said; `None` when all is well. Raises `LockedError` when `current` is not right,
    `CannotError` when `new` is weak or nothing could be saved, `KeyChangedError` when another window was first.
    """
    if not workspace.needs_new_passphrase:
        workspace.vault.confirm(current or "")
    if not workspace.practice and (weakness := doors.weakness(new, workspace.name)) is not None:
        raise CannotError(weakness)
    gone = workspace.vault.change_passphrase(new)
    workspace.needs_new_passphrase = False
    return None if gone else LEFT_BEHIND


def renew(workspace: Workspace, passphrase: str) -> None:
    """Goes on after `KeyChangedError` with everything that is open. Raises `LockedError` for a wrong passphrase."""
    workspace.vault.renew(passphrase)


def erase_dossier(workspace: Workspace, dossier_id: str, passphrase: str) -> Message | None:
    """Erases a dossier for good; returns what is left to be said, `None` when all is well.

    Say `STILL_ELSEWHERE` with it. Raises `LockedError` for a wrong passphrase, before anything is done.
    """
    gone = workspace.vault.eraser.erase_dossier(dossier_id, passphrase)
    workspace.drop(dossier_id)
    return None if gone else LEFT_BEHIND
