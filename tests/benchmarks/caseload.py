"""A caseload far beyond a real one: 1,000 dossiers, one of them with 200 contacts and 2,000 notes.

Run: `.venv/bin/python -m tests.benchmarks.caseload [presses]`, on a quiet machine. In a real terminal, against a bare
OptionList of 500 rows in the same run: the 95th percentile of a key press on Today, in the list of notes and while
searching it is at most twice that of the bare list; a list or a form of these is there within 100 ms. Without a
terminal: reading Today from the cache after unlocking takes at most 150 ms; beside it stands what opening every dossier
costs instead.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action
from resokit_tui.core.dates import system_clock
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import Doors
from tests.benchmarks.reader import DOWN, ENTER, ESC, OPEN_BUDGET, UP, Terminal, bare_presses, p95

DOSSIERS, CONTACTS, NOTES = 1_000, 200, 2_000
KEY_BUDGET, TODAY_BUDGET = 2.0, 150.0
PASSPHRASE = "zeven stille zwanen dansen"
HEAVY = "A-heavy"
END, CTRL_N = b"\x1b[F", b"\x0e"
WORDS = "Ze vertelde over de buurt, het café en wie er elke week komt. " * 25


def make_caseload(home: Path) -> Doors:
    """A vault with many dossiers, one of them heavy; its summaries are in the index, as after a lock."""
    doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace = doors.make("Ann", PASSPHRASE)[0]
    now = system_clock()
    for number in range(DOSSIERS - 1):
        workspace.add(_dossier(f"Dossier {number:04}", _steps(now, number)), Message("done"))
    heavy = [
        *_steps(now, 3),
        *(Contact(name=f"Contact {n}", created=now, changed=now) for n in range(CONTACTS)),
        *(_note(now, n) for n in range(NOTES)),
    ]
    workspace.add(_dossier(HEAVY, heavy), Message("done"))
    workspace.overview()
    workspace.close()
    return doors


def _dossier(alias: str, records: list[Record]) -> Dossier:
    now = system_clock()
    tables: dict[str, tuple[Record, ...]] = {"client": (Client(alias=alias, created=now, changed=now),)}
    for record in records:
        tables[TABLES[type(record)]] = (*tables.get(TABLES[type(record)], ()), record)
    return Dossier("", tables)


def _steps(now: datetime, number: int) -> list[Record]:
    day = now.date() + timedelta(days=number % 60 - 20)
    return [
        Action(title=f"Stap {n} van {number}", who="begeleider", due=day + timedelta(days=n), created=now, changed=now)
        for n in range(3)
    ]


def _note(now: datetime, number: int) -> Note:
    day = now.date() - timedelta(days=number)
    return Note(day=day, text=f"Notitie {number}. {WORDS}", labels=(f"label {number % 12}",), created=now, changed=now)


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def measure_today(doors: Doors) -> bool:
    """Prints what *Vandaag* costs after unlocking; whether it stays within the budget."""
    folder = doors.vaults()[0].folder
    took = []
    for _ in range(5):
        workspace = doors.open(folder, PASSPHRASE)
        took.append(milliseconds(workspace.overview))
    bare = milliseconds(lambda: _open_all(workspace))
    middle = statistics.median(took)
    print(f"Today over {DOSSIERS} dossiers: median {middle:.0f} ms (budget {TODAY_BUDGET:.0f})")
    print(f"  {middle / bare:.2f} of opening every dossier, which takes {bare:.0f} ms")
    return middle <= TODAY_BUDGET


def _open_all(workspace: Workspace) -> None:
    for line in workspace.lines():
        workspace.look(line.id)


def measure_keys(home: Path, presses: int) -> bool:
    """Prints the key presses and openings; whether all of them stay within the budget."""
    bare = p95(bare_presses(presses))
    keys: dict[str, list[float]] = {}
    opened: dict[str, float] = {}
    app = Terminal(["-m", "resokit_tui", "--lang", "nl"], {"RESOKIT_HOME": str(home)})
    try:
        app.press(b"", until=b"Wachtzin")
        app.settle()
        app.press(PASSPHRASE.encode() + ENTER, until=b"TE LAAT")
        app.settle(1.0)
        keys["Today"] = [app.press(DOWN) for _ in range(presses)]
        app.press(b"3", until=b"heavy")
        app.settle()
        app.press(ENTER, until=b"Stappen")
        app.settle()
        for key in (END, *[UP] * 5):  # rounding off, history, quality of life, answers, reflections, notes
            app.press(key)
        opened["notes"] = _median_opening(app, ENTER, b"zoek in")
        app.press(ENTER, until=b"zoek in")
        app.settle()
        keys["notes"] = [app.press(DOWN) for _ in range(presses)]
        app.press(b"f")
        keys["notes, sought"] = [app.press(b"c") if n % 2 else app.press(b"\x7f") for n in range(presses)]
        app.press(ESC)
        app.settle()
        opened["one note"] = _median_opening(app, ENTER, b"geleden")
        opened["a new note"] = _median_opening(app, CTRL_N, b"Hoort bij")
        app.press(CTRL_N, until=b"Hoort bij")
        app.settle()
        keys["typing a note"] = [app.press(b"e") for _ in range(presses)]
        app.press(b"\x13", until=b"Bewaard")
        app.settle()
    finally:
        app.end()
    for name, times in keys.items():
        ratio = p95(times) / bare
        print(f"keys, {name}: p95 {p95(times):.1f} ms · bare {bare:.1f} ms · ratio {ratio:.2f} (≤ {KEY_BUDGET})")
    for name, took in opened.items():
        print(f"opening {name}: {took:.0f} ms (≤ {OPEN_BUDGET:.0f})")
    slow = [times for times in keys.values() if p95(times) / bare > KEY_BUDGET]
    return not slow and all(took <= OPEN_BUDGET for took in opened.values())


def _median_opening(app: Terminal, keys: bytes, until: bytes) -> float:
    """Opens a screen a few times and goes back; the first time also reads its code, which is not what is asked."""
    took = []
    for _ in range(5):
        took.append(app.press(keys, until=until))
        app.settle()
        app.press(ESC)
        app.settle()
    return statistics.median(took)


def main(presses: int = 60) -> int:
    """1 when a budget is not met."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        doors = make_caseload(home)
        today = measure_today(doors)
        keys = measure_keys(home, presses)
    return int(not (today and keys))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
