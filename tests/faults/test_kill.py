"""Killed at any instant, without warning: what was said to be saved is there, and nothing is torn."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

from tests.faults.running import dossier_with_one_note, notes_in, saved, start

KILLS = int(os.environ.get("RESOKIT_KILLS", "20"))
_MANY = 100_000


def kill_somewhere(folder: Path, dossier: str, name: str, how: str, dice: random.Random) -> set[str]:
    """Lets a writer save for a moment, kills it, and returns what it had said to be saved."""
    with start(folder, dossier, name, _MANY, how) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(dice.uniform(0, 0.08))
        writer.kill()
        return saved(first + writer.stdout.read())


def test_no_confirmed_save_is_lost_or_torn_by_a_kill(tmp_path: Path) -> None:
    dossier = dossier_with_one_note(tmp_path / "v")
    dice = random.Random(20261127)
    confirmed: set[str] = set()
    for number in range(KILLS):
        confirmed |= kill_somewhere(tmp_path / "v", dossier, f"w{number}", "well", dice)
        found, whole = notes_in(tmp_path / "v", dossier)
        assert whole
        assert confirmed <= set(found)
        assert len(found) == len(set(found)), "nothing is there twice"
    assert len(confirmed) >= KILLS


def test_control_a_writer_that_speaks_too_early_is_caught(tmp_path: Path) -> None:
    dossier = dossier_with_one_note(tmp_path / "v")
    dice = random.Random(20261127)
    confirmed: set[str] = set()
    for number in range(60):
        confirmed |= kill_somewhere(tmp_path / "v", dossier, f"w{number}", "early", dice)
        if not confirmed <= set(notes_in(tmp_path / "v", dossier)[0]):
            return
    raise AssertionError("this test would not notice a save that is confirmed before it is one")
