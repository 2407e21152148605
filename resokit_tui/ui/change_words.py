"""What changed, in words: the kind of a record, what it is about, and the names of its fields."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.core.record import Record
from resokit_tui.ui.forms.all import FORMS
from resokit_tui.ui.record_words import RECORD_WORDS
from resokit_tui.ui.widgets.canvas import shorten
from resokit_tui.workspace.changes import Change, ChangeKind
from resokit_tui.workspace.findable import words_of

CHANGE_WORDS = {
    ChangeKind.ADDED: Message("added"),
    ChangeKind.CHANGED: Message("changed"),
    ChangeKind.REMOVED: Message("removed"),
}
_FIELDS = {(form.record, field.name): field.label for form, _ in FORMS.values() for field in form.fields}
_TITLE = 40


def kind_of(table: str, catalog: Catalog) -> str:
    """What a record of this table is called."""
    return catalog.render(RECORD_WORDS[table]) if table in RECORD_WORDS else table


def title_of(record: Record, room: int = _TITLE) -> str:
    """The first words of a record."""
    return shorten(" ".join(words_of(record).split()), room)


def field_words(record: Record, names: tuple[str, ...], catalog: Catalog) -> str:
    """The labels of the fields that a form knows, in a row."""
    labels = [_FIELDS[type(record), name] for name in names if (type(record), name) in _FIELDS]
    return ", ".join(catalog.render(label) for label in labels)


def change_words(change: Change, catalog: Catalog) -> str:
    """`stap, gewijzigd: Salma vragen als leergast (Tegen wanneer)`."""
    said = f"{kind_of(change.table, catalog)}, {catalog.render(CHANGE_WORDS[change.kind])}: {title_of(change.record)}"
    fields = field_words(change.record, change.fields, catalog)
    return f"{said} ({fields})" if fields else said
