"""A declared field as widgets: label and question at the left, the field at the right, what is said of it below."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static, TextArea

from resokit_tui.casework.alias import alias_hint, text_hint
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Choice, Day, Entries, FormField, Line, Reading, Sentences, Several, Words
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.listed_area import EntriesArea, WordsArea
from resokit_tui.ui.widgets.word_choice import WordChoice


def said_id(name: str) -> str:
    """Id of the row below a field."""
    return f"said-{name}"


def form_row(field: FormField, services: Services) -> ComposeResult:
    """One field with its words."""
    catalog = services.catalog
    with Horizontal(classes="row"):
        with Vertical(classes="ask"):
            yield Static(catalog.render(field.label), classes="label", markup=False)
            if field.ask is not None:
                yield Static(catalog.render(field.ask), classes="hint", markup=False)
        if isinstance(field, Choice):
            options = [(value, catalog.render(words)) for value, words in field.options]
            several = isinstance(field, Several)
            yield WordChoice(services.glyphs, options, "", id=field.name, several=several, needed=field.needed)
            return
        with Container(classes="box -day" if isinstance(field, Day) else "box"):
            yield _typed_in(field, services)
            yield Static(id=said_id(field.name), classes="said", markup=False)


def _typed_in(field: FormField, services: Services) -> Widget:
    """What is typed in, with the name of the field as id."""
    catalog, glyphs = services.catalog, services.glyphs
    if isinstance(field, (Line, Day)):
        return Field(id=field.name)
    if isinstance(field, Entries) and field.second:
        return EntriesArea(glyphs, catalog.render(MORE), catalog.render(MISSING), id=field.name)
    if isinstance(field, (Entries, Words)) and not isinstance(field, Sentences):
        return WordsArea(glyphs, catalog.render(MORE), id=field.name)
    return TextArea(id=field.name, soft_wrap=True, highlight_cursor_line=False)


class Said(NamedTuple):
    """What is quietly said of what was typed: a day in words, or a hint."""

    text: str = ""
    hint: bool = False


def said_of(field: FormField, typed: str, services: Services) -> Said:
    """The day that was understood, or what it looks like; never a refusal."""
    catalog = services.catalog
    if isinstance(field, Day):
        day = field.understood(typed, Reading(services.today, services.settings.language))
        if day is not None:
            return Said(f"{services.glyphs.leads_to} {day_in_words(day, services.today, catalog)}")
        return _hint(ASK_AGAIN, services) if typed.strip() else Said()
    hint = alias_hint(typed) if field.name == "alias" else text_hint(typed, who=field.who)
    return _hint(hint, services) if hint else Said()


def _hint(words: Message, services: Services) -> Said:
    return Said(f"{services.glyphs.hint} {services.catalog.render(words)}", hint=True)


ASK_AGAIN = Message("This day is not understood. Try “thursday”, “in 2 weeks” or “4/3”; the words stay here.")
MORE = Message("one more")
"""Where the next one comes."""
MISSING = Message("no example yet")
"""What stands for a second part that is not there: an invitation, not an error."""
