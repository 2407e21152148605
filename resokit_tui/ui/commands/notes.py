"""Commands of the lists of notes and answers, of one note, and the quick note from anywhere."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "notes": Message("Among the notes"),
    "note": Message("While you read a note"),
    "answers": Message("Among the answers"),
    "chips": Message("Where labels and links are added"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("list", "notes"),
    ("field", "notes"),
    ("list", "note"),
    ("reading", "note"),
    ("list", "answers"),
    ("chips", "writing"),
)

_BACK = Message("go back")
_REMOVE = Message("remove")

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.quick-note",
        "ctrl+n",
        "quick_note",
        Message("quick note"),
        Message("Write a note in the dossier that is open, from anywhere."),
    ),
    Command("notes.new", "n", "new", Message("new"), Message("Write a note."), footer=True),
    Command("notes.change", "e", "change", Message("change"), Message("Change this note."), footer=True),
    Command("notes.seek", "f", "seek", Message("search"), Message("Search in the notes of this dossier."), footer=True),
    Command("notes.label", "l", "label", Message("label"), Message("Only the notes with one label."), footer=True),
    Command("notes.remove", "delete", "remove", _REMOVE, Message("Put this note in the trash.")),
    Command("notes.back", "escape", "back", _BACK, Message("All notes again; then to the dossier."), footer=True),
    Command("note.change", "e", "change", Message("change"), Message("Change this note."), footer=True),
    Command("note.remove", "delete", "remove", _REMOVE, Message("Put this note in the trash."), footer=True),
    Command("note.back", "escape", "back", _BACK, Message("Back to the notes."), footer=True),
    Command("answers.remove", "delete", "remove", _REMOVE, Message("Put this answer in the trash."), footer=True),
    Command("answers.back", "escape", "back", _BACK, Message("Back to the dossier."), footer=True),
    Command(
        "chips.add",
        "enter",
        "submit",
        Message("add"),
        Message("Add what is typed; an empty field goes on."),
        footer=True,
        palette=False,
    ),
    Command(
        "chips.remove",
        "backspace",
        "delete_left",
        Message("take away"),
        Message("In an empty field: take the last one away."),
        palette=False,
        bound=False,
    ),
)
