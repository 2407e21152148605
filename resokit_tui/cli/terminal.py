"""Talking with the person at the terminal: data on standard output, everything else on standard error."""

from __future__ import annotations

import getpass
import os
import sys

from resokit_tui.core.errors import LockedError
from resokit_tui.core.i18n import Catalog, Message


def say(text: str) -> None:
    """Data: a line on standard output."""
    print(text)


def tell(text: str) -> None:
    """Anything that is not data: a line on standard error."""
    print(text, file=sys.stderr)


def ask_passphrase(catalog: Catalog, descriptor: int | None, question: Message) -> str:
    """A secret from an open file descriptor, or typed unseen at the terminal.

    Raises `LockedError` when there is neither.
    """
    if descriptor is not None:
        return _from_descriptor(descriptor)
    try:
        typed = getpass.getpass(catalog.render(question) + " ")
    except (EOFError, OSError, getpass.GetPassWarning):
        typed = ""
    if not typed:
        raise LockedError(Message("A passphrase is needed. Type it at the terminal, or use --passphrase-fd."))
    return typed


def _from_descriptor(descriptor: int) -> str:
    try:
        with os.fdopen(os.dup(descriptor), encoding="utf-8") as file:
            line = file.readline()
    except (OSError, UnicodeDecodeError):
        line = ""
    if not line.rstrip("\r\n"):
        raise LockedError(
            Message("No passphrase can be read from file descriptor {n}. Check --passphrase-fd.", n=descriptor)
        )
    return line.rstrip("\r\n")
