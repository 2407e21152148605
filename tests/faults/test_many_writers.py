"""Several processes in one dossier at once, without any lock: the disk decides who was first; nobody loses a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.running import dossier_with_one_note, dossiers_with_one_note, notes_in, saved, start

SAVES = int(os.environ.get("RESOKIT_SAVES", "2000"))
IN_ONE = 200
"""Saves in one dossier, by all writers together: the size of a real one."""


def run(folder: Path, dossiers: list[str], writers: int, how: str = "well", in_one: int = IN_ONE) -> set[str]:
    """Runs so many writers through the dossiers to their end and returns everything they said to be saved."""
    running = [start(folder, ",".join(dossiers), f"w{n}", in_one // writers, how) for n in range(writers)]
    return set().union(*(saved(writer.communicate()[0]) for writer in running))


@pytest.mark.parametrize("writers", [2, 4, 8])
def test_every_confirmed_save_of_every_process_is_there(tmp_path: Path, writers: int) -> None:
    dossiers = dossiers_with_one_note(tmp_path / "v", max(1, SAVES // IN_ONE))
    confirmed = run(tmp_path / "v", dossiers, writers)
    assert len(confirmed) == len(dossiers) * (IN_ONE // writers) * writers
    there: list[str] = []
    for dossier in dossiers:
        found, whole = notes_in(tmp_path / "v", dossier)
        assert whole
        there += [text for text in found if text != "first"]
    assert sorted(there) == sorted(confirmed), "all of them, each once"


def test_the_same_note_changed_by_eight_at_once_is_kept_eight_times(tmp_path: Path) -> None:
    dossier = dossier_with_one_note(tmp_path / "v")
    running = [start(tmp_path / "v", dossier, f"w{number}", 1, "one") for number in range(8)]
    for writer in running:
        assert writer.stdout is not None
        assert writer.stdout.readline().startswith("ready")
    for writer in running:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    confirmed = set().union(*(saved(writer.communicate()[0]) for writer in running))
    found, whole = notes_in(tmp_path / "v", dossier)
    assert whole
    assert confirmed == {f"w{number}" for number in range(8)}
    assert sorted(found) == sorted(confirmed)


def test_control_publishing_over_what_is_there_loses_somebodys_words(tmp_path: Path) -> None:
    for attempt in range(5):
        folder = tmp_path / str(attempt)
        dossier = dossier_with_one_note(folder)
        confirmed = run(folder, [dossier], 4, "blind", in_one=80)
        if not confirmed <= set(notes_in(folder, dossier)[0]):
            return
    raise AssertionError("this test would not notice that one window overwrites another")
