"""Opens a vault with the standard library and `cryptography` alone, from the format pages of `slots` and `envelope`.

It shares no code with the program: if both agree, the pages tell the truth."""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import unicodedata
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def newest(folder: Path) -> Path:
    return max(path for path in folder.iterdir() if path.name.isdigit())


def unseal(secret: bytes, path: Path, kind: int, vault: bytes, thing: str) -> Any:
    data = path.read_bytes()
    magic, form, found, suite, of_vault, of_thing, version, salt = struct.unpack_from("<8sHBB16s16sQ32s", data)
    assert (magic, form, suite, found, of_vault, of_thing.hex()) == (b"\x89CNV\r\n\x1a\n", 1, 1, kind, vault, thing)
    assert version == int(path.name)
    flags, length = struct.unpack_from("<II", data, 132)
    both = HKDF(SHA256(), 64, salt, b"cnv1|" + data[:140]).derive(secret)
    assert both[32:] == data[140:172]
    plain = AESGCM(both[:32]).decrypt(bytes(12), data[172:], data[:172])[:length]
    return json.loads(zlib.decompress(plain) if flags & 1 else plain)


def read_vault(folder: Path, passphrase: str) -> dict[str, Any]:
    data = newest(folder / "h").read_bytes()
    length = struct.unpack_from("<I", data, 10)[0]
    header = json.loads(data[14 : 14 + length])
    slot = next(each for each in header["slots"] if each["type"] == 1)
    salt, vault = b64decode(slot["salt"]), b64decode(header["vault"])
    memory, passes, lanes = (slot["kdf"][name] for name in ("memory_kib", "passes", "lanes"))
    argon = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    wrapping = AESGCM(argon.derive(unicodedata.normalize("NFC", passphrase).encode()))
    numbers = struct.pack("<BIIII", 1, header["generation"], memory, passes, lanes) + salt
    binding = b"cnv1|slot|" + vault + b64decode(slot["id"]) + numbers
    key = wrapping.decrypt(b64decode(slot["nonce"]), b64decode(slot["wrapped"]), binding)
    signer = HKDF(SHA256(), 32, None, b"cnv1|hdr").derive(key)
    assert hmac.digest(signer, data[: 14 + length], "sha256") == data[14 + length : 46 + length]
    assert hashlib.sha256(data[: 46 + length]).digest() == data[46 + length :]
    index = unseal(key, newest(folder / "o" / "00" / ("00" * 16)), 1, vault, "00" * 16)
    found = {}
    for thing, entry in index["entries"].items():
        place, kind = folder / "o" / thing[:2] / thing, 6 if thing == index["own"] else 2
        if place.is_dir():
            found[thing] = unseal(b64decode(entry["key"]), newest(place), kind, vault, thing)
    return found
