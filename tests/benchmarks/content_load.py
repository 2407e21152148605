"""How long all content takes to load, against only parsing its TOML.

Run: `.venv/bin/python tests/benchmarks/content_load.py [rounds]`. Budget: 60 ms for pages, glossary and roles together,
in Dutch; the minimum counts, because everything above it is other work of this machine.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from resokit_tui.method.catalogue import load_catalogue
from resokit_tui.method.folder import content_folder
from resokit_tui.method.glossary import load_glossary
from resokit_tui.method.loader import load_method

BUDGET = 60.0


def fastest(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the fastest of some runs."""
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1000)
    return min(took)


def parse_all(folder: Path) -> None:
    """What any program must do: read every file and parse its TOML."""
    for page in folder.glob("nl/*/*.md"):
        tomllib.loads(page.read_text(encoding="utf-8").split("+++\n", 2)[1])
    for file in folder.glob("*.toml"):
        tomllib.loads(file.read_text(encoding="utf-8"))


def main(rounds: int = 15) -> int:
    """Prints the times; 1 when the budget is not met."""
    folder = content_folder()
    parts: dict[str, Callable[[], object]] = {
        "pages": lambda: load_method(folder, "nl"),
        "glossary": lambda: load_glossary(folder),
        "roles": lambda: load_catalogue(folder),
    }
    took = {name: fastest(work, rounds) for name, work in parts.items()}
    bare = fastest(lambda: parse_all(folder), rounds)
    total = sum(took.values())
    print("  ".join(f"{name} {each:.1f} ms" for name, each in took.items()))
    print(
        f"together {total:.1f} ms, {total / bare:.1f} × only parsing the TOML ({bare:.1f} ms); budget {BUDGET:.0f} ms"
    )
    return int(total > BUDGET)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
