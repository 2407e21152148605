"""The one place where things are built and handed to each other; nothing below it looks for its own parts."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from resokit_tui.core.dates import Clock, system_clock
from resokit_tui.core.errors import EXIT_DONE
from resokit_tui.core.eventlog import EventLog
from resokit_tui.core.i18n import Catalog, load_catalog
from resokit_tui.core.paths import Paths, find_paths
from resokit_tui.core.settings import Settings, load_settings, save_settings
from resokit_tui.method.folder import content_folder
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors, VaultDoor

if TYPE_CHECKING:
    from resokit_tui.method.catalogue import Catalogue
    from resokit_tui.method.faults import ContentError
    from resokit_tui.method.glossary import Glossary
    from resokit_tui.method.method import Method


class House(msgspec.Struct, frozen=True):
    """What every command may need, built from the environment and the settings of this machine."""

    paths: Paths
    settings: Settings
    catalog: Catalog
    clock: Clock
    eventlog: EventLog

    def method(self) -> Method:
        """The method, in the reader's language where it exists."""
        return read_method(self.catalog.language)

    def doors(self) -> Doors:
        """The vaults of this account; a new one gets a key derivation measured on this machine."""
        return Doors(self.paths.vaults, REAL_BOUNDS, self.clock, state=self.paths.state)

    def practice_doors(self, folder: Path) -> Doors:
        """The way into a practice vault: the cheapest key derivation we accept, since it protects nothing."""
        return Doors(folder, REAL_BOUNDS, self.clock, parameters=REAL_BOUNDS.floor)

    @property
    def demo_content(self) -> Path:
        """Folder with the practice dossiers."""
        return content_folder() / "demo"


def read_method(language: str, overlay: Path | None = None) -> Method:
    """The method that came with the program, with the organisation's own pages in `overlay` on top of it."""
    from resokit_tui.method.loader import load_method

    return load_method(content_folder(), language, overlay)


def content_faults(overlay: Path | None = None) -> list[ContentError]:
    """What is wrong in the content that came with the program, and in the organisation's own folder."""
    from resokit_tui.method.catalogue import read_catalogue
    from resokit_tui.method.glossary import glossary_link_faults, read_glossary
    from resokit_tui.method.loader import check_content, load_method

    folder = content_folder()
    faults = check_content(folder)
    glossary = read_glossary(folder, faults)
    read_catalogue(folder, faults)
    if not faults:
        faults += glossary_link_faults(folder, glossary, set(load_method(folder, "nl").pages))
    return faults + (overlay_faults(overlay) if overlay else [])


def overlay_faults(overlay: Path) -> list[ContentError]:
    """What is wrong in the organisation's own folder."""
    from resokit_tui.method.loader import check_overlay

    return check_overlay(content_folder(), overlay)


def read_glossary() -> Glossary:
    """The words of the trade that came with the program."""
    from resokit_tui.method.glossary import load_glossary

    return load_glossary(content_folder())


def build_house(environment: Mapping[str, str], language: str | None = None, clock: Clock = system_clock) -> House:
    """Builds the house; a `language` that was asked for goes before the setting.

    Raises `CannotError` for settings that cannot be read.
    """
    paths = find_paths(environment)
    settings = load_settings(paths.settings)
    catalog = load_catalog(language or settings.language)
    return House(paths, settings, catalog, clock, EventLog(paths.log))


def read_roles() -> Catalogue:
    """The roles to think with that came with the program."""
    from resokit_tui.method.catalogue import load_catalogue

    return load_catalogue(content_folder())


class Outcome(NamedTuple):
    """How the face ended: `locked` asks to be started anew; `code` is what the command returns otherwise."""

    locked: bool
    code: int


def run_app(
    house: House,
    doors: Doors,
    *,
    chosen: VaultDoor | None = None,
    passphrase_shown: str = "",
    still: bool = False,
    exports: Path | None = None,
) -> Outcome:
    """Runs the face until somebody leaves.

    `chosen` is the vault that was asked for; `still` is without motion; `exports` is where documents go instead of the
    usual folder. Textual is only imported here.
    """
    # Nothing that is made on the way to the first screen ever becomes garbage: looking for it costs 40 ms.
    # `ResokitApp.on_ready` turns the collector on again (`ui.housekeeping`).
    gc.disable()
    from resokit_tui.ui.app import Leave, ResokitApp
    from resokit_tui.ui.services import Services

    asked = house.catalog.language

    def keep(settings: Settings) -> None:
        # A language asked for on the command line holds for this once: only a language that was chosen is kept.
        lasting = house.settings.language if settings.language == asked else settings.language
        save_settings(house.paths.settings, msgspec.structs.replace(settings, language=lasting))

    services = Services(
        settings=msgspec.structs.replace(house.settings, language=asked),
        clock=house.clock,
        doors=doors,
        events=house.eventlog,
        load_method=read_method,
        check_overlay=overlay_faults,
        load_glossary=read_glossary,
        load_catalogue=read_roles,
        keep_settings=keep,
        exports=exports or house.paths.exports,
        motion=not still,
        chosen=chosen,
        shown_passphrase=passphrase_shown,
    )
    app = ResokitApp(services)
    left = app.run()
    return Outcome(locked=left is Leave.LOCK, code=app.return_code or EXIT_DONE)


def harden() -> None:
    """Makes what this process writes private, and keeps its memory from other processes and from core dumps."""
    os.umask(0o077)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return  # not on this system; the rest of the protection stands
