"""Whatever keys are pressed, in whatever order and however fast: nothing goes wrong, and no screen is lost."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from textual.events import Key

from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.workspace import keeping
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.seen import settle

RUNS, PRESSES = int(os.environ.get("RESOKIT_RUNS", "3")), 400
SIZES = ((80, 24), (60, 20), (120, 36))
ARROWS = ("up", "down", "left", "right")
WAYS = ("pageup", "pagedown", "home", "end", "tab", "tab", "shift+tab", "escape", "escape", "enter", "enter", "enter")
DOING = ("delete", "backspace", "space", "f1", "f2", "f3", "f4", "f5", "f9", "question_mark")
CONTROLS = tuple(f"ctrl+{letter}" for letter in "gnpfstza")
LETTERS = tuple("abcdefghijklmnopqrstuvwxyzUVN1234")
KEYS = ARROWS * 4 + WAYS * 2 + DOING + CONTROLS + LETTERS
"""Without the keys that lock or leave."""
CHARACTERS = {"space": " ", "question_mark": "?"}


@pytest.mark.parametrize("seed", range(RUNS))
async def test_no_order_of_keys_brings_a_fault(
    practising: MakeServices, doors: Doors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)  # among the keys there may be the name of a folder for a backup
    dice = random.Random(seed)
    app = ResokitApp(practising(language=dice.choice(("nl", "fr", "en"))), first=TodayScreen)
    pressed: list[str] = []
    async with app.run_test(size=SIZES[seed % len(SIZES)], notifications=True) as pilot:
        await settle(pilot)
        for number in range(PRESSES):
            if app.return_value is not None:  # left, by way of the palette
                break
            key = dice.choice(KEYS)
            pressed.append(f"{type(app.screen).__name__} {key}")
            app.post_message(Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
            if dice.random() < 0.6:  # else the next one comes before this one is done
                await pilot.pause()
            if number % 25 == 0:
                await settle(pilot)
                await pilot.resize_terminal(*dice.choice(SIZES))
        await settle(pilot)
        assert app.is_running or isinstance(app.return_value, Leave)
    faults = tmp_path / "state" / "events.log"
    assert not faults.exists() or not faults.read_text(), pressed[-40:]
    assert keeping.check(doors.open(tmp_path / "practice", PASSPHRASE)) == []
