"""Commands of the screens around vault and dossier."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES: dict[str, Message] = {
    "unlock": Message("At the door"),
    "passphrase": Message("In the passphrase field"),
    "make": Message("While you make a vault"),
    "sheet": Message("With your recovery sheet"),
    "press": Message("On a button"),
    "field": Message("In a field"),
    "today": Message("On Today"),
    "dossier": Message("In a dossier"),
    "dossiers": Message("In the list of dossiers"),
    "writing": Message("While you write"),
    "link": Message("On the choice of a page"),
    "language": Message("On the choice of a language"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("list", "unlock"),
    ("passphrase", "unlock"),
    ("press", "unlock"),
    ("field", "make"),
    ("press", "make"),
    ("field", "sheet"),
    ("press", "sheet"),
    ("field", "dialog"),
    ("press", "dialog"),
    ("list", "today"),
    ("press", "today"),
    ("list", "dossier"),
    ("list", "dossiers"),
    ("press", "dossiers"),
    ("link", "writing"),
    ("language", "unlock"),
    ("language", "make"),
)

# Priority: what is typed right after Tab on a slow line belongs in the next field, a passphrase above all.
_NEXT_FIELD = Message("next field")
_NEXT_PART = Message("next part")

COMMANDS: tuple[Command, ...] = (
    Command(
        "passphrase.open", "enter", "submit", Message("open"), Message("Open the vault."), footer=True, palette=False
    ),
    Command(
        "unlock.next",
        "tab",
        "app.focus_next",
        _NEXT_FIELD,
        Message("To the next field."),
        footer=True,
        palette=False,
        priority=True,
    ),
    Command("unlock.make", "", "make", Message("new vault"), Message("Make a new vault.")),
    Command("unlock.code", "", "code", Message("recovery sheet"), Message("Open the vault with your recovery sheet.")),
    Command(
        "field.next", "enter", "submit", Message("go on"), Message("On to what comes next."), footer=True, palette=False
    ),
    Command(
        "press.do",
        "enter,space",
        "press",
        Message("choose"),
        Message("Do what the button says."),
        footer=True,
        palette=False,
    ),
    Command(
        "make.next",
        "tab",
        "app.focus_next",
        _NEXT_FIELD,
        Message("To the next field."),
        footer=True,
        palette=False,
        priority=True,
    ),
    Command(
        "make.back", "escape", "back", Message("go back"), Message("Back to the door; nothing is made."), footer=True
    ),
    Command(
        "sheet.next",
        "tab",
        "app.focus_next",
        _NEXT_FIELD,
        Message("To the next field."),
        footer=True,
        palette=False,
        priority=True,
    ),
    Command("sheet.again", "escape", "again", Message("see the code"), Message("See the code once more."), footer=True),
    Command("today.new", "n", "new", Message("new"), Message("Make a new dossier."), footer=True),
    Command(
        "today.next",
        "tab",
        "app.focus_next",
        _NEXT_PART,
        Message("To the next part of the screen."),
        footer=True,
        palette=False,
    ),
    Command("dossier.note", "n", "note", Message("note"), Message("Write a note in this dossier."), footer=True),
    Command(
        "dossier.reflect",
        "r",
        "reflect",
        Message("reflection"),
        Message("Look back at your own acting with this client."),
        footer=True,
    ),
    Command(
        "dossier.ideas",
        "d",
        "ideas",
        Message("role ideas"),
        Message("Think of roles with this client, and keep what is said of each."),
        footer=True,
    ),
    Command(
        "dossier.network",
        "k",
        "network",
        Message("network map"),
        Message("Who and what stands around this client, on a map."),
        footer=True,
    ),
    Command("dossier.plan", "e", "plan", Message("role plan"), Message("Make the role plan as a PDF."), footer=True),
    Command("dossier.page", "f2", "page", Message("explanation"), Message("The page of the method about this stage.")),
    Command(
        "dossier.accept",
        "f8",
        "accept",
        Message("go on as it is"),
        Message("Go on with this dossier as it is, after an older copy was put back."),
    ),
    Command(
        "dossier.together",
        "s",
        "together",
        Message("read together"),
        Message("Show large and calm what the person may see, and nothing else."),
        footer=True,
    ),
    Command("dossier.other", "o", "other", Message("other dossier"), Message("Choose another dossier."), footer=True),
    Command(
        "dossier.next", "tab", "app.focus_next", _NEXT_PART, Message("To the next part of the screen."), palette=False
    ),
    Command("dossiers.new", "n", "new", Message("new"), Message("Make a new dossier."), footer=True),
    Command("dossiers.back", "escape", "back", Message("go back"), Message("Back, without choosing."), footer=True),
    Command(
        "link.back", "left", "step(-1)", Message("previous page"), Message("Hang it on the page before."), palette=False
    ),
    Command(
        "link.on",
        "right",
        "step(1)",
        Message("page"),
        Message("Hang it on the next page."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command(
        "language.take", "enter", "take", Message("choose"), Message("Take this language."), footer=True, palette=False
    ),
    Command("language.back", "left", "step(-1)", Message("left"), Message("The language to the left."), palette=False),
    Command(
        "language.on",
        "right",
        "step(1)",
        Message("language"),
        Message("The language to the right."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command("writing.keep", "ctrl+s", "keep", Message("save"), Message("Save, and go on writing."), footer=True),
    Command("writing.done", "escape", "done", Message("save and close"), Message("Save, and go back."), footer=True),
    Command(
        "writing.next",
        "tab",
        "app.focus_next",
        _NEXT_FIELD,
        Message("To the next field."),
        footer=True,
        palette=False,
        priority=True,
    ),
)
