"""Killing writers: `python -m tests.faults.killing 10000`; `test_kill` runs it with fewer.

A writer is forked, so that starting it costs nothing, and killed (-9) at a random instant between opening the vault
and some save. After every kill the dossier is opened anew: each confirmed note is there, once, and every version is
whole. A fresh vault every fifty kills keeps a dossier at the size of a real one. Prints what it reached.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.running import dossier_with_one_note, notes_in, saved
from tests.faults.writer import main as write

PER_VAULT = 50
LONGEST = 0.06
_MANY = 100_000


def killed(work: Callable[[], object], dice: random.Random) -> str:
    """Forks a process for the work, kills it after at most `LONGEST` seconds, and returns what it had printed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(writing, 1)
        try:
            work()
        finally:
            os._exit(1)  # only work that failed by itself comes here
    os.close(writing)
    time.sleep(dice.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as said:
        output = said.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process was killed, and did not stop by itself"
    return output


def main(kills: int, how: str = "well") -> None:
    """Kills so many writers; ends with an `AssertionError` at the first thing that is lost or torn.

    `how`: as in `writer`; `early` is the control.
    """
    dice = random.Random(20261127)
    confirmed_in_all = unconfirmed = left_over = 0
    started = time.monotonic()
    for first in range(0, kills, PER_VAULT):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "v"
            dossier = dossier_with_one_note(folder)
            confirmed: set[str] = set()
            for number in range(first, min(first + PER_VAULT, kills)):
                arguments = str(folder), dossier, f"w{number}", str(_MANY), how
                confirmed |= saved(killed(partial(write, *arguments), dice))
                found, whole = notes_in(folder, dossier)
                assert whole, "a version is torn"
                assert confirmed <= set(found), "a confirmed save is lost"
                assert len(found) == len(set(found)), "a note is there twice"
            confirmed_in_all += len(confirmed)
            unconfirmed += len(set(found) - confirmed - {"first"})
            left_over += len(list(folder.rglob(".t*")))
        if first % 1000 == 0:
            print(f"{first + PER_VAULT} kills, {confirmed_in_all} confirmed saves", flush=True)
    print(
        f"{kills} kills, {confirmed_in_all} confirmed saves: 0 lost, 0 torn, 0 twice; {unconfirmed} stood on the disk "
        f"without having been confirmed, {left_over} temporary files to be swept; {time.monotonic() - started:.0f} s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
