"""A log that cannot leak: it takes kinds, numbers and random ids, and nothing else."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from resokit_tui.core.paths import make_private

_LARGEST = 256 * 1024


class Event(StrEnum):
    """Everything that may be written down."""

    CRASH = "crash"


class EventLog:
    """Appends one line per event; the file is 0600, and starts anew (keeping one older part) at 256 KiB."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def crash(self, error_type: str, where: str, now: datetime) -> str:
        """Notes an unexpected error by its type and `file:line`; returns the id under which to find it."""
        number = secrets.token_hex(4)
        self._append(f"{now.isoformat(timespec='seconds')} {Event.CRASH} {number} {error_type} {where}\n")
        return number

    def _append(self, line: str) -> None:
        try:
            make_private(self._path.parent)
            if self._path.exists() and self._path.stat().st_size > _LARGEST:
                os.replace(self._path, self._path.with_suffix(".log.1"))
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(line)
        except OSError:
            return  # a log that cannot be written must never be the reason that work stops


def place_of(error: BaseException) -> str:
    """`module.py:123`, the innermost place in our own code where an error came from; no path, no values."""
    place = "?"
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "resokit_tui" in file.parts or place == "?":
            place = f"{file.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
