"""Commands of the forms of a dossier, and of the line of stages above them."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "form": Message("In a form"),
    "words": Message("On options in words"),
    "rows": Message("In a list of a dossier"),
    "needs": Message("In what is needed"),
    "consents": Message("Among the permissions"),
    "contents": Message("In the contents of a dossier"),
    "stages": Message("Along the stages of a dossier"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("writing", "form", "stages"),
    ("words", "writing", "form", "stages"),
    ("press", "writing", "form", "stages"),
    ("list", "rows", "stages"),
    ("list", "consents", "rows", "stages"),
    ("list", "needs", "form", "stages", "writing"),
    ("field", "needs", "form", "stages", "writing"),
    ("words", "needs", "form", "stages", "writing"),
    ("list", "contents"),
    ("list", "ideas", "stages"),
    ("list", "network", "stages"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "words.back", "left", "step(-1)", Message("option before"), Message("To the option before."), palette=False
    ),
    Command(
        "words.on",
        "right",
        "step(1)",
        Message("choose"),
        Message("To the next option."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command(
        "words.tick",
        "space",
        "tick",
        Message("take or leave"),
        Message("Take or leave this one, where several may hold."),
        palette=False,
    ),
    Command(
        "form.earlier",
        "f5",
        "earlier",
        Message("earlier versions"),
        Message("See what this said before, and put it back."),
    ),
    Command("rows.new", "n", "new", Message("new"), Message("One more."), footer=True),
    Command("rows.remove", "delete", "remove", Message("remove"), Message("Put it in the trash."), footer=True),
    Command("rows.back", "escape", "back", Message("go back"), Message("Back to where you came from."), footer=True),
    Command(
        "needs.on",
        "pagedown",
        "row(1)",
        Message("next row"),
        Message("To the next row, and save this one."),
        palette=False,
        priority=True,
    ),
    Command(
        "needs.before",
        "pageup",
        "row(-1)",
        Message("row before"),
        Message("To the row before, and save this one."),
        palette=False,
        priority=True,
    ),
    Command(
        "consents.withdraw",
        "t",
        "withdraw",
        Message("take back"),
        Message("Note that the person takes this permission back."),
        footer=True,
    ),
    Command("needs.new", "n", "new", Message("new"), Message("One more in this area."), footer=True),
    Command(
        "needs.step",
        "s",
        "step",
        Message("make it a step"),
        Message("Make a step of what you will do about it."),
        footer=True,
    ),
    Command("needs.remove", "delete", "remove", Message("remove"), Message("Put it in the trash.")),
    Command("stages.page", "f2", "page", Message("explanation"), Message("The page of the method about this stage.")),
    Command("stages.before", "f3", "stage(-1)", Message("stage before"), Message("To the stage before.")),
    Command("stages.after", "f4", "stage(1)", Message("next stage"), Message("To the next stage.")),
    Command(
        "stages.contents",
        "ctrl+g",
        "contents",
        Message("go to"),
        Message("Go to another stage of this dossier."),
    ),
    Command("contents.back", "escape,ctrl+g", "close", Message("go back"), Message("Stay here."), footer=True),
)
