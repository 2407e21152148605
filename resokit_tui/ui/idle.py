"""How long nobody has touched the keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds_passed() -> float:
    """A clock that nobody can set back, and that goes on while the computer sleeps where the system has such a one."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class Idle:
    """Seconds since the last key or click."""

    def __init__(self, now: Callable[[], float] = seconds_passed) -> None:
        self.now = now
        self._touched = now()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self.now()

    def for_seconds(self, seconds: float) -> bool:
        """Whether nobody has been there for so long."""
        return self.now() - self._touched >= seconds

    def for_minutes(self, minutes: int) -> bool:
        """The same in minutes."""
        return self.for_seconds(minutes * 60)
