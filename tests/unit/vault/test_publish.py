from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError
from resokit_tui.vault.files import Files, WindowsFiles
from resokit_tui.vault.publish import ConflictError, NotSavedError, UncertainError, save_version, sweep, versions
from tests.unit.vault.support import WatchedFiles

DATA = b"sealed bytes"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_steps_come_in_the_only_safe_order(tmp_path: Path) -> None:
    files = WatchedFiles()
    save_version(files, tmp_path, 1, DATA)
    assert files.calls == ["write_new", "publish", "list", "fsync_folder", "read"]


def test_the_content_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    for name in ("write", "fsync", "close", "link"):
        real = getattr(os, name)

        def noted(*args: object, _real: object = real, _name: str = name, **options: object) -> object:
            steps.append(_name)
            assert callable(_real)
            return _real(*args, **options)

        monkeypatch.setattr(os, name, noted)
    save_version(Files(), tmp_path, 1, DATA)
    assert steps[:4] == ["write", "fsync", "close", "link"]
    assert steps[4:6] == ["fsync", "close"], "then the folder"


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:5]))
    Files().write_new(tmp_path / "f", DATA)
    assert (tmp_path / "f").read_bytes() == DATA


def test_files_are_private_new_and_never_follow_a_link(tmp_path: Path) -> None:
    Files().write_new(tmp_path / "f", DATA)
    assert (tmp_path / "f").stat().st_mode & 0o777 == 0o600
    (tmp_path / "bait").symlink_to(tmp_path / "elsewhere")
    for taken in ("f", "bait"):
        with pytest.raises(FileExistsError):
            Files().write_new(tmp_path / taken, DATA)
    (tmp_path / "target").write_bytes(DATA)
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(OSError):  # noqa: PT011 - the number differs per system
        Files().read(tmp_path / "link")


def test_a_number_that_is_taken_is_a_conflict_and_stays_what_it_was(tmp_path: Path) -> None:
    save_version(Files(), tmp_path, 1, b"theirs")
    with pytest.raises(ConflictError):
        save_version(Files(), tmp_path, 1, DATA)
    assert names(tmp_path) == ["0000000001"]
    assert (tmp_path / "0000000001").read_bytes() == b"theirs"


class BlindFiles(Files):
    """The control of the highest-number check: a listing that never shows a higher number."""

    def list(self, folder: Path) -> list[str]:
        return [name for name in super().list(folder) if name <= "0000000002"]


def test_a_number_that_is_free_only_because_it_was_pruned_is_a_conflict(tmp_path: Path) -> None:
    save_version(Files(), tmp_path, 3, b"theirs, confirmed")
    with pytest.raises(ConflictError):
        save_version(Files(), tmp_path, 2, DATA)
    assert names(tmp_path) == ["0000000003"]
    assert save_version(BlindFiles(), tmp_path, 2, DATA) == [2], (
        "without the check a stale save is taken for the newest"
    )


class Vanishing(Files):
    """Someone else takes a number, or prunes ours, and is gone before we look."""

    def __init__(self, *, taken: bool) -> None:
        self._taken = taken

    def publish(self, temporary: Path, final: Path) -> None:
        if self._taken:
            raise FileExistsError
        super().publish(temporary, final)
        final.unlink()


@pytest.mark.parametrize("taken", [True, False])
def test_a_number_that_others_took_or_pruned_in_a_moment_is_a_conflict(tmp_path: Path, taken: bool) -> None:
    save_version(Files(), tmp_path, 3, b"theirs, confirmed")
    with pytest.raises(ConflictError):
        save_version(Vanishing(taken=taken), tmp_path, 2, DATA)
    assert names(tmp_path) == ["0000000003"]


def test_a_version_that_disappears_at_once_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError):
        save_version(Vanishing(taken=False), tmp_path, 1, DATA)


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_disk_without_links_still_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    save_version(Files(), tmp_path, 1, b"first")
    with pytest.raises(ConflictError):
        save_version(Files(), tmp_path, 1, DATA)
    assert names(tmp_path) == ["0000000001"]
    assert (tmp_path / "0000000001").read_bytes() == b"first"


class LyingDisk(Files):
    """Accepts every byte and keeps all but the last."""

    def write_new(self, path: Path, data: bytes) -> None:
        super().write_new(path, data[:-1])


class LyingDiskAndReader(LyingDisk):
    """The control of the reading back: a reader that repeats what it was told."""

    def read(self, path: Path) -> bytes:
        return DATA


def test_a_disk_that_keeps_something_else_is_found_out_by_reading_back(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError):
        save_version(LyingDisk(), tmp_path, 1, DATA)
    assert names(tmp_path) == []
    save_version(LyingDiskAndReader(), tmp_path, 1, DATA)
    assert (tmp_path / "0000000001").read_bytes() != DATA, "without reading back a bad save would be called saved"


def test_an_error_before_publishing_means_not_saved_and_leaves_nothing(tmp_path: Path) -> None:
    for code, words in ((errno.ENOSPC, "full"), (errno.EACCES, "refused"), (errno.EIO, "error")):
        for after in (False, True):
            files = WatchedFiles()
            files.watch(0, code, after=after)
            with pytest.raises(NotSavedError) as failure:
                save_version(files, tmp_path, 1, DATA)
            assert words in failure.value.reason.msgid
            assert names(tmp_path) == []


def test_a_publication_whose_answer_was_lost_is_saved(tmp_path: Path) -> None:
    files = WatchedFiles()
    files.watch(1, errno.EIO, after=True)
    assert save_version(files, tmp_path, 1, DATA) == [1]
    assert "fsync_folder" in files.calls[2:], "only after the folder is on the disk as well"


def test_a_publication_that_did_not_happen_is_not_saved(tmp_path: Path) -> None:
    files = WatchedFiles()
    files.watch(1, errno.EIO)
    with pytest.raises(NotSavedError):
        save_version(files, tmp_path, 1, DATA)
    assert names(tmp_path) == []


def test_a_folder_fsync_that_failed_is_uncertain_and_never_repeated(tmp_path: Path) -> None:
    files = WatchedFiles()
    files.watch(3, errno.EIO)
    with pytest.raises(UncertainError):
        save_version(files, tmp_path, 1, DATA)
    assert files.calls.count("fsync_folder") == 1
    assert names(tmp_path) == ["0000000001"]


@pytest.mark.parametrize("at", [2, 4])
def test_an_answer_that_can_be_asked_again_is_asked_again(tmp_path: Path, at: int) -> None:
    files = WatchedFiles()
    files.watch(at, errno.EIO)
    assert save_version(files, tmp_path, 1, DATA) == [1]


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_disk_that_stays_away_after_publishing_began_is_uncertain(tmp_path: Path, at: int) -> None:
    files = WatchedFiles()
    files.watch(at, errno.EIO, for_good=True)
    with pytest.raises(UncertainError):
        save_version(files, tmp_path, 1, DATA)


def test_the_three_outcomes_are_reasons_a_person_can_read() -> None:
    assert all(issubclass(outcome, CannotError) for outcome in (NotSavedError, UncertainError, ConflictError))


def test_only_canonical_numbers_are_versions(tmp_path: Path) -> None:
    for name in ("0000000002", "0000000010", ".t0123456789ab", "2", "00000000003", "٠٠٠٠٠٠٠٠٠٣", "10000000000", "d"):
        (tmp_path / name).touch()
    assert versions(Files(), tmp_path) == [2, 10, 10_000_000_000]
    assert versions(Files(), tmp_path / "nowhere") == []


def test_abandoned_temporary_files_are_swept_and_fresh_ones_stay(tmp_path: Path) -> None:
    for name in (".told", ".tnew", "0000000001"):
        (tmp_path / name).touch()
    now = datetime.now(UTC)
    for name, age in ((".told", 11), (".tnew", 9), ("0000000001", 99)):
        moment = (now - timedelta(minutes=age)).timestamp()
        os.utime(tmp_path / name, (moment, moment))
    sweep(Files(), tmp_path, now)
    assert names(tmp_path) == [".tnew", "0000000001"]


class LikeWindows(WindowsFiles):
    """Windows' own rule on this system: a rename never replaces. A scanner may hold the first file for some tries."""

    def __init__(self, held: int = 0, winerror: int = 32) -> None:
        self.held, self._winerror = held, winerror
        self.waited: list[float] = []

    def rename(self, path: Path, name: Path) -> None:
        if self.held:
            self.held -= 1
            error = OSError(errno.EACCES, "held")
            error.winerror = self._winerror  # type: ignore[attr-defined]
            raise error
        if name.exists():
            raise FileExistsError(errno.EEXIST, "taken")
        super().rename(path, name)

    def link(self, path: Path, name: Path) -> None:
        raise AssertionError("not there")

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)


def test_windows_publishes_by_a_rename_that_never_replaces(tmp_path: Path) -> None:
    files = LikeWindows()
    save_version(files, tmp_path, 1, b"theirs")
    with pytest.raises(ConflictError):
        save_version(files, tmp_path, 1, DATA)
    assert (tmp_path / "0000000001").read_bytes() == b"theirs"
    save_version(files, tmp_path, 2, DATA)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0000000001", "0000000002"]
    Files().rename(tmp_path / "0000000002", tmp_path / "0000000001")
    assert (tmp_path / "0000000001").read_bytes() == DATA, "the control: a rename of POSIX does replace"


@pytest.mark.parametrize(("held", "winerror", "saved"), [(3, 32, True), (9, 5, False), (1, 87, False)])
def test_windows_waits_for_a_scanner_and_for_nothing_else(
    tmp_path: Path, held: int, winerror: int, saved: bool
) -> None:
    files = LikeWindows(held, winerror)
    if saved:
        save_version(files, tmp_path, 1, DATA)
        assert (tmp_path / "0000000001").read_bytes() == DATA
    else:
        with pytest.raises(NotSavedError):
            save_version(files, tmp_path, 1, DATA)
        assert list(tmp_path.iterdir()) == []
    assert len(files.waited) == {32: 3, 5: 5, 87: 0}[winerror]
