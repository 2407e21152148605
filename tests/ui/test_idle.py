from __future__ import annotations

import gc
from pathlib import Path

import pytest

from resokit_tui.core.dates import Clock
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.dialogs.curtain import CurtainScreen
from resokit_tui.ui.housekeeping import QUIET
from resokit_tui.ui.idle import Idle
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at
from tests.ui.seen import settle, text, type_text


class Hours:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def watched(app: ResokitApp) -> Hours:
    clock = Hours()
    app.idle = Idle(clock)
    return clock


async def test_it_locks_after_the_minutes_of_the_setting_and_keeps_what_was_typed(
    practising: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    services = practising(idle_minutes=2)
    app = ResokitApp(services, first=DossierScreen)
    clock = watched(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "nog niet klaar")
        clock.seconds += 119
        await app.lock_when_idle()
        assert services.workspace is not None
        clock.seconds += 1
        await app.lock_when_idle()
        await pilot.pause()
    assert app.return_value is Leave.LOCK
    again = doors.open(tmp_path / "practice", PASSPHRASE)
    draft = read_draft(again.open(again.find("Marie-Louise")), "note")
    assert draft is not None
    assert draft.texts["text"] == "nog niet klaar"


@pytest.mark.parametrize("key", ["down", "f9"])
async def test_a_key_says_that_somebody_is_there(practising: MakeServices, key: str) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    clock = watched(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        clock.seconds += 200
        await pilot.press(key)
        clock.seconds += 200
        await app.lock_when_idle()
        assert services.workspace is not None


async def test_behind_the_curtain_it_locks_too(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    clock = watched(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        clock.seconds += 300
        await app.lock_when_idle()
        await pilot.pause()
    assert app.return_value is Leave.LOCK


async def test_without_an_open_vault_there_is_nothing_to_lock(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    clock = watched(app)
    async with app.run_test(size=(80, 24)) as pilot:
        clock.seconds += 3600
        await app.lock_when_idle()
        await pilot.pause()
        assert at(app, WayfinderScreen)


async def test_what_cannot_be_saved_is_hidden_rather_than_lost(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk = FullDisk()
    services = make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    hours = watched(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "halve zin")
        disk.full = True
        hours.seconds += 300
        await app.lock_when_idle()
        await pilot.pause()
        assert at(app, CurtainScreen)
        assert "halve zin" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "halve zin" in text(app)
        disk.full = False
        hours.seconds += 300
        await app.lock_when_idle()
        await pilot.pause()
    assert app.return_value is Leave.LOCK


def test_garbage_is_looked_for_between_two_sentences_never_within_one(
    make_services: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append("everywhere"))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 1000))
    app = ResokitApp(make_services())
    clock = watched(app)
    app.tidy_when_quiet()
    assert looked == []
    clock.seconds += QUIET
    app.tidy_when_quiet()
    assert looked == ["everywhere"]
    monkeypatch.setattr(gc, "get_count", lambda: (700, 10, 1))
    app.tidy_when_quiet()
    assert looked == ["everywhere"], "nothing much was made since"
