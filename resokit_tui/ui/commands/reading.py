"""Commands of the reader and of the glossary."""

from __future__ import annotations

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands.command import Command

TITLES = {
    "reading": Message("In the text of a page"),
    "reader": Message("On a page"),
    "find": Message("While you look for a word on the page"),
    "glossary": Message("In the glossary"),
    "filter": Message("While you look for a term"),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("reading", "scroll", "reader"),
    ("list", "reader"),
    ("find", "reader"),
    ("list", "glossary"),
    ("filter", "glossary"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "reading.open",
        "enter",
        "open_mark",
        Message("open"),
        Message("Open the link or term that is chosen."),
        footer=True,
        palette=False,
    ),
    Command(
        "reading.next",
        "tab",
        "mark(1)",
        Message("word"),
        Message("To the next link or term in the text, and on."),
        footer=True,
        palette=False,
    ),
    Command(
        "reading.back",
        "shift+tab",
        "mark(-1)",
        Message("previous word"),
        Message("To the previous link or term in the text, and on."),
        palette=False,
    ),
    Command(
        "reader.part-back", "left", "part(-1)", Message("previous part"), Message("To the previous part of the page.")
    ),
    Command(
        "reader.part-on",
        "right",
        "part(1)",
        Message("part"),
        Message("To the next part of the page."),
        footer=True,
        display="left,right",
    ),
    Command(
        "reader.paper",
        "p",
        "paper",
        Message("worksheet"),
        Message("Make an empty sheet of this tool, to fill in by hand."),
        footer=True,
    ),
    Command(
        "reader.leave",
        "escape,backspace",
        "leave",
        Message("go back"),
        Message("Back to the page before, or to where you came from."),
        footer=True,
    ),
    Command(
        "reader.standing",
        "s",
        "standing",
        Message("standing"),
        Message("Say where things stand on this page, or go back to the text."),
        footer=True,
    ),
    Command(
        "reader.linked",
        "g",
        "linked",
        Message("noted"),
        Message("Read what you noted about this page before."),
        footer=True,
    ),
    Command("reader.note", "n", "write(False)", Message("note"), Message("Write a note about this page."), footer=True),
    Command("reader.find", "slash", "find", Message("find"), Message("Look for a word on this page."), footer=True),
    Command("reader.sources", "h", "sources", Message("origin"), Message("Where this text comes from."), footer=True),
    Command(
        "reader.reflect",
        "r",
        "write(True)",
        Message("reflection"),
        Message("Look back at your own acting around this page."),
        footer=True,
    ),
    Command(
        "reader.forward",
        "f",
        "turn(1)",
        Message("forward"),
        Message("Forward to the page you came back from."),
    ),
    Command(
        "reader.hit-next",
        "v,f3",
        "find_step(1)",
        Message("next place"),
        Message("To the next place of the word you looked for."),
    ),
    Command(
        "reader.hit-back",
        "V",
        "find_step(-1)",
        Message("previous place"),
        Message("To the previous place of the word you looked for."),
    ),
    Command(
        "find.next",
        "enter,down",
        "screen.find_step(1)",
        Message("next place"),
        Message("To the next place of this word."),
        footer=True,
        palette=False,
        display="enter",
    ),
    Command(
        "find.back",
        "up",
        "screen.find_step(-1)",
        Message("previous place"),
        Message("To the previous place of this word."),
        palette=False,
    ),
    Command(
        "find.end",
        "escape",
        "screen.find_end",
        Message("stop looking"),
        Message("Take the marks away, and go on reading here."),
        footer=True,
        palette=False,
    ),
    Command(
        "glossary.find",
        "slash",
        "find",
        Message("find"),
        Message("Look for a term, in any of the three languages."),
        footer=True,
    ),
    Command("glossary.clear", "escape", "clear", Message("all terms"), Message("Show all terms again.")),
    Command(
        "filter.open",
        "enter",
        "screen.open",
        Message("open"),
        Message("Open what is chosen."),
        footer=True,
        palette=False,
    ),
    Command(
        "filter.up", "up", "screen.step(-1)", Message("up"), Message("One row up in the list of terms."), palette=False
    ),
    Command(
        "filter.down",
        "down",
        "screen.step(1)",
        Message("choose"),
        Message("One row down in the list of terms."),
        footer=True,
        palette=False,
        display="up,down",
    ),
)
