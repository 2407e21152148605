"""Looking at every file of a vault: what is wrong, in words, and what can be done about it.

Nothing is ever removed here. Repairing puts a missing copy back and moves what is damaged aside, into `aside/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import msgspec

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.commit import read_commit
from resokit_tui.vault.drafts import FOLDER as DRAFTS
from resokit_tui.vault.files import Files
from resokit_tui.vault.key_file import read_header
from resokit_tui.vault.opening import key_file
from resokit_tui.vault.publish import TEMPORARY, version_name
from resokit_tui.vault.slots import is_authentic
from resokit_tui.vault.store import object_folder
from resokit_tui.vault.vault import Vault

ASIDE = "aside"
_INDEX = "0" * 32

Progress = Callable[[int, int], None]
"""Told after each dossier how many are done, and of how many."""


class FindingKind(StrEnum):
    """What is wrong."""

    KEY_FILE = "key file"
    INDEX = "index"
    VERSION = "version"
    NEWEST = "newest version"
    UNREADABLE = "dossier"
    DRAFT = "draft"
    ORPHAN = "orphan"
    TEMPORARY = "temporary"
    FOREIGN = "foreign"
    ROLLED_BACK = "rolled back"
    UNFINISHED = "unfinished"


_DAMAGE = frozenset((FindingKind.KEY_FILE, FindingKind.INDEX, FindingKind.VERSION, FindingKind.NEWEST)) | {
    FindingKind.UNREADABLE,
    FindingKind.DRAFT,
    FindingKind.ORPHAN,
    FindingKind.ROLLED_BACK,
}


_ASIDE_KINDS = frozenset((FindingKind.KEY_FILE, FindingKind.INDEX, FindingKind.VERSION, FindingKind.NEWEST)) | {
    FindingKind.DRAFT
}
"""What repairing moves out of the way."""


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not as it should be: what, in words, and where (paths below the vault's folder)."""

    kind: FindingKind
    message: Message
    files: tuple[Path, ...] = ()
    dossier_id: str = ""

    @property
    def damage(self) -> bool:
        """Whether stored data is not what was written."""
        return self.kind in _DAMAGE


def check_key_files(folder: Path, files: Files) -> list[Finding]:
    """What can be seen without a passphrase: whether both key files are there and whole."""
    copies, found = key_file(files, folder), []
    numbers = copies.numbers()
    for number in numbers:
        for place, data in copies.each(number):
            if data is None and number < numbers[-1]:
                continue
            with suppress(DamagedError, CannotError):
                read_header(data or b"", number)
                continue
            found.append(_bad_key_file(place, number))
    return found


def check(vault: Vault, progress: Progress = lambda done, of: None) -> list[Finding]:
    """Reads and decrypts every file. May run while the vault is in use; call it in a thread."""
    found = [*check_key_files(vault.folder, vault.files), *_authenticity(vault)]
    for folder, number in vault.index.faults():
        message = Message("A copy of the list of dossiers is missing or damaged; the other copy is used.")
        found.append(Finding(FindingKind.INDEX, message, (folder / version_name(number),)))
    if vault.rolled_back is not None:
        message = Message("The list of dossiers is older than what this computer saw. Dossiers may be missing.")
        found.append(Finding(FindingKind.ROLLED_BACK, message))
    ids = (vault.own_id, *vault.dossier_ids())
    for done, dossier_id in enumerate(ids, 1):
        found += [*_dossier(vault, dossier_id), *_drafts(vault, dossier_id)]
        progress(done, len(ids))
    return [*found, *_strangers(vault)]


def repair(vault: Vault, findings: list[Finding]) -> int:
    """Puts missing copies back and moves damaged ones aside; returns how many files were touched."""
    moved = 0
    for finding in findings:
        if finding.kind in _ASIDE_KINDS:
            moved += sum(_move_aside(vault, path) for path in finding.files)
    vault.index.load()
    moved += vault.ring.put_back_copies()
    return moved


def _authenticity(vault: Vault) -> Iterator[Finding]:
    header = vault.ring.header
    for place, data in key_file(vault.files, vault.folder).each(header.version):
        if data is not None and not is_authentic(data, vault.ring.key_of(header.generation)):
            yield _bad_key_file(place, header.version)


def _dossier(vault: Vault, dossier_id: str) -> Iterator[Finding]:
    versions, folder = vault.versions_of(dossier_id), _relative(dossier_id)
    numbers, good = versions.numbers(), 0
    damaged: list[int] = []
    for number in numbers:
        try:
            loaded = versions.read(number)
            if loaded is not None:
                read_commit(loaded.plain)
                good = number
        except (DamagedError, CannotError):
            damaged.append(number)
    if numbers and not good:
        message = Message("A dossier cannot be read any more in any version. Restore it from a backup.")
        yield Finding(FindingKind.UNREADABLE, message, dossier_id=dossier_id)
        return
    for number in damaged:
        newest = number > good
        message = (
            Message("The newest version of a dossier is damaged. An older one is whole; look for a backup.")
            if newest
            else Message("An older version of a dossier is damaged. The newest is whole; nothing is lost.")
        )
        kind = FindingKind.NEWEST if newest else FindingKind.VERSION
        yield Finding(kind, message, (folder / version_name(number),), dossier_id)
    if dossier_id in vault.eraser.unfinished:
        message = Message("Something in a dossier was being erased when the program stopped. Erase it once more.")
        yield Finding(FindingKind.UNFINISHED, message, dossier_id=dossier_id)


def _drafts(vault: Vault, dossier_id: str) -> Iterator[Finding]:
    for path in vault.damaged_drafts(dossier_id):
        message = Message(
            "Text that was being typed and not saved yet cannot be read any more. What was saved is whole."
        )
        yield Finding(FindingKind.DRAFT, message, (path.relative_to(vault.folder),), dossier_id)


def _strangers(vault: Vault) -> Iterator[Finding]:
    """Folders without a key, and files that are not ours."""
    known = {_INDEX, vault.own_id, *vault.dossier_ids()}
    for shelf in _names(vault, Path("o")):
        for name in _names(vault, Path("o") / shelf):
            folder = Path("o") / shelf / name
            if name not in known:
                message = Message("There is a dossier whose key is missing. It can only be read from a backup.")
                yield Finding(FindingKind.ORPHAN, message, (folder,))
                continue
            for file in _names(vault, folder):
                if file.startswith(TEMPORARY):
                    message = Message("A file was left behind by a save that stopped. It goes by itself.")
                    yield Finding(FindingKind.TEMPORARY, message, (folder / file,))
                elif not file.isdigit() and file != DRAFTS:
                    message = Message("There is a file that is not from Resokit: {file}.", file=str(folder / file))
                    yield Finding(FindingKind.FOREIGN, message, (folder / file,))


def _names(vault: Vault, folder: Path) -> list[str]:
    with suppress(OSError):
        return sorted(vault.files.list(vault.folder / folder))
    return []


def _relative(dossier_id: str) -> Path:
    return object_folder(Path(), dossier_id)


def _bad_key_file(place: Path, number: int) -> Finding:
    message = Message("A copy of the key file is missing or damaged; the other copy is used.")
    return Finding(FindingKind.KEY_FILE, message, (place / version_name(number),))


def _move_aside(vault: Vault, path: Path) -> bool:
    """Out of the way, never away: under its own path with dashes, beside what was moved before."""
    aside = vault.folder / ASIDE
    try:
        vault.files.make_folder(aside)
        vault.files.rename(vault.folder / path, aside / "-".join(path.parts))
        vault.files.fsync_folder(aside)
    except OSError:
        return False
    return True
