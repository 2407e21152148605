"""Commands of the network: its map, its names, its table of questions, its list, and two moments of it."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES: dict[str, Message] = {
    "netmap": Message("On the map of contacts"),
    "network": Message("In the network"),
    "namefield": Message("In the field for names"),
    "names": Message("While you note names"),
    "traits": Message("In the table of questions"),
    "attributes": Message("While you describe contacts"),
    "netlist": Message("In the network as a list"),
    "moments": Message("On then and now"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("netmap", "network"),
    ("list", "network"),
    ("namefield", "names"),
    ("list", "names"),
    ("traits", "attributes"),
    ("list", "netlist"),
    ("moments",),
)

_NAMES_OFF = Message("names off/on")
_NAMES_OFF_HELP = Message("Hide all names, or show them again: for when somebody looks along.")
_UNDO = Message("undo")
_UNDO_HELP = Message("Undo what was done last in this network.")
_REMOVE = Message("remove")
_REMOVE_HELP = Message("Put this contact in the trash; it can be put back.")
_BACK = Message("go back")
_BACK_HELP = Message("Back to where you came from.")
_ADD = Message("new names")
_ADD_HELP = Message("Note people, groups, places and animals by name, one after the other.")

_MAP = (
    Command("netmap.open", "enter", "open", Message("open"), Message("Open this contact."), footer=True, palette=False),
    Command("netmap.left", "left", "go(-1, 0)", Message("left"), Message("To the nearest at the left."), palette=False),
    Command(
        "netmap.right", "right", "go(1, 0)", Message("right"), Message("To the nearest at the right."), palette=False
    ),
    Command("netmap.up", "up", "go(0, -1)", Message("up"), Message("To the nearest above."), palette=False),
    Command("netmap.down", "down", "go(0, 1)", Message("down"), Message("To the nearest below."), palette=False),
    Command(
        "netmap.next", "pagedown", "follow(1)", Message("next contact"), Message("To the next one, round the map."),
        palette=False,
    ),
    Command(
        "netmap.previous", "pageup", "follow(-1)", Message("previous contact"),
        Message("To the one before, round the map."), palette=False,
    ),
)  # fmt: skip
_NETWORK = (
    Command("network.add", "n", "add", _ADD, _ADD_HELP, footer=True),
    Command(
        "network.describe", "a", "describe", Message("describe"),
        Message("Answer one question for every contact in a row: kind, domain, ring, how often, paid, support."),
        footer=True,
    ),
    Command("network.names", "o", "names", _NAMES_OFF, _NAMES_OFF_HELP, footer=True),
    Command(
        "network.findings", "w", "findings", Message("what stands out"),
        Message("What this network shows, in sentences to look at together."), footer=True,
    ),
    Command("network.list", "l", "list", Message("list"), Message("The network as a list."), footer=True),
    Command(
        "network.moments", "t", "moments", Message("then and now"),
        Message("Two moments of this network, and what changed between them."), footer=True,
    ),
    Command(
        "network.move", "v", "move", Message("move"),
        Message("Move this contact with the arrows: up and down nearer or further, left and right to another domain."),
        footer=True,
    ),
    Command("network.remove", "delete", "remove", _REMOVE, _REMOVE_HELP, footer=True),
    Command("network.undo", "u", "undo", _UNDO, _UNDO_HELP, footer=True),
    Command(
        "network.next", "tab", "app.focus_next", Message("next part"), Message("To the next part of the screen."),
        palette=False,
    ),
    Command("network.leave", "escape", "leave", _BACK, _BACK_HELP, palette=False),
)  # fmt: skip
_NAMES = (
    Command(
        "namefield.add", "enter", "submit", Message("next name"),
        Message("Keep this name, and on to the next one. Without a name: on to the questions."), footer=True,
        palette=False,
    ),
    Command(
        "namefield.correct", "up", "screen.correct", Message("correct the last one"),
        Message("Change the name that was noted last."), footer=True, palette=False,
    ),
    Command(
        "names.next", "tab", "app.focus_next", Message("next part"), Message("To the next part of the screen."),
        palette=False,
    ),
    Command(
        "names.leave", "escape", "leave", Message("ready"),
        Message("Keep what stands in the field, and go back to the map."), footer=True, palette=False,
    ),
)  # fmt: skip
_TRAITS = (
    Command(
        "traits.up", "up", "who(-1)", Message("who"), Message("The contact above, for the same question."),
        footer=True, palette=False, display="up,down",
    ),
    Command(
        "traits.down", "down", "who(1)", Message("next contact"), Message("The contact below, for the same question."),
        palette=False,
    ),
    Command(
        "traits.left", "left", "value(-1)", Message("answer"), Message("The answer before."),
        footer=True, palette=False, display="left,right",
    ),
    Command(
        "traits.right", "right", "value(1)", Message("next answer"), Message("The next answer."), palette=False
    ),
    Command(
        "traits.next", "tab", "question(1)", Message("next question"), Message("The next question."),
        footer=True, palette=False,
    ),
    Command(
        "traits.previous", "shift+tab", "question(-1)", Message("question before"), Message("The question before."),
        palette=False,
    ),
    Command(
        "traits.toggle", "space", "mark", Message("mark"),
        Message("Mark this kind of support, or take the mark away."), footer=True, palette=False,
    ),
    Command("traits.first", "home", "end(0)", Message("first"), Message("To the first contact."), palette=False),
    Command("traits.last", "end", "end(-1)", Message("last"), Message("To the last contact."), palette=False),
    Command(
        "traits.page-up", "pageup", "page(-1)", Message("page up"), Message("One screen up."), palette=False
    ),
    Command(
        "traits.page-down", "pagedown", "page(1)", Message("page down"), Message("One screen down."), palette=False
    ),
    Command(
        "traits.open", "enter", "open", Message("open"), Message("Open this contact, to write more."), footer=True,
        palette=False,
    ),
)  # fmt: skip
_ATTRIBUTES = (
    Command("attributes.add", "n", "add", _ADD, _ADD_HELP, footer=True),
    Command("attributes.map", "k", "leave", Message("map"), Message("To the map."), footer=True),
    Command("attributes.undo", "u", "undo", _UNDO, _UNDO_HELP),
    Command("attributes.remove", "delete", "remove", _REMOVE, _REMOVE_HELP),
    Command("attributes.leave", "escape", "leave", _BACK, _BACK_HELP, palette=False),
)
_LIST = (
    Command("netlist.map", "l", "leave", Message("map"), Message("To the map."), footer=True),
    Command("netlist.names", "o", "names", _NAMES_OFF, _NAMES_OFF_HELP, footer=True),
    Command("netlist.remove", "delete", "remove", _REMOVE, _REMOVE_HELP, footer=True),
    Command("netlist.undo", "u", "undo", _UNDO, _UNDO_HELP, footer=True),
    Command("netlist.leave", "escape", "leave", _BACK, _BACK_HELP, palette=False),
)
_MOMENTS = (
    Command(
        "moments.before", "left", "other(-1)", Message("other moment"), Message("An earlier moment."),
        footer=True, palette=False, display="left,right",
    ),
    Command("moments.after", "right", "other(1)", Message("later moment"), Message("A later moment."), palette=False),
    Command("moments.names", "o", "names", _NAMES_OFF, _NAMES_OFF_HELP, footer=True),
    Command("moments.now", "t", "leave", Message("only now"), Message("Back to the map of today."), footer=True),
    Command("moments.leave", "escape", "leave", _BACK, _BACK_HELP, palette=False),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (*_MAP, *_NETWORK, *_NAMES, *_TRAITS, *_ATTRIBUTES, *_LIST, *_MOMENTS)
