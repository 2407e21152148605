"""Commands of a reflection, and of the list of them."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "reflection": Message("While you reflect"),
    "reflections": Message("Among your reflections"),
    "ticks": Message("On a list to tick"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("writing", "reflection"),
    ("ticks", "reflection"),
    ("option", "reflection"),
    ("field", "reflection"),
    ("list", "reflections"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "reflection.on",
        "pagedown",
        "phase(1)",
        Message("next phase"),
        Message("On to the next phase."),
        footer=True,
        palette=False,
        priority=True,
    ),
    Command(
        "reflection.back",
        "pageup",
        "phase(-1)",
        Message("previous phase"),
        Message("Back to the phase before."),
        palette=False,
        priority=True,
    ),
    Command(
        "reflection.claim",
        "ctrl+t",
        "claim",
        Message("mark the line"),
        Message("Mark this line as a fact, an interpretation or a hypothesis, or as none."),
        footer=True,
    ),
    Command(
        "ticks.tick",
        "enter,space",
        "select",
        Message("tick"),
        Message("Tick this one, or not after all."),
        footer=True,
        palette=False,
    ),
    Command("ticks.up", "up", "cursor_up", Message("up"), Message("One row up."), palette=False),
    Command("ticks.down", "down", "cursor_down", Message("down"), Message("One row down."), palette=False),
    Command("ticks.first", "home", "first", Message("first"), Message("To the first row."), palette=False),
    Command("ticks.last", "end", "last", Message("last"), Message("To the last row."), palette=False),
    Command("reflections.new", "n", "new", Message("new"), Message("Look back at another moment."), footer=True),
    Command(
        "reflections.paper",
        "e",
        "paper",
        Message("on paper"),
        Message("Make a document of this reflection, for yourself or for intervision."),
        footer=True,
    ),
    Command("reflections.back", "escape", "back", Message("go back"), Message("Back to the dossier."), footer=True),
)
