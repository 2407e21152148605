"""Secrets: from a passphrase to a key, from a key to the keys below it, and how to forget them.

    passphrase ──Argon2id──▶ key encryption key ──opens a slot──▶ vault key ──opens the index──▶ one key per dossier

Every file is sealed under a key of its own, derived from the last one in that line (`envelope`).
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from collections.abc import Callable

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.cost import KdfBounds, KdfParameters

KEY_LENGTH = 32
SALT_LENGTH = 16
_PLEASANT_SECONDS = 0.9


def calibrate(bounds: KdfBounds, clock: Callable[[], float] = time.perf_counter) -> KdfParameters:
    """Parameters that take this machine about 0.9 s, within the bounds; for the making of a vault only.

    The time of Argon2id grows evenly with its memory, so one run at the floor is enough to know the rest.
    """
    floor = bounds.floor
    start = clock()
    wipe(derive("", bytes(SALT_LENGTH), floor))
    memory = int(floor.memory_kib * _PLEASANT_SECONDS / max(clock() - start, 1e-6))
    return msgspec.structs.replace(floor, memory_kib=max(floor.memory_kib, min(memory, bounds.cap.memory_kib)))


def derive(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytearray:
    """The 32-byte key encryption key of a passphrase; slow on purpose, so call it in a thread.

    The passphrase is composed first (NFC): an é typed on another keyboard is the same é. Raises `CannotError` when the
    machine lacks the memory or the cryptographic library lacks Argon2id.
    """
    key = bytearray(KEY_LENGTH)
    try:
        Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=parameters.passes,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        ).derive_into(unicodedata.normalize("NFC", passphrase).encode(), key)
    except MemoryError:
        raise CannotError(
            Message("This computer has too little free memory to open the vault. Close other programs and try again.")
        ) from None
    except UnsupportedAlgorithm:
        raise CannotError(
            Message("The installed cryptography library cannot do Argon2id. Install Resokit with pip, as described.")
        ) from None
    return key


def wipe(secret: bytearray) -> None:
    """Overwrites a secret with zeros. Copies made inside libraries are out of reach: locking starts a new process."""
    secret[:] = bytes(len(secret))


class Key:
    """A 256-bit key and its generation, in memory that can be overwritten; never shown in a traceback."""

    __slots__ = ("_secret", "_wiped", "generation")

    def __init__(self, secret: bytearray, generation: int = 1) -> None:
        self._secret = secret
        self._wiped = False
        self.generation = generation

    @classmethod
    def random(cls, generation: int = 1) -> Key:
        """A new key from the system's random numbers."""
        return cls(bytearray(secrets.token_bytes(KEY_LENGTH)), generation)

    @property
    def secret(self) -> bytearray:
        """The key itself, not a copy. Raises `LockedError` once it is wiped: zeros must never seal anything."""
        if self._wiped:
            raise _locked()
        return self._secret

    def derive(self, info: bytes, *, salt: bytes | None = None, length: int = KEY_LENGTH) -> bytearray:
        """A key below this one, for one purpose: HKDF-SHA256 (RFC 5869)."""
        derived = bytearray(length)
        HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive_into(self.secret, derived)
        if self._wiped:  # by another thread, while we were deriving: perhaps from zeros
            raise _locked()
        return derived

    def become(self, other: Key) -> None:
        """Takes the place of an older key, for everyone who holds this object."""
        wipe(self._secret)
        self._secret, self.generation, self._wiped = bytearray(other.secret), other.generation, False

    def copy(self) -> Key:
        """The same key in memory of its own."""
        return Key(bytearray(self.secret), self.generation)

    def wipe(self) -> None:
        """Forgets the key, for everyone who holds this object."""
        self._wiped = True
        wipe(self._secret)

    def __repr__(self) -> str:
        return f"<Key of generation {self.generation}>"


def _locked() -> LockedError:
    return LockedError(Message("The vault is locked. Unlock it and try again."))
