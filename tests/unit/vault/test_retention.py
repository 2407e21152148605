from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from resokit_tui.vault.retention import prune, superseded
from tests.unit.vault.support import WatchedFiles

NOW = datetime(2026, 6, 30, 23, 0, tzinfo=UTC)


def kept(*ages: timedelta) -> list[timedelta]:
    """Which ages stay; the oldest is version 1."""
    oldest_first = sorted(ages, reverse=True)
    written = {number: NOW - age for number, age in enumerate(oldest_first, 1)}
    gone = superseded(written, NOW)
    assert gone == sorted(gone), "the oldest goes first"
    return [NOW - written[number] for number in sorted(set(written) - set(gone), reverse=True)]


def hours(*numbers: float) -> list[timedelta]:
    return [timedelta(hours=number) for number in numbers]


def days(*numbers: float) -> list[timedelta]:
    return [timedelta(days=number) for number in numbers]


def test_everything_of_the_last_day_stays() -> None:
    ages = [timedelta(minutes=minutes) for minutes in range(0, 1440, 10)]
    assert kept(*ages) == ages


def test_a_very_busy_day_keeps_its_newest_two_hundred() -> None:
    ages = [timedelta(minutes=minutes) for minutes in range(300)]
    assert kept(*ages) == ages[:200]


def test_an_older_day_keeps_its_last_version() -> None:
    assert kept(*hours(1, 48, 49, 50, 73)) == hours(1, 48, 73)


def test_after_a_month_one_a_month_stays_for_a_year() -> None:
    assert kept(*days(0, 29, 40, 41, 70, 71, 364, 366, 800)) == days(0, 29, 40, 70, 364)


def test_the_newest_stays_however_old_it_is() -> None:
    assert kept(*days(900)) == days(900)
    assert superseded({}, NOW) == []


def test_a_time_in_the_future_counts_as_now() -> None:
    assert superseded({1: NOW + timedelta(days=3), 2: NOW + timedelta(days=2)}, NOW) == []


def test_a_year_of_daily_pruning_leaves_what_one_pruning_would() -> None:
    """What a period keeps today must be what it keeps tomorrow, or history would be eaten bit by bit."""
    daily: dict[int, datetime] = {}
    everything: dict[int, datetime] = {}
    for number in range(1, 401):
        moment = NOW - timedelta(days=400 - number)
        daily[number] = everything[number] = moment
        for gone in superseded(daily, moment):
            del daily[gone]
    assert set(daily) == set(everything) - set(superseded(everything, NOW))
    assert 30 <= len(daily) <= 45


def _versions(folder: Path, *ages: timedelta) -> None:
    for number, age in enumerate(ages, 1):
        path = folder / f"{number:010d}"
        path.touch()
        os.utime(path, ((NOW - age).timestamp(),) * 2)


def test_pruning_keeps_damaged_versions_as_evidence(tmp_path: Path) -> None:
    _versions(tmp_path, *days(900, 800, 700, 0))
    prune(WatchedFiles(), tmp_path, [1, 2, 3, 4], evidence={2})
    assert sorted(int(path.name) for path in tmp_path.iterdir()) == [2, 4]


def test_pruning_that_fails_waits_for_the_next_time(tmp_path: Path) -> None:
    _versions(tmp_path, *days(900, 800, 0))
    files = WatchedFiles()
    for call in range(5):
        files.watch(call, errno.EBUSY)
        prune(files, tmp_path, [1, 2, 3])
        assert (tmp_path / "0000000003").exists()


def test_a_machine_whose_clock_jumped_keeps_its_history(tmp_path: Path) -> None:
    """Ages count from the newest version, not from this machine's clock (which is years after these)."""
    _versions(tmp_path, *(timedelta(days=3650, minutes=minutes) for minutes in (30, 20, 10)))
    prune(WatchedFiles(), tmp_path, [1, 2, 3])
    assert len(list(tmp_path.iterdir())) == 3
