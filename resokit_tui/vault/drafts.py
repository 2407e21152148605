"""Unsaved typing, kept safe: one sealed draft per field and window, under the dossier's key, without a history.

A draft is never a version of the dossier. Its id is an HMAC of field and writer, so no file name tells which field it
belongs to; the field's name stands inside. Two windows never touch each other's drafts.
"""

from __future__ import annotations

import hmac
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from resokit_tui.core.errors import DamagedError
from resokit_tui.vault.envelope import ID_LENGTH, Identity, Kind
from resokit_tui.vault.files import Files
from resokit_tui.vault.keys import Key, wipe
from resokit_tui.vault.publish import read_steadily, version_name, versions
from resokit_tui.vault.store import LatestOnly

FOLDER = "d"


class Draft(msgspec.Struct, frozen=True):
    """The plaintext of a draft, as JSON."""

    field: str
    text: str
    at: datetime

    def __repr__(self) -> str:
        return "<Draft>"


class Drafts:
    """The drafts of one dossier, seen from one window (`writer`)."""

    def __init__(self, files: Files, root: Path, dossier_folder: Path, vault: bytes, key: Key, writer: bytes) -> None:
        self._files, self._root, self._folder = files, root, dossier_folder / FOLDER
        self._vault, self._key, self._writer = vault, key, writer
        self._shown: dict[str, set[str]] = {}

    def write(self, field: str, text: str) -> None:
        """Keeps the text of a field; replaces this window's earlier draft. Raises `NotSavedError`."""
        draft = Draft(field, text, datetime.now(UTC))
        self._open(self._own_id(field)).save_over(msgspec.json.encode(draft))

    def read(self, field: str) -> str | None:
        """This window's draft of a field, else the newest that another or an interrupted window left."""
        drafts = {name: draft for name, draft in self._all().items() if draft.field == field}
        if not drafts:
            return None
        own = self._own_id(field)
        name = own if own in drafts else max(drafts, key=lambda each: drafts[each].at)
        self._shown.setdefault(field, set()).add(name)
        return drafts[name].text

    def drop(self, field: str) -> None:
        """Removes this window's draft of a field, and those it was shown; another window's unseen draft stays."""
        for name in {self._own_id(field), *self._shown.pop(field, ())}:
            folder = self._folder / name
            with suppress(OSError):
                for number in versions(self._files, folder):
                    self._files.unlink(folder / version_name(number))
                self._files.remove_folder(folder)

    def fields(self) -> tuple[str, ...]:
        """The fields that have a draft, sorted."""
        return tuple(sorted({draft.field for draft in self._all().values()}))

    def damaged(self) -> tuple[Path, ...]:
        """The files of drafts that cannot be read; one that was saved or replaced meanwhile is none of them."""
        found = []
        for name in read_steadily(self._names):
            folder = self._folder / name
            numbers = versions(self._files, folder)
            if numbers and self._load(name) is None:
                found += [
                    folder / version_name(number) for number in versions(self._files, folder) if number in numbers
                ]
        return tuple(found)

    def _all(self) -> dict[str, Draft]:
        names = read_steadily(self._names)
        return {name: draft for name in names if (draft := self._load(name)) is not None}

    def _names(self) -> list[str]:
        try:
            return [name for name in self._files.list(self._folder) if len(name) == 2 * ID_LENGTH]
        except FileNotFoundError:
            return []

    def _load(self, name: str) -> Draft | None:
        with suppress(DamagedError, msgspec.DecodeError, ValueError):  # a draft that is damaged must not bar the way
            loaded = self._open(name).load()
            return None if loaded is None else msgspec.json.decode(loaded.plain, type=Draft)
        return None

    def _open(self, name: str) -> LatestOnly:
        identity = Identity(Kind.DRAFT, self._vault, bytes.fromhex(name))
        return LatestOnly(self._files, self._root, self._folder / name, identity, self._key, self._writer)

    def _own_id(self, field: str) -> str:
        key = self._key.derive(b"cnv1|draft")
        try:
            return hmac.digest(key, self._writer + field.encode(), "sha256")[:ID_LENGTH].hex()
        finally:
            wipe(key)
