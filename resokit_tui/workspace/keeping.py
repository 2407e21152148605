"""Looking after the vault itself: its passphrase, erasing for good, checking, and backups.

Everything here is slow: call it in a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault import backup as copies
from resokit_tui.vault import checking
from resokit_tui.vault.backup import BackupReport, Restored
from resokit_tui.vault.checking import Finding as Finding  # screens name it, and know no vault
from resokit_tui.vault.keyring import KeyChangedError as KeyChangedError  # the face asks for the passphrase then
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.preferences import keep_preferences, preferences_of
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.unlock import Doors

T = TypeVar("T")

BACKUP_EVERY = timedelta(days=14)
"""How long without a verified backup before we remind of it."""

Progress = Callable[[int, int], None]
"""Told how many parts are done, and of how many; called in the thread that works."""

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
        _with_newest_key(workspace, current or "", lambda: workspace.vault.confirm(current or ""))
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
    gone = _with_newest_key(workspace, passphrase, lambda: workspace.vault.eraser.erase_dossier(dossier_id, passphrase))
    workspace.drop(dossier_id)
    return None if gone else LEFT_BEHIND


def erase_records(
    workspace: Workspace, session: DossierSession, records: Sequence[Record], passphrase: str
) -> Message | None:
    """Takes records out of a dossier for good, with its history and its drafts. Otherwise as `erase_dossier`."""
    gone = _with_newest_key(workspace, passphrase, lambda: session.erase(records, passphrase))
    return None if gone else LEFT_BEHIND


def check(workspace: Workspace, progress: Progress = lambda done, of: None) -> list[Finding]:
    """Reads every file of the vault; what is wrong, each in words. Empty when all is well."""
    return checking.check(workspace.vault, progress)


def repair(workspace: Workspace, findings: list[Finding]) -> int:
    """Puts missing copies back and moves damaged files aside; removes nothing. Returns how many files that were."""
    return checking.repair(workspace.vault, findings)


def back_up(workspace: Workspace, target: Path, progress: Progress = lambda done, of: None) -> BackupReport:
    """Copies the vault to a folder and reads the copy back; when that is well, remembers the moment.

    Raises `CannotError` when it cannot be written there.
    """
    report = copies.backup(workspace.vault, target, progress)
    if report.verified:
        own = workspace.own()
        keep_preferences(own, backed_up=own.now())
    return report


def last_backup(workspace: Workspace) -> datetime | None:
    """When a backup was last made and read back, on whatever computer; reads the own dossier."""
    return preferences_of(workspace.own()).backed_up


def backup_is_due(workspace: Workspace) -> bool:
    """Whether it is time to remind of a backup; never for practice."""
    last = last_backup(workspace)
    return not workspace.practice and (last is None or workspace.own().now() - last > BACKUP_EVERY)


def restore(
    workspace: Workspace,
    copy: Path,
    passphrase: str | None = None,
    also: Collection[str] = (),
    progress: Progress = lambda done, of: None,
) -> Restored:
    """Brings back what this vault lacks from a backup of it; overwrites nothing.

    `passphrase` is that of the backup, needed only when something was erased for good since it was made. `also` names
    dossiers (ids) that were erased and yet must come back. Raises `LockedError` when the passphrase is needed or not
    right, `CannotError` for a backup of another vault.
    """
    opened = _open_copy(workspace.vault, copy, passphrase)
    try:
        label = Message("put back from a backup")
        return copies.restore_into(workspace.vault, opened, label, frozenset(also), progress)
    finally:
        opened.close()


def _with_newest_key(workspace: Workspace, passphrase: str, work: Callable[[], T]) -> T:
    """Does something that the passphrase confirms, also when another window has changed the key meanwhile."""
    try:
        return work()
    except KeyChangedError:
        workspace.vault.renew(passphrase)
        return work()


def _open_copy(vault: Vault, copy: Path, passphrase: str | None) -> Vault:
    try:
        return vault.open_copy(copy)
    except LockedError:
        if passphrase is None:
            raise
        return vault.open_copy(copy, passphrase)
