"""A program that saves notes in one dossier after the other and says of each that it is saved.

`python -m tests.faults.writer FOLDER DOSSIER,… NAME COUNT HOW`: so many notes in each dossier.

It is killed, or run beside others, by the tests. `early` says so before it is true, and `blind` publishes over what is
there: the controls.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from resokit_tui.casework.note import Note
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.files import Files
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.session import DossierSession
from tests.unit.vault.support import BOUNDS, PASSPHRASE

LABEL = Message("note added")


class BlindFiles(Files):
    """Publishes over whatever has the name."""

    def publish(self, temporary: Path, final: Path) -> None:
        os.replace(temporary, final)


def say(word: str, text: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{word} {text}\n")
    sys.stdout.flush()


def clock() -> datetime:
    return datetime.now(UTC)


def note(text: str) -> Note:
    now = clock()
    return Note(day=now.date(), text=text, created=now, changed=now)


def save_patiently(session: DossierSession, record: Note) -> None:
    """Tries again when others kept being first: it was told that nothing was saved, so nothing is there twice."""
    while True:
        try:
            session.put(record, LABEL)
        except CannotError:
            continue
        return


def write(session: DossierSession, name: str, count: int, *, early: bool) -> None:
    """Saves so many notes, one by one."""
    for number in range(count):
        text = f"{name}-{number}"
        if early:
            say("saved", text)
        save_patiently(session, note(text))
        if not early:
            say("saved", text)


def change_one(session: DossierSession, name: str) -> None:
    """Waits for a word, then changes the one note that is there as it was read before."""
    (was,) = session.dossier.all(Note)
    say("ready", name)
    sys.stdin.readline()
    session.put(was.replaced(clock(), text=name), LABEL, was=was)
    say("saved", name)


def main(folder: str, dossiers: str, name: str, count: str, how: str) -> None:
    files = BlindFiles() if how == "blind" else Files()
    vault = Vault.open(Path(folder), PASSPHRASE, bounds=BOUNDS, files=files)
    for place, dossier in enumerate(dossiers.split(",")):
        session = DossierSession(vault, dossier, clock)
        if how == "one":
            change_one(session, name)
        else:
            write(session, f"{name}.{place}", int(count), early=how == "early")


if __name__ == "__main__":
    main(*sys.argv[1:])
