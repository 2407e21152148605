"""The front door: which vaults there are, making one, opening one."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from resokit_tui.core.dates import Clock
from resokit_tui.core.errors import CannotError, ResokitError
from resokit_tui.core.files import reason_of
from resokit_tui.core.i18n import Message
from resokit_tui.core.paths import make_private
from resokit_tui.core.text import clean, sort_key
from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.vault.opening import vault_label

if TYPE_CHECKING:  # the door is shown before casework and cryptography are loaded; opening it takes a second anyway
    from resokit_tui.vault.vault import Vault
    from resokit_tui.workspace.dossiers import Workspace

SHORTEST = 12
"""Characters a passphrase has at least."""
ENOUGH_GUESSES = 10**10
"""Guesses a passphrase withstands at least, as zxcvbn estimates them (vault.md §6)."""
_LONGEST_JUDGED = 72


class VaultDoor(msgspec.Struct, frozen=True):
    """A vault as it is seen from outside: where it is, and the name its owner chose."""

    folder: Path
    name: str
    practice: bool = False


class Doors:
    """All vaults of this account, and the way in. `bounds` are the key derivation costs that are accepted.

    `state` is the state folder of this account, where is remembered what was seen of each vault (`vault.marks`).
    """

    def __init__(
        self,
        vaults: Path,
        bounds: KdfBounds,
        clock: Clock,
        parameters: KdfParameters | None = None,
        state: Path | None = None,
    ) -> None:
        self._folder = vaults
        self._state = state
        self._bounds = bounds
        self._clock = clock
        self._parameters = parameters

    @property
    def bounds(self) -> KdfBounds:
        """The accepted costs of key derivation."""
        return self._bounds

    def vaults(self) -> list[VaultDoor]:
        """The vaults of this account, sorted by name. A folder that is no vault, or is damaged, is left out."""
        if not self._folder.is_dir():
            return []
        doors = []
        for folder in self._folder.iterdir():
            try:
                doors.append(self.door(folder))
            except ResokitError:
                continue
        return sorted(doors, key=lambda door: sort_key(door.name))

    def door(self, folder: Path) -> VaultDoor:
        """The vault in this folder. Raises `CannotError` when there is none, `DamagedError` when it is damaged."""
        label = vault_label(folder)
        return VaultDoor(folder, label.name, label.practice)

    def weakness(self, passphrase: str, name: str) -> Message | None:
        """Why this passphrase is too easy to guess, in words; `None` when it is strong enough."""
        if len(passphrase) < SHORTEST:
            return Message("This passphrase is too short. Take at least {n} characters: four words, say.", n=SHORTEST)
        from zxcvbn import zxcvbn

        known = [word for word in clean(name).split() if word] + ["resokit", "odisee", "brussel", "bruxelles"]
        judged = zxcvbn(passphrase[:_LONGEST_JUDGED], user_inputs=known, max_length=_LONGEST_JUDGED)
        if judged["guesses"] < ENOUGH_GUESSES:
            return Message("This passphrase is easy to guess. Take four or more words that do not belong together.")
        return None

    def make(
        self, name: str, passphrase: str, *, folder: Path | None = None, practice: bool = False
    ) -> tuple[Workspace, str]:
        """Makes a vault and opens it; returns it with the recovery code, which is shown once.

        Slow, because of the key derivation: call it in a worker thread. Raises `CannotError` for a name that is empty
        or taken, a passphrase that is weak, or a folder that cannot be written.
        """
        name = clean(name).strip()
        if not name:
            raise CannotError(Message("A name for the vault is missing. Type your first name, for instance."))
        if not practice and (weakness := self.weakness(passphrase, name)) is not None:
            raise CannotError(weakness)
        if folder is None:
            if any(door.name == name for door in self.vaults()):
                raise CannotError(Message("There is a vault {name} already. Choose another name.", name=name))
            folder = self._folder / secrets.token_hex(8)
            _make_parent(folder.parent)
        from resokit_tui.vault.vault import Vault

        vault, code = Vault.create(
            *(folder, name, passphrase),
            bounds=self._bounds,
            parameters=self._parameters,
            state=self._state,
            practice=practice,
        )
        return self._enter(vault), code

    def open(self, folder: Path, passphrase: str) -> Workspace:
        """Opens a vault. Slow: call it in a worker thread. Raises `LockedError` when the passphrase is not right."""
        from resokit_tui.vault.vault import Vault

        return self._enter(Vault.open(folder, passphrase, bounds=self._bounds, state=self._state))

    def open_with_recovery(self, folder: Path, code: str) -> Workspace:
        """Opens a vault with the code on the recovery sheet; `Workspace.needs_new_passphrase` is set then.

        Raises `LockedError` when it is not right.
        """
        from resokit_tui.vault.vault import Vault

        vault = Vault.open_with_recovery(folder, code, bounds=self._bounds, state=self._state)
        return self._enter(vault, needs_new_passphrase=True)

    def copies_in(self, folder: Path) -> list[VaultDoor]:
        """The backups in a folder: itself, or what lies directly in it, sorted by name."""
        found = []
        for place in (folder, *(sorted(folder.iterdir()) if folder.is_dir() else ())):
            try:
                found.append(self.door(place))
            except ResokitError:
                continue
        return found

    def original_of(self, copy: Path) -> VaultDoor | None:
        """The vault of this account of which this is a copy, if it is still here."""
        sought = vault_label(copy).id
        return next((door for door in self.vaults() if vault_label(door.folder).id == sought), None)

    def restore_as_new(self, copy: Path, passphrase: str, folder: Path | None = None) -> Workspace:
        """Makes a vault of this account out of a backup, and opens it. Slow.

        Raises `LockedError` for a wrong passphrase, `CannotError` when the folder is taken; nothing is made then.
        """
        from resokit_tui.vault.backup import restore_as_new
        from resokit_tui.vault.vault import Vault

        if folder is None:
            folder = self._folder / secrets.token_hex(8)
            _make_parent(folder.parent)
        vault, _ = restore_as_new(
            copy, folder, lambda place: Vault.open(place, passphrase, bounds=self._bounds, state=self._state)
        )
        return self._enter(vault)

    def _enter(self, vault: Vault, *, needs_new_passphrase: bool = False) -> Workspace:
        from resokit_tui.workspace.dossiers import Workspace

        return Workspace(vault, self._clock, needs_new_passphrase=needs_new_passphrase)


def _make_parent(folder: Path) -> None:
    try:
        make_private(folder)
    except OSError as error:
        raise CannotError(
            Message(
                "No folder can be made at {path} ({reason}). Choose another place with --vault or RESOKIT_HOME.",
                path=str(folder),
                reason=reason_of(error),
            )
        ) from None
