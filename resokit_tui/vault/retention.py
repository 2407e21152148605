"""Which old versions may go: every one of the last day stays, then one a day, then one a month."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from resokit_tui.vault.files import Files
from resokit_tui.vault.publish import version_name

_DAY = timedelta(days=1)
_MOST_OF_A_DAY = 200
_PERIODS = ((timedelta(days=30), "%Y-%m-%d"), (timedelta(days=365), "%Y-%m"))
"""For how long one version per period is kept, and what makes a period."""


def superseded(written: Mapping[int, datetime], now: datetime) -> list[int]:
    """Numbers that may go, oldest first, given when each version was written.

    Kept are the newest one, those of the last 24 hours (the newest 200), the last of each day for 30 days, and the last
    of each month for a year. A time in the future counts as just now.
    """
    newest_first = sorted(written, reverse=True)
    keep = set(newest_first[:1])
    keep.update([number for number in newest_first if now - written[number] < _DAY][:_MOST_OF_A_DAY])
    for span, period in _PERIODS:
        seen: set[str] = set()
        for number in newest_first:
            name = written[number].strftime(period)
            if now - written[number] < span and name not in seen:
                seen.add(name)
                keep.add(number)
    return sorted(set(written) - keep)


def prune(files: Files, folder: Path, numbers: Collection[int], evidence: Collection[int] = ()) -> None:
    """Removes what is superseded, except known damaged versions (`evidence`); a failure waits for the next time.

    "Now" is when the newest version was written, by the file system's own clock: on a network drive that clock is not
    ours, and one that jumps must not empty the history. Oldest first, so that a stop half-way leaves no gap.
    """
    with suppress(OSError):
        written = {number: files.modified(folder / version_name(number)) for number in numbers}
        for number in superseded(written, written[max(numbers)]):
            if number not in evidence:
                files.unlink(folder / version_name(number))
