"""What every test may use: a home of its own, a fixed clock, and a key derivation that takes no time."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from resokit_tui.core.dates import Clock
from resokit_tui.method.folder import content_folder
from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import make_practice_vault
from resokit_tui.workspace.unlock import Doors

CHEAP = KdfBounds(KdfParameters(8, 1, 1), KdfParameters(64, 1, 1))
NOW = datetime(2026, 11, 23, 14, 32, tzinfo=timezone(timedelta(hours=1)))
"""A Monday afternoon in Brussels."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many a test waits for a terminal or a clock."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture
def clock() -> Clock:
    return lambda: NOW


@pytest.fixture
def doors(tmp_path: Path, clock: Clock) -> Doors:
    """The vaults of a fresh account, with the cheapest key derivation there is."""
    return Doors(tmp_path / "vaults", CHEAP, clock, parameters=CHEAP.floor)


@pytest.fixture
def practice(tmp_path: Path, doors: Doors) -> Workspace:
    """An open practice vault with the three fictional dossiers."""
    return make_practice_vault(tmp_path / "practice", doors, "Oefenkluis", content_folder() / "demo", NOW)
