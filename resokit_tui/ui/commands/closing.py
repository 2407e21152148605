"""Commands of the screen that closes a dossier, and lets it go."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {"closing": Message("While you round off a dossier")}

CHAINS: tuple[tuple[str, ...], ...] = (("pick", "closing"),)

COMMANDS: tuple[Command, ...] = (
    Command("closing.back", "escape", "back", Message("go back"), Message("Back to the dossier."), footer=True),
)
