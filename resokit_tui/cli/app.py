"""Opening the app, on the vaults of this account or on a practice vault."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from resokit_tui.cli.terminal import tell
from resokit_tui.compose import House, run_app
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.export_places import left_behind

if TYPE_CHECKING:
    import argparse


def open_app(house: House, options: argparse.Namespace | None = None) -> int:
    """The app: choose, make or unlock a vault; without `options` nothing was typed after `resokit`."""
    doors = house.doors()
    chosen = doors.door(options.vault) if options is not None and options.vault is not None else None
    need_terminal()
    outcome = run_app(house, doors, chosen=chosen, still=still())
    if outcome.locked:
        return start_anew()
    tell_what_is_left(house)
    return outcome.code


def tell_what_is_left(house: House) -> None:
    """A quiet line after the app: how many documents lie in its folder, in clear. No name, for it stays in sight."""
    if left := len(left_behind(house.paths.exports)):
        told = Message.counted(
            "{n} document that is not encrypted lies in {folder}.",
            "{n} documents that are not encrypted lie in {folder}.",
            left,
            folder=str(house.paths.exports),
        )
        tell(house.catalog.render(told))


def start_anew(*extra: str) -> int:
    """Replaces this process by a fresh one, because only that empties memory (measured: vault.md §6)."""
    command = [sys.executable, "-I", "-m", "resokit_tui", *sys.argv[1:], *extra]
    if os.name == "nt":  # there, exec would give the terminal back to the shell first
        return subprocess.call(command)  # noqa: S603 (our own interpreter, our own arguments)
    os.execv(sys.executable, command)  # noqa: S606


def still() -> bool:
    """Whether nothing on the screen may move: ACCESSIBLE=1."""
    return os.environ.get("ACCESSIBLE", "") not in ("", "0")


def need_terminal() -> None:
    """Raises `CannotError` when there is no terminal to show the app in."""
    # The screen is drawn on standard error: sent to a file, it would put a client's words there.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise CannotError(
            Message(
                "The app needs a terminal. Without one you can use “resokit show”, “resokit export”, "
                "or “resokit demo --pdf FILE”."
            )
        )
