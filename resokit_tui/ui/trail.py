"""The pages that were read one after another, and where one was on each: for going back and forward."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Visit:
    """A page, and where the reader was on it."""

    page: str
    place: str = ""
    """The part that was shown; empty: the first one."""
    row: int = 0
    """How far it was scrolled."""
    item: int = -1
    """Which link, question or row had the keyboard; -1: none."""


class Trail:
    """Visits in a row, one of which is now. A new page forgets what lay ahead."""

    def __init__(self, page: str) -> None:
        self._visits = [Visit(page)]
        self._at = 0

    @property
    def here(self) -> Visit:
        """The visit of now."""
        return self._visits[self._at]

    def go(self, page: str) -> None:
        """On to another page."""
        self._visits[self._at + 1 :] = [Visit(page)]
        self._at += 1

    def can_step(self, step: int) -> bool:
        """Whether there is a page that way: -1 back, 1 forward."""
        return 0 <= self._at + step < len(self._visits)

    def step(self, step: int) -> None:
        """Back or forward; the caller asked first whether that is possible."""
        self._at += step
