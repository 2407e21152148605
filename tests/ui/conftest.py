"""The app on a real vault in a temporary folder, driven by keys and read as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from resokit_tui.core.dates import Clock
from resokit_tui.core.eventlog import EventLog
from resokit_tui.core.settings import Settings
from resokit_tui.method.catalogue import load_catalogue
from resokit_tui.method.folder import content_folder
from resokit_tui.method.glossary import load_glossary
from resokit_tui.method.loader import load_method
from resokit_tui.ui.services import Services
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import Doors

MakeServices = Callable[..., Services]


@pytest.fixture
def make_services(tmp_path: Path, doors: Doors, clock: Clock) -> MakeServices:
    """Services on the doors of a fresh account; settings by name (`language="fr"`), no vault open."""

    def make(**settings: object) -> Services:
        return Services(
            settings=Settings(**settings),  # type: ignore[arg-type]
            clock=clock,
            doors=doors,
            events=EventLog(tmp_path / "state" / "events.log"),
            load_method=lambda language, overlay: load_method(content_folder(), language, overlay),
            load_glossary=lambda: load_glossary(content_folder()),
            load_catalogue=lambda: load_catalogue(content_folder()),
            keep_settings=lambda _: None,
            exports=tmp_path / "exports",
            draft_every=3600,  # a test says itself when: on a slow machine one more would come in between
            motion=False,
        )

    return make


@pytest.fixture
def practising(make_services: MakeServices, practice: Workspace) -> MakeServices:
    """Services with the practice vault open and the dossier of Marie-Louise, as after unlocking."""

    def make(**settings: object) -> Services:
        services = make_services(**settings)
        services.workspace = practice
        services.session = practice.open(practice.find("Marie-Louise"))
        return services

    return make
