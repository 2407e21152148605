"""The versions of one object: load the newest that is whole, add one after the highest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.envelope import ID_LENGTH, Header, Identity, damaged, read_header, seal, unseal
from resokit_tui.vault.files import Files
from resokit_tui.vault.keys import Key
from resokit_tui.vault.marks import HighWater, RolledBack
from resokit_tui.vault.publish import (
    cannot_read,
    make_folders,
    read_steadily,
    save_version,
    sweep,
    version_name,
    versions,
)
from resokit_tui.vault.retention import prune


class DamagedVersion(msgspec.Struct, frozen=True):
    """A version that cannot be read any more, and when it was written, if the disk still tells."""

    version: int
    written: datetime | None


class Loaded(msgspec.Struct, frozen=True):
    """A whole version of an object, and which window wrote it; `damage` names newer ones that are not whole."""

    plain: bytes
    version: int
    writer: bytes
    damage: tuple[DamagedVersion, ...] = ()

    def __repr__(self) -> str:
        return f"<Loaded version {self.version}>"


class _Stamp(msgspec.Struct):
    schema: int


def refuse_newer(plain: bytes, known: int) -> None:
    """Looks at the `schema` of a JSON plaintext before anything else in it.

    Raises `CannotError` when a newer program wrote it, `DamagedError` when there is none.
    """
    try:
        newer = msgspec.json.decode(plain, type=_Stamp).schema > known
    except msgspec.DecodeError:
        raise unintelligible() from None
    if newer:
        raise CannotError(Message("This was written by a newer version of Resokit. Install that version to open it."))


def newer_program() -> CannotError:
    """The error for saving over what a newer program wrote."""
    return CannotError(
        Message("This was written by a newer version of Resokit. You can read it here; install that version to write.")
    )


def unintelligible() -> DamagedError:
    """The error for content that was sealed by us and yet is not what we write."""
    return DamagedError(Message("A part of this vault cannot be understood. Restore it from a backup."))


def object_folder(root: Path, object_id: str) -> Path:
    """Where the versions of an object lie: random ids, so that no path tells anything."""
    return root / "o" / object_id[:2] / object_id


class VersionedObject:
    """One object in its folder. Not for two threads at once; two programs are fine, the disk decides who was first.

    `other_key` gives the key of another generation than that of `key`, if there is one (it may raise `LockedError`).
    With `state`, the state folder of this account, `rolled_back` tells after loading that a later version was here.
    """

    def __init__(
        self,
        files: Files,
        root: Path,
        folder: Path,
        identity: Identity,
        key: Key,
        writer: bytes,
        state: Path | None = None,
        other_key: Callable[[int], Key | None] = lambda generation: None,
    ) -> None:
        self._files, self._root, self._folder = files, root, folder
        self._identity, self._key, self._writer = identity, key, writer
        self._other_key = other_key
        self._seen = HighWater(state, identity, key)
        self.rolled_back: RolledBack | None = None
        self._highest = 0
        self._mark = bytes(ID_LENGTH)
        self._evidence: frozenset[int] = frozenset()

    def numbers(self) -> list[int]:
        """The numbers of all versions, oldest first."""
        return read_steadily(lambda: versions(self._files, self._folder))

    def load(self) -> Loaded | None:
        """The newest whole version, from which the next save goes on; `None` when nothing was ever saved.

        Raises `DamagedError` when there are versions and none can be read.
        """
        sweep(self._files, self._folder, datetime.now().astimezone())
        return read_steadily(self._load)

    def read(self, version: int) -> Loaded | None:
        """One version, whatever came after it; `None` when it is gone.

        Raises `DamagedError`, or `CannotError` when the disk refuses.
        """
        try:
            header, plain = self._read(version)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise cannot_read(error) from None
        return Loaded(plain, version, header.writer)

    @property
    def writer(self) -> bytes:
        """Which window this is, in the headers of what it saves: 16 random bytes."""
        return self._writer

    @property
    def generation(self) -> int:
        """Generation of the key under which this object is saved."""
        return self._key.generation

    def save(self, plain: bytes) -> int:
        """Adds a version after the one that was loaded or saved last; returns its number once it is confirmed.

        Raises `NotSavedError`, `ConflictError` or `UncertainError`. When an uncertain save stands on the disk after
        all, the next one is in conflict with it. Superseded versions go afterwards.
        """
        if not self._highest:
            make_folders(self._files, self._root, self._folder)
        version = self._highest + 1
        data = seal(self._key, self._identity, version, plain, parent=self._mark, writer=self._writer)
        numbers = save_version(self._files, self._folder, version, data)
        self._highest, self._mark = version, read_header(data).mark
        self._seen.renew(version, self._mark)
        self._clear(numbers)
        return version

    def accept_roll_back(self) -> None:
        """Takes what is on the disk for the newest, although this computer saw a later version."""
        self._seen.renew(self._highest, self._mark, lower=True)
        self.rolled_back = None

    def save_over(self, plain: bytes) -> int:
        """Adds a version after whatever is there, unseen: for what has one writer and no history."""
        self._highest = max(self.numbers(), default=0)
        return self.save(plain)

    def _clear(self, numbers: Sequence[int]) -> None:
        prune(self._files, self._folder, numbers, self._evidence)

    def _load(self) -> Loaded | None:
        numbers = versions(self._files, self._folder)
        damage: list[DamagedVersion] = []
        refusal: OSError | None = None
        for version in reversed(numbers):
            try:
                header, plain = self._read_patiently(version)
            except FileNotFoundError:
                raise
            except (DamagedError, OSError) as error:
                refusal = error if isinstance(error, OSError) else refusal
                damage.append(DamagedVersion(version, self._written(version)))
                continue
            if refusal and self._highest:
                raise refusal  # we stand on something: to go on from an older version would undo what others saved
            self._stand_on(numbers[-1], header.mark, damage)
            self._compare_with_seen(header.mark if not damage else b"")
            return Loaded(plain, version, header.writer, tuple(damage))
        if refusal:
            raise refusal  # a disk that is gone is not damage
        if damage:
            raise DamagedError(
                Message("No version of this part of the vault can be read any more. Restore it from a backup.")
            )
        self._stand_on(0, bytes(ID_LENGTH), damage)
        self._compare_with_seen(b"")
        return None

    def _read_patiently(self, version: int) -> tuple[Header, bytes]:
        """Reads once more when the disk refuses: a hiccup is not damage."""
        try:
            return self._read(version)
        except FileNotFoundError:
            raise
        except OSError:
            return self._read(version)

    def _read(self, version: int) -> tuple[Header, bytes]:
        data = self._files.read(self._folder / version_name(version))
        header = read_header(data)
        key: Key | None = self._key
        if header.generation != self._key.generation:
            key = self._other_key(header.generation)
        if key is None:
            raise damaged()
        return header, unseal(key, self._identity, version, data)

    def _stand_on(self, highest: int, mark: bytes, damage: Sequence[DamagedVersion]) -> None:
        """The next version comes after the highest number, damaged or not: a damaged file is evidence and stays."""
        self._highest, self._mark = highest, mark
        self._evidence = frozenset(version.version for version in damage)

    def _compare_with_seen(self, mark: bytes) -> None:
        self.rolled_back = self._seen.behind(self._highest, mark)
        if self.rolled_back is None and mark:
            self._seen.renew(self._highest, mark)

    def _written(self, version: int) -> datetime | None:
        with suppress(OSError):
            return self._files.modified(self._folder / version_name(version))
        return None


class LatestOnly(VersionedObject):
    """An object without a history: a confirmed save removes everything older."""

    def _clear(self, numbers: Sequence[int]) -> None:
        for number in numbers[:-1]:
            with suppress(OSError):
                self._files.unlink(self._folder / version_name(number))
