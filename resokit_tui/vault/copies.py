"""What is published twice: the key file and the index, without which nothing else can be read.

Both folders hold the same bytes under the same numbers. The first folder decides who was first; the second follows, and
catches up at the next opening or save when it could not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from resokit_tui.core.errors import CannotError
from resokit_tui.vault.files import Files
from resokit_tui.vault.publish import make_folders, read_steadily, save_version, version_name, versions
from resokit_tui.vault.retention import prune


class TwoCopies:
    """Two folders below a vault's folder that should hold the same versions."""

    def __init__(self, files: Files, root: Path, first: Path, second: Path) -> None:
        self._files, self._root = files, root
        self._folders = (root / first, root / second)

    def numbers(self) -> list[int]:
        """The numbers found in either folder, oldest first."""
        return sorted({number for folder in self._folders for number in self._numbers_in(folder)})

    def newest_first(self) -> Iterator[tuple[int, Sequence[bytes]]]:
        """Each number with its differing contents: one when all is well, two when a copy was changed.

        Raises `FileNotFoundError` when a version vanished from both folders since the listing (list again), and another
        `OSError` when the disk gives neither copy.
        """
        for number in reversed(self.numbers()):
            yield number, self._contents(number)

    def each(self, number: int) -> Iterator[tuple[Path, bytes | None]]:
        """What each folder (below the vault's) holds under a number; `None` when nothing there can be read."""
        for folder in self._folders:
            try:
                yield folder.relative_to(self._root), self._files.read(folder / version_name(number))
            except OSError:
                yield folder.relative_to(self._root), None

    def oldest_first(self) -> Iterator[tuple[int, Sequence[bytes]]]:
        """The same from the other end; raises as `newest_first`."""
        for number in self.numbers():
            yield number, self._contents(number)

    def save(self, number: int, data: bytes) -> None:
        """Publishes in the first folder, which decides, then in the second; raises as `save_version` does."""
        first, second = self._folders
        self._publish(first, number, data)
        with suppress(CannotError):  # saved it is; the second copy catches up later
            self._publish(second, number, data)

    def catch_up(self, number: int, data: bytes) -> None:
        """Publishes a version where it is missing; a disk that refuses (a backup opened for reading) is left alone."""
        for folder in self._folders:
            with suppress(CannotError):
                if max(self._numbers_in(folder), default=0) < number:
                    self._publish(folder, number, data)

    def keep_only(self, number: int, data: bytes) -> bool:
        """Removes every other version, once both folders are seen to hold this one; tells whether they are gone.

        For what may not be found again: a way in with an old passphrase, a key that was dropped.
        """
        with suppress(OSError):
            if any(self._files.read(folder / version_name(number)) != data for folder in self._folders):
                return False
            for folder in self._folders:
                for other in versions(self._files, folder):
                    if other < number:
                        self._files.unlink(folder / version_name(other))
                self._files.fsync_folder(folder)
            return True
        return False

    def _publish(self, folder: Path, number: int, data: bytes) -> None:
        if not self._numbers_in(folder):
            make_folders(self._files, self._root, folder)
        prune(self._files, folder, save_version(self._files, folder, number, data))

    def _numbers_in(self, folder: Path) -> list[int]:
        return read_steadily(lambda: versions(self._files, folder))

    def _contents(self, number: int) -> list[bytes]:
        found: list[bytes] = []
        refusal: OSError = FileNotFoundError(number)
        for folder in self._folders:
            try:
                data = self._files.read(folder / version_name(number))
            except FileNotFoundError:
                continue
            except OSError as error:
                refusal = error
                continue
            if data not in found:
                found.append(data)
        if not found:
            raise refusal
        return found
