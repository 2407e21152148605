"""The one small door to the file system: every byte of a vault passes here, and tests can make it fail."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from datetime import datetime
from pathlib import Path

from resokit_tui.core.i18n import Message

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_HELD = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation: what a virus scanner that looks at a new file causes."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


class Files:
    """Primitive calls on files and folders; each raises `OSError` and does one thing. Holds no state."""

    def make_folder(self, folder: Path) -> None:
        """Makes one folder with rights 0700; fine when it is there."""
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            if not folder.is_dir():
                raise

    def write_new(self, path: Path, data: bytes) -> None:
        """Writes a file that did not exist, rights 0600, and brings its content to the disk."""
        descriptor = os.open(path, _NEW | _SAFE, 0o600)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            _to_disk(descriptor)
        finally:
            os.close(descriptor)

    def publish(self, temporary: Path, final: Path) -> None:
        """Gives a written file its name in one step, if that name is free; raises `FileExistsError` if it is not."""
        try:
            self.link(temporary, final)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self._publish_without_links(temporary, final)
            return
        try:
            os.unlink(temporary)
        except OSError:
            return  # the version has its name; a second name is swept away later

    def link(self, path: Path, name: Path) -> None:
        """Gives a file a second name; raises `FileExistsError` when it is taken."""
        os.link(path, name, follow_symlinks=False)

    def rename(self, path: Path, name: Path) -> None:
        """Renames a file. POSIX replaces what has that name; Windows raises `FileExistsError`."""
        os.rename(path, name)

    def _publish_without_links(self, temporary: Path, final: Path) -> None:
        """For mounts that refuse links: takes the name with an empty file first, which is one step as well.

        A stop between the two leaves an empty version, which counts as damaged: nothing that was confirmed is lost.
        """
        os.close(os.open(final, _NEW | _SAFE, 0o600))
        try:
            self.rename(temporary, final)
        except OSError:
            self.unlink(final)
            raise

    def fsync_folder(self, folder: Path) -> None:
        """Brings the names in a folder to the disk."""
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def read(self, path: Path) -> bytes:
        """The whole content of a file; a symbolic link is refused."""
        with open(os.open(path, os.O_RDONLY | _SAFE), "rb") as file:
            return file.read()

    def list(self, folder: Path) -> list[str]:
        """The names in a folder, in no order."""
        return os.listdir(folder)

    def modified(self, path: Path) -> datetime:
        """When a file was written, in local time with its offset."""
        return datetime.fromtimestamp(os.stat(path, follow_symlinks=False).st_mtime).astimezone()

    def unlink(self, path: Path) -> None:
        """Removes a file."""
        os.unlink(path)

    def remove_folder(self, folder: Path) -> None:
        """Removes an empty folder."""
        os.rmdir(folder)

    def others_may_write(self, folder: Path) -> bool:
        """Whether other accounts of this machine may change a folder (POSIX rights; Windows inherits its own)."""
        return os.name == "posix" and bool(os.stat(folder).st_mode & (stat.S_IWGRP | stat.S_IWOTH))

    def make_private(self, folder: Path) -> None:
        """Takes every right of other accounts on a folder away."""
        if os.name == "posix":
            os.chmod(folder, 0o700)


class WindowsFiles(Files):
    """Windows: a rename never replaces anything there, and there is no way to bring a folder to the disk, nor need."""

    def publish(self, temporary: Path, final: Path) -> None:
        """Renames, patiently: a virus scanner may hold a new file for a moment."""
        for pause in _PAUSES:
            try:
                self.rename(temporary, final)
                return
            except FileExistsError:
                raise
            except OSError as error:
                if getattr(error, "winerror", None) not in _HELD:
                    raise
                self.wait(pause)
        self.rename(temporary, final)

    def fsync_folder(self, folder: Path) -> None:
        """Nothing to do: the file system's own journal keeps names."""

    def wait(self, seconds: float) -> None:
        """Lets a scanner finish."""
        time.sleep(seconds)


def system_files() -> Files:
    """The door to the file system of this computer."""
    return WindowsFiles() if sys.platform == "win32" else Files()


def reason(error: OSError) -> Message:
    """Why the system refused, in words."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return Message("the disk is full")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Message("access to the folder is refused")
        case errno.ENOENT | errno.ENOTDIR | errno.ESTALE | errno.ENODEV:
            return Message("the folder is not there; is the disk or the network connected?")
        case number:
            return Message("the disk reports error {code}", code=errno.errorcode.get(number or 0, number))


def _to_disk(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # plain fsync leaves the data in the drive's own memory there
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)
