"""A vault with fictional people, to practise on: real encryption, nobody's secrets, dates round today."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import Message
from resokit_tui.export.data import read_dossier_json
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.unlock import Doors

PASSPHRASE = "oefenen mag hier vrijuit"  # noqa: S105 (shown on the unlock screen: it protects nothing)
"""The passphrase of every practice vault; the unlock screen shows it."""
FIRST = "Marie-Louise"
"""Alias of the dossier whose plan `resokit demo --pdf` writes."""

_RELATIVE = re.compile(r'"today([+-]\d+)?(?:T(\d\d):(\d\d))?"')


def practice_dossiers(folder: Path, today: date, zone: tzinfo | None) -> list[Dossier]:
    """The dossiers in `content/demo`, with `today-12` or `today+3T14:30` turned into real days and times."""
    return [
        read_dossier_json(_with_real_days(file.read_text(encoding="utf-8"), today, zone).encode())
        for file in sorted(folder.glob("*.json"))
    ]


def make_practice_vault(folder: Path, doors: Doors, name: str, demo: Path, now: datetime) -> Workspace:
    """Makes a practice vault in an empty folder, and fills it."""
    workspace, _ = doors.make(name, PASSPHRASE, folder=folder, practice=True)
    for dossier in practice_dossiers(demo, now.date(), now.tzinfo):
        workspace.add(dossier, Message("practice dossier made"))
    return workspace


def _with_real_days(text: str, today: date, zone: tzinfo | None) -> str:
    def real(match: re.Match[str]) -> str:
        day = today + timedelta(days=int(match[1] or 0))
        if match[2] is None:
            return json.dumps(day.isoformat())
        return json.dumps(datetime.combine(day, time(int(match[2]), int(match[3])), zone).isoformat())

    return _RELATIVE.sub(real, text)
