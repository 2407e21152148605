"""Small records as lines of text, and back: typed as on paper, and each keeps its identity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from resokit_tui.core.record import Record, new_id
from resokit_tui.core.text import clean, fold
from resokit_tui.ui.forms.fields import Entries

_INDENT = "  "


class EntryLine(NamedTuple):
    """One entry as it was typed."""

    first: str
    second: str


def entry_text(field: Entries, records: Sequence[Record]) -> str:
    """The records as lines; a second part below its first, indented."""
    lines: list[str] = []
    for record in records:
        lines.append(" ".join(str(getattr(record, field.first)).split()))
        if field.second and (second := str(getattr(record, field.second))):
            lines += [_INDENT + line for line in second.split("\n")]
    return "\n".join(lines)


def entry_lines(text: str, *, two_parts: bool) -> list[EntryLine]:
    """What was typed, entry by entry. An indented line without anything above it is an entry of its own."""
    found: list[EntryLine] = []
    for line in clean(text).split("\n"):
        words = line.strip(" -•")
        if not words:
            continue
        if two_parts and line[:1] == " " and found:
            before = found[-1]
            found[-1] = EntryLine(before.first, f"{before.second}\n{words}" if before.second else words)
        else:
            found.append(EntryLine(words, ""))
    return found


def entry_records(field: Entries, text: str, before: Sequence[Record], now: datetime) -> list[Record]:
    """The records that have to be saved: new ones, changed ones, and those that are gone, in the trash.

    An entry is the one before it with the same first words; what is left is matched in order, so a corrected word keeps
    its record.
    """
    lines = entry_lines(field.limited(text, 50_000), two_parts=bool(field.second))
    left = list(before)
    matched: list[Record | None] = []
    for line in lines:
        same = next((each for each in left if fold(str(getattr(each, field.first))) == fold(line.first)), None)
        matched.append(same)
        if same is not None:
            left.remove(same)
    changed: list[Record] = []
    for line, same in zip(lines, matched, strict=True):
        record = same or (left.pop(0) if left and len(lines) <= len(before) else None)
        values = {field.first: line.first} | ({field.second: line.second} if field.second else {})
        if record is None:
            made = {"id": new_id(), "created": now, "changed": now, **values}
            changed.append(msgspec.convert(made, field.record))
        elif any(getattr(record, name) != value for name, value in values.items()):
            changed.append(record.replaced(now, **values))
    return changed + [record.replaced(now, trashed=now) for record in left]
