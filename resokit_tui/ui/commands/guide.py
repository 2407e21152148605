"""Commands of the guide: the questions of *Where are you?*, and the route they lead to."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "ask": Message("While you say where you are"),
    "pick": Message("On an answer"),
    "route": Message("On your route"),
    "stop": Message("On a stop of your route"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("list", "ask"),
    ("pick", "ask"),
    ("stop", "route"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "wayfinder.ask",
        "w",
        "ask",
        Message("where are you?"),
        Message("Say where it sticks; a few short questions lead to a route."),
        footer=True,
    ),
    Command("wayfinder.route", "r", "route", Message("your route"), Message("To the route you are following.")),
    Command(
        "wayfinder.jump",
        "A-Z",
        "jump",
        Message("first letter"),
        Message("To the next stop that begins with this letter; with Shift too when the letter does something else."),
        palette=False,
        bound=False,
    ),
    Command(
        "pick.take", "enter", "select", Message("choose"), Message("Take this answer."), footer=True, palette=False
    ),
    Command("ask.read", "l", "read", Message("read about it"), Message("Read the page about this."), footer=True),
    Command("ask.leave", "escape", "leave", Message("to the map"), Message("Back to the map."), footer=True),
    Command(
        "ask.back",
        "backspace",
        "back",
        Message("go back"),
        Message("Back to the question before, or to the situations."),
        footer=True,
    ),
    Command("stop.open", "enter", "open", Message("open"), Message("Open the page of this stop."), footer=True),
    Command(
        "stop.tick",
        "space",
        "tick",
        Message("tick off"),
        Message("Tick this stop off, or put it back."),
        footer=True,
    ),
    Command("stop.up", "up", "step(-1)", Message("previous stop"), Message("One stop back."), palette=False),
    Command("stop.down", "down", "step(1)", Message("next stop"), Message("One stop on."), palette=False),
    Command("stop.first", "home", "end(0)", Message("first stop"), Message("To the first stop."), palette=False),
    Command("stop.last", "end", "end(-1)", Message("last stop"), Message("To the last stop."), palette=False),
    Command("route.keep", "s", "keep", Message("keep"), Message("Keep this route and follow it."), footer=True),
    Command(
        "route.stop",
        "x",
        "stop",
        Message("stop"),
        Message("Stop following this route; it stays in the dossier."),
        footer=True,
    ),
    Command("route.leave", "escape", "leave", Message("to the map"), Message("Back to the map."), footer=True),
    Command(
        "route.answers",
        "backspace",
        "answers",
        Message("questions"),
        Message("Back to your answers, to change them."),
        footer=True,
    ),
)
