"""Commands of the screen of role ideas."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {"ideas": Message("Among the role ideas")}

CHAINS: tuple[tuple[str, ...], ...] = (("list", "ideas"), ("press", "ideas", "stages"), ("field", "writing"))

COMMANDS: tuple[Command, ...] = (
    Command("ideas.new", "n", "new", Message("new"), Message("Note an idea in your own words."), footer=True),
    Command(
        "ideas.choose",
        "j",
        "mark('chosen')",
        Message("yes"),
        Message("This idea is chosen; once more, and it is open again."),
        footer=True,
    ),
    Command(
        "ideas.later",
        "l",
        "mark('later')",
        Message("not yet"),
        Message("Keep this idea for later; once more, and it is open again."),
        footer=True,
    ),
    Command(
        "ideas.reject",
        "x",
        "reject",
        Message("no"),
        Message("This idea is rejected; it stays, with the reason."),
        footer=True,
    ),
    Command(
        "ideas.work",
        "k",
        "choose",
        Message("choose this"),
        Message("This becomes the role that is worked out; on to stage 5."),
        footer=True,
    ),
    Command(
        "ideas.compare",
        "v",
        "compare",
        Message("compare"),
        Message("Up to three ideas side by side on the role check."),
        footer=True,
    ),
    Command(
        "ideas.next",
        "tab",
        "app.focus_next",
        Message("onward"),
        Message("To the next part of the screen."),
        footer=True,
        palette=False,
    ),
    Command(
        "ideas.back",
        "escape",
        "back",
        Message("go back"),
        Message("Back to the dossier."),
        palette=False,
    ),
)
