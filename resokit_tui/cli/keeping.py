"""Commands that look after a vault: check, backup, restore, a new passphrase."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from resokit_tui.cli.opening import choose_door, open_workspace
from resokit_tui.cli.terminal import ask_passphrase, say, tell
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DAMAGED, EXIT_DONE, CannotError, UsageError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.backup import Restored
from resokit_tui.vault.checking import Finding, check_key_files
from resokit_tui.vault.files import system_files
from resokit_tui.workspace import keeping
from resokit_tui.workspace.unlock import VaultDoor


def check(house: House, options: argparse.Namespace) -> int:
    """Everything that is wrong with the vault, one `kind<TAB>dossier id<TAB>sentence` per line; with `--content`, with
    the method.

    Without a passphrase (no terminal, no descriptor) only what can be seen from outside. 3 when data is damaged.
    """
    if options.content:
        from resokit_tui.cli.content import check as check_content

        return check_content(house, options)
    if options.overlay is not None:
        raise UsageError(Message("--overlay goes with --content."))
    if options.passphrase_fd is None and not sys.stdin.isatty():
        if options.repair:
            ask_passphrase(house.catalog, None, Message("Passphrase:"))
        tell(house.catalog("Without a passphrase only the key file is checked."))
        return _told(house, check_key_files(choose_door(house, options).folder, system_files()))
    with open_workspace(house, options) as workspace:
        findings = keeping.check(workspace)
        if options.repair and findings:
            touched = keeping.repair(workspace, findings)
            tell(house.catalog.render(Message.counted("{n} file put right.", "{n} files put right.", touched)))
            findings = keeping.check(workspace)
        return _told(house, findings)


def backup(house: House, options: argparse.Namespace) -> int:
    """Copies the vault and reads the copy back; prints where the copy is."""
    with open_workspace(house, options) as workspace:
        report = keeping.back_up(workspace, options.folder)
    say(str(report.folder))
    tell(house.catalog.render(Message.counted("{n} new file copied.", "{n} new files copied.", report.copied)))
    if not report.verified:
        return _told(house, report.findings)
    tell(house.catalog("The copy was read back and is whole."))
    return EXIT_DONE


def restore(house: House, options: argparse.Namespace) -> int:
    """Brings back what the vault lacks; when the vault itself is gone, makes it anew. Prints a line per dossier."""
    copy = _the_copy(house, options.folder)
    doors = house.doors()
    door = doors.door(options.vault) if _is_vault(options.vault) else doors.original_of(copy.folder)
    if door is None:
        question = Message("Passphrase of {name}:", name=copy.name)
        passphrase = ask_passphrase(house.catalog, options.passphrase_fd, question)
        workspace = doors.restore_as_new(copy.folder, passphrase, options.vault)
        tell(house.catalog("The vault {name} is back.", name=workspace.name))
        workspace.close()
        return EXIT_DONE
    options.vault = door.folder
    passphrase = ask_passphrase(house.catalog, options.passphrase_fd, Message("Passphrase of {name}:", name=door.name))
    workspace = doors.open(door.folder, passphrase)
    try:
        _tell_restored(house, keeping.restore(workspace, copy.folder, passphrase, options.also))
    finally:
        workspace.close()
    return EXIT_DONE


def passphrase(house: House, options: argparse.Namespace) -> int:
    """Lets a new passphrase open the vault, and the old one not any more."""
    door = choose_door(house, options)
    current = ask_passphrase(house.catalog, options.passphrase_fd, Message("Passphrase of {name}:", name=door.name))
    doors = house.doors()
    workspace = doors.open(door.folder, current)
    try:
        new = ask_passphrase(house.catalog, options.new_passphrase_fd, Message("The new passphrase:"))
        if options.new_passphrase_fd is None:
            again = ask_passphrase(house.catalog, None, Message("The same passphrase again:"))
            if again != new:
                raise CannotError(Message("The two passphrases are not the same. Nothing was changed; try again."))
        left = keeping.change_passphrase(workspace, doors, new, current)
    finally:
        workspace.close()
    tell(house.catalog("From now on the new passphrase opens the vault. Your recovery sheet stays good."))
    if left is not None:
        tell(house.catalog.render(left))
    return EXIT_DONE


def _told(house: House, findings: Sequence[Finding]) -> int:
    for finding in findings:
        say(f"{finding.kind}\t{finding.dossier_id}\t{house.catalog.render(finding.message)}")
    if not findings:
        tell(house.catalog("Everything is whole."))
    return EXIT_DAMAGED if any(finding.damage for finding in findings) else EXIT_DONE


def _tell_restored(house: House, restored: Restored) -> None:
    tr = house.catalog
    for dossier_id in restored.missing:
        say(f"{dossier_id}\t{tr('was missing and is back')}")
    for dossier_id in restored.renewed:
        say(f"{dossier_id}\t{tr('got its newest version back')}")
    for dossier_id in restored.erased:
        say(f"{dossier_id}\t{tr('was erased and stays erased; --also brings it back')}")
    if restored == Restored((), (), ()):
        tell(tr("The vault has everything that is in this backup."))


def _the_copy(house: House, folder: Path) -> VaultDoor:
    found = house.doors().copies_in(folder)
    if not found:
        raise CannotError(Message("There is no backup in {path}. Choose the folder you made it in.", path=str(folder)))
    if len(found) > 1:
        names = "\n".join(f"  {door.name}  {door.folder}" for door in found)
        raise UsageError(Message("There are several backups. Say which one:\n{names}", names=names))
    return found[0]


def _is_vault(folder: Path | None) -> bool:
    return folder is not None and (folder / "h").is_dir()
