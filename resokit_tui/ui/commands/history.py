"""Commands for looking back: undo everywhere, the history of a dossier, and its trash."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "history": Message("In the history"),
    "trash": Message("In the trash"),
    "states": Message("In earlier versions"),
}

CHAINS: tuple[tuple[str, ...], ...] = (("list", "history"), ("list", "trash"), ("pick", "states"))

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.undo",
        "u",
        "undo_last",
        Message("undo"),
        Message("Undo what you did last in this dossier, and nothing else."),
    ),
    Command("app.redo", "U", "redo_last", Message("redo"), Message("Do again what was undone last.")),
    Command("history.trash", "p", "trash", Message("trash"), Message("See what was removed."), footer=True),
    Command("history.back", "escape", "back", Message("go back"), Message("Back to the dossier."), footer=True),
    Command(
        "trash.erase",
        "delete",
        "erase",
        Message("erase for good"),
        Message("Let this go for good, with the history of the dossier. Your passphrase confirms it."),
        footer=True,
    ),
    Command("trash.back", "escape", "back", Message("go back"), Message("Back to where you came from."), footer=True),
    Command("states.back", "escape", "back", Message("go back"), Message("Back; nothing is changed."), footer=True),
)
