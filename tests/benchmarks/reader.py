"""Opening pages, and keys on one of them, against a bare list in the same run; both in a real terminal.

Run: `.venv/bin/python tests/benchmarks/reader.py [presses]`. Budgets: a page is there within 100 ms of Enter (median);
the 95th percentile of a key press on a page is at most twice that of a bare OptionList of 500 rows. A press
is timed from the byte that is sent to the first byte that comes back.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import sys
import tempfile
import time

from resokit_tui.workspace.practice import PASSPHRASE

OPEN_BUDGET, KEY_BUDGET = 100.0, 2.0
UP, DOWN, ENTER, ESC = b"\x1b[A", b"\x1b[B", b"\r", b"\x1b"
BARE = """
from textual.app import App, ComposeResult
from textual.widgets import OptionList
class Bare(App):
    def compose(self) -> ComposeResult:
        yield OptionList(*(f"row {n}" for n in range(500)))
Bare().run()
"""


class Terminal:
    """A program in a pseudo-terminal of 80 × 24."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.update(environment, TERM="xterm-256color", COLUMNS="80", LINES="24")
            os.execv(sys.executable, [sys.executable, *arguments])

    def settle(self, quiet: float = 0.3) -> bytes:
        """What comes until it has been quiet for a while."""
        seen = b""
        while select.select([self._terminal], [], [], quiet)[0]:
            seen += os.read(self._terminal, 65536)
        return seen

    def press(self, keys: bytes, until: bytes = b"") -> float:
        """Milliseconds from these keys to the first byte that comes back, or to the bytes `until`."""
        started = time.perf_counter()
        os.write(self._terminal, keys)
        seen = b""
        while not seen or until not in seen:
            if not select.select([self._terminal], [], [], 10)[0]:
                raise TimeoutError(until)
            seen += os.read(self._terminal, 65536)
        taken = time.perf_counter() - started
        self.settle(0.05)
        return taken * 1000

    def end(self) -> None:
        """Ends the program."""
        os.kill(self._child, 9)
        os.waitpid(self._child, 0)
        os.close(self._terminal)


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def open_and_press(home: str, presses: int) -> tuple[list[float], list[float]]:
    """Times of opening skill pages from the map, one after the other, and of keys on the last one."""
    app = Terminal(["-m", "resokit_tui", "--lang", "nl", "demo"], {"RESOKIT_HOME": home})
    try:
        app.press(b"", until=b"Wachtzin")
        app.settle()
        app.press(PASSPHRASE.encode() + ENTER, until=b"TE LAAT")
        app.settle()
        app.press(b"2", until=b"BASISVOORWAARDEN")
        app.settle()
        app.press(b"\x1b[C")
        opened = []
        for _ in range(9):
            opened.append(app.press(ENTER, until=b"Wat is het?"))
            app.settle()
            app.press(ESC, until=b"VOLGENDE HALTE")
            app.settle()
            app.press(DOWN)
        app.press(ENTER, until=b"Wat is het?")
        app.settle()
        keys = [app.press(DOWN if n % 2 == 0 else UP) for n in range(presses)]
    finally:
        app.end()
    return opened, keys


def bare_presses(presses: int) -> list[float]:
    """Times of keys on a bare list."""
    app = Terminal(["-c", BARE], {})
    try:
        app.press(b"", until=b"row 1")
        app.settle()
        return [app.press(DOWN) for _ in range(presses)]
    finally:
        app.end()


def main(presses: int = 60) -> int:
    """Prints the times and their ratio; 1 when a budget is not met."""
    bare = bare_presses(presses)
    with tempfile.TemporaryDirectory() as home:
        opened, keys = open_and_press(home, presses)
    opening, ratio = statistics.median(opened), p95(keys) / p95(bare)
    print(f"opening a page: median {opening:.0f} ms, slowest {max(opened):.0f} ms (budget {OPEN_BUDGET:.0f})")
    print(f"keys: bare p95 {p95(bare):.1f} ms · reader p95 {p95(keys):.1f} ms · ratio {ratio:.2f} (≤ {KEY_BUDGET})")
    return int(opening > OPEN_BUDGET or ratio > KEY_BUDGET)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
