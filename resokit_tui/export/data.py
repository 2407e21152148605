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
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from resokit_tui.casework.dossier import RECORD_TYPES, Dossier
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message

SCHEMA = "resokit-dossier/1"

_Tables = msgspec.defstruct(
    "_Tables",
    [(name, tuple[kind, ...], ()) for name, kind in RECORD_TYPES.items()],  # type: ignore[valid-type]
    forbid_unknown_fields=True,
)
_PLACE = re.compile(r"at `\$\.?([^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`|missing required field `([^`]*)`")


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    schema: str
    id: str
    tables: Any


class _Schema(msgspec.Struct, frozen=True):
    schema: str = ""


def dossier_json(dossier: Dossier) -> bytes:
    """The dossier as indented UTF-8 JSON; the same dossier gives the same bytes."""
    tables = {name: dossier.tables[name] for name in RECORD_TYPES if dossier.tables.get(name)}
    file = _File(schema=SCHEMA, id=dossier.id, tables=tables)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def read_dossier_json(data: bytes) -> Dossier:
    """The dossier that `dossier_json` wrote. Raises `CannotError`, naming the field, when it is something else."""
    try:
        schema = msgspec.json.decode(data, type=_Schema).schema
        if schema != SCHEMA:
            raise CannotError(
                Message(
                    "This file is not a dossier that this version can read: its schema is not “{schema}”. "
                    "Export it again, or update Resokit.",
                    schema=SCHEMA,
                )
            )
        file = msgspec.json.decode(data, type=_File)
        read = msgspec.convert(file.tables, _Tables, strict=True)
    except msgspec.ValidationError as error:
        raise _unreadable(_field(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise CannotError(
            Message("This file is not readable as JSON. Choose a file that was made with “export --format json”.")
        ) from None
    tables = {name: getattr(read, name) for name in RECORD_TYPES if getattr(read, name)}
    if len(tables.get("client", ())) != 1:
        raise _unreadable("client")
    return Dossier(file.id, tables)


def _field(reason: str) -> str:
    """Where it went wrong. Only the place is taken over: the reason itself may repeat a client's words."""
    found = _PLACE.search(reason)
    place = found.group(1) if found else ""
    missing = _UNKNOWN.search(reason)
    name = (missing.group(1) or missing.group(2)) if missing else ""
    return ".".join(part for part in (place, name) if part) or "$"


def _unreadable(field: str) -> CannotError:
    return CannotError(
        Message(
            "This file cannot be read: “{field}” is not as it should be. Nothing was imported. Export it again.",
            field=field,
        )
    )
