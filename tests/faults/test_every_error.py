"""An error, or the end of the program, at each call to the file system of every protocol: it is told truly.

RESOKIT_ERRORS=1 tries every error at every call; without it, each call has one of them, in turn.

`None` (done) means done, `NotSavedError` means as it was, anything else may be either; and whatever happened, nothing
that was there is lost, and trying again works. Saving has its own, closer test in `tests/unit/vault`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest

from resokit_tui.core.errors import LockedError, ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.vault import publish
from resokit_tui.vault.backup import backup, restore_into
from resokit_tui.vault.copies import TwoCopies
from resokit_tui.vault.publish import NotSavedError, UncertainError
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import BOUNDS, NOW, PASSPHRASE, WatchedFiles, dossier_with, make_vault, note, texts

NEW = "een andere zin met zeven zwanen"
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR)
THOROUGH = "RESOKIT_ERRORS" in os.environ
"""Every error at every call, instead of the errors in turn."""


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reaches the disk is another test's question (`test_power_cut`)."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


class StoppedError(BaseException):
    """The program ends here: nothing it still means to do reaches the disk."""


class MortalFiles(WatchedFiles):
    """Fails on command, or ends."""

    dies = False

    def _maybe_fail(self, *, after: bool) -> None:
        try:
            super()._maybe_fail(after=after)
        except OSError:
            if self.dies:
                raise StoppedError from None
            raise

    def remove_folder(self, folder: Path) -> None:
        self._count("remove_folder")
        super().remove_folder(folder)
        self._maybe_fail(after=True)


@dataclass
class Scene:
    """A vault with a dossier that must never be harmed, and one that the protocol is about."""

    files: MortalFiles
    vault: Vault
    code: str
    kept: str
    other: str
    stick: Path

    def opened(self, *passphrases: str) -> Vault:
        """The vault as the next start of the program finds it, with the first passphrase that opens it."""
        for passphrase in passphrases or (PASSPHRASE,):
            try:
                return Vault.open(self.vault.folder, passphrase, bounds=BOUNDS)
            except LockedError:
                continue
        raise AssertionError("nobody can get in any more")

    def recovered(self) -> Vault:
        return Vault.open_with_recovery(self.vault.folder, self.code, bounds=BOUNDS)


def scene(place: Path) -> Scene:
    files = MortalFiles()
    vault, code = make_vault(place / "v", files)
    kept, other = dossier_with(vault, "blijft"), dossier_with(vault, "een")
    (place / "stick").mkdir()
    return Scene(files, vault, code, kept, other, place / "stick")


T = TypeVar("T")
Outcome = BaseException | None
Look = Callable[[Outcome], None]
Protocol = Callable[[Scene], tuple[Callable[[], object], Look]]
"""Sets the scene; returns what is done while something fails, and what must be true afterwards."""


def saving(at: Scene) -> tuple[Callable[[], object], Look]:
    storage = at.vault.storage(at.other)
    note(storage, "twee")

    def look(outcome: Outcome) -> None:
        found = texts(at.opened().storage(at.other))
        assert found in _allowed(outcome, done=["een", "twee"], before=["een"])

    return lambda: storage.commit("added", NOW), look


def making_a_dossier(at: Scene) -> tuple[Callable[[], object], Look]:
    before = set(at.vault.dossier_ids())

    def look(outcome: Outcome) -> None:
        opened = at.opened()
        fresh = len(set(opened.dossier_ids()) - before)
        assert fresh in _allowed(outcome, done=1, before=0)
        assert texts(opened.storage(dossier_with(opened, "nieuw"))) == ["nieuw"]
        assert before <= set(opened.dossier_ids())

    def act() -> object:
        return at.vault.create_dossier()

    return act, look


def keeping_a_draft(at: Scene) -> tuple[Callable[[], object], Look]:
    at.vault.write_draft(at.other, "field", "oud")

    def look(outcome: Outcome) -> None:
        assert at.opened().read_draft(at.other, "field") in _allowed(outcome, done="nieuw", before="oud")

    return lambda: at.vault.write_draft(at.other, "field", "nieuw"), look


def changing_the_passphrase(at: Scene) -> tuple[Callable[[], object], Look]:
    gone: list[bool] = []

    def look(outcome: Outcome) -> None:
        opens = {phrase for phrase in (PASSPHRASE, NEW) if _opens(at, phrase)}
        assert opens in _allowed(outcome, done={NEW}, before={PASSPHRASE})
        assert texts(at.recovered().storage(at.kept)) == ["blijft"]

    return lambda: gone.append(at.vault.change_passphrase(NEW)), look


def erasing_a_dossier(at: Scene) -> tuple[Callable[[], object], Look]:
    def look(outcome: Outcome) -> None:
        opened = at.opened()
        if outcome is None:
            assert at.other not in opened.dossier_ids()
        elif at.other in opened.dossier_ids():
            assert texts(opened.storage(at.other)) == ["een"]
            assert opened.eraser.erase_dossier(at.other, PASSPHRASE)
        for way_in in (at.opened(), at.recovered()):
            assert way_in.dossier_ids() == (at.kept,)
            assert texts(way_in.storage(at.kept)) == ["blijft"]

    return lambda: at.vault.eraser.erase_dossier(at.other, PASSPHRASE), look


def erasing_in_a_dossier(at: Scene) -> tuple[Callable[[], object], Look]:
    storage = at.vault.storage(at.other)

    def act() -> object:
        at.vault.eraser.begin_in_dossier(at.other, PASSPHRASE)
        note(storage, "twee")
        number = storage.commit("erased", NOW).version
        return at.vault.eraser.finish_in_dossier(at.other, number, PASSPHRASE)

    def look(outcome: Outcome) -> None:
        opened = at.opened()
        found = opened.storage(at.other)
        assert texts(found) in (["een"], ["een", "twee"])
        if outcome is None:
            assert opened.eraser.unfinished == ()
            assert texts(found) == ["een", "twee"]
        opened.eraser.begin_in_dossier(at.other, PASSPHRASE)
        note(found, "drie")
        assert opened.eraser.finish_in_dossier(at.other, found.commit("erased", NOW).version, PASSPHRASE)
        assert texts(at.recovered().storage(at.other))[-1] == "drie"

    return act, look


def backing_up(at: Scene) -> tuple[Callable[[], object], Look]:
    verified: list[bool] = []

    def look(outcome: Outcome) -> None:
        if outcome is None and verified == [True]:
            copy = Vault.open(next(at.stick.iterdir()), PASSPHRASE, bounds=BOUNDS)
            assert texts(copy.storage(at.other)) == ["een"]
        again = backup(at.opened(), at.stick)
        assert again.verified
        assert texts(Vault.open(again.folder, PASSPHRASE, bounds=BOUNDS).storage(at.other)) == ["een"]

    return lambda: verified.append(backup(at.vault, at.stick).verified), look


def restoring(at: Scene) -> tuple[Callable[[], object], Look]:
    copy = at.vault.open_copy(backup(at.vault, at.stick).folder)
    at.vault.eraser.erase_dossier(at.other, PASSPHRASE)

    def bring_back(vault: Vault) -> object:
        return restore_into(vault, copy, Message("put back"), also=frozenset({at.other}))

    def look(outcome: Outcome) -> None:
        if outcome is not None:
            bring_back(at.opened())
        assert texts(at.opened().storage(at.other)) == ["een"]

    return lambda: bring_back(at.vault), look


PROTOCOLS: tuple[Protocol, ...] = (
    saving,
    making_a_dossier,
    keeping_a_draft,
    changing_the_passphrase,
    erasing_a_dossier,
    erasing_in_a_dossier,
    backing_up,
    restoring,
)


def _opens(at: Scene, passphrase: str) -> bool:
    try:
        opened = Vault.open(at.vault.folder, passphrase, bounds=BOUNDS)
    except LockedError:
        return False
    return texts(opened.storage(at.kept)) == ["blijft"]


def _allowed(outcome: Outcome, *, done: T, before: T) -> tuple[T, ...]:
    if outcome is None:
        return (done,)
    return (before,) if isinstance(outcome, NotSavedError) else (before, done)


@dataclass(frozen=True)
class Fault:
    """How a call fails: before or after it was carried out, once or with every later one; `dies`: nothing follows."""

    after: bool
    for_good: bool
    dies: bool = False


FAULTS = (
    *(Fault(after, for_good) for after in (False, True) for for_good in (False, True)),
    *(Fault(after, for_good=True, dies=True) for after in (False, True)),
)


def failures_at(call: int) -> Iterator[tuple[Fault, int]]:
    """The faults, each with an error, that a call is tried with: all, or one in turn."""
    every = list(product(FAULTS, ERRORS))
    yield from every if THOROUGH else [every[7 * call % len(every)]]


def fail_everywhere(
    place: Path, protocol: Protocol, at_call: Callable[[int], Iterable[tuple[Fault, int]]] = failures_at
) -> tuple[set[type[BaseException] | None], int]:
    """Lets the protocol fail at its first call, its second, … to the end; the outcomes, and how many failures."""
    outcomes: set[type[BaseException] | None] = set()
    failures = 0
    for call in range(1000):
        before = failures
        for number, (fault, error) in enumerate(at_call(call)):
            outcome, reached = fail_once(scene(place / f"{call}-{number}"), protocol, call, fault, error)
            outcomes.add(None if outcome is None else type(outcome))
            failures += reached
        if failures == before:
            return outcomes, failures
    raise AssertionError("the protocol has no end")


def fail_once(at: Scene, protocol: Protocol, call: int, fault: Fault, error: int) -> tuple[Outcome, bool]:
    """Lets one call fail and looks at what became of it; tells whether there was such a call."""
    act, look = protocol(at)
    at.files.dies = fault.dies
    at.files.watch(call, error, after=fault.after, for_good=fault.for_good)
    outcome: Outcome = None
    try:
        act()
    except (ResokitError, StoppedError) as failure:
        outcome = failure
    reached = at.files.failed
    at.files.watch()
    assert texts(at.opened(PASSPHRASE, NEW).storage(at.kept)) == ["blijft"]
    look(outcome)
    return outcome, reached


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda each: each.__name__)
def test_a_failure_at_any_call_is_told_truly_and_loses_nothing(tmp_path: Path, protocol: Protocol) -> None:
    outcomes, failures = fail_everywhere(tmp_path, protocol)
    assert failures >= 5
    assert None in outcomes
    print(f"{failures} failures: {sorted(each.__name__ if each else 'done' for each in outcomes)}")


def only(fault: Fault) -> Callable[[int], Iterable[tuple[Fault, int]]]:
    return lambda call: [(fault, errno.EIO)]


def test_a_disk_that_goes_away_while_a_name_is_given_leaves_it_uncertain_and_says_so(tmp_path: Path) -> None:
    outcomes, _ = fail_everywhere(tmp_path, saving, only(Fault(after=False, for_good=True)))
    assert UncertainError in outcomes


def test_control_not_looking_again_after_an_error_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def believe(*_: object) -> None:
        raise NotSavedError(Message("the disk is full"))

    monkeypatch.setattr(publish, "_look_again", believe)
    with pytest.raises(AssertionError):
        fail_everywhere(tmp_path, saving, only(Fault(after=True, for_good=False)))


def test_control_removing_the_old_way_in_before_the_new_one_is_there_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = TwoCopies.save

    def hastily(copies: TwoCopies, number: int, data: bytes) -> None:
        for folder in copies._folders:
            for path in folder.glob("0*"):
                path.unlink()
        save(copies, number, data)

    def changing_hastily(at: Scene) -> tuple[Callable[[], object], Look]:
        monkeypatch.setattr(TwoCopies, "save", hastily)
        return changing_the_passphrase(at)

    with pytest.raises((AssertionError, ResokitError)):
        fail_everywhere(tmp_path, changing_hastily, only(Fault(after=False, for_good=True, dies=True)))
