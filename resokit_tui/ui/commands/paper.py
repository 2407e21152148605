"""Commands of the screen that puts a dossier on paper."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "paper": Message("While you make a document"),
    "import": Message("While you take in a dossier"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("option", "paper"),
    ("field", "paper"),
    ("press", "paper"),
    ("scroll", "paper"),
    ("field", "import"),
    ("press", "import"),
)

COMMANDS: tuple[Command, ...] = (
    Command("paper.up", "up", "app.focus_previous", Message("up"), Message("One choice up."), palette=False),
    Command(
        "paper.down",
        "down",
        "app.focus_next",
        Message("next"),
        Message("To the next choice, and to what will be in the document."),
        footer=True,
        palette=False,
        display="up,down",
    ),
    Command("paper.make", "m", "make", Message("make it"), Message("Make the document."), footer=True),
    Command("paper.open", "o", "open", Message("open it"), Message("Open the document that was made."), footer=True),
    Command("paper.back", "escape", "back", Message("go back"), Message("Back to the dossier."), footer=True),
    Command(
        "import.next",
        "tab",
        "app.focus_next",
        Message("to the next field"),
        Message("To the next field or button."),
        palette=False,
        priority=True,
    ),
    Command("import.back", "escape", "back", Message("go back"), Message("Back; nothing was taken in."), footer=True),
    Command(
        "dossiers.import",
        "h",
        "import",
        Message("take in"),
        Message("Take in a dossier that was exported from another vault."),
        footer=True,
    ),
)
