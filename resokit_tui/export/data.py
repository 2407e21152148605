"""A whole dossier ↔ JSON, for hand-over and import: schema `resokit-dossier/1`.

One object with three members::

    {
      "schema": "resokit-dossier/1",
      "id": "<32 hexadecimal characters>",
      "tables": {"client": [ … ], "consents": [ … ], "profile": [ … ], …}
    }

Table names and the records in them are those of `casework.dossier.RECORD_TYPES`; every record has `id`, `created` and
`changed` (ISO 8601 with offset), days are ISO dates, and a member with its usual value is left out. Unlike a document
this is everything: reflections and standings too. It goes to another vault, never to a reader.

A file that is cut short, or was written by a newer program, gives what is right in it: a record that does not fit is
left out, a member that is not known is left out of its record, and each is named (`Fault`). A file of another shape
gives nothing.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from resokit_tui.casework.dossier import RECORD_TYPES, Dossier
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.export.salvage import completed

_NAME, _VERSION = "resokit-dossier", 1
SCHEMA = f"{_NAME}/{_VERSION}"
_ID = re.compile(r"[0-9a-f]{32}")
_PLACE = re.compile(r"at `\$\.?([^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_MISSING = re.compile(r"missing required field `([^`]*)`")
_MOST_UNKNOWN = 50


class Fault(msgspec.Struct, frozen=True):
    """Something that is not as it should be. `place` is a path such as `contacts[1].ring`, never a value.

    `lost` says whether a record was left out for it; else the record is here without that member.
    """

    place: str
    lost: bool = False


class Reading(msgspec.Struct, frozen=True):
    """What a file holds, and what is wrong with it."""

    dossier: Dossier
    faults: tuple[Fault, ...] = ()
    cut_short: bool = False
    newer: bool = False
    """Whether a newer program wrote it."""

    def __repr__(self) -> str:
        return "<Reading>"


def dossier_json(dossier: Dossier) -> bytes:
    """The dossier as indented UTF-8 JSON; the same dossier gives the same bytes."""
    tables = {name: dossier.tables[name] for name in RECORD_TYPES if dossier.tables.get(name)}
    file = {"schema": SCHEMA, "id": dossier.id, "tables": tables}
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def read_dossier_json(data: bytes) -> Dossier:
    """The dossier that `dossier_json` wrote. Raises `CannotError`, naming the first fault, when anything is wrong."""
    reading = read_what_is_right(data)
    if reading.faults:
        raise _unreadable(reading.faults[0].place)
    if reading.cut_short:
        raise _no_json()
    if reading.newer:
        raise _other_schema()
    return reading.dossier


def read_what_is_right(data: bytes) -> Reading:
    """As much of a dossier as can be read. Raises `CannotError`, naming the field, when that is nothing."""
    file, cut_short = _decoded(data)
    newer = _is_newer(file.get("schema") if isinstance(file, dict) else None)
    if not isinstance(file.get("id"), str) or not _ID.fullmatch(file["id"]):
        raise _unreadable("id")
    if not isinstance(file.get("tables"), dict):
        raise _unreadable("tables")
    faults = [Fault(name) for name in file if name not in ("schema", "id", "tables")]
    tables: dict[str, tuple[Record, ...]] = {}
    for name, rows in file["tables"].items():
        if name not in RECORD_TYPES or not isinstance(rows, list):
            faults.append(Fault(name, lost=True))
        elif records := _records(name, rows, faults):
            tables[name] = records
    if len(tables.get("client", ())) != 1:
        raise _unreadable(next((one.place for one in faults if one.place.startswith("client")), "client"))
    return Reading(Dossier(file["id"], tables), tuple(faults), cut_short, newer)


def _decoded(data: bytes) -> tuple[dict[str, Any], bool]:
    """The file as an object, and whether its end was missing."""
    try:
        return _object(msgspec.json.decode(data)), False
    except (msgspec.DecodeError, UnicodeDecodeError):
        whole = completed(data)
    if whole is None:
        raise _no_json()
    return _object(whole), True


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _other_schema()
    return value


def _is_newer(schema: Any) -> bool:
    name, _, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if name != _NAME or not version.isdigit() or int(version) < 1:
        raise _other_schema()
    return int(version) > _VERSION


def _records(table: str, rows: list[Any], faults: list[Fault]) -> tuple[Record, ...]:
    records: dict[str, Record] = {}
    for number, row in enumerate(rows):
        record = _record(table, f"{table}[{number}]", row, faults)
        if record is not None and record.id in records:
            faults.append(Fault(f"{table}[{number}].id", lost=True))
        elif record is not None:
            records[record.id] = record
    return tuple(records.values())


def _record(table: str, place: str, row: Any, faults: list[Fault]) -> Record | None:
    """The record, without members this program does not know; `None` when a known one is wrong."""
    for _ in range(_MOST_UNKNOWN):
        try:
            return msgspec.convert(row, RECORD_TYPES[table], strict=True)
        except msgspec.ValidationError as error:
            reason = str(error)
        inside, unknown = _place_of(reason), _UNKNOWN.search(reason)
        if unknown is None:
            missing = _MISSING.search(reason)
            faults.append(Fault(_joined(place, inside, missing.group(1) if missing else ""), lost=True))
            return None
        faults.append(Fault(_joined(place, inside, unknown.group(1))))
        row = _without(row, _steps(inside), unknown.group(1))
    return None


def _place_of(reason: str) -> str:
    """Where it went wrong. Only the place is taken over: the reason itself may repeat a client's words."""
    found = _PLACE.search(reason)
    return found.group(1) if found else ""


def _joined(place: str, inside: str, name: str) -> str:
    return ".".join(part for part in (place, inside, name) if part)


def _steps(inside: str) -> list[str | int]:
    return [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", inside)]


def _without(value: Any, steps: list[str | int], name: str) -> Any:
    """A copy without one member, some steps down; what was read stays as it was."""
    if not steps:
        return {key: one for key, one in value.items() if key != name}
    first, *rest = steps
    if isinstance(value, list):
        return [_without(one, rest, name) if place == first else one for place, one in enumerate(value)]
    return {key: _without(one, rest, name) if key == first else one for key, one in value.items()}


def _unreadable(field: str) -> CannotError:
    return CannotError(
        Message(
            "This file cannot be read: “{field}” is not as it should be. Nothing was imported. Export it again.",
            field=field,
        )
    )


def _other_schema() -> CannotError:
    return CannotError(
        Message(
            "This file is not a dossier that this version can read: its schema is not “{schema}”. "
            "Export it again, or update Resokit.",
            schema=SCHEMA,
        )
    )


def _no_json() -> CannotError:
    return CannotError(
        Message("This file is not readable as JSON. Choose a file that was made with “export --format json”.")
    )
