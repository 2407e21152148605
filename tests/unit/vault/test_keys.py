from __future__ import annotations

from collections.abc import Callable

import pytest

from resokit_tui.core.errors import DamagedError, LockedError
from resokit_tui.vault.cost import REAL_BOUNDS, KdfBounds, KdfParameters
from resokit_tui.vault.envelope import Identity, Kind, seal
from resokit_tui.vault.keys import Key, calibrate, derive
from tests.unit.vault.support import BOUNDS, CHEAP


def test_an_accent_typed_in_two_ways_is_one_passphrase() -> None:
    salt = b"s" * 16
    assert derive("caf\u00e9", salt, CHEAP) == derive("cafe\u0301", salt, CHEAP)
    assert derive("cafe", salt, CHEAP) != derive("caf\u00e9", salt, CHEAP)
    assert derive("caf\u00e9", b"t" * 16, CHEAP) != derive("caf\u00e9", salt, CHEAP)


@pytest.mark.parametrize("outside", [(7, 1, 1), (65, 1, 1), (8, 0, 1), (8, 4, 1), (8, 1, 0), (8, 1, 5)])
def test_a_cost_outside_the_bounds_is_refused(outside: tuple[int, int, int]) -> None:
    with pytest.raises(DamagedError):
        BOUNDS.refuse_outside(KdfParameters(*outside))


def test_both_ends_of_the_bounds_are_allowed() -> None:
    for allowed in (BOUNDS.floor, BOUNDS.cap):
        try:
            BOUNDS.refuse_outside(allowed)
        except DamagedError:
            pytest.fail(f"{allowed} lies within the bounds")


def test_the_real_floor_is_the_second_choice_of_rfc_9106() -> None:
    assert REAL_BOUNDS.floor == KdfParameters(64 * 1024, 3, 4)
    assert REAL_BOUNDS.cap.memory_kib == 1024 * 1024


def _machine(seconds: float) -> Callable[[], float]:
    readings = iter((10.0, 10.0 + seconds))
    return lambda: next(readings)


@pytest.mark.parametrize(("seconds", "memory"), [(0.09, 800), (5.0, 80), (0.0, 4096), (0.45, 160)])
def test_calibration_uses_the_memory_that_takes_a_pleasant_time(seconds: float, memory: int) -> None:
    bounds = KdfBounds(KdfParameters(80, 1, 1), KdfParameters(4096, 1, 1))
    chosen = calibrate(bounds, _machine(seconds))
    assert abs(chosen.memory_kib - memory) <= 1
    assert (chosen.passes, chosen.lanes) == (1, 1)
    bounds.refuse_outside(chosen)


def test_a_wiped_key_is_zeros_and_seals_nothing() -> None:
    secret = bytearray(b"k" * 32)
    key = Key(secret)
    key.wipe()
    assert secret == bytes(32)
    with pytest.raises(LockedError):
        seal(key, Identity(Kind.DOSSIER, b"v" * 16, b"o" * 16), 1, b"een zin")


def test_a_key_does_not_show_itself() -> None:
    assert repr(Key(bytearray(b"k" * 32))) == "<Key of generation 1>"
