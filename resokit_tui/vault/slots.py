"""The key file (vault header): who may open this vault. Published twice, in `h/` and `h2/`, by the rule of `publish`.

    offset size
         0    8  magic 89 43 4E 48 0D 0A 1A 0A
         8    2  format: 1 (little-endian, like all numbers)
        10    4  n: length of the body
        14    n  body: JSON with the fields of `VaultHeader`, bytes as base64
      14+n   32  HMAC-SHA256 of bytes 0 … 13+n, under HKDF-SHA256(vault key, no salt, info = "cnv1|hdr", 32 bytes)
      46+n   32  SHA-256 of bytes 0 … 45+n

The SHA-256 finds accidents without a key (magic, format and it keep their places in later formats); the HMAC is checked
after unlocking, so that no slot can be added, dropped or weakened unnoticed. Until then name and practice flag are a
claim. A slot holds the vault key, wrapped:

    binding     = "cnv1|slot|" ‖ vault id ‖ slot id ‖ type (1 byte) ‖ generation, memory, passes, lanes (4 each) ‖ salt
    type 1      passphrase: AES-256-GCM(Argon2id(passphrase, salt), nonce, vault key, additional data = binding)
    type 2      recovery: HPKE to the public key of the recovery code (`recovery`), info = binding (no salt)
    type 3      reserved: a colleague's X25519 key. An unknown type is carried along, never used.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from enum import IntEnum

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resokit_tui.core.errors import CannotError, DamagedError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault import recovery
from resokit_tui.vault.keys import SALT_LENGTH, KdfBounds, KdfParameters, Key, derive, wipe

MAGIC = b"\x89CNH\r\n\x1a\n"
FORMAT = 1
_START = struct.Struct("<8sHI")
_HASH = 32
_NO_COST = KdfParameters(0, 0, 0)


class SlotType(IntEnum):
    """How a slot is opened."""

    PASSPHRASE = 1
    RECOVERY = 2
    COLLEAGUE = 3


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One way to the vault key. `kdf`, `salt` and `nonce` serve a passphrase, `public` a recovery code."""

    id: bytes
    type: int
    wrapped: bytes
    kdf: KdfParameters = _NO_COST
    salt: bytes = b""
    nonce: bytes = b""
    public: bytes = b""


class VaultHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a key file: vault id, version (its file name), name in clear, practice flag, generation, slots."""

    vault: bytes
    version: int
    name: str
    practice: bool = False
    generation: int = 1
    slots: tuple[Slot, ...] = ()


def write_header(header: VaultHeader, vault_key: Key) -> bytes:
    """The bytes of a key file."""
    body = msgspec.json.encode(header)
    start = _START.pack(MAGIC, FORMAT, len(body)) + body
    signed = start + _authentication(start, vault_key)
    return signed + hashlib.sha256(signed).digest()


def read_header(data: bytes, version: int) -> VaultHeader:
    """What a key file says, checked against accidents only.

    Raises `DamagedError`, or `CannotError` when a newer program wrote it.
    """
    if len(data) < _START.size + 2 * _HASH or hashlib.sha256(data[:-_HASH]).digest() != data[-_HASH:]:
        raise damaged()
    magic, form, length = _START.unpack_from(data)
    if magic != MAGIC:
        raise damaged()
    if form > FORMAT:
        raise CannotError(
            Message("This vault was written by a newer version of Resokit. Install that version to open it.")
        )
    try:
        header = msgspec.json.decode(data[_START.size : -2 * _HASH], type=VaultHeader)
    except msgspec.DecodeError:
        raise damaged() from None
    if form != FORMAT or header.version != version or _START.size + length + 2 * _HASH != len(data):
        raise damaged()
    return header


def is_authentic(data: bytes, vault_key: Key) -> bool:
    """Whether whoever wrote this key file knew the vault key."""
    return hmac.compare_digest(_authentication(data[: -2 * _HASH], vault_key), data[-2 * _HASH : -_HASH])


def passphrase_slot(vault: bytes, vault_key: Key, passphrase: str, kdf: KdfParameters) -> Slot:
    """A slot for a passphrase; slow on purpose."""
    draft = Slot(
        id=secrets.token_bytes(16),
        type=SlotType.PASSPHRASE,
        wrapped=b"",
        kdf=kdf,
        salt=secrets.token_bytes(SALT_LENGTH),
        nonce=secrets.token_bytes(12),
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


def damaged() -> DamagedError:
    """The error for a key file that is not what was written."""
    return DamagedError(Message("The key file of this vault is damaged. Restore the vault from a backup."))


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
