"""What a confirmed save costs, against the same bytes written by hand in the same run; and what unlocking costs.

Run: `python -m tests.benchmarks.vault_cost`. By hand means: write, fsync, link, unlink, fsync the folder, as any
program must that wants to be sure. Stock TinyDB stands beside it, with what is left when its writer is killed (-9).
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from resokit_tui.core.record import new_id
from resokit_tui.vault.index import new_entry
from resokit_tui.vault.keys import derive
from resokit_tui.vault.vault import Vault
from tests.faults.killing import killed
from tests.faults.running import saved
from tests.faults.writer import say
from tests.unit.vault.support import CHEAP, NOW, PASSPHRASE, database, make_vault, open_vault

TIMES = 15
KILLS = 100
SIZES = (100_000, 1_000_000)


def median(work: Callable[[], object], times: int = TIMES) -> float:
    """Milliseconds, the middle one of several."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def medians(*works: Callable[[], object], times: int = 4 * TIMES) -> tuple[float, ...]:
    """The same of several things in turn, so that a disk that is busy for a while is busy for all of them."""
    took: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, each in zip(works, took, strict=True):
            each.append(median(work, 1))
    return tuple(statistics.median(each) for each in took)


def by_hand(folder: Path, data: bytes, number: list[int]) -> None:
    """The least a program must do to be sure of some bytes."""
    number[0] += 1
    temporary, final = folder / f".t{number[0]}", folder / str(number[0])
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    os.link(temporary, final)
    os.unlink(temporary)
    parent = os.open(folder, os.O_RDONLY)
    os.fsync(parent)
    os.close(parent)


def saver(vault: Vault, size: int) -> Callable[[], object]:
    """Saves one more small change in a dossier of about this size."""
    storage = vault.storage(vault.create_dossier())
    notes = database(storage).table("notes")
    notes.insert_multiple({"text": os.urandom(500).hex()} for _ in range(size // 1000))
    storage.commit("filled", NOW)

    def save() -> None:
        notes.insert({"text": "nog een zin"})
        storage.commit("added", NOW)

    return save


def with_clients(folder: Path, clients: int) -> Vault:
    """A vault whose index holds so many clients."""
    vault, _ = make_vault(folder)
    fresh = {new_id(): new_entry() for _ in range(clients)}
    vault.index.update(lambda content: msgspec.structs.replace(content, entries={**content.entries, **fresh}))
    return vault


def stock(folder: Path, size: int) -> tuple[Callable[[], object], Path]:
    """TinyDB as it comes: one JSON file, written over itself."""
    path = folder / "stock.json"
    notes = TinyDB(path, storage=JSONStorage).table("notes")
    notes.insert_multiple({"text": os.urandom(500).hex()} for _ in range(size // 1000))
    return (lambda: notes.insert({"text": "nog een zin"})), path


def main() -> int:
    """Prints the table; 1 when a budget is not met."""
    folder = Path(tempfile.mkdtemp())
    failed = 0
    try:
        vault, _ = make_vault(folder / "v")
        for size, budget in zip(SIZES, (5.0, 30.0), strict=True):
            hand = folder / f"hand{size}"
            hand.mkdir()
            number = [0]
            save = saver(vault, size)
            sealed = os.urandom(max(path.stat().st_size for path in vault.folder.rglob("0*")))  # as much as we write
            base, ours = medians(lambda: by_hand(hand, sealed, number), save)  # noqa: B023 (called at once)
            over = ours - base
            failed += over > budget
            change, path = stock(folder, size)
            print(
                f"save {size // 1000} kB: by hand {base:.1f}, ours {ours:.1f} ms: {over:.1f} more (budget {budget:g})"
            )
            print(f"   stock TinyDB {median(change):.1f} ms; killed {KILLS} times: {_after_kills(path)}")
            path.unlink()
        few, many = medians(*(saver(with_clients(folder / str(n), n), 100_000) for n in (10, 10_000)))
        failed += not 0.8 <= many / few <= 1.25
        print(f"save with 10,000 clients / with 10: {many / few:.2f} (budget 0.8–1.25)")
        key = median(lambda: derive(PASSPHRASE, bytes(16), CHEAP), 5)
        for clients, most in ((1000, 20.0), (10_000, 60.0)):
            path = folder / f"unlock{clients}"
            with_clients(path, clients).close()
            over = median(lambda: open_vault(path).close(), 5) - key  # noqa: B023 (called at once)
            failed += over > most
            print(f"unlock with {clients:,} clients: key derivation + {over:.1f} ms (budget {most:g})")
    finally:
        shutil.rmtree(folder)
    return 1 if failed else 0


def _after_kills(path: Path) -> str:
    """What is left of a stock file when its writer is killed (-9) at random, each time starting with a whole one."""
    whole, dice = path.read_bytes(), random.Random(20261127)
    unreadable = lost = saves = 0
    for _ in range(KILLS):
        path.write_bytes(whole)
        confirmed = saved(killed(lambda: _edit_for_ever(path), dice))
        saves += len(confirmed)
        try:
            with TinyDB(path, storage=JSONStorage) as database:
                lost += not confirmed <= {each["text"] for each in database.table("notes")}
        except ValueError:
            unreadable += 1
    return f"{saves} saves, {unreadable} times unreadable, {lost} times a confirmed save lost"


def _edit_for_ever(path: Path) -> None:
    """Adds a note, and makes the first one longer or shorter, as somebody does who corrects it."""
    notes = TinyDB(path, storage=JSONStorage).table("notes")
    for number in itertools.count():
        notes.insert({"text": f"zin-{number}"})
        say("saved", f"zin-{number}")
        notes.update({"text": "x" * (number * 397 % 2000)}, doc_ids=[1])


if __name__ == "__main__":
    sys.exit(main())
