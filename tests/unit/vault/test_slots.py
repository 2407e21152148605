from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from resokit_tui.core.errors import CannotError, DamagedError, LockedError, ResokitError
from resokit_tui.vault.cost import KdfParameters
from resokit_tui.vault.key_file import Slot, SlotType, VaultHeader, read_header
from resokit_tui.vault.opening import vault_label
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import BOUNDS, PASSPHRASE, flip, make_vault, open_vault

COPIES = ("h/0000000001", "h2/0000000001")


def rewrite(folder: Path, change: Callable[[VaultHeader], VaultHeader], copies: tuple[str, ...] = COPIES) -> None:
    """What someone who can write in the folder, but has no key, can do: change the body and mend the checksum."""
    for copy in copies:
        data = (folder / copy).read_bytes()
        body = msgspec.json.encode(change(read_header(data, 1)))
        signed = data[:10] + len(body).to_bytes(4, "little") + body + data[-64:-32]
        (folder / copy).write_bytes(signed + hashlib.sha256(signed).digest())


def without(kind: SlotType) -> Callable[[VaultHeader], VaultHeader]:
    return lambda header: msgspec.structs.replace(header, slots=tuple(s for s in header.slots if s.type != kind))


def with_cost(cost: KdfParameters) -> Callable[[VaultHeader], VaultHeader]:
    def change(header: VaultHeader) -> VaultHeader:
        slots = tuple(
            msgspec.structs.replace(s, kdf=cost) if s.type == SlotType.PASSPHRASE else s for s in header.slots
        )
        return msgspec.structs.replace(header, slots=slots)

    return change


def renamed(header: VaultHeader) -> VaultHeader:
    return msgspec.structs.replace(header, name="Iemand anders")


def test_passphrase_and_recovery_code_both_open(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path / "v")
    assert open_vault(tmp_path / "v").id == vault.id
    assert Vault.open_with_recovery(tmp_path / "v", code, bounds=BOUNDS).own_id == vault.own_id


def test_a_wrong_passphrase_or_code_is_locked_not_damaged(tmp_path: Path) -> None:
    _, code = make_vault(tmp_path / "v")
    _, other = make_vault(tmp_path / "w")
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(LockedError):
            Vault.open(tmp_path / "v", wrong, bounds=BOUNDS)
    for wrong in (other, code[:-1], code[:-1] + ("0" if code[-1] != "0" else "1")):
        with pytest.raises(LockedError):
            Vault.open_with_recovery(tmp_path / "v", wrong, bounds=BOUNDS)


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("how", ["flipped", "cut", "empty", "gone"])
def test_one_damaged_copy_does_not_matter(tmp_path: Path, copy: str, how: str) -> None:
    make_vault(tmp_path / "v")
    path = tmp_path / "v" / copy
    match how:
        case "flipped":
            flip(path, 30)
        case "cut":
            path.write_bytes(path.read_bytes()[:100])
        case "empty":
            path.write_bytes(b"")
        case _:
            path.unlink()
    assert vault_label(tmp_path / "v").name == "Testkluis"
    assert open_vault(tmp_path / "v").name == "Testkluis"
    if how == "gone":
        assert path.exists(), "opening puts the missing copy back"


def test_every_flipped_bit_of_both_copies_is_damage(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    data = (tmp_path / "v" / COPIES[0]).read_bytes()
    for place in range(len(data)):
        for bit in range(8):
            changed = data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
            with pytest.raises(DamagedError):
                read_header(changed, 1)
    for length in range(len(data)):
        with pytest.raises(DamagedError):
            read_header(data[:length], 1)


def test_both_copies_damaged_is_said_as_damage_before_any_passphrase(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    for copy in COPIES:
        flip(tmp_path / "v" / copy, 60)
    with pytest.raises(DamagedError):
        vault_label(tmp_path / "v")
    with pytest.raises(DamagedError):
        open_vault(tmp_path / "v")


@pytest.mark.parametrize("change", [without(SlotType.RECOVERY), renamed])
def test_a_removed_slot_or_a_changed_name_is_noticed(
    tmp_path: Path, change: Callable[[VaultHeader], VaultHeader]
) -> None:
    make_vault(tmp_path / "v")
    rewrite(tmp_path / "v", change)
    vault_label(tmp_path / "v")  # the control: the checksum alone does not notice, only the key does
    with pytest.raises(DamagedError):
        open_vault(tmp_path / "v")


def test_an_added_slot_is_noticed(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    extra = Slot(id=b"x" * 16, type=SlotType.COLLEAGUE, wrapped=b"w" * 80, public=b"p" * 32)
    rewrite(tmp_path / "v", lambda header: msgspec.structs.replace(header, slots=(*header.slots, extra)))
    with pytest.raises(DamagedError):
        open_vault(tmp_path / "v")


def test_a_tampered_copy_gives_way_to_the_authentic_one(tmp_path: Path) -> None:
    for tampered in COPIES:
        folder = tmp_path / tampered.replace("/", "-")
        make_vault(folder)
        rewrite(folder, renamed, (tampered,))
        assert open_vault(folder).name == "Testkluis"


@pytest.mark.parametrize("cost", [KdfParameters(1, 1, 1), KdfParameters(2**31, 1, 1), KdfParameters(8, 10**6, 1)])
def test_a_cost_outside_the_bounds_is_refused_before_it_is_paid(tmp_path: Path, cost: KdfParameters) -> None:
    make_vault(tmp_path / "v")
    rewrite(tmp_path / "v", with_cost(cost))
    with pytest.raises(DamagedError):
        open_vault(tmp_path / "v")


def test_a_weakened_cost_within_the_bounds_opens_nothing(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    rewrite(tmp_path / "v", with_cost(KdfParameters(9, 1, 1)))
    with pytest.raises(ResokitError):
        open_vault(tmp_path / "v")


def test_an_older_key_file_under_a_newer_number_is_refused(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    for copy in COPIES:
        (tmp_path / "v" / copy).rename((tmp_path / "v" / copy).with_name("0000000002"))
    with pytest.raises(DamagedError):
        open_vault(tmp_path / "v")


def test_a_vault_of_a_newer_program_says_so(tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    for copy in COPIES:
        data = (tmp_path / "v" / copy).read_bytes()
        signed = data[:8] + b"\x02\x00" + data[10:-32]
        (tmp_path / "v" / copy).write_bytes(signed + hashlib.sha256(signed).digest())
    with pytest.raises(CannotError) as failure:
        open_vault(tmp_path / "v")
    assert "newer version of Resokit" in failure.value.message.msgid
