"""Commands of the wayfinder and the reader."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "wayfinder": Message("In the wayfinder"),
    "map": Message("On the map"),
    "question": Message("On a question"),
    "answer": Message("While you write an answer"),
    "choice": Message("In a choice"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("map", "wayfinder"),
    ("list", "wayfinder"),
    ("question", "reader"),
    ("answer", "reader"),
    ("choice", "reader"),
)

COMMANDS: tuple[Command, ...] = (
    Command("map.open", "enter", "open", Message("open"), Message("Open the page of this stop."), footer=True),
    Command(
        "map.up", "up", "along(-1)", Message("previous stop"), Message("One stop back on this line."), palette=False
    ),
    Command(
        "map.down", "down", "along(1)", Message("next stop"), Message("One stop on along this line."), palette=False
    ),
    Command(
        "map.left",
        "left",
        "across(-1)",
        Message("line to the left"),
        Message("To the line on the left."),
        palette=False,
    ),
    Command(
        "map.right",
        "right",
        "across(1)",
        Message("line to the right"),
        Message("To the line on the right."),
        palette=False,
    ),
    Command(
        "map.first", "home", "end(0)", Message("first stop"), Message("To the first stop of this line."), palette=False
    ),
    Command(
        "map.last", "end", "end(-1)", Message("last stop"), Message("To the last stop of this line."), palette=False
    ),
    Command(
        "wayfinder.next",
        "tab",
        "app.focus_next",
        Message("next stops"),
        Message("To the next stops, and back to the map."),
        footer=True,
        palette=False,
    ),
    Command(
        "wayfinder.linear",
        "l",
        "linear",
        Message("map or list"),
        Message("Show the map as a plain list, or the list as a map."),
        footer=True,
    ),
    Command(
        "question.answer",
        "enter",
        "answer",
        Message("answer"),
        Message("Write an answer to this question."),
        footer=True,
    ),
    Command(
        "question.down", "down", "step(1)", Message("next question"), Message("To the next question."), palette=False
    ),
    Command(
        "question.up",
        "up",
        "step(-1)",
        Message("previous question"),
        Message("To the previous question."),
        palette=False,
    ),
    Command(
        "answer.keep", "ctrl+s", "keep", Message("save"), Message("Save the answer and go on writing."), footer=True
    ),
    Command(
        "answer.done",
        "escape",
        "done",
        Message("save and close"),
        Message("Save the answer and close it."),
        footer=True,
    ),
    Command("choice.keep", "enter", "keep", Message("save"), Message("Keep this choice."), footer=True, palette=False),
    Command("choice.lower", "left,up", "step(-1)", Message("lower"), Message("One step lower."), palette=False),
    Command("choice.higher", "right,down", "step(1)", Message("higher"), Message("One step higher."), palette=False),
)
