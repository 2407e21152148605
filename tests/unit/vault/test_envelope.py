from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resokit_tui.core.errors import DamagedError
from resokit_tui.vault.envelope import HEADER_LENGTH, PADDING, Identity, Kind, read_header, seal, unseal
from resokit_tui.vault.keys import Key

VAULT, THING = b"v" * 16, b"o" * 16
DOSSIER = Identity(Kind.DOSSIER, VAULT, THING)


@pytest.fixture
def key() -> Key:
    return Key.random(generation=7)


@pytest.mark.parametrize("plain", [b"", b"een zin", b"x" * PADDING, b"y" * (PADDING + 1), bytes(range(256)) * 99])
def test_what_is_sealed_comes_back(key: Key, plain: bytes) -> None:
    data = seal(key, DOSSIER, 42, plain, parent=b"p" * 16, writer=b"w" * 16)
    assert unseal(key, DOSSIER, 42, data) == plain
    assert (len(data) - HEADER_LENGTH - 16) % PADDING == 0
    header = read_header(data)
    assert (header.version, header.generation, header.parent, header.writer) == (42, 7, b"p" * 16, b"w" * 16)


def test_the_length_of_a_short_text_does_not_show(key: Key) -> None:
    assert len({len(seal(key, DOSSIER, 1, b"a" * length)) for length in (0, 1, 100, 4000)}) == 1


def test_the_same_text_never_looks_the_same_twice(key: Key) -> None:
    one, other = (seal(key, DOSSIER, 1, b"dezelfde zin") for _ in range(2))
    assert one[HEADER_LENGTH:] != other[HEADER_LENGTH:]


def _flipped(data: bytes) -> Iterator[bytes]:
    changed = bytearray(data)
    for place in range(len(data)):
        for bit in range(8):
            changed[place] ^= 1 << bit
            yield bytes(changed)
            changed[place] ^= 1 << bit


def test_every_flipped_bit_is_detected(key: Key) -> None:
    data = seal(key, DOSSIER, 1, b"een zin over iemand")
    undetected = 0
    for changed in _flipped(data):
        try:
            unseal(key, DOSSIER, 1, changed)
        except DamagedError:
            continue
        undetected += 1
    assert undetected == 0


def test_every_truncation_and_addition_is_detected(key: Key) -> None:
    data = seal(key, DOSSIER, 1, b"een zin over iemand")
    for changed in (*(data[:length] for length in range(len(data))), data + b"\0", data + data):
        with pytest.raises(DamagedError):
            unseal(key, DOSSIER, 1, changed)


@pytest.mark.parametrize(
    ("identity", "version"),
    [
        (Identity(Kind.DOSSIER, b"V" * 16, THING), 1),
        (Identity(Kind.DOSSIER, VAULT, b"O" * 16), 1),
        *((Identity(kind, VAULT, THING), 1) for kind in Kind if kind != Kind.DOSSIER),
        (DOSSIER, 2),
    ],
)
def test_a_file_never_poses_as_another(key: Key, identity: Identity, version: int) -> None:
    data = seal(key, DOSSIER, 1, b"een zin")
    with pytest.raises(DamagedError):
        unseal(key, identity, version, data)


def test_a_header_changed_to_match_is_refused_too(key: Key) -> None:
    """The control of the test above: it is the seal that ties a file to its place, not a comparison of clear fields."""
    data = bytearray(seal(key, DOSSIER, 1, b"een zin"))
    data[44] = 2
    assert read_header(bytes(data)).version == 2
    with pytest.raises(DamagedError):
        unseal(key, DOSSIER, 2, bytes(data))


def test_another_key_and_another_generation_are_refused(key: Key) -> None:
    data = seal(key, DOSSIER, 1, b"een zin")
    for other in (Key.random(7), Key(bytearray(key.secret), 8)):
        with pytest.raises(DamagedError):
            unseal(other, DOSSIER, 1, data)


def test_a_file_whose_commitment_is_not_of_its_key_is_refused(key: Key) -> None:
    """AES-GCM alone would open it: that is the control, and why the commitment exists."""
    data = seal(key, DOSSIER, 1, b"een zin")
    single_use = key.derive(b"cnv1|" + data[:140], salt=data[52:84], length=64)[:32]
    header = data[:140] + bytes(32)
    forged = header + AESGCM(single_use).encrypt(bytes(12), bytes(PADDING), header)
    assert AESGCM(single_use).decrypt(bytes(12), forged[HEADER_LENGTH:], header) == bytes(PADDING)
    with pytest.raises(DamagedError):
        unseal(key, DOSSIER, 1, forged)
