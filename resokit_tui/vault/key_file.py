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

While a new vault key takes the place of the old one (`keyring`), `next` holds the new one: a nonce of 12 bytes and
AES-256-GCM(HKDF-SHA256(vault key, info = "cnv1|next"), nonce, new key, additional data = "cnv1|next" ‖ vault id).
"""

from __future__ import annotations

import hashlib
import struct
from enum import IntEnum

import msgspec

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.cost import KdfParameters

MAGIC = b"\x89CNH\r\n\x1a\n"
FORMAT = 1
START = struct.Struct("<8sHI")
HASH = 32
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
    next: bytes = b""


def read_header(data: bytes, version: int) -> VaultHeader:
    """What a key file says, checked against accidents only.

    Raises `DamagedError`, or `CannotError` when a newer program wrote it.
    """
    if len(data) < START.size + 2 * HASH or hashlib.sha256(data[:-HASH]).digest() != data[-HASH:]:
        raise damaged()
    magic, form, length = START.unpack_from(data)
    if magic != MAGIC:
        raise damaged()
    if form > FORMAT:
        raise CannotError(
            Message("This vault was written by a newer version of Resokit. Install that version to open it.")
        )
    try:
        header = msgspec.json.decode(data[START.size : -2 * HASH], type=VaultHeader)
    except msgspec.DecodeError:
        raise damaged() from None
    if form != FORMAT or header.version != version or START.size + length + 2 * HASH != len(data):
        raise damaged()
    return header


def damaged() -> DamagedError:
    """The error for a key file that is not what was written."""
    return DamagedError(Message("The key file of this vault is damaged. Restore the vault from a backup."))
