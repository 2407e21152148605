"""The recovery code: 128 random bits on paper that open the vault when the passphrase is lost.

The code is the seed of an X25519 private key; only the *public* key stands in the vault. So the vault can wrap a new
vault key to it (after an erase, say) without asking for the paper.

On paper: seven groups of five characters of Crockford's base32 (no I, L, O, U). In every group the fifth character
checks the other four (Luhn's method over 32 signs finds every single wrong character), so a typing error is told by
its group. The 28 other characters are the 16 bytes of the code and 12 bits of their SHA-256, to find swapped groups.
"""

from __future__ import annotations

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from resokit_tui.core.errors import LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.keys import Key, wipe

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\t": None, "\n": None})
_GROUPS, _DATA = 7, 4
_SEED_LENGTH = 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
"""HPKE in base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM."""


def new_code() -> str:
    """A new random code, as it is printed: `XXXXX-XXXXX-…`, seven groups."""
    return format_code(secrets.token_bytes(_SEED_LENGTH))


def format_code(seed: bytes) -> str:
    """The characters for 16 bytes."""
    number = int.from_bytes(seed) << 12 | _checksum(seed)
    signs = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_GROUPS * _DATA)))
    groups = (signs[start : start + _DATA] for start in range(0, len(signs), _DATA))
    return "-".join(group + _check(group) for group in groups)


def parse_code(text: str) -> bytearray:
    """The 16 bytes behind a typed code; spaces, hyphens and small letters do not matter, O is read as 0, I and L as 1.

    Raises `LockedError` that names the group with the typing error.
    """
    signs = text.upper().translate(_READ_AS)
    if len(signs) != _GROUPS * (_DATA + 1):
        raise LockedError(
            Message(
                "A recovery code has {expected} characters; this one has {found}. Compare it with the sheet.",
                expected=_GROUPS * (_DATA + 1),
                found=len(signs),
            )
        )
    number = 0
    for group in range(_GROUPS):
        part = signs[group * (_DATA + 1) : (group + 1) * (_DATA + 1)]
        if any(sign not in _ALPHABET for sign in part) or _check(part[:_DATA]) != part[_DATA]:
            raise LockedError(
                Message(
                    "There is a typing error in group {group} of the code. Compare it with the sheet.", group=group + 1
                )
            )
        for sign in part[:_DATA]:
            number = number << 5 | _ALPHABET.index(sign)
    seed = (number >> 12).to_bytes(_SEED_LENGTH)
    if number & 0xFFF != _checksum(seed):
        raise LockedError(Message("The groups of the code are not in the right order. Compare them with the sheet."))
    return bytearray(seed)


def public_key(code: str, vault_id: bytes) -> bytes:
    """The 32-byte public key that belongs to a code in this vault."""
    return _private_key(code, vault_id).public_key().public_bytes_raw()


def wrap(vault_key: Key, public: bytes, info: bytes) -> bytes:
    """The vault key for the holder of the code only; `info` ties it to its slot. 80 bytes."""
    return _SUITE.encrypt(vault_key.secret, X25519PublicKey.from_public_bytes(public), info=info)


def unwrap(wrapped: bytes, code: str, vault_id: bytes, info: bytes) -> bytearray:
    """The vault key from a typed code. Raises `LockedError` when the code is of another vault."""
    try:
        return bytearray(_SUITE.decrypt(wrapped, _private_key(code, vault_id), info=info))
    except InvalidTag:
        raise LockedError(
            Message("This recovery code does not open this vault. Take the sheet that was printed for it.")
        ) from None


def _private_key(code: str, vault_id: bytes) -> X25519PrivateKey:
    seed = Key(parse_code(code))
    raw = seed.derive(b"cnv1|recovery", salt=vault_id)
    private = X25519PrivateKey.from_private_bytes(raw)
    seed.wipe()
    wipe(raw)
    return private


def _checksum(seed: bytes) -> int:
    return int.from_bytes(hashlib.sha256(seed).digest()[:2]) >> 4


def _check(group: str) -> str:
    """Luhn's check character: every second value doubled, its base-32 digits added."""
    total = 0
    for place, sign in enumerate(reversed(group)):
        value = _ALPHABET.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return _ALPHABET[-total % 32]
