from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError
from resokit_tui.vault.publish import ConflictError, NotSavedError, UncertainError
from resokit_tui.vault.storage import DossierStorage
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import NOW, WatchedFiles, dossier_with, folder_of, make_vault, note, open_vault, texts


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def _faults() -> Iterator[tuple[int, bool, bool]]:
    for error in (errno.ENOSPC, errno.EIO, errno.EACCES):
        for after in (False, True):
            for for_good in (False, True):
                yield error, after, for_good


def save_as_the_workspace_does(storage: DossierStorage, text: str) -> None:
    """Saves again; after a conflict, takes what stands on the disk and puts the change on top, unless it is there."""
    try:
        storage.commit("again", NOW)
    except ConflictError:
        storage.reload()
        if text not in texts(storage):
            note(storage, text)
        storage.commit("again", NOW)


@pytest.mark.parametrize("already", [0, 1])
@pytest.mark.parametrize(("error", "after", "for_good"), _faults())
def test_an_error_at_any_call_of_a_save_loses_nothing_and_is_told_truly(
    tmp_path: Path, already: int, error: int, after: bool, for_good: bool
) -> None:
    """Whatever call fails: what was saved stays, what was typed stays staged, and the next save works."""
    files = WatchedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    outcomes: set[type[CannotError] | None] = set()
    for call in range(100):
        before = ["was saved"] * already
        dossier = dossier_with(vault, *before)
        storage = vault.storage(dossier)
        note(storage, "typed")
        files.watch(call, error, after=after, for_good=for_good)
        outcome: type[CannotError] | None = None
        try:
            storage.commit("added", NOW)
        except (NotSavedError, UncertainError) as failure:
            outcome = type(failure)
        reached = files.failed
        files.watch()
        outcomes.add(outcome)
        on_disk = texts(open_vault(vault.folder).storage(dossier))
        expected: dict[type[CannotError] | None, list[list[str]]] = {
            None: [[*before, "typed"]],
            NotSavedError: [before],
        }
        assert on_disk in expected.get(outcome, [before, [*before, "typed"]])
        assert texts(storage) == [*before, "typed"], "still on the screen"
        assert len(list(folder_of(vault, dossier).glob(".t*"))) <= for_good
        if outcome is UncertainError:
            save_as_the_workspace_does(storage, "typed")
        note(storage, "typed later")
        storage.commit("added", NOW)
        assert texts(open_vault(vault.folder).storage(dossier)) == [*before, "typed", "typed later"]
        if not reached:
            break
    assert not reached
    assert outcomes >= {None, NotSavedError}


def test_two_windows_never_overwrite_each_other(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    mine, theirs = vault.storage(dossier), open_vault(vault.folder).storage(dossier)
    note(theirs, "hun zin")
    theirs.commit("theirs", NOW)
    note(mine, "mijn zin")
    for _ in range(2):
        with pytest.raises(ConflictError):
            mine.commit("mine", NOW)
    assert texts(mine) == ["een", "mijn zin"], "still on the screen"
    mine.reload()
    assert texts(mine) == ["een", "hun zin"]
    note(mine, "mijn zin")
    assert mine.commit("mine", NOW).version == 3
    assert texts(vault.storage(dossier)) == ["een", "hun zin", "mijn zin"]


def test_an_uncertain_save_does_not_hide_that_another_window_was_first(tmp_path: Path) -> None:
    """The disk stays away while publishing; meanwhile someone else takes the number. Going on blindly would lose it."""
    files = WatchedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    dossier = dossier_with(vault, "een")
    mine, theirs = vault.storage(dossier), open_vault(vault.folder).storage(dossier)
    note(mine, "mijn zin")
    files.watch(1, errno.EIO, for_good=True)
    with pytest.raises(UncertainError):
        mine.commit("mine", NOW)
    files.watch()
    note(theirs, "hun zin")
    theirs.commit("theirs", NOW)
    with pytest.raises(ConflictError):
        mine.commit("mine", NOW)
    assert texts(vault.storage(dossier)) == ["een", "hun zin"]
