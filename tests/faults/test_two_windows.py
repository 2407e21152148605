"""Two windows on one vault against a dict: whatever they do, in whatever order, and whatever fails, what was confirmed
is there, and what was erased stays erased.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from resokit_tui.casework.note import Note
from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.vault.backup import backup, restore_into
from resokit_tui.vault.keyring import KeyChangedError
from resokit_tui.vault.publish import NotSavedError, UncertainError
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.session import DossierSession
from tests.faults.writer import LABEL, clock, note
from tests.unit.vault.support import BOUNDS, PASSPHRASE, WatchedFiles, make_vault

EXAMPLES = int(os.environ.get("RESOKIT_EXAMPLES", "200"))
T = TypeVar("T")


def quietly(done: int, of: int) -> None:
    """Nobody watches."""


class Window:
    """One program with the vault open, on a file system that fails on command."""

    def __init__(self, folder: Path, passphrase: str) -> None:
        self.files = WatchedFiles()
        self.vault = Vault.open(folder, passphrase, bounds=BOUNDS, files=self.files)
        self.sessions: dict[str, DossierSession] = {}

    def session(self, dossier: str) -> DossierSession:
        if dossier not in self.sessions:
            self.sessions[dossier] = DossierSession(self.vault, dossier, clock)
        return self.sessions[dossier]


class TwoWindows(RuleBasedStateMachine):
    dossiers = Bundle("dossiers")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder, self.copy = self.root / "v", self.root / "copy"
        self.passphrase = PASSPHRASE
        self.count = 0
        self.confirmed: dict[str, set[str]] = {}
        self.erased: set[str] = set()
        self.copied: dict[str, set[str]] = {}

    @initialize()
    def make(self) -> None:
        vault, self.code = make_vault(self.folder)
        vault.close()
        self.windows = [Window(self.folder, self.passphrase) for _ in range(2)]

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def patiently(self, window: Window, work: Callable[[], T]) -> T:
        """As the app does: when another window renewed the key, the passphrase is asked once more."""
        for _ in range(3):
            try:
                return work()
            except KeyChangedError:
                window.vault.renew(self.passphrase)
        return work()

    def open(self, at: int, dossier: str) -> DossierSession:
        """A dossier in one of the windows."""
        return self.patiently(self.windows[at], lambda: self.windows[at].session(dossier))

    @rule(target=dossiers, at=st.integers(0, 1))
    def new_dossier(self, at: int) -> str:
        window = self.windows[at]
        dossier = self.patiently(window, window.vault.create_dossier)
        self.confirmed[dossier] = set()
        return dossier

    @rule(at=st.integers(0, 1), dossier=dossiers)
    def add(self, at: int, dossier: str) -> None:
        if dossier in self.erased:
            return
        self.count += 1
        text = f"zin {self.count}"
        session = self.open(at, dossier)
        self.patiently(self.windows[at], lambda: session.put(note(text), LABEL))
        self.confirmed[dossier].add(text)

    @rule(at=st.integers(0, 1), dossier=dossiers)
    def change_as_it_was_read(self, at: int, dossier: str) -> None:
        """A form that was opened before somebody else saved: nobody's words go."""
        session = None if dossier in self.erased else self.open(at, dossier)
        notes = session.dossier.all(Note) if session is not None else ()
        if session is None or not notes:
            return
        self.count += 1
        was, text = notes[0], f"zin {self.count}"
        fresh = was.replaced(clock(), text=text)
        self.patiently(self.windows[at], lambda: session.put(fresh, LABEL, was=was))
        self.confirmed[dossier] = (self.confirmed[dossier] - {was.text}) | {text}

    @rule(at=st.integers(0, 1), dossier=dossiers, call=st.integers(0, 12), after=st.booleans())
    def add_on_a_failing_disk(self, at: int, dossier: str, call: int, after: bool) -> None:
        if dossier in self.erased:
            return
        window = self.windows[at]
        session = self.open(at, dossier)
        self.count += 1
        text = f"zin {self.count}"
        window.files.watch(call, errno.EIO, after=after)
        try:
            session.put(note(text), LABEL)
            self.confirmed[dossier].add(text)
        except (NotSavedError, UncertainError, CannotError, OSError):
            window.sessions.pop(dossier)  # the app would read it again
        finally:
            window.files.watch()

    @rule(at=st.integers(0, 1))
    def lock_and_unlock(self, at: int) -> None:
        self.windows[at].vault.close()
        self.windows[at] = Window(self.folder, self.passphrase)

    @rule(at=st.integers(0, 1))
    def change_passphrase(self, at: int) -> None:
        window = self.windows[at]
        self.count += 1
        fresh = f"{PASSPHRASE} {self.count}"
        self.patiently(window, lambda: window.vault.change_passphrase(fresh))
        self.passphrase = fresh

    @rule(at=st.integers(0, 1), dossier=dossiers)
    def erase(self, at: int, dossier: str) -> None:
        if dossier in self.erased:
            return
        window = self.windows[at]
        self.patiently(window, lambda: window.vault.eraser.erase_dossier(dossier, self.passphrase))
        self.erased.add(dossier)
        for each in self.windows:
            each.sessions.pop(dossier, None)

    @rule(at=st.integers(0, 1))
    def back_up(self, at: int) -> None:
        window = self.windows[at]
        report = self.patiently(window, lambda: backup(window.vault, self.copy, quietly))
        assert report.verified

    @rule(at=st.integers(0, 1))
    def bring_back(self, at: int) -> None:
        """Restoring adds; it never takes a word away, and never an erased dossier."""
        window = self.windows[at]
        copies = list(self.copy.iterdir()) if self.copy.exists() else []
        for path in copies:
            try:
                opened = self.patiently(window, partial(window.vault.open_copy, path))
            except LockedError:
                return  # made before something was erased: the app asks the passphrase it had then
            try:
                self.patiently(window, partial(restore_into, window.vault, opened, LABEL, frozenset(), quietly))
            finally:
                opened.close()
            window.sessions.clear()

    @invariant()
    def everything_confirmed_is_there(self) -> None:
        if not hasattr(self, "windows"):
            return
        vault = Vault.open(self.folder, self.passphrase, bounds=BOUNDS)
        ids = set(vault.dossier_ids())
        assert not ids & self.erased
        for dossier, texts in self.confirmed.items():
            if dossier not in self.erased:
                assert dossier in ids
                found = {each.text for each in DossierSession(vault, dossier, clock).dossier.all(Note)}
                assert texts <= found
        vault.close()


def run(machine: type[RuleBasedStateMachine], examples: int) -> None:
    """Runs a machine with so many examples."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            phases=[Phase.generate],  # a fault is shown as it was found: to make it smaller takes minutes
            report_multiple_bugs=False,
        ),
    )


def test_whatever_two_windows_do_nothing_confirmed_is_lost() -> None:
    run(TwoWindows, EXAMPLES)


class Forgetful(TwoWindows):
    """A window that throws the newest version of a dossier away now and then."""

    @rule(dossier=TwoWindows.dossiers)
    def lose_the_newest(self, dossier: str) -> None:
        folder = self.folder / "o" / dossier[:2] / dossier
        versions = sorted(path for path in folder.glob("0*")) if folder.exists() else []
        if versions:
            versions[-1].unlink()


def test_control_a_lost_version_is_noticed() -> None:
    with pytest.raises(AssertionError):
        run(Forgetful, 200)
