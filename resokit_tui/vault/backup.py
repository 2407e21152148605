"""Copies of a vault elsewhere, and the way back.

Files of a vault never change, so copying those that are missing makes a whole copy at any moment, also while the vault
is in use: dossiers first, then the index with their keys, the key file last. A copy is itself a vault: it opens with
the same passphrase and the same recovery sheet, and it is proven by opening it and decrypting everything in it.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.checking import ASIDE, Finding, check
from resokit_tui.vault.commit import Commit, read_commit
from resokit_tui.vault.envelope import read_header
from resokit_tui.vault.files import Files, reason
from resokit_tui.vault.opening import key_file, prepare_folder, vault_label
from resokit_tui.vault.publish import TEMPORARY, NotSavedError, make_folders, version_name
from resokit_tui.vault.store import object_folder
from resokit_tui.vault.vault import Vault

_ORDER = ("o", "o2", "h", "h2")
_INDEX_SHELF = "00"

Progress = Callable[[int, int], None]


class BackupReport(msgspec.Struct, frozen=True):
    """What a backup came to: where it is, how many files were new in it, and what is wrong with the copy."""

    folder: Path
    copied: int
    findings: tuple[Finding, ...]

    @property
    def verified(self) -> bool:
        """Whether everything in the copy could be read back."""
        return not any(finding.damage for finding in self.findings)


def backup(vault: Vault, target: Path, progress: Progress = lambda done, of: None) -> BackupReport:
    """Copies what is missing into a folder of its own below `target`, opens the copy and reads everything in it.

    What was erased from the vault is erased from the copy as well. Raises `CannotError` when it cannot be written.
    """
    copy = target.absolute() / f"resokit-{vault.id.hex()[:12]}"
    if copy.is_relative_to(vault.folder) or vault.folder.is_relative_to(copy):
        raise CannotError(Message("A backup belongs outside the vault. Choose another folder, on another disk."))
    if key_file(vault.files, copy).numbers() and vault_label(copy).id != vault.id:
        raise CannotError(Message("In {path} is another vault. Choose another folder.", path=str(copy)))
    copied = copy_files(vault.files, vault.folder, copy, progress)
    opened = vault.open_copy(copy)
    try:
        _drop_older_keys(vault, opened)
        return BackupReport(copy, copied, tuple(check(opened)))
    finally:
        opened.close()


def copy_files(files: Files, source: Path, target: Path, progress: Progress = lambda done, of: None) -> int:
    """Copies the files of a vault that `target` lacks, with their folders; returns how many. Raises `CannotError`."""
    copied = 0
    try:
        paths = list(_files(files, source))
        files.make_folder(target.parent)  # not more: a disk that is not connected must not be taken for a new folder
        files.make_folder(target)
        for done, path in enumerate(paths, 1):
            if not (target / path).exists():
                copied += _copy(files, source / path, target, path)
            progress(done, len(paths))
    except OSError as error:
        raise CannotError(
            Message("The copy could not be finished: {reason}. Solve this and try again.", reason=reason(error))
        ) from None
    except NotSavedError as error:
        raise CannotError(error.message) from None
    return copied


def restore_as_new(copy: Path, folder: Path, open_vault: Callable[[Path], Vault]) -> tuple[Vault, int]:
    """Makes a vault out of a backup, in a new or empty folder, and opens it with what `open_vault` asks for.

    Returns it with how many files that were. Raises `CannotError`, and what opening raises: nothing is left then.
    """
    files = Files()
    prepare_folder(files, folder)
    try:
        copied = copy_files(files, copy, folder)
        return open_vault(folder), copied
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # it was new or empty, and the backup is untouched
        raise


class Restored(msgspec.Struct, frozen=True):
    """What came back into a vault: dossiers that were missing, that got a version back, and that stay erased."""

    missing: tuple[str, ...]
    renewed: tuple[str, ...]
    erased: tuple[str, ...]


def restore_into(
    vault: Vault,
    copy: Vault,
    label: Message,
    also: frozenset[str] = frozenset(),
    progress: Progress = lambda d, o: None,
) -> Restored:
    """Brings back what the vault lacks: a dossier that is missing, or whose newest readable version is older.

    Nothing is overwritten: what comes back is a new version with this label. A dossier that was erased since stays
    erased, unless it is in `also`. Raises as `VersionedObject.save` does.
    """
    if copy.id != vault.id:
        raise CannotError(Message("This is a backup of another vault. Restore it as a vault of its own."))
    vault.index.load()  # another window may have made or erased dossiers since we looked
    ids = (copy.own_id, *copy.dossier_ids())
    missing, renewed, erased = [], [], []
    for done, dossier_id in enumerate(ids, 1):
        content = _newest(copy, dossier_id)
        known = dossier_id == vault.own_id or dossier_id in vault.dossier_ids()
        if content is None or (dossier_id == copy.own_id and not known):
            continue
        if not known and dossier_id in vault.erased and dossier_id not in also:
            erased.append(dossier_id)
        elif not known:
            _put_back(vault, vault.create_dossier(dossier_id), content[1], label)
            missing.append(dossier_id)
        elif (_newest(vault, dossier_id) or (0,))[0] < content[0]:
            _put_back(vault, dossier_id, content[1], label)
            renewed.append(dossier_id)
        progress(done, len(ids))
    return Restored(tuple(missing), tuple(renewed), tuple(erased))


def _newest(vault: Vault, dossier_id: str) -> tuple[int, Commit] | None:
    """The newest version that can be read, with its number."""
    with suppress(DamagedError):
        if (loaded := vault.versions_of(dossier_id).load()) is not None:
            return loaded.version, read_commit(loaded.plain)
    return None


def _put_back(vault: Vault, dossier_id: str, content: Commit, label: Message) -> None:
    plain = msgspec.json.encode(msgspec.structs.replace(content, label=label.msgid, about=""))
    vault.versions_of(dossier_id).save_over(plain)


def _drop_older_keys(vault: Vault, copy: Vault) -> None:
    """Removes versions of the copy under a key that the vault dropped: something in them was erased for good."""
    for dossier_id in (copy.own_id, *copy.dossier_ids()):
        folder, versions = object_folder(copy.folder, dossier_id), copy.versions_of(dossier_id)
        current = vault.versions_of(dossier_id)
        for number in set(versions.numbers()) - set(current.numbers()):
            with suppress(OSError, DamagedError):
                path = folder / version_name(number)
                if read_header(copy.files.read(path)).generation < versions.generation:
                    copy.files.unlink(path)


def _files(files: Files, root: Path) -> Iterator[Path]:
    """Every file of a vault below `root`: dossiers before the index, the key file last; older ones first."""
    for top in _ORDER:
        shelves = sorted(_below(files, root, Path(top)), key=lambda path: (path.name == _INDEX_SHELF, path.name))
        for shelf in shelves:
            yield from _walk(files, root, shelf)


def _walk(files: Files, root: Path, path: Path) -> Iterator[Path]:
    if not (root / path).is_dir():
        if path.name.isdigit():
            yield path
        return
    for below in _below(files, root, path):
        yield from _walk(files, root, below)


def _below(files: Files, root: Path, folder: Path) -> list[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        return [folder / name for name in sorted(files.list(root / folder)) if name != ASIDE]
    return []


def _copy(files: Files, source: Path, root: Path, path: Path) -> int:
    """Copies one file through a temporary one; fine when it was pruned meanwhile, or came to be in the target."""
    try:
        data = files.read(source)
    except FileNotFoundError:
        return 0
    folder = (root / path).parent
    if not folder.is_dir():
        make_folders(files, root, folder)
    temporary = folder / f"{TEMPORARY}{secrets.token_hex(6)}"
    try:
        files.write_new(temporary, data)
        files.publish(temporary, root / path)
        files.fsync_folder(folder)
    except FileExistsError:
        files.unlink(temporary)
        return 0
    except OSError:
        with suppress(OSError):
            files.unlink(temporary)
        raise
    return 1
