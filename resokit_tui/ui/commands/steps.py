"""Commands of the list of steps."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {"steps": Message("Among the steps")}

CHAINS: tuple[tuple[str, ...], ...] = (("list", "steps"), ("option", "writing"))

COMMANDS: tuple[Command, ...] = (
    Command("steps.new", "n", "new", Message("step"), Message("Write steps, one after the other."), footer=True),
    Command(
        "steps.done",
        "space",
        "mark('done')",
        Message("done"),
        Message("This step is done; once more, and it is to do again."),
        footer=True,
    ),
    Command(
        "steps.busy",
        "z",
        "mark('busy')",
        Message("busy"),
        Message("This step has begun; once more, and it is to do again."),
    ),
    Command(
        "steps.postpone",
        "l",
        "aside('postponed')",
        Message("put off"),
        Message("Put this step off, with the reason and perhaps another day."),
        footer=True,
    ),
    Command(
        "steps.cancel",
        "x",
        "aside('cancelled')",
        Message("cancel"),
        Message("Cancel this step; it stays, with the reason."),
        footer=True,
    ),
    Command("steps.remove", "delete", "remove", Message("remove"), Message("Put this step in the trash.")),
    Command("steps.back", "escape", "back", Message("go back"), Message("Back to the dossier."), footer=True),
)
