"""The facts of a plan as rows for a spreadsheet: part, number, field and value.

Semicolons and a byte order mark, as Excel in Belgium expects. A value that a spreadsheet would run as a formula gets an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import msgspec

from resokit_tui.export.plan_facts import RolePlan

HEAD = ("part", "number", "field", "value")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plan_csv(plan: RolePlan) -> bytes:
    """Every fact of the plan that is not empty, in the order of the plan."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in _rows(plan):
        writer.writerow([_harmless(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def _rows(plan: RolePlan) -> Iterator[tuple[str, str, str, str]]:
    facts: dict[str, Any] = msgspec.to_builtins(plan)
    for part, value in facts.items():
        if part in ("parts", "months_only", "web"):
            continue
        values = value if isinstance(value, list) else [value]
        for number, one in enumerate(values, 1):
            fields = one if isinstance(one, dict) else {"": one}
            for field, cell in fields.items():
                if cell not in ("", None, [], 0, False):
                    yield part, str(number) if isinstance(value, list) else "", field, _text(cell)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_text(one) for one in value)
    return str(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
