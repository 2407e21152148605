"""The container of everything secret: one sealed file. This page is the format; `key_file` describes the other kind.

All numbers are little-endian. A file is a header of 172 bytes, ciphertext, and the 16-byte tag of AES-GCM:

    offset size
         0    8  magic 89 43 4E 56 0D 0A 1A 0A (a file mangled as text, or cut, no longer begins like this)
         8    2  format: 1
        10    1  kind: 1 index, 2 dossier, 3 blob, 4 bundle, 5 draft, 6 own dossier
        11    1  suite: 1 = HKDF-SHA256 and AES-256-GCM
        12   16  vault id
        28   16  object id (the index: zeros)
        44    8  version; equals the file's name
        52   32  salt, random for every write
        84   16  parent: first 16 bytes of the salt of the version this one was based on (zeros: of none)
       100   16  writer: random id of the running program that wrote it
       116    4  key generation: which successive key of this object (of the vault, for the index) sealed it
       120   12  reserved: zeros
       132    4  flags: bit 0 = the plaintext is compressed with zlib
       136    4  length of the (compressed) plaintext in bytes
       140   32  key commitment
       172    …  ciphertext of the plaintext, filled up with zeros to a multiple of 4096 bytes; then the tag

    key ‖ commitment = HKDF-SHA256(secret, salt, info = "cnv1|" ‖ bytes 0–139, 64 bytes)
    nonce            = 12 zero bytes: safe, because the fresh salt makes every key single-use
    additional data  = bytes 0–171: no field of the header can be changed, and no file can pose as another

The commitment exists because AES-GCM alone can be made to open under two different keys. The filling hides how long a
text is. What still shows: how many objects there are, their rough size, and when they were written.
"""

from __future__ import annotations

import hmac
import secrets
import struct
import zlib
from enum import IntEnum

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resokit_tui.core.errors import DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.keys import KEY_LENGTH, Key, wipe

MAGIC = b"\x89CNV\r\n\x1a\n"
FORMAT = 1
SUITE = 1
HEADER_LENGTH = 172
PADDING = 4096
ID_LENGTH = 16
_FIELDS = struct.Struct("<8sHBB16s16sQ32s16s16sI12sII")
_COMPRESSED = 1
_NONCE = bytes(12)
_NO_ID = bytes(ID_LENGTH)


class Kind(IntEnum):
    """What a sealed file holds; a file of one kind never opens as another."""

    INDEX = 1
    DOSSIER = 2
    BLOB = 3
    BUNDLE = 4
    DRAFT = 5
    OWN_DOSSIER = 6


class Identity(msgspec.Struct, frozen=True):
    """Which object a file belongs to: its kind, the vault's id and its own id (16 bytes each)."""

    kind: Kind
    vault: bytes
    object: bytes


class Header(msgspec.Struct, frozen=True):
    """The fields of a header that tell one file from another. Trust them only after `unseal`."""

    kind: int
    vault: bytes
    object: bytes
    version: int
    salt: bytes
    parent: bytes
    writer: bytes
    generation: int
    flags: int
    length: int

    @property
    def mark(self) -> bytes:
        """What a later version names as its parent."""
        return self.salt[:ID_LENGTH]


def seal(
    key: Key, identity: Identity, version: int, plain: bytes, *, parent: bytes = _NO_ID, writer: bytes = _NO_ID
) -> bytes:
    """One sealed file, header included. Compressed when that makes it shorter."""
    packed = zlib.compress(plain, 1) if len(plain) > PADDING else plain
    flags = _COMPRESSED if len(packed) < len(plain) else 0
    content = packed if flags else plain
    salt = secrets.token_bytes(32)
    fields = _FIELDS.pack(
        *(MAGIC, FORMAT, identity.kind, SUITE, identity.vault, identity.object, version),
        *(salt, parent, writer, key.generation, bytes(12), flags, len(content)),
    )
    single_use, commitment = _single_use(key, salt, fields)
    header = fields + commitment
    filled = content + bytes(-len(content) % PADDING or (0 if content else PADDING))
    sealed = AESGCM(single_use).encrypt(_NONCE, filled, header)
    wipe(single_use)
    return header + sealed


def read_header(data: bytes) -> Header:
    """What the header says, without any key. Raises `DamagedError` when it is not a header of this format."""
    if len(data) < HEADER_LENGTH:
        raise damaged()
    magic, form, kind, suite, vault, thing, version, salt, parent, writer, generation, _, flags, length = (
        _FIELDS.unpack_from(data)
    )
    if (magic, form, suite) != (MAGIC, FORMAT, SUITE):
        raise damaged()
    return Header(kind, vault, thing, version, salt, parent, writer, generation, flags, length)


def unseal(key: Key, identity: Identity, version: int, data: bytes) -> bytes:
    """The plaintext of a file that must be exactly this version of exactly this object, under this key.

    Raises `DamagedError` for anything else: a changed bit, a missing byte, another object's file, an older key.
    """
    header = read_header(data)
    expected = (identity.kind, identity.vault, identity.object, version, key.generation)
    if (header.kind, header.vault, header.object, header.version, header.generation) != expected:
        raise damaged()
    single_use, commitment = _single_use(key, header.salt, data[: _FIELDS.size])
    if not hmac.compare_digest(commitment, data[_FIELDS.size : HEADER_LENGTH]):
        raise damaged()
    try:
        content = AESGCM(single_use).decrypt(_NONCE, data[HEADER_LENGTH:], data[:HEADER_LENGTH])[: header.length]
        return zlib.decompress(content) if header.flags & _COMPRESSED else content
    except (InvalidTag, zlib.error):
        raise damaged() from None
    finally:
        wipe(single_use)


def damaged() -> DamagedError:
    """The error for a file that is not what was written."""
    return DamagedError(Message("A file of the vault is damaged. An older version may still be readable."))


def _single_use(key: Key, salt: bytes, fields: bytes) -> tuple[bytearray, bytes]:
    both = key.derive(b"cnv1|" + fields, salt=salt, length=2 * KEY_LENGTH)
    single_use, commitment = both[:KEY_LENGTH], bytes(both[KEY_LENGTH:])
    wipe(both)
    return single_use, commitment
