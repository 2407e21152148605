"""How long to wait after a wrong passphrase."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

LONGEST = 30.0
"""Seconds; from the sixth wrong passphrase on."""


class Patience:
    """Counts wrong attempts: 1, 2, 4 … 30 seconds before the next. Nothing is ever destroyed."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failures = 0
        self._until = 0.0

    def failed(self) -> int:
        """One more wrong attempt; gives the seconds to wait."""
        self._failures += 1
        delay = min(LONGEST, 2.0 ** min(self._failures - 1, 8))
        self._until = self._now() + delay
        return self.seconds_left()

    def seconds_left(self) -> int:
        """Seconds before another attempt, rounded up; 0 when one may try."""
        return max(0, math.ceil(self._until - self._now()))
