"""How soon the first hits are there: the method, and notes of about 1,600 characters.

Run: `.venv/bin/python tests/benchmarks/search.py [notes]`. Budgets per key press: 20 ms at 5,000 notes, 150 ms at
50,000, for the slowest of some words. Beside each time stands what it is to a bare `in` over the same text.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date

from resokit_tui.method.folder import content_folder
from resokit_tui.method.glossary import load_glossary
from resokit_tui.method.loader import load_method
from resokit_tui.workspace.findable import Entry, Group, method_entries
from resokit_tui.workspace.search import SearchIndex

BUDGETS = {5_000: 20.0, 50_000: 150.0}
WORDS_A_NOTE = 250
TYPED = ("r", "ro", "rol", "buurt", "buurtkaart", "vertrouwen in de buurt", "trouwkleed", "beeldvormng", "zzzzzz")


def notes(number: int) -> Iterator[Entry]:
    """Notes made of the words of the method, in any order."""
    method = load_method(content_folder(), "nl")
    words = [word for page in method.pages.values() for part in page.parts for word in part.markdown.split()]
    chance = random.Random(3)
    for n in range(number):
        yield Entry(
            Group.DOSSIER, str(n % 60), "alias", " ".join(chance.choices(words, k=WORDS_A_NOTE)), str(n), "notes",
            date(2026, 1 + n % 12, 1 + n % 28),
        )  # fmt: skip


def milliseconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The median of a few runs."""
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1000)
    return statistics.median(took)


def measure(number: int) -> bool:
    """Prints the times for so many notes; whether the budget is met."""
    index = SearchIndex()
    index.put("method", method_entries(load_method(content_folder(), "nl"), load_glossary(content_folder())))
    entries = list(notes(number))
    started = time.perf_counter()
    for shelf in range(60):
        index.put(str(shelf), entries[shelf::60], "alias")
    built = time.perf_counter() - started
    bare = milliseconds(lambda: [entry for entry in entries if "trouwkleed" in entry.text])
    took = {typed: milliseconds(lambda typed=typed: index.search(typed)) for typed in TYPED}  # type: ignore[misc]
    budget = BUDGETS.get(number, 20.0 * number / 5_000)
    print(f"{number} notes, built in {built:.1f} s in the background; bare `in`: {bare:.1f} ms")
    for typed, each in took.items():
        print(f"  {each:6.1f} ms  {each / bare:5.1f} ×  {typed}")
    middle = statistics.median(took.values())
    print(f"  median {middle:.1f} ms, slowest {max(took.values()):.1f} ms (budget {budget:.0f} ms)")
    return max(took.values()) <= budget


def main(*numbers: int) -> int:
    """1 when a budget is not met."""
    return int(len([n for n in numbers or tuple(BUDGETS) if not measure(n)]) > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
