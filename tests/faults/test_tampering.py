"""Every file of a whole vault, changed: what is read is what was written, or it is told; never anything else.

A vault with a file of each kind (key file, index, dossier, own dossier, draft; two copies where there are two) is
changed in one place at a time: bits, lengths, files in each other's place, also those of another vault. RESOKIT_BITS=31
flips one bit in 31 and tries every length; without it, one in 401. Every bit of one sealed file and of one key file
is flipped in `tests/unit/vault`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resokit_tui.core.errors import CannotError, DamagedError, LockedError
from resokit_tui.vault import envelope
from resokit_tui.vault.checking import check
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import NOW, dossier_with, flip, make_vault, note, open_vault, texts

ONE_IN = int(os.environ.get("RESOKIT_BITS", "401"))
LENGTH_STEP = 1 if "RESOKIT_BITS" in os.environ else 397
TYPED = "half getypt"
Change = tuple[str, bytes]
"""What was done, and the content that a file has then."""


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reaches the disk is another test's question (`test_power_cut`)."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@dataclass
class Written:
    """A vault, and what was written in it: dossier → texts; the first has a draft."""

    folder: Path
    content: dict[str, list[str]]

    @property
    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


def written(folder: Path) -> Written:
    vault, _ = make_vault(folder)
    first, second = dossier_with(vault, "een"), dossier_with(vault, "een", "twee")
    own = vault.storage(vault.own_id)
    note(own, "over mijzelf")
    own.commit("added", NOW)
    vault.write_draft(first, "field", TYPED)
    content = {first: ["een"], second: ["een", "twee"], vault.own_id: ["over mijzelf"]}
    vault.close()
    return Written(folder, content)


def is_noticed(vault: Written) -> bool:
    """Whether the program tells that something is wrong; fails when it shows anything that was never written."""
    try:
        opened = open_vault(vault.folder)
    except (DamagedError, CannotError, LockedError):
        return True
    noticed = any(finding.damage for finding in check(opened))
    for dossier, expected in vault.content.items():
        try:
            storage = opened.storage(dossier)
        except (DamagedError, CannotError):
            noticed = True
            continue
        found = texts(storage)
        assert found == expected or (storage.damage and found == expected[: len(found)])
    return _draft_is_gone(opened, next(iter(vault.content))) or noticed


def _draft_is_gone(opened: Vault, dossier: str) -> bool:
    """A damaged draft does not bar the way; it is not shown."""
    draft = opened.read_draft(dossier, "field")
    assert draft in (None, TYPED)
    return draft is None


def bits_and_lengths(data: bytes, turn: int) -> Iterator[Change]:
    for bit in range(turn * 37 % ONE_IN, 8 * len(data), ONE_IN):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit}", bytes(changed)
    for length in range(0, len(data), LENGTH_STEP):
        yield f"cut at {length}", data[:length]
    yield "one byte more", data + b"\0"
    yield "twice", data + data


def places(mine: Written, other: Written, data: bytes) -> Iterator[Change]:
    for path in (*mine.files, *other.files):
        if (content := path.read_bytes()) != data:
            yield f"in its place {path}", content


def unnoticed(mine: Written, other: Written | None) -> tuple[list[str], int]:
    """Tries every change of every file; what was not noticed, and how many changes there were."""
    missed, tried = [], 0
    for turn, path in enumerate(mine.files):
        data = path.read_bytes()
        for what, changed in bits_and_lengths(data, turn) if other is None else list(places(mine, other, data)):
            path.write_bytes(changed)
            tried += 1
            if not is_noticed(mine):
                missed.append(f"{path.relative_to(mine.folder)}: {what}")
        path.write_bytes(data)
    assert not is_noticed(mine), "put back, all is well"
    return missed, tried


def test_no_changed_bit_and_no_changed_length_goes_unnoticed(tmp_path: Path) -> None:
    vault = written(tmp_path / "v")
    assert {path.relative_to(vault.folder).parts[0] for path in vault.files} == {"h", "h2", "o", "o2"}
    missed, tried = unnoticed(vault, None)
    assert missed == []
    assert tried > 10 * len(vault.files)
    print(f"{tried} changes in {len(vault.files)} files")


def test_no_file_takes_the_place_of_another_unnoticed(tmp_path: Path) -> None:
    missed, tried = unnoticed(written(tmp_path / "v"), written(tmp_path / "other"))
    assert missed == []
    print(f"{tried} exchanges")


class Unauthenticated:
    """The same cipher, whose tag is made and never looked at."""

    def __init__(self, key: bytes | bytearray) -> None:
        self.encrypt = AESGCM(key).encrypt
        self._cipher = Cipher(algorithms.AES(bytes(key)), modes.CTR(bytes(15) + b"\2"))  # GCM begins counting at 2

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes:
        return self._cipher.decryptor().update(data[:-16])


def test_control_without_the_tag_a_changed_bit_would_go_unnoticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last bit before the tag lies in what fills the file up: nothing but the tag covers it."""
    vault = written(tmp_path / "v")
    dossier = list(vault.content)[1]
    flip(vault.folder / "o" / dossier[:2] / dossier / "0000000002", -17)
    assert is_noticed(vault)
    monkeypatch.setattr(envelope, "AESGCM", Unauthenticated)
    assert not is_noticed(vault)
