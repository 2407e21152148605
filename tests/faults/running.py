"""Starting writers and reading what they said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from resokit_tui.casework.note import Note
from resokit_tui.workspace.session import DossierSession
from tests.faults.writer import LABEL, clock, note
from tests.unit.vault.support import make_vault, open_vault

ROOT = Path(__file__).parents[2]


def start(folder: Path, dossiers: str, name: str, count: int, how: str = "well") -> subprocess.Popen[str]:
    """A writer in a process of its own; `dossiers` with commas between them."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writer", str(folder), dossiers, name, str(count), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    )


def saved(output: str) -> set[str]:
    """What a writer said to be saved; a line that was cut off by its end says nothing."""
    whole = output[: output.rfind("\n") + 1]
    return {line.partition(" ")[2] for line in whole.splitlines() if line.startswith("saved ")}


def dossiers_with_one_note(folder: Path, count: int) -> list[str]:
    """A new vault with so many dossiers in it; their ids."""
    vault, _ = make_vault(folder)
    dossiers = [vault.create_dossier() for _ in range(count)]
    for dossier in dossiers:
        DossierSession(vault, dossier, clock).put(note("first"), LABEL)
    vault.close()
    return dossiers


def dossier_with_one_note(folder: Path) -> str:
    """A new vault with a dossier in it; its id."""
    return dossiers_with_one_note(folder, 1)[0]


def notes_in(folder: Path, dossier: str) -> tuple[list[str], bool]:
    """The texts of every note there is now, and whether every version that is newer can be read."""
    vault = open_vault(folder)
    session = DossierSession(vault, dossier, clock)
    found = [each.text for each in session.dossier.all(Note)]
    whole = session.damage is None and not session.unreadable
    vault.close()
    return found, whole
