"""The index: the key of every dossier, and what *today* needs to know without opening one. Sealed under the vault key.

The only place where the keys of dossiers stand, so it is published twice (`copies`). Without an entry here a dossier
cannot be read: that is what makes erasing real.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from resokit_tui.core.errors import DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import new_id
from resokit_tui.vault.copies import TwoCopies
from resokit_tui.vault.envelope import ID_LENGTH, Identity, Kind, read_header, seal, unseal
from resokit_tui.vault.files import Files
from resokit_tui.vault.keyring import KeyRing
from resokit_tui.vault.keys import Key
from resokit_tui.vault.marks import HighWater, RolledBack
from resokit_tui.vault.publish import ConflictError, read_steadily
from resokit_tui.vault.store import newer_program, refuse_newer, unintelligible

SCHEMA = 1
_ID = "00" * ID_LENGTH
_ATTEMPTS = 20


class CachedSummary(msgspec.Struct, frozen=True):
    """What was worth knowing about a dossier, and from which version that was taken."""

    version: int
    data: dict[str, Any]

    def __repr__(self) -> str:
        return f"<CachedSummary of version {self.version}>"


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dossier's key with its generation, and its cached summary.

    `former` is the key of the generation before, while the dossier moves from one to the other; empty otherwise.
    """

    key: bytearray
    generation: int = 1
    former: bytearray = msgspec.field(default_factory=bytearray)
    cached: CachedSummary | None = None

    def __repr__(self) -> str:
        return "<Entry>"


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the index. `erased` holds ids of dossiers that must not come back from a backup."""

    schema: int = SCHEMA
    own: str
    entries: dict[str, Entry]
    erased: tuple[str, ...] = ()

    @classmethod
    def new(cls) -> Index:
        """An index with the professional's own dossier in it."""
        own = new_id()
        return cls(own=own, entries={own: new_entry()})

    def __repr__(self) -> str:
        return "<Index>"


def new_entry() -> Entry:
    """An entry with a fresh random key."""
    return Entry(Key.random().secret)


def with_summaries(data: Mapping[str, tuple[int, dict[str, Any]]]) -> Callable[[Index], Index]:
    """The change that puts summaries in (dossier id → version they were taken from, plain data), unless newer ones are
    there.
    """

    def remember(content: Index) -> Index:
        entries = dict(content.entries)
        for dossier_id, (version, summary) in data.items():
            entry = entries.get(dossier_id)
            if entry is not None and (entry.cached is None or entry.cached.version <= version):
                entries[dossier_id] = msgspec.structs.replace(entry, cached=CachedSummary(version, summary))
        return msgspec.structs.replace(content, entries=entries)

    return remember


class VaultIndex:
    """The index on the disk and its newest content in memory."""

    def __init__(self, files: Files, root: Path, ring: KeyRing, writer: bytes, state: Path | None = None) -> None:
        object_path = Path(_ID[:2], _ID)
        self._copies = TwoCopies(files, root, "o" / object_path, "o2" / object_path)
        self._identity = Identity(Kind.INDEX, ring.header.vault, bytes(ID_LENGTH))
        self._ring, self._writer = ring, writer
        self._lock = threading.RLock()
        self._seen = HighWater(state, self._identity, ring.key)
        self.rolled_back: RolledBack | None = None
        self._highest = 0
        self._mark = bytes(ID_LENGTH)
        self._number, self._data = 0, b""
        self.content = Index(own="", entries={})
        self.damage: tuple[int, ...] = ()

    def create(self) -> None:
        """Publishes the first content of a new vault, after whatever an interrupted creation left behind."""
        self._highest = max(self._copies.numbers(), default=0)
        self._save(Index.new())

    def load(self) -> None:
        """Takes the newest content that is whole in either copy; `damage` names newer versions that are whole in none.

        Raises `DamagedError` when there is none, `KeyChangedError` when another window gave the vault a new key.
        """
        with self._lock:
            read_steadily(self._load)

    def update(self, change: Callable[[Index], Index], *, always: bool = False) -> None:
        """Applies a change to the newest content and publishes it; when another window was first, does so again.

        A change that changes nothing is not written, unless `always`. Raises `NotSavedError`, `UncertainError` or
        `ConflictError`, and what `load` raises.
        """
        with self._lock:
            self._update(change, always)

    def purge(self) -> bool:
        """Removes every version but the newest: they hold keys that were dropped. Tells whether they are gone."""
        with self._lock:
            return self._copies.keep_only(self._number, self._data)

    def faults(self) -> Iterator[tuple[Path, int]]:
        """Copies of index versions that are not what was written, or of the newest and missing: folder and number."""
        numbers = self._copies.numbers()
        for number in numbers:
            for folder, data in self._copies.each(number):
                if data is None and number < numbers[-1]:
                    continue
                try:
                    unseal(self._ring.key_of(read_header(data or b"").generation), self._identity, number, data or b"")
                except DamagedError:
                    yield folder, number

    def purge_older_keys(self) -> None:
        """Purges when the oldest version is still under an older vault key: an erasing was interrupted."""
        with suppress(DamagedError, OSError, StopIteration):
            number, contents = next(self._copies.oldest_first())
            if number < self._number and read_header(contents[0]).generation < self._ring.header.generation:
                self.purge()

    def _update(self, change: Callable[[Index], Index], always: bool) -> None:
        for _ in range(_ATTEMPTS):
            self.load()
            changed = change(self.content)
            if changed == self.content and not always:
                return
            if self.read_only:
                raise newer_program()
            try:
                self._save(changed)
            except ConflictError:
                continue
            return
        raise ConflictError

    @property
    def read_only(self) -> bool:
        """Whether a newer program wrote the index: it can be looked at, and every update is refused."""
        return self.content.schema > SCHEMA

    def accept_roll_back(self) -> None:
        """Takes what is on the disk for the newest, although this computer saw a later version."""
        self._seen.renew(self._highest, self._mark, lower=True)
        self.rolled_back = None

    def _load(self) -> None:
        highest = 0
        damage: list[int] = []
        for number, contents in self._copies.newest_first():
            highest = highest or number
            for data in contents:
                try:
                    key = self._ring.key_of(read_header(data).generation)
                    plain = unseal(key, self._identity, number, data)
                except DamagedError:
                    continue
                self.content, self.damage = _decode(plain), tuple(damage)
                self._highest, self._mark = highest, read_header(data).mark
                self._number, self._data = number, data
                self._copies.catch_up(number, data)
                self._compare_with_seen(number)
                return
            damage.append(number)
        raise DamagedError(Message("The index of this vault is damaged in both copies. Restore it from a backup."))

    def _save(self, content: Index) -> None:
        number = self._highest + 1
        plain = msgspec.json.encode(content)
        data = seal(self._ring.key, self._identity, number, plain, parent=self._mark, writer=self._writer)
        self._copies.save(number, data)
        self.content, self._highest, self._mark = content, number, read_header(data).mark
        self._number, self._data = number, data
        self._seen.renew(number, self._mark)

    def _compare_with_seen(self, number: int) -> None:
        whole = self._mark if number == self._highest else b""
        self.rolled_back = self._seen.behind(self._highest, whole)
        if self.rolled_back is None and whole:
            self._seen.renew(number, whole)


def _decode(plain: bytes) -> Index:
    try:
        return msgspec.json.decode(plain, type=Index)
    except msgspec.DecodeError:
        refuse_newer(plain, SCHEMA)
        raise unintelligible() from None
