"""The door of a vault: which folder is one, what it says of itself without any key, and which folder may become one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import clean
from resokit_tui.vault.copies import TwoCopies
from resokit_tui.vault.files import Files, reason, system_files
from resokit_tui.vault.key_file import VaultHeader, damaged, read_header
from resokit_tui.vault.publish import NotSavedError, make_folders, read_steadily, versions

_FOLDERS = {"h", "h2", "o", "o2"}

Candidate = tuple[VaultHeader, bytes]
"""A key file that is whole, and its bytes; whether it is authentic is known after unlocking."""


class VaultLabel(msgspec.Struct, frozen=True):
    """What a vault says of itself before it is unlocked: display name, id, and whether it holds practice data."""

    name: str
    id: bytes
    practice: bool


def vault_label(folder: Path, files: Files | None = None) -> VaultLabel:
    """Reads the name on the door, without any key.

    Raises `CannotError` when there is no vault, `DamagedError` when both copies of its key file are damaged.
    """
    header, _ = candidates(key_file(files or system_files(), folder), folder)[0]
    return VaultLabel(display_name(header.name), header.vault, header.practice)


def display_name(name: str) -> str:
    """A vault's name on one line, without control characters: before unlocking, anyone could have written it."""
    return " ".join(clean(name).split())


def key_file(files: Files, folder: Path) -> TwoCopies:
    """The two copies of a vault's key file."""
    return TwoCopies(files, folder, Path("h"), Path("h2"))


def candidates(copies: TwoCopies, folder: Path) -> list[Candidate]:
    """The key files of the newest number that is whole in at least one copy: one, or two when the copies differ.

    An older number is used only when the newer ones are damaged by accident: it may still open with an old passphrase.
    """

    def read() -> list[Candidate]:
        any_found = False
        for number, contents in copies.newest_first():
            any_found = True
            whole: list[Candidate] = []
            for data in contents:
                with suppress(DamagedError):
                    whole.append((read_header(data, number), data))
            if whole:
                return whole
        if any_found:
            raise damaged()
        raise CannotError(Message("There is no vault in {path}. Choose another folder.", path=str(folder)))

    return read_steadily(read)


def refuse_shared(files: Files, folder: Path) -> None:
    """Raises `CannotError` when other accounts of this machine may change the vault's folder."""
    try:
        shared = files.others_may_write(folder)
    except OSError:
        return  # no such folder: reading it says so in better words
    if shared:
        raise CannotError(
            Message(
                "Other users of this computer may change the folder {path}. "
                "Take that right away (chmod go-w) and try again.",
                path=str(folder),
            )
        )


def prepare_folder(files: Files, folder: Path) -> None:
    """Makes the folder of a new vault, or takes an empty one; what an interrupted creation left there is no obstacle.

    Raises `CannotError` when there is a vault or anything else in it, and when the system refuses.
    """
    try:
        _refuse_occupied(files, folder)
        existing = next(parent for parent in folder.parents if parent.is_dir())
        make_folders(files, existing, folder)
        files.make_private(folder)
    except OSError as error:
        raise cannot_make(folder, reason(error)) from None
    except NotSavedError as error:
        raise cannot_make(folder, error.reason) from None


def cannot_make(folder: Path, why: Message) -> CannotError:
    """The error for a vault that could not be made."""
    return CannotError(
        Message("The vault could not be made in {path}: {reason}. Choose another folder.", path=str(folder), reason=why)
    )


def already_there(folder: Path) -> CannotError:
    """The error for a folder that is a vault already."""
    return CannotError(
        Message("There is a vault in {path} already. Open it, or choose another folder.", path=str(folder))
    )


def _refuse_occupied(files: Files, folder: Path) -> None:
    try:
        names = set(files.list(folder))
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise CannotError(Message("{path} is not a folder. Choose another one.", path=str(folder))) from None
    if any(versions(files, folder / name) for name in names & {"h", "h2"}):
        raise already_there(folder)
    dossiers = set(files.list(folder / "o")) - {"00"} if "o" in names else set()
    if names - _FOLDERS or dossiers:
        raise CannotError(Message("The folder {path} is not empty. Choose an empty or a new folder.", path=str(folder)))
