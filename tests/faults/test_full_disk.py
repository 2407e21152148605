"""A disk that is really full: nothing is saved, it is said so, and nothing that was there is harmed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from resokit_tui.vault.publish import NotSavedError
from tests.unit.vault.support import NOW, dossier_with, make_vault, note, open_vault, texts

TRIES = 100


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root may make one."""
    if shutil.which("mount") is None:
        pytest.skip("there is no mount here")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True)
    if made.returncode != 0:
        pytest.skip("a disk of its own cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill_up(disk: Path) -> Path:
    """Takes every byte that is left."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb") as file:
        while True:
            file.write(b"x" * 4096)
            file.flush()
    return filler


def test_a_hundred_failed_saves_harm_nothing_and_the_next_one_works(small_disk: Path) -> None:
    vault, _ = make_vault(small_disk / "v")
    dossier = dossier_with(vault, "was er al")
    storage = vault.storage(dossier)
    note(storage, "x" * 20_000)  # more than what a page that is set free would give
    filler = fill_up(small_disk)
    for _ in range(TRIES):
        with pytest.raises(NotSavedError):
            storage.commit("added", NOW)
        assert texts(storage)[-1][:1] == "x", "still on the screen"
    assert texts(open_vault(vault.folder).storage(dossier)) == ["was er al"]
    filler.unlink()
    storage.commit("added", NOW)
    assert len(texts(open_vault(vault.folder).storage(dossier))) == 2


def test_control_the_disk_is_full_for_others_too(small_disk: Path) -> None:
    fill_up(small_disk)
    with pytest.raises(OSError, match="No space"):
        (small_disk / "one more").write_bytes(os.urandom(20_000))
