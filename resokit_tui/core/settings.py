"""Settings of this machine: what is true for whoever sits here, before anyone has unlocked anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from resokit_tui.core.errors import CannotError
from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Message
from resokit_tui.core.paths import make_private


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Choices that hold for this machine. A misspelled name in the file is refused, not ignored."""

    language: Literal["nl", "fr", "en"] = "nl"
    theme: Literal["resokit-light", "resokit-dark", "resokit-contrast"] = "resokit-light"
    ascii: bool = False
    """Draw with plain characters only, for old consoles and braille lines."""
    still: bool = False
    """Nothing on the screen moves or blinks; ACCESSIBLE=1 asks the same for once."""
    idle_minutes: Annotated[int, msgspec.Meta(ge=1, le=60)] = 5
    """After so many minutes without a key an open vault locks."""


def load_settings(path: Path) -> Settings:
    """The settings in this file, or the usual ones when there is none. Raises `CannotError` naming file and field."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (msgspec.DecodeError, OSError) as error:
        raise CannotError(
            Message(
                "The settings in {path} cannot be read ({field}). Correct the file or remove it.",
                path=str(path),
                field=_field_of(error),
            )
        ) from None


def save_settings(path: Path, settings: Settings) -> None:
    """Replaces the settings file in one step."""
    make_private(path.parent)
    write_atomic(path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n", force=True)


def _field_of(error: Exception) -> str:
    """The name msgspec puts between backquotes; without one, the place in the file, or what the system said."""
    text = str(error)
    return text.split("`")[-2] if text.count("`") > 1 else type(error).__name__
