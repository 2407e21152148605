"""From options to an open vault: which one, and the passphrase. The order of checks is a promise: see `run`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from resokit_tui.cli.terminal import ask_passphrase
from resokit_tui.compose import House
from resokit_tui.core.errors import CannotError, UsageError
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import VaultDoor


def choose_door(house: House, options: argparse.Namespace) -> VaultDoor:
    """The vault that is meant. Raises `CannotError` when there is none, `UsageError` when there are several."""
    doors = house.doors()
    if options.vault is not None:
        return doors.door(options.vault)
    found = doors.vaults()
    if not found:
        raise CannotError(Message("There is no vault here yet. Make one with: resokit init NAME"))
    if len(found) > 1:
        names = "\n".join(f"  {door.name}  --vault {door.folder}" for door in found)
        raise UsageError(Message("There are several vaults. Say which one with --vault:\n{names}", names=names))
    return found[0]


@contextmanager
def open_workspace(house: House, options: argparse.Namespace) -> Iterator[Workspace]:
    """An open vault, which is closed again whatever happens. Raises `LockedError` for a wrong passphrase."""
    door = choose_door(house, options)
    question = Message("Passphrase of {name}:", name=door.name)
    passphrase = ask_passphrase(house.catalog, options.passphrase_fd, question)
    workspace = house.doors().open(door.folder, passphrase)
    try:
        yield workspace
    finally:
        workspace.close()
