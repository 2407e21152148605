"""High-water marks: the highest version this computer has seen, kept outside the vault, so that a roll-back is noticed.

Somebody who puts an older copy of a folder back (a sync program, a restored disk image) makes no file that is damaged;
only the memory of a later version tells. One file per dossier, and one for the index, in the state folder:

    offset size
         0    4  generation of the key that made it (little-endian, like all numbers)
         4    8  version
        12    8  when it was seen: seconds since 1970
        20   16  mark of that version (`envelope.Header.mark`)
        36   32  HMAC-SHA256 of vault id ‖ object id ‖ bytes 0–35, under HKDF-SHA256(key, info = "cnv1|seen")

It is replaced without waiting for the disk: a mark that is lost is one warning less, never one save less. A vault that
is put back together with the state folder cannot be found out without a network.
"""

from __future__ import annotations

import hmac
import os
import secrets
import struct
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from resokit_tui.vault.envelope import Identity
from resokit_tui.vault.keys import Key, wipe

FOLDER = "seen"
_FIELDS = struct.Struct("<IQQ16s")
_HASH = 32


class Mark(msgspec.Struct, frozen=True):
    """What was seen: a key's generation, a version, when, and the mark in that version's header."""

    generation: int
    version: int
    at: datetime
    mark: bytes


class RolledBack(msgspec.Struct, frozen=True):
    """An object is older than what this computer saw before: which version that was, and when."""

    version: int
    at: datetime


class HighWater:
    """The mark of one object. `folder` is the state folder of this account; without one nothing is remembered."""

    def __init__(self, folder: Path | None, identity: Identity, key: Key) -> None:
        self._file = folder and folder / FOLDER / identity.vault.hex() / identity.object.hex()
        self._identity, self._key = identity, key

    def behind(self, highest: int, mark: bytes) -> RolledBack | None:
        """Whether the highest version on the disk, with this mark in its header, is older than what was seen."""
        seen = self._read()
        if seen is None or seen.generation < self._key.generation:
            return None
        other = seen.version == highest and bool(mark) and seen.mark != mark
        if seen.generation > self._key.generation or seen.version > highest or other:
            return RolledBack(seen.version, seen.at.astimezone())
        return None

    def renew(self, version: int, mark: bytes, *, lower: bool = False) -> None:
        """Remembers a version that stands on the disk; an older one than before only when `lower` says so."""
        if self._file is None:
            return
        seen = self._read()
        now = (self._key.generation, version)
        if seen is not None and not lower and (seen.generation, seen.version) >= now:
            return
        fields = _FIELDS.pack(*now, int(datetime.now(UTC).timestamp()), mark)
        with suppress(OSError):
            self._replace(self._file, fields + self._authentication(fields))

    def forget(self) -> None:
        """Removes the mark: its object was erased."""
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink()

    def _read(self) -> Mark | None:
        """The mark; one of another key's generation counts unproven, because its key is gone."""
        if self._file is None:
            return None
        with suppress(OSError, struct.error, OverflowError, ValueError):
            data = self._file.read_bytes()
            generation, version, seconds, mark = _FIELDS.unpack(data[:-_HASH])
            proven = hmac.compare_digest(data[-_HASH:], self._authentication(data[:-_HASH]))
            if proven or generation != self._key.generation:
                return Mark(generation, version, datetime.fromtimestamp(seconds, UTC), mark)
        return None

    def _authentication(self, fields: bytes) -> bytes:
        key = self._key.derive(b"cnv1|seen")
        try:
            return hmac.digest(key, self._identity.vault + self._identity.object + fields, "sha256")
        finally:
            wipe(key)

    def _replace(self, file: Path, data: bytes) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = file.with_name(f".{secrets.token_hex(6)}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)
        os.replace(temporary, file)
