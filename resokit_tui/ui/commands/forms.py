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
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("writing", "form"),
    ("words", "writing", "form"),
    ("press", "writing", "form"),
    ("list", "rows"),
    ("list", "consents", "rows"),
    ("list", "needs", "form", "writing"),
    ("field", "needs", "form", "writing"),
    ("words", "needs", "form", "writing"),
    ("list", "contents"),
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
    Command("form.page", "f2", "page", Message("explanation"), Message("The page of the method about this stage.")),
    Command(
        "form.earlier",
        "f5",
        "earlier",
        Message("earlier versions"),
        Message("See what this said before, and put it back."),
    ),
    Command("form.before", "f3", "stage(-1)", Message("stage before"), Message("To the form of the stage before.")),
    Command("form.after", "f4", "stage(1)", Message("next stage"), Message("To the form of the next stage.")),
    Command(
        "form.contents",
        "ctrl+g",
        "contents",
        Message("go to"),
        Message("Go to another stage of this dossier."),
        footer=True,
    ),
    Command("rows.new", "n", "new", Message("new"), Message("One more."), footer=True),
    Command("rows.remove", "delete", "remove", Message("remove"), Message("Put it in the trash."), footer=True),
    Command("rows.page", "f2", "page", Message("explanation"), Message("The page of the method about this stage.")),
    Command("rows.before", "f3", "stage(-1)", Message("stage before"), Message("To the form of the stage before.")),
    Command("rows.after", "f4", "stage(1)", Message("next stage"), Message("To the form of the next stage.")),
    Command(
        "rows.contents",
        "ctrl+g",
        "contents",
        Message("go to"),
        Message("Go to another stage of this dossier."),
    ),
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
    Command("contents.back", "escape,ctrl+g", "close", Message("go back"), Message("Stay here."), footer=True),
)
