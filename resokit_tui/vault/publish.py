"""The save protocol: a new version is confirmed only when it stands on the disk and is the newest.

    1  write a temporary file, bring it to the disk   nothing has happened yet
    2  give it the next number, if that is free       taken: someone else saved first → conflict
    3  list: are we the highest?                      no: the number was only free because it was pruned → conflict
    4  bring the folder to the disk
    5  read back and compare                          only now: saved

A version is never overwritten, so nothing that was confirmed can be harmed. An error from step 2 on says nothing about
what happened: we look again, and then say what is true. A folder fsync that failed is never tried again, because the
second may report success for what the first one lost; the outcome is then uncertain.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.files import Files, reason

T = TypeVar("T")

TEMPORARY = ".t"
_VERSION = re.compile(r"\d{10,19}")
_ABANDONED = timedelta(minutes=10)
_LISTINGS = 20


class NotSavedError(CannotError):
    """Nothing was saved; `reason` says why. What was saved before is untouched, and trying again is safe."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            Message("NOT saved: {reason}. Your text is still here. Solve this and save again.", reason=why)
        )
        self.reason = why


class UncertainError(CannotError):
    """It cannot be known whether the save will last; saving again is safe."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            Message("It is not certain that this is saved: {reason}. Your text is still here. Save again.", reason=why)
        )
        self.reason = why


class ConflictError(CannotError):
    """Someone else, or another window, saved first; nothing of ours was saved, and theirs is untouched."""

    def __init__(self) -> None:
        super().__init__(Message("NOT saved: this was changed in another window. Your text is still here. Save again."))


def version_name(version: int) -> str:
    """The file name of a version."""
    return f"{version:010d}"


def versions(files: Files, folder: Path) -> list[int]:
    """The numbers of the versions in a folder, oldest first; none when there is no folder."""
    try:
        names = files.list(folder)
    except FileNotFoundError:
        return []
    return sorted(int(name) for name in names if _VERSION.fullmatch(name) and name == version_name(int(name)))


def read_steadily(read: Callable[[], T]) -> T:
    """Reads again from the listing on when a file vanishes under our feet (it was pruned: a newer one exists).

    Falling back to an older file instead would lose the newer one. Raises `CannotError` when it never settles, and when
    the disk refuses.
    """
    try:
        for _ in range(_LISTINGS):
            with suppress(FileNotFoundError):
                return read()
    except OSError as error:
        raise cannot_read(error) from None
    raise CannotError(Message("The vault keeps changing while it is read. Wait until the other window is done."))


def cannot_read(error: OSError) -> CannotError:
    """The error for a disk that refuses: "cannot be read" must never be taken for "nothing there"."""
    return CannotError(
        Message("The vault could not be read: {reason}. Check the disk and try again.", reason=reason(error))
    )


def make_folders(files: Files, root: Path, folder: Path) -> None:
    """Makes `folder` and what lies between it and `root`, and brings their names to the disk."""
    try:
        below = root
        for part in folder.relative_to(root).parts:
            files.make_folder(below / part)
            files.fsync_folder(below)
            below /= part
    except OSError as error:
        raise NotSavedError(reason(error)) from None


def save_version(files: Files, folder: Path, version: int, data: bytes) -> list[int]:
    """Publishes `data` under a number that must become the highest; returns all numbers once that is confirmed.

    Raises `NotSavedError`, `ConflictError` or `UncertainError`, whichever is true.
    """
    final, temporary = folder / version_name(version), folder / f"{TEMPORARY}{secrets.token_hex(6)}"
    try:
        files.write_new(temporary, data)
    except OSError as error:
        _drop(files, temporary)
        raise NotSavedError(reason(error)) from None
    try:
        files.publish(temporary, final)
    except OSError as error:
        _look_again(files, temporary, final, data, error)
    numbers = _twice(lambda: versions(files, folder))
    if max(numbers, default=0) > version:
        _drop(files, final)
        raise ConflictError
    if version not in numbers:
        raise NotSavedError(Message("the file is gone again"))
    try:
        files.fsync_folder(folder)
    except OSError as error:
        raise UncertainError(reason(error)) from None
    _read_back(files, final, data)
    return numbers


def sweep(files: Files, folder: Path, now: datetime) -> None:
    """Removes temporary files that a stopped program left behind more than ten minutes ago."""
    with suppress(OSError):
        for name in files.list(folder):
            if name.startswith(TEMPORARY) and now - files.modified(folder / name) > _ABANDONED:
                files.unlink(folder / name)


def _look_again(files: Files, temporary: Path, final: Path, data: bytes, error: OSError) -> None:
    """After a failed publish: returns when our bytes stand there all the same (a lost reply of a network drive)."""
    try:
        ours = files.read(final) == data
    except FileNotFoundError:
        _drop(files, temporary)
        if isinstance(error, FileExistsError):  # someone else's, and pruned or withdrawn since
            raise ConflictError from None
        raise NotSavedError(reason(error)) from None
    except OSError as blind:
        raise UncertainError(reason(blind)) from None
    _drop(files, temporary)
    if not ours:
        raise ConflictError from None


def _read_back(files: Files, final: Path, data: bytes) -> None:
    try:
        if _twice(lambda: files.read(final)) == data:
            return
    except FileNotFoundError:
        raise NotSavedError(Message("the file is gone again")) from None
    _drop(files, final)
    raise NotSavedError(Message("the disk gives back something else than was written"))


def _twice(look: Callable[[], T]) -> T:
    """Looks, and once more after an error: looking changes nothing, so the second answer is as good as a first."""
    try:
        return look()
    except FileNotFoundError:
        raise
    except OSError:
        pass
    try:
        return look()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UncertainError(reason(error)) from None


def _drop(files: Files, path: Path) -> None:
    with suppress(OSError):
        files.unlink(path)
