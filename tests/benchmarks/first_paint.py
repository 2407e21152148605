"""How soon the unlock screen of a vault that exists is there, as a ratio to a bare Textual app in the same run.

Run: `.venv/bin/python tests/benchmarks/first_paint.py [rounds]`. Budget: at most 1.3. Both are started in turns, in a
real pseudo-terminal of 80 × 24, and timed from fork to the first bytes that hold a known text; the minimum counts,
because everything above it is other work of this machine.
Each is started once before, and with bytecode allowed: what an installed program has from its second start on.
"""

from __future__ import annotations

import os
import pty
import select
import sys
import tempfile
import time
from pathlib import Path

HELLO = """
from textual.app import App, ComposeResult
from textual.widgets import Label
class Hello(App):
    def compose(self) -> ComposeResult:
        yield Label("hello, screen")
Hello().run()
"""
BUDGET = 1.3


def first_paint(arguments: list[str], text: bytes, environment: dict[str, str]) -> float:
    """Seconds from fork to the first bytes holding `text`."""
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(environment, TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execv(sys.executable, [sys.executable, *arguments])
    seen = b""
    while text not in seen:
        ready, _, _ = select.select([terminal], [], [], 20)
        if not ready:
            raise TimeoutError(seen[-300:])
        seen += os.read(terminal, 65536)
    elapsed = time.perf_counter() - started
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return elapsed


def make_vault(home: Path) -> None:
    """A vault to unlock."""
    from resokit_tui.core.dates import system_clock
    from resokit_tui.vault.cost import REAL_BOUNDS
    from resokit_tui.workspace.unlock import Doors

    doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    doors.make("Ann", "paraplu kaars trein walnoot")[0].close()


def main(rounds: int = 15) -> int:
    """Prints both times and their ratio; 1 when the budget is not met."""
    with tempfile.TemporaryDirectory() as folder:
        make_vault(Path(folder))
        home = {"RESOKIT_HOME": folder}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        bare, ours = [], []
        for _ in range(rounds + 1):
            bare.append(first_paint(["-c", HELLO], b"hello, screen", {}))
            ours.append(first_paint(["-m", "resokit_tui"], b"Wachtzin", home))
        del bare[0], ours[0]
    ratio = min(ours) / min(bare)
    print(
        f"bare hello {min(bare) * 1000:.0f} ms · unlock screen {min(ours) * 1000:.0f} ms · "
        f"ratio {ratio:.2f} (≤ {BUDGET})"
    )
    return int(ratio > BUDGET)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
