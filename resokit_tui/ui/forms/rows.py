"""A declared field as widgets: label and question at the left, the field at the right, what is said of it below."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from resokit_tui.casework.alias import alias_hint, text_hint
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Choice, Day, FormField, Line, Reading, Several
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
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
        with Vertical(classes="box"):
            if isinstance(field, (Line, Day)):
                yield Field(id=field.name)
            else:
                yield TextArea(id=field.name, soft_wrap=True, highlight_cursor_line=False)
            yield Static(id=said_id(field.name), classes="said", markup=False)


def said_of(field: FormField, typed: str, services: Services) -> str:
    """What is quietly said of what was typed: the day that was understood, or what it looks like; never a refusal."""
    catalog = services.catalog
    if isinstance(field, Day):
        day = field.understood(typed, Reading(services.today, services.settings.language))
        if day is not None:
            return f"→ {day_in_words(day, services.today, catalog)}"
        return f"{services.glyphs.hint} {catalog.render(ASK_AGAIN)}" if typed.strip() else ""
    hint = alias_hint(typed) if field.name == "alias" else text_hint(typed, who=field.who)
    return f"{services.glyphs.hint} {catalog.render(hint)}" if hint else ""


ASK_AGAIN = Message("This day is not understood. Try “thursday”, “in 2 weeks” or “4/3”; the words stay here.")
