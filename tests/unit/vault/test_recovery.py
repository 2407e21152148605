from __future__ import annotations

import re

import pytest

from resokit_tui.core.errors import LockedError
from resokit_tui.vault.keys import Key
from resokit_tui.vault.recovery import format_code, new_code, parse_code, public_key, unwrap, wrap

SEED = bytes(range(16))
CODE = format_code(SEED)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_seven_groups_of_five_readable_characters() -> None:
    for code in (CODE, new_code()):
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}", code)
    assert parse_code(CODE) == SEED
    assert new_code() != new_code()


def test_a_code_is_read_as_people_type_it() -> None:
    assert parse_code(f"  {CODE.lower().replace('-', '   ')}\n") == SEED
    assert parse_code(CODE.replace("0", "o").replace("1", "l").replace("-", "")) == SEED


def test_every_single_wrong_character_is_told_by_its_group() -> None:
    signs = CODE.replace("-", "")
    for place, sign in enumerate(signs):
        for other in SIGNS.replace(sign, ""):
            with pytest.raises(LockedError) as failure:
                parse_code(signs[:place] + other + signs[place + 1 :])
            assert failure.value.message.params["group"] == place // 5 + 1


def test_swapped_groups_missing_and_unknown_characters_are_refused() -> None:
    groups = CODE.split("-")
    swapped = "-".join((groups[1], groups[0], *groups[2:]))
    for wrong in (swapped, CODE[:-1], CODE + "0", "", CODE.replace(CODE[0], "U", 1), "é" * 35):
        with pytest.raises(LockedError):
            parse_code(wrong)


def test_only_the_code_unwraps_and_only_in_its_own_vault_and_slot() -> None:
    key, vault = Key.random(), b"v" * 16
    wrapped = wrap(key, public_key(CODE, vault), b"slot")
    assert unwrap(wrapped, CODE, vault, b"slot") == key.secret
    for code, of_vault, slot in ((new_code(), vault, b"slot"), (CODE, b"V" * 16, b"slot"), (CODE, vault, b"tols")):
        with pytest.raises(LockedError):
            unwrap(wrapped, code, of_vault, slot)


def test_a_renewed_vault_key_needs_no_paper() -> None:
    """After an erase the vault wraps its new key to the public key it has; the sheet in the envelope still opens it."""
    public, renewed = public_key(CODE, b"v" * 16), Key.random(2)
    assert unwrap(wrap(renewed, public, b"slot"), CODE, b"v" * 16, b"slot") == renewed.secret
