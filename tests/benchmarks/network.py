"""Opening the map of 200 contacts, and keys on it and on its table, against a bare list in the same run.

Run: `.venv/bin/python -m tests.benchmarks.network [presses]`. Budgets, in a real terminal: the map is there within
100 ms of the key (median); the 95th percentile of a key press is at most twice that of a bare OptionList of 500 rows.
Below them, without a budget of its own: the layout alone.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.cells import cell_len

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network_layout import Medium, Words, network_map
from resokit_tui.core.dates import system_clock
from resokit_tui.core.i18n import Message
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors
from tests.benchmarks.reader import DOWN, ENTER, ESC, KEY_BUDGET, OPEN_BUDGET, Terminal, bare_presses, p95
from tests.networks import network

CONTACTS = 200
LEFT, RIGHT = b"\x1b[D", b"\x1b[C"
PASSPHRASE = "correct paard batterij nietje"


def vault(home: Path) -> Path:
    """A vault with one dossier of 200 contacts, at the cheapest key derivation that is allowed."""
    doors = Doors(home, REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", PASSPHRASE)
    session = workspace.new("Linde")
    session.fill(Dossier(session.id, {"contacts": tuple(network(CONTACTS))}), Message("contacts noted"))
    workspace.close()
    return doors.vaults()[0].folder


@contextmanager
def opened_dossier(folder: Path) -> Iterator[Terminal]:
    """The app on that dossier."""
    app = Terminal(
        ["-m", "resokit_tui", "--lang", "nl", "--vault", str(folder)], {"RESOKIT_HOME": str(folder.parent / "home")}
    )
    try:
        app.press(b"", until=b"Wachtzin")
        app.settle()
        app.press(PASSPHRASE.encode() + ENTER, until=b"Vandaag")
        app.settle(1.0)
        app.press(b"3", until=b"Linde")
        app.settle()
        app.press(ENTER, until=b"ROLONTWERP")
        app.settle()
        yield app
    finally:
        app.end()


def open_and_press(folder: Path, presses: int) -> tuple[list[float], list[float], list[float]]:
    """Times of opening the map, of arrows on it, and of answers in its table."""
    with opened_dossier(folder) as app:
        opened = []
        for _ in range(9):
            opened.append(app.press(b"k", until=b"Wie is welk nummer"))
            app.settle()
            app.press(ESC, until=b"ROLONTWERP")
            app.settle()
        app.press(b"k", until=b"Wie is welk nummer")
        app.settle()
        arrows = [app.press(RIGHT if n % 2 == 0 else LEFT) for n in range(presses)]
        app.press(b"a", until=b"Kenmerken")
        app.settle()
        answers = [app.press(DOWN if n % 2 == 0 else RIGHT) for n in range(presses)]
    return opened, arrows, answers


def layouts() -> dict[int, float]:
    """Milliseconds of one layout on 80 × 21 cells, the median of a few, by the number of contacts."""
    took = {}
    for number in (8, 25, 60, CONTACTS):
        contacts, words = network(number), Words(tuple("abcdefghijk"))
        rounds = []
        for _ in range(5):
            started = time.perf_counter()
            network_map(contacts, Medium(80, 21, cell_len), words, lambda _: "●")
            rounds.append((time.perf_counter() - started) * 1000)
        took[number] = statistics.median(rounds)
    return took


def main(presses: int = 60) -> int:
    """Prints the times and their ratios; 1 when a budget is not met."""
    bare = p95(bare_presses(presses))
    with tempfile.TemporaryDirectory() as home:
        opened, arrows, answers = open_and_press(vault(Path(home)), presses)
    opening, on_map, in_table = statistics.median(opened), p95(arrows) / bare, p95(answers) / bare
    print(f"opening {CONTACTS} contacts: median {opening:.0f} ms, slowest {max(opened):.0f} ms (≤ {OPEN_BUDGET:.0f})")
    print(f"keys: bare p95 {bare:.1f} ms · map {on_map:.2f} × · table {in_table:.2f} × (≤ {KEY_BUDGET})")
    print("layout: " + " · ".join(f"{number}: {took:.1f} ms" for number, took in layouts().items()))
    return int(opening > OPEN_BUDGET or max(on_map, in_table) > KEY_BUDGET)


if __name__ == "__main__":
    os.environ.setdefault("TERM", "xterm-256color")
    sys.exit(main(*map(int, sys.argv[1:])))
