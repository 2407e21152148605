"""Commands around the vault itself."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {"keeping": Message("In my vault")}

CHAINS: tuple[tuple[str, ...], ...] = (("pick", "keeping"), ("field", "keeping"))

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.keeping", "", "keeping", Message("my vault"), Message("Backup, check, passphrase: look after your vault.")
    ),
    Command("today.keeping", "m", "app.keeping", Message("my vault"), Message("Look after your vault."), footer=True),
    Command("keeping.back", "escape", "back", Message("go back"), Message("Back to where you came from."), footer=True),
)
