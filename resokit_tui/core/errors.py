"""Errors that a person will read: what happened and what they can do, never a client's words in a traceback."""

from __future__ import annotations

from resokit_tui.core.i18n import Message

EXIT_DONE, EXIT_CANNOT, EXIT_USAGE, EXIT_DAMAGED, EXIT_LOCKED = range(5)


class ResokitError(Exception):
    """Something expected went wrong. `message` says what and what to do; `exit_code` is what the command line returns.

    `str()` gives the source text without its values, so that no log or traceback repeats a name.
    """

    exit_code = EXIT_CANNOT

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message


class CannotError(ResokitError):
    """It cannot be done, for a reason outside the data: missing, refused, full, or there already."""


class UsageError(ResokitError):
    """The request itself is not understood."""

    exit_code = EXIT_USAGE


class DamagedError(ResokitError):
    """Stored data is not what was written."""

    exit_code = EXIT_DAMAGED


class LockedError(ResokitError):
    """No passphrase, or a wrong one."""

    exit_code = EXIT_LOCKED
