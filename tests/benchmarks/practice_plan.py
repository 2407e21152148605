"""The whole process of `resokit demo --pdf`, as a ratio to `python -c "import fpdf"` in the same run.

Run: `.venv/bin/python tests/benchmarks/practice_plan.py [rounds]`. Budget: at most 5.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUDGET = 5.0


def seconds(arguments: list[str]) -> float:
    """Wall time of one process."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - started


def main(rounds: int = 7) -> int:
    """Prints both times and their ratio; 1 when the budget is not met."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "plan.pdf")
        bare, ours = [], []
        for _ in range(rounds):
            bare.append(seconds(["-c", "import fpdf"]))
            ours.append(seconds(["-m", "resokit_tui", "demo", "--force", "--pdf", target]))
    ratio = min(ours) / min(bare)
    print(f"import fpdf {min(bare):.2f} s · demo --pdf {min(ours):.2f} s · ratio {ratio:.2f} (≤ {BUDGET})")
    return int(ratio > BUDGET)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
