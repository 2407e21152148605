"""The slots of a key file: wrapping the vault key for a passphrase or a recovery code, and getting it out again.

`key_file` describes the format. Name and practice flag of a key file are a claim until `unlock` has checked the HMAC.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from collections.abc import Callable

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resokit_tui.core.errors import DamagedError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault import recovery
from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.vault.key_file import FORMAT, HASH, MAGIC, START, Slot, SlotType, VaultHeader, damaged
from resokit_tui.vault.keys import SALT_LENGTH, Key, derive, wipe
from resokit_tui.vault.opening import Candidate

_NEXT = b"cnv1|next"
_NONCE_LENGTH = 12


def write_header(header: VaultHeader, vault_key: Key) -> bytes:
    """The bytes of a key file."""
    body = msgspec.json.encode(header)
    start = START.pack(MAGIC, FORMAT, len(body)) + body
    signed = start + _authentication(start, vault_key)
    return signed + hashlib.sha256(signed).digest()


def unlock(found: list[Candidate], open_slot: Callable[[VaultHeader], Key]) -> tuple[VaultHeader, bytes, Key]:
    """The first key file that opens and is authentic, and the vault key.

    Raises `LockedError` when the passphrase or code opens none, `DamagedError` when it does but the file was changed.
    """
    failures: list[DamagedError | LockedError] = []
    for header, data in found:
        try:
            key = open_slot(header)
        except (DamagedError, LockedError) as error:
            failures.append(error)
            continue
        if is_authentic(data, key):
            return header, data, key
        key.wipe()
        failures.append(
            DamagedError(
                Message(
                    "The key file of this vault was changed by something else than Resokit. Restore it from a backup."
                )
            )
        )
    raise next((error for error in failures if isinstance(error, LockedError)), failures[0])


def is_authentic(data: bytes, vault_key: Key) -> bool:
    """Whether whoever wrote this key file knew the vault key."""
    return hmac.compare_digest(_authentication(data[: -2 * HASH], vault_key), data[-2 * HASH : -HASH])


def passphrase_slot(vault: bytes, vault_key: Key, passphrase: str, kdf: KdfParameters) -> Slot:
    """A slot for a passphrase; slow on purpose."""
    draft = Slot(
        id=secrets.token_bytes(16),
        type=SlotType.PASSPHRASE,
        wrapped=b"",
        kdf=kdf,
        salt=secrets.token_bytes(SALT_LENGTH),
        nonce=secrets.token_bytes(_NONCE_LENGTH),
    )
    wrapping = derive(passphrase, draft.salt, kdf)
    wrapped = AESGCM(wrapping).encrypt(draft.nonce, vault_key.secret, _binding(vault, draft, vault_key.generation))
    wipe(wrapping)
    return msgspec.structs.replace(draft, wrapped=wrapped)


def recovery_slot(vault: bytes, vault_key: Key, public: bytes) -> Slot:
    """A slot for the recovery code behind a public key; needs no paper, so it can be renewed at any time."""
    draft = Slot(id=secrets.token_bytes(16), type=SlotType.RECOVERY, wrapped=b"", public=public)
    wrapped = recovery.wrap(vault_key, public, _binding(vault, draft, vault_key.generation))
    return msgspec.structs.replace(draft, wrapped=wrapped)


def wrap_next(vault: bytes, vault_key: Key, following: Key) -> bytes:
    """The vault key that takes the place of this one, for whoever has this one."""
    wrapping, nonce = vault_key.derive(_NEXT), secrets.token_bytes(_NONCE_LENGTH)
    wrapped = AESGCM(wrapping).encrypt(nonce, following.secret, _NEXT + vault)
    wipe(wrapping)
    return nonce + wrapped


def unwrap_next(header: VaultHeader, vault_key: Key) -> Key:
    """The vault key that takes the place of this one. Raises `DamagedError`."""
    wrapping, nonce, wrapped = vault_key.derive(_NEXT), header.next[:_NONCE_LENGTH], header.next[_NONCE_LENGTH:]
    try:
        secret = AESGCM(wrapping).decrypt(nonce, wrapped, _NEXT + header.vault)
    except (InvalidTag, ValueError):
        raise damaged() from None
    finally:
        wipe(wrapping)
    return Key(bytearray(secret), header.generation + 1)


def open_with_passphrase(header: VaultHeader, passphrase: str, bounds: KdfBounds) -> Key:
    """The vault key; slow on purpose. Raises `LockedError`, or `DamagedError` for a cost outside the bounds."""
    for slot in _slots(header, SlotType.PASSPHRASE):
        bounds.refuse_outside(slot.kdf)
        wrapping = derive(passphrase, slot.salt, slot.kdf)
        try:
            secret = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _binding(header.vault, slot, header.generation))
            return Key(bytearray(secret), header.generation)
        except (InvalidTag, ValueError):
            continue
        finally:
            wipe(wrapping)
    raise LockedError(Message("The passphrase is not right. Try again."))


def open_with_recovery(header: VaultHeader, code: str) -> Key:
    """The vault key from the recovery code. Raises `LockedError` that says what is wrong with the code."""
    failure = LockedError(Message("This vault has no recovery code. Open it with its passphrase."))
    for slot in _slots(header, SlotType.RECOVERY):
        try:
            secret = recovery.unwrap(slot.wrapped, code, header.vault, _binding(header.vault, slot, header.generation))
            return Key(secret, header.generation)
        except LockedError as error:
            failure = error
    raise failure


def _slots(header: VaultHeader, kind: SlotType) -> list[Slot]:
    return [slot for slot in header.slots if slot.type == kind]


def _binding(vault: bytes, slot: Slot, generation: int) -> bytes:
    cost = (slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes)
    return b"cnv1|slot|" + vault + slot.id + struct.pack("<BIIII", slot.type, generation, *cost) + slot.salt


def _authentication(signed: bytes, vault_key: Key) -> bytes:
    key = vault_key.derive(b"cnv1|hdr")
    try:
        return hmac.digest(key, signed, "sha256")
    finally:
        wipe(key)
