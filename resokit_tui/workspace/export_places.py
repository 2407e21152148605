"""Where documents go: names that hold alias and date only, the app's own folder, and folders that are copied away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from resokit_tui.core.errors import CannotError
from resokit_tui.core.files import reason_of
from resokit_tui.core.i18n import Message
from resokit_tui.core.paths import make_private
from resokit_tui.core.text import fold

KINDS = (".pdf", ".md", ".csv", ".json")
_CLOUDS = re.compile(
    r"onedrive|dropbox|google ?drive|my drive|icloud|clouddocs|nextcloud|owncloud|pcloud|syncthing|mega(?:sync)?$",
    re.IGNORECASE,
)
"""Folder names of the usual clients that copy what is in them to another computer."""


def watched_by_cloud(path: Path) -> str:
    """The folder on the way to `path` that a cloud client seems to watch; empty for none."""
    return next((part for part in path.expanduser().absolute().parts if _CLOUDS.search(part)), "")


def file_stem(word: str, alias: str, day: date) -> str:
    """`rollenplan_marie-louise_2026-11-22`: what it is, alias and date, in letters any file system takes."""
    return f"{safe_name(word)}_{safe_name(alias) or 'dossier'}_{day.isoformat()}"


def own_place(folder: Path, stem: str, format: str) -> Path:
    """A free name in the app's own folder, which is made private. Raises `CannotError` when it cannot be made."""
    try:
        make_private(folder)
    except OSError as error:
        raise CannotError(
            Message(
                "{path} could not be written ({reason}). Choose another folder.",
                path=str(folder),
                reason=reason_of(error),
            )
        ) from None
    return free_name(folder, stem, format)


def free_name(folder: Path, stem: str, format: str) -> Path:
    """`stem.pdf`, or `stem_v2.pdf` when that is taken, and so on."""
    path, number = folder / f"{stem}.{format}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}_v{number}.{format}"
    return path


def left_behind(folder: Path) -> list[Path]:
    """The documents that still lie in the app's own folder, the oldest first; they are not encrypted."""
    try:
        found = [path for path in folder.iterdir() if path.suffix in KINDS and path.is_file() and not path.is_symlink()]
        return sorted(found, key=lambda path: (path.stat().st_mtime, path.name))
    except OSError:
        return []


def remove(paths: Sequence[Path]) -> int:
    """Deletes documents; returns how many are gone. One that cannot be deleted stays, and does not count."""
    gone = 0
    for path in paths:
        try:
            path.unlink()
        except OSError:
            continue
        gone += 1
    return gone


def safe_name(text: str) -> str:
    """Letters and digits any file system takes, with hyphens between them; may be empty."""
    return re.sub(r"[\W_]+", "-", fold(text)).strip("-")
