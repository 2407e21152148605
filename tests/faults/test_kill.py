"""Killed at any instant, without warning: what was said to be saved is there, and nothing is torn."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from tests.faults.running import ROOT

KILLS = int(os.environ.get("RESOKIT_KILLS", "300"))


def kill(times: int, how: str = "well") -> subprocess.CompletedProcess[str]:
    """In a process of its own: writers are forked, and this one has threads."""
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(times), how],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def test_no_confirmed_save_is_lost_torn_or_there_twice_after_a_kill() -> None:
    done = kill(KILLS)
    assert done.returncode == 0, done.stderr
    reached = re.search(r"(\d+) kills, (\d+) confirmed saves: 0 lost, 0 torn, 0 twice", done.stdout)
    assert reached is not None
    assert int(reached[1]) == KILLS
    assert int(reached[2]) >= KILLS // 2, "writers got somewhere before they were killed"


def test_control_a_writer_that_speaks_too_early_is_caught() -> None:
    done = kill(KILLS, "early")
    assert "a confirmed save is lost" in done.stderr, "this would not notice a save that is confirmed before it is one"
