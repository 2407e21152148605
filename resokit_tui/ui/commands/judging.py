"""Commands of the role check, of quality of life, and of reading together."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "check": Message("In the role check"),
    "quality": Message("On quality of life"),
    "together": Message("While you read together"),
}

CHAINS: tuple[tuple[str, ...], ...] = (("check",), ("quality",), ("together",))

COMMANDS: tuple[Command, ...] = (
    Command("check.up", "up", "point(-1)", Message("up"), Message("To the point above."), palette=False),
    Command("check.down", "down", "point(1)", Message("down"), Message("To the point below."), palette=False),
    Command("check.less", "left", "answer(-1)", Message("answer before"), Message("The answer before."), palette=False),
    Command(
        "check.more",
        "right",
        "answer(1)",
        Message("answer"),
        Message("The next answer: yes, partly, no, or none."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command("check.next", "tab", "role(1)", Message("next role"), Message("To the next role."), footer=True),
    Command(
        "check.compare", "v", "compare", Message("other role"), Message("Compare with another idea here."), footer=True
    ),
    Command("check.note", "enter", "note", Message("note"), Message("Write why, for this point."), footer=True),
    Command("check.back", "escape", "back", Message("go back"), Message("Save, and go back."), footer=True),
    Command("quality.up", "up", "domain(-1)", Message("up"), Message("To the domain above."), palette=False),
    Command("quality.down", "down", "domain(1)", Message("down"), Message("To the domain below."), palette=False),
    Command("quality.less", "left", "score(-1)", Message("word before"), Message("The word before."), palette=False),
    Command(
        "quality.more",
        "right",
        "score(1)",
        Message("word"),
        Message("The next word on the scale."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command(
        "quality.voice",
        "v",
        "voice",
        Message("other voice"),
        Message("Note what the person says, or what you see yourself."),
        footer=True,
    ),
    Command(
        "quality.earlier",
        "t",
        "earlier",
        Message("earlier"),
        Message("Look at the time before; once more: back."),
        footer=True,
    ),
    Command("quality.note", "enter", "note", Message("note"), Message("Write what it is about."), footer=True),
    Command("quality.back", "escape", "back", Message("go back"), Message("Save, and go back."), footer=True),
    Command("together.back", "left", "turn(-1)", Message("page before"), Message("The page before."), palette=False),
    Command(
        "together.on",
        "right,space,enter",
        "turn(1)",
        Message("turn the page"),
        Message("The next page."),
        palette=False,
    ),
    Command("together.leave", "escape", "leave", Message("stop"), Message("Back to the dossier.")),
)
