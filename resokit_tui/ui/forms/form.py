"""A form: which record it is about, which fields it has, and the way between record and screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.core.record import Record
from resokit_tui.ui.forms.entries import entry_records, entry_text
from resokit_tui.ui.forms.fields import NOT_UNDERSTOOD, Choice, Entries, FormField, Reading


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way from a form to a screen of its own, with how much is there."""

    id: str
    label: Message
    words: Message
    counts: type[Record] | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A plain list of fields of one record."""

    id: str
    """Start of the name of its drafts; letters only."""
    record: type[Record]
    title: Message
    label: Message
    """What saving it did, for the history."""
    fields: tuple[FormField, ...]
    about: Message | None = None
    single: bool = False
    """Whether a dossier has one such record."""
    links: tuple[Link, ...] = ()


def values_on_screen(form: Form, record: Record | None, dossier: Dossier, catalog: Catalog) -> dict[str, str]:
    """Field → what stands in it. A new record shows what its fields are when nobody fills them in."""
    usual = {f.name: f.default for f in msgspec.structs.fields(form.record) if f.default is not msgspec.NODEFAULT}
    shown: dict[str, str] = {}
    for field in form.fields:
        if isinstance(field, Entries):
            shown[field.name] = entry_text(field, dossier.all(field.record))
        else:
            value = usual.get(field.name) if record is None else getattr(record, field.name)
            shown[field.name] = field.shown(value, catalog)
    return shown


def not_understood(form: Form, typed: Mapping[str, str], reading: Reading) -> list[FormField]:
    """The fields whose words mean nothing to us yet."""
    return [
        field
        for field in form.fields
        if not isinstance(field, Entries) and field.meant(typed.get(field.name, ""), reading) is NOT_UNDERSTOOD
    ]


def records_typed(
    form: Form,
    typed: Mapping[str, str],
    record: Record | None,
    dossier: Dossier,
    reading: Reading,
    made: Mapping[str, object],
    now: datetime,
) -> list[Record]:
    """What has to be saved: the record, if something in it is new, and the small records of its lists.

    `made` holds id, moment and whatever else a new record needs. Raises `CannotError` naming a field.
    """
    values: dict[str, object] = {}
    changed: list[Record] = []
    for field in form.fields:
        words = typed.get(field.name, "")
        if isinstance(field, Entries):
            changed += entry_records(field, words, dossier.all(field.record), now)
            continue
        meant = field.meant(words, reading)
        if meant is NOT_UNDERSTOOD or (meant is None and isinstance(field, Choice) and field.needed):
            continue
        values[field.name] = meant
    before = msgspec.to_builtins(record) if record is not None else made
    new = msgspec.convert({**before, **values, "changed": now}, form.record, strict=False)
    if record is None:
        return [new, *changed] if any(values.values()) else changed
    same = all(getattr(new, name) == getattr(record, name) for name in values)
    return changed if same else [new, *changed]
