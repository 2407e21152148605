"""Commands that work everywhere, in any list, in any dialog, and in any text field."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "app": Message("Everywhere"),
    "list": Message("In a list"),
    "scroll": Message("In a text to read"),
    "dialog": Message("In a window on top"),
    "palette": Message("In the list of commands"),
    "curtain": Message("Behind the curtain"),
    "text": Message("In a text field"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("list", "dialog"),
    ("scroll", "dialog"),
    ("palette", "dialog"),
    ("curtain",),
)
"""Scopes that are active together, from the keyboard outward; `app` closes each chain by itself."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.help",
        "question_mark,f1",
        "help",
        Message("help"),
        Message("Show every key that works here."),
        footer=True,
    ),
    Command(
        "app.curtain",
        "f9",
        "curtain",
        Message("curtain"),
        Message("Hide the screen when somebody looks along; nothing is closed."),
        footer=True,
        priority=True,
    ),
    Command(
        "app.palette",
        "ctrl+p",
        "palette",
        Message("everything"),
        Message("Search all commands by name."),
        footer=True,
        palette=False,
    ),
    Command("app.today", "1,ampersand", "area('today')", Message("today"), Message("Go to Today.")),
    Command("app.wayfinder", "2,é", "area('wayfinder')", Message("wayfinder"), Message("Go to the wayfinder.")),
    Command("app.dossier", "3,quotation_mark", "area('dossier')", Message("dossier"), Message("Go to the dossier.")),
    Command("app.glossary", "4,apostrophe", "area('glossary')", Message("glossary"), Message("Go to the glossary.")),
    Command("app.lock", "ctrl+l,f12", "lock", Message("lock"), Message("Save, and lock the vault."), priority=True),
    Command("app.quit", "ctrl+q", "quit", Message("quit"), Message("Save, and quit Resokit."), priority=True),
    Command("app.light", "", "look('resokit-light')", Message("light"), Message("Use the light theme.")),
    Command("app.dark", "", "look('resokit-dark')", Message("dark"), Message("Use the dark theme.")),
    Command(
        "app.contrast",
        "",
        "look('resokit-contrast')",
        Message("high contrast"),
        Message("Use the high-contrast theme."),
    ),
    Command(
        "app.plain",
        "",
        "plain",
        Message("plain characters"),
        Message("Draw with plain characters only, or with symbols again."),
    ),
    Command("app.nl", "", "language('nl')", Message("Dutch"), Message("Interface in Dutch (Nederlands).")),
    Command("app.fr", "", "language('fr')", Message("French"), Message("Interface in French (français).")),
    Command("app.en", "", "language('en')", Message("English"), Message("Interface in English.")),
    Command(
        "list.open", "enter", "select", Message("open"), Message("Open what is chosen."), footer=True, palette=False
    ),
    Command("list.up", "up", "cursor_up", Message("up"), Message("One row up."), palette=False),
    Command("list.down", "down", "cursor_down", Message("down"), Message("One row down."), palette=False),
    Command("list.first", "home", "first", Message("first"), Message("To the first row."), palette=False),
    Command("list.last", "end", "last", Message("last"), Message("To the last row."), palette=False),
    Command("list.page-up", "pageup", "page_up", Message("page up"), Message("One screen up."), palette=False),
    Command(
        "list.page-down", "pagedown", "page_down", Message("page down"), Message("One screen down."), palette=False
    ),
    Command("scroll.up", "up", "scroll_up", Message("up"), Message("One row up."), palette=False),
    Command("scroll.down", "down", "scroll_down", Message("down"), Message("One row down."), palette=False),
    Command("scroll.first", "home", "scroll_home", Message("first"), Message("To the start."), palette=False),
    Command("scroll.last", "end", "scroll_end", Message("last"), Message("To the end."), palette=False),
    Command("scroll.page-up", "pageup", "page_up", Message("page up"), Message("One screen up."), palette=False),
    Command(
        "scroll.page-down", "pagedown", "page_down", Message("page down"), Message("One screen down."), palette=False
    ),
    Command(
        "dialog.close",
        "escape",
        "close",
        Message("close window"),
        Message("Close this window."),
        footer=True,
        palette=False,
    ),
    Command(
        "palette.run", "enter", "screen.run", Message("do"), Message("Do what is chosen."), footer=True, palette=False
    ),
    Command(
        "palette.up",
        "up",
        "screen.step(-1)",
        Message("choose"),
        Message("One row up in the list of commands."),
        footer=True,
        palette=False,
        display="up,down",
    ),
    Command(
        "palette.down",
        "down",
        "screen.step(1)",
        Message("choose"),
        Message("One row down in the list of commands."),
        palette=False,
    ),
    Command(
        "curtain.open",
        "escape,enter,space",
        "open",
        Message("go on"),
        Message("Open the curtain."),
        footer=True,
        palette=False,
    ),
    Command(
        "text.undo", "ctrl+z", "undo", Message("undo"), Message("Undo the last typing."), palette=False, bound=False
    ),
    Command("text.redo", "ctrl+y", "redo", Message("redo"), Message("Do it again."), palette=False, bound=False),
    Command(
        "text.copy", "ctrl+c", "copy", Message("copy"), Message("Copy inside Resokit."), palette=False, bound=False
    ),
    Command("text.cut", "ctrl+x", "cut", Message("cut"), Message("Cut inside Resokit."), palette=False, bound=False),
    Command(
        "text.paste", "ctrl+v", "paste", Message("paste"), Message("Paste what was copied."), palette=False, bound=False
    ),
)
