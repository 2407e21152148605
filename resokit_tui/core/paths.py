"""Where things are kept. Nothing is made or touched until it is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Paths(msgspec.Struct, frozen=True):
    """The folders of this account: `home` holds the vaults, `state` the event log and what is true of this machine."""

    home: Path
    state: Path

    @property
    def vaults(self) -> Path:
        """Folder that holds one folder per vault."""
        return self.home / "vaults"

    @property
    def exports(self) -> Path:
        """Folder for documents written without a path of the user's own."""
        return self.home / "exports"

    @property
    def settings(self) -> Path:
        """File with the settings of this machine; holds nothing about clients."""
        return self.home / "settings.json"

    @property
    def log(self) -> Path:
        """File with events: kinds, numbers and random ids, never text."""
        return self.state / "events.log"


def find_paths(environment: Mapping[str, str]) -> Paths:
    """`RESOKIT_HOME` if it is set, else the usual folders of this system."""
    if chosen := environment.get("RESOKIT_HOME"):
        home = Path(chosen).expanduser().absolute()
        return Paths(home, home / "state")
    from platformdirs import PlatformDirs

    folders = PlatformDirs("resokit", appauthor=False)
    return Paths(Path(folders.user_data_path), Path(folders.user_state_path))


def make_private(folder: Path) -> None:
    """Makes a folder (and its parents) that only this account may open."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)
