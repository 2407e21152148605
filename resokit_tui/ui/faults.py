"""Errors nobody expected: noted by type and place, told without a word of their content."""

from __future__ import annotations

import traceback
from pathlib import Path

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.services import Services

_PACKAGE = Path(__file__).resolve().parent.parent


def place_of(error: BaseException) -> str:
    """`file:line` of the last step inside our own code, or of the last step at all."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = [step for step in steps if _PACKAGE in Path(step.filename).parents]
    if not (ours or steps):
        return "?"
    step = (ours or steps)[-1]
    return f"{Path(step.filename).name}:{step.lineno}"


def note_fault(error: BaseException, services: Services) -> CannotError:
    """Writes an unexpected error to the event log, and gives what a person may be told of it.

    Neither holds the error's message or a variable: these could be a client's words.
    """
    kind, place = type(error).__name__, place_of(error)
    number = services.events.crash(kind, place, services.clock())
    return CannotError(
        Message(
            "Something unexpected went wrong ({kind}, {place}). What was saved is safe. "
            "Report number {number} to whoever helps you with Resokit.",
            kind=kind,
            place=place,
            number=number,
        )
    )
