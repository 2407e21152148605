"""Commands on a vault and its dossiers."""

from __future__ import annotations

import argparse
import sys

from resokit_tui.casework.note import Note
from resokit_tui.cli.opening import open_workspace
from resokit_tui.cli.terminal import ask_passphrase, say, tell
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DONE, CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import clean


def init(house: House, options: argparse.Namespace) -> int:
    """Makes a vault; its recovery code goes to standard output, once."""
    tr, doors = house.catalog, house.doors()
    passphrase = ask_passphrase(tr, options.passphrase_fd, Message("Passphrase for {name}:", name=options.name))
    if options.passphrase_fd is None:
        again = ask_passphrase(tr, None, Message("The same passphrase again:"))
        if again != passphrase:
            raise CannotError(Message("The two passphrases are not the same. Nothing was made; try again."))
    workspace, code = doors.make(options.name, passphrase, folder=options.vault)
    workspace.close()
    tell(tr("The vault {name} is made. This is the recovery code. It is shown only now:", name=options.name))
    tell(tr("Write it on paper and keep it in a closed envelope."))
    say(code)
    return EXIT_DONE


def new(house: House, options: argparse.Namespace) -> int:
    """Makes a dossier and prints its id."""
    with open_workspace(house, options) as workspace:
        say(workspace.new(options.alias).id)
    return EXIT_DONE


def list_dossiers(house: House, options: argparse.Namespace) -> int:
    """One `alias<TAB>id<TAB>stage<TAB>next date` per line."""
    with open_workspace(house, options) as workspace:
        for line in workspace.lines():
            day = line.next_day.isoformat() if line.next_day else ""
            say(f"{line.alias}\t{line.id}\t{line.stage}\t{day}")
    return EXIT_DONE


def note(house: House, options: argparse.Namespace) -> int:
    """Adds a note from standard input; prints its id once it is safely on disk."""
    with open_workspace(house, options) as workspace:
        session = workspace.open(workspace.find(options.alias))
        text = clean(sys.stdin.read()).strip()
        if not text:
            raise CannotError(Message("The note is empty. Give its text on standard input."))
        now = session.now()
        written = Note(day=now.date(), text=text, created=now, changed=now)
        session.put(written, Message("note added"))
        say(written.id)
    return EXIT_DONE
