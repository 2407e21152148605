"""What keeps coming back in reflections: which conditions were under pressure, which skills were used."""

from __future__ import annotations

from collections.abc import Iterable

from resokit_tui.casework.reflection import Reflection

OFTEN = 2
"""From so many reflections on, something keeps coming back."""


def themes(reflections: Iterable[Reflection]) -> dict[str, int]:
    """Page id → in how many reflections it was named; a page counts once in each. The most frequent first."""
    counts: dict[str, int] = {}
    for reflection in reflections:
        for page in dict.fromkeys((*reflection.conditions, *reflection.skills)):
            counts[page] = counts.get(page, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def together(several: Iterable[dict[str, int]]) -> dict[str, int]:
    """The themes of several dossiers as one; the most frequent first."""
    counts: dict[str, int] = {}
    for one in several:
        for page, times in one.items():
            counts[page] = counts.get(page, 0) + times
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))
