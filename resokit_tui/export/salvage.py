"""A dossier file whose end is missing: everything up to the last record that is whole."""

from __future__ import annotations

import json
from typing import Any

_RECORD_DEPTH = 4
"""A record stands in a list, in the tables, in the file."""


def completed(data: bytes) -> Any | None:
    """What a cut JSON file says up to its last whole record; `None` when there is no such record, or no JSON at all."""
    text = data.decode("utf-8", errors="ignore")
    end = _last_record(text)
    if end == 0:
        return None
    try:
        return json.loads(text[:end] + "]}}")
    except ValueError:
        return None


def _last_record(text: str) -> int:
    """Where the last whole record ends; 0 for none. Brackets inside strings do not count."""
    depth, end, inside, escaped = 0, 0, False, False
    for place, letter in enumerate(text):
        if inside:
            if escaped:
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == '"':
                inside = False
        elif letter == '"':
            inside = True
        elif letter in "{[":
            depth += 1
        elif letter in "}]":
            if depth == _RECORD_DEPTH and letter == "}":
                end = place + 1
            depth -= 1
    return end
