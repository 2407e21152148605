"""Commands to search, to set things up, and of one's own map of the neighbourhood."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "search": Message("While you search"),
    "hits": Message("Among what was found"),
    "settings": Message("In the settings"),
    "option": Message("On a row of choices"),
    "places": Message("On your map of the neighbourhood"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("search", "hits"),
    ("option", "settings"),
    ("field", "settings"),
    ("list", "places"),
    ("press", "places"),
    ("option", "writing"),
)

_SEARCH = Message("search")

COMMANDS: tuple[Command, ...] = (
    Command(
        "app.find",
        "ctrl+f",
        "find",
        _SEARCH,
        Message("Search the method, the glossary and your dossiers."),
        footer=True,
        priority=True,
    ),
    Command(
        "app.find-here",
        "slash",
        "find",
        _SEARCH,
        Message("Search, when you are not in a text field or on a page."),
        palette=False,
    ),
    Command("app.settings", "i", "settings", Message("settings"), Message("Set up this computer, and your own way.")),
    Command(
        "app.places", "b", "places", Message("my neighbourhood"), Message("Open your own map of the neighbourhood.")
    ),
    Command("app.about", "", "about", Message("about"), Message("Who made the method, the texts and this program.")),
    Command("app.still", "", "still", Message("no motion"), Message("Let nothing move or blink, or do so again.")),
    Command(
        "search.open",
        "enter",
        "screen.open",
        Message("open"),
        Message("Open what is chosen."),
        footer=True,
        palette=False,
    ),
    Command(
        "search.up",
        "up",
        "screen.step(-1)",
        Message("choose"),
        Message("One hit up."),
        footer=True,
        palette=False,
        display="up,down",
    ),
    Command("search.down", "down", "screen.step(1)", Message("down"), Message("One hit down."), palette=False),
    Command(
        "search.page-up", "pageup", "screen.page(-1)", Message("page up"), Message("One screen up."), palette=False
    ),
    Command(
        "search.page-down",
        "pagedown",
        "screen.page(1)",
        Message("page down"),
        Message("One screen down."),
        palette=False,
    ),
    Command(
        "hits.leave",
        "escape",
        "leave",
        Message("go back"),
        Message("Back to where you were."),
        footer=True,
        palette=False,
    ),
    Command("settings.up", "up", "app.focus_previous", Message("up"), Message("One setting up."), palette=False),
    Command(
        "settings.down",
        "down",
        "app.focus_next",
        Message("next"),
        Message("One setting down."),
        footer=True,
        palette=False,
        display="up,down",
    ),
    Command(
        "settings.leave",
        "escape",
        "leave",
        Message("go back"),
        Message("Back; every choice holds already."),
        footer=True,
        palette=False,
    ),
    Command("option.back", "left", "step(-1)", Message("to the left"), Message("The choice before."), palette=False),
    Command(
        "option.on",
        "right",
        "step(1)",
        Message("choose"),
        Message("The next choice."),
        footer=True,
        palette=False,
        display="left,right",
    ),
    Command("places.new", "n", "new", Message("new"), Message("Add a place to your map."), footer=True),
    Command(
        "places.reread",
        "r",
        "reread",
        Message("read again"),
        Message("Note that this place is still as it stands here."),
        footer=True,
    ),
    Command(
        "places.remove", "delete", "remove", Message("remove"), Message("Put this place in the trash."), footer=True
    ),
    Command(
        "places.leave",
        "escape",
        "leave",
        Message("go back"),
        Message("Back to where you came from."),
        footer=True,
        palette=False,
    ),
)
