"""A vault on a disk that can be made full."""

from __future__ import annotations

import errno
from pathlib import Path

from resokit_tui.core.dates import Clock
from resokit_tui.vault.files import Files
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.dossiers import Workspace
from tests.conftest import CHEAP

PASSPHRASE = "correct paard batterij nietje"


class FullDisk(Files):
    """The real file system until `full` is set."""

    full = False

    def write_new(self, path: Path, data: bytes) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write_new(path, data)


def vault_on(files: FullDisk, folder: Path, clock: Clock) -> Workspace:
    """An open, empty vault."""
    vault, _ = Vault.create(folder, "Ann", PASSPHRASE, bounds=CHEAP, parameters=CHEAP.floor, files=files)
    return Workspace(vault, clock)
