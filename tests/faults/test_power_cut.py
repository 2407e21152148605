"""The power goes at any moment of saving, making, changing the passphrase or erasing: nothing confirmed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError, DamagedError, LockedError, ResokitError
from resokit_tui.vault.vault import Vault
from tests.faults.disk import RecordedFiles, Rules, Tape, crash_states, laid_out, snapshot
from tests.unit.vault.support import BOUNDS, NOW, PASSPHRASE, dossier_with, make_vault, note, open_vault, texts

NEW = "een andere zin met zeven zwanen"
Look = Callable[[Path, bool], None]
"""Looks at a folder as a power cut left it, knowing whether everything was done; fails when something is lost."""


def every_state(
    tmp_path: Path, vault: Path, tape: Tape, before: dict[Path, bytes | None], rules: Rules, look: Look
) -> int:
    """Opens every state with the real code; returns how many there were."""
    number = 0
    seen: set[tuple[bool, frozenset[tuple[Path, bytes | None]]]] = set()
    for done, state in crash_states(before, tape, rules):
        mark = (done, frozenset(state.items()))
        if mark not in seen:
            seen.add(mark)
            number += 1
            look(laid_out(state, vault, tmp_path / f"state{number}"), done)
    return number


def fresh_tape(files: RecordedFiles, vault: Vault) -> dict[Path, bytes | None]:
    """Begins recording here; returns what is on the disk now."""
    files.tape = Tape()
    return snapshot(vault.folder)


def cut_while_saving(tmp_path: Path, rules: Rules) -> int:
    files = RecordedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    dossier = dossier_with(vault, "een")
    before = fresh_tape(files, vault)
    storage = vault.storage(dossier)
    note(storage, "twee")
    storage.commit("added", NOW)

    def look(folder: Path, done: bool) -> None:
        found = texts(open_vault(folder).storage(dossier))
        assert found == ["een", "twee"] if done else found in (["een"], ["een", "twee"])

    return every_state(tmp_path, vault.folder, files.tape, before, rules, look)


def cut_while_making_a_dossier(tmp_path: Path, rules: Rules) -> int:
    files = RecordedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    other = dossier_with(vault, "een")
    before = fresh_tape(files, vault)
    dossier = dossier_with(vault, "nieuw")

    def look(folder: Path, done: bool) -> None:
        opened = open_vault(folder)
        assert texts(opened.storage(other)) == ["een"]
        if done:
            assert texts(opened.storage(dossier)) == ["nieuw"]

    return every_state(tmp_path, vault.folder, files.tape, before, rules, look)


def cut_while_making_the_vault(tmp_path: Path, rules: Rules) -> int:
    folder = tmp_path / "v"
    files = RecordedFiles()
    make_vault(folder, files)

    def look(state: Path, done: bool) -> None:
        if done:
            open_vault(state)
        else:
            with_or_without_a_vault(state)

    return every_state(tmp_path, folder, files.tape, {}, rules, look)


def with_or_without_a_vault(folder: Path) -> None:
    """A whole vault, or none at all; never one that half works."""
    try:
        vault = open_vault(folder)
    except (CannotError, DamagedError):
        return
    assert vault.own_id


def cut_while_changing_the_passphrase(tmp_path: Path, rules: Rules) -> int:
    files = RecordedFiles()
    vault, code = make_vault(tmp_path / "v", files)
    dossier = dossier_with(vault, "een")
    before = fresh_tape(files, vault)
    vault.change_passphrase(NEW)

    def look(folder: Path, done: bool) -> None:
        opened = opens_with(folder, NEW) or (None if done else opens_with(folder, PASSPHRASE))
        assert opened is not None
        assert texts(opened.storage(dossier)) == ["een"]
        assert texts(Vault.open_with_recovery(folder, code, bounds=BOUNDS).storage(dossier)) == ["een"]

    return every_state(tmp_path, vault.folder, files.tape, before, rules, look)


def cut_while_erasing(tmp_path: Path, rules: Rules) -> int:
    files = RecordedFiles()
    vault, code = make_vault(tmp_path / "v", files)
    kept, gone = dossier_with(vault, "blijft"), dossier_with(vault, "gaat")
    before = fresh_tape(files, vault)
    vault.eraser.erase_dossier(gone, PASSPHRASE)

    def look(folder: Path, done: bool) -> None:
        for opened in (open_vault(folder), Vault.open_with_recovery(folder, code, bounds=BOUNDS)):
            assert texts(opened.storage(kept)) == ["blijft"]
            if done:
                assert gone not in opened.dossier_ids()

    return every_state(tmp_path, vault.folder, files.tape, before, rules, look)


def opens_with(folder: Path, passphrase: str) -> Vault | None:
    try:
        return Vault.open(folder, passphrase, bounds=BOUNDS)
    except LockedError:
        return None


PROTOCOLS = (
    cut_while_saving,
    cut_while_making_a_dossier,
    cut_while_making_the_vault,
    cut_while_changing_the_passphrase,
    cut_while_erasing,
)


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda each: each.__name__)
def test_a_power_cut_at_any_moment_loses_nothing_confirmed(
    tmp_path: Path, protocol: Callable[[Path, Rules], int]
) -> None:
    assert protocol(tmp_path, Rules()) >= 5


@pytest.mark.parametrize("rules", [Rules(files=False), Rules(folders=False)], ids=["no file fsync", "no folder fsync"])
def test_control_without_bringing_it_to_the_disk_a_confirmed_save_is_lost(tmp_path: Path, rules: Rules) -> None:
    with pytest.raises((AssertionError, ResokitError)):
        cut_while_saving(tmp_path, rules)
