"""The vault key and who may have it: a new passphrase, and a new vault key when an old one must open nothing any more.

A new passphrase is one new key file. A new vault key takes three steps, each of which can be the last one before the
power goes:

    1  key file: as before, plus the new key wrapped under the old one (`next`)   both keys are known to every window
    2  index: sealed under the new key                                           readable by way of `next`
    3  key file: its slots hold the new key only                                 the old way in is gone

After each step both copies are read back; only then are older key files removed, because with them an old passphrase
still opens. Whoever opens a vault that stopped after step 1 or 2 goes on under the new key. A window that was open with
the old key learns the new one from `next`, or after step 3 asks the passphrase (`KeyChangedError`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from resokit_tui.core.errors import LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.vault import slots
from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.vault.envelope import damaged
from resokit_tui.vault.files import Files
from resokit_tui.vault.key_file import Slot, SlotType, VaultHeader
from resokit_tui.vault.keys import Key
from resokit_tui.vault.opening import candidates, key_file
from resokit_tui.vault.publish import ConflictError


class KeyChangedError(LockedError):
    """Another window changed who may open this vault: nothing of ours was written; ask the passphrase (`renew`)."""

    def __init__(self) -> None:
        super().__init__(
            Message("The key of this vault was changed in another window. Type your passphrase again to go on.")
        )


class KeyRing:
    """The newest key file that was opened, and the vault keys it gives: `key` seals, an older one still reads."""

    def __init__(self, files: Files, folder: Path, header: VaultHeader, key: Key) -> None:
        self._copies, self._folder = key_file(files, folder), folder
        self.header = header
        self.key = key
        self._former: Key | None = None

    @classmethod
    def open(cls, files: Files, folder: Path, open_slot: Callable[[VaultHeader], Key]) -> KeyRing:
        """Unlocks the newest key file, puts a missing copy back and removes older ones. Raises as `slots.unlock`."""
        header, data, key = slots.unlock(candidates(key_file(files, folder), folder), open_slot)
        ring = cls(files, folder, header, key)
        ring._copies.catch_up(header.version, data)
        ring._copies.keep_only(header.version, data)
        if header.next:
            ring._switch(slots.unwrap_next(header, key))
        return ring

    def create(self) -> None:
        """Publishes the first key file of a new vault. Raises as `TwoCopies.save` does."""
        self._copies.save(self.header.version, slots.write_header(self.header, self.key))

    def key_of(self, generation: int) -> Key:
        """The vault key of this generation, looked up in the newest key file when it is not known yet.

        Raises `KeyChangedError` when only the passphrase gives it, `DamagedError` when there is no such key.
        """
        if generation > self.key.generation:
            self._learn()
        for key in (self.key, self._former):
            if key is not None and key.generation == generation:
                return key
        raise damaged()

    @property
    def cost(self) -> KdfParameters:
        """What the key derivation of this vault's passphrase costs."""
        return next(slot.kdf for slot in self.header.slots if slot.type == SlotType.PASSPHRASE)

    def confirm(self, passphrase: str, bounds: KdfBounds) -> None:
        """Raises `LockedError` unless this is the passphrase, `KeyChangedError` if another window changed it. Slow."""
        if max(self._copies.numbers(), default=0) > self.header.version:
            raise KeyChangedError
        slots.open_with_passphrase(self.header, passphrase, bounds).wipe()

    def change_passphrase(self, passphrase: str, cost: KdfParameters) -> bool:
        """Replaces every passphrase by this one; tells whether the old key files are gone. Slow.

        Raises `KeyChangedError`, `NotSavedError` or `UncertainError`.
        """
        inner = self._former or self.key
        own = slots.passphrase_slot(self.header.vault, inner, passphrase, cost)
        others = [slot for slot in self.header.slots if slot.type != SlotType.PASSPHRASE]
        return self._publish(inner, slots=(own, *others))

    def begin_new_key(self) -> None:
        """Step 1: makes the key that takes over. Fine when a stopped attempt did so. Raises as `change_passphrase`."""
        if not self.header.next:
            following = Key.random(self.key.generation + 1)
            self._publish(self.key, next=slots.wrap_next(self.header.vault, self.key, following))
            self._switch(following)

    def finish_new_key(self, passphrase: str, cost: KdfParameters) -> bool:
        """Step 3: lets the passphrase and the recovery code open the new key only; raises as `change_passphrase`."""
        vault = self.header.vault
        ways_in: list[Slot] = [slots.passphrase_slot(vault, self.key, passphrase, cost)]
        ways_in += [
            slots.recovery_slot(vault, self.key, slot.public)
            for slot in self.header.slots
            if slot.type == SlotType.RECOVERY
        ]
        gone = self._publish(self.key, next=b"", generation=self.key.generation, slots=tuple(ways_in))
        self._forget_former()
        return gone

    def renew(self, open_slot: Callable[[VaultHeader], Key]) -> None:
        """Takes the newest key file, after another window changed it. Raises as `slots.unlock` does."""
        header, _, key = slots.unlock(candidates(self._copies, self._folder), open_slot)
        self._forget_former()
        self.header = header
        self.key.become(key)
        if header.next:
            self._switch(slots.unwrap_next(header, key))

    def put_back_copies(self) -> int:
        """Publishes the newest key file where it is missing; returns how many copies that were."""
        missing = sum(data is None for _, data in self._copies.each(self.header.version))
        whole = next(d for h, d in candidates(self._copies, self._folder) if h.version == self.header.version)
        self._copies.catch_up(self.header.version, whole)
        return missing

    def wipe(self) -> None:
        """Forgets the keys."""
        self.key.wipe()
        self._forget_former()

    def _learn(self) -> None:
        for header, data in candidates(self._copies, self._folder):
            if header.generation > self.key.generation:
                raise KeyChangedError
            if header.next and header.generation == self.key.generation and slots.is_authentic(data, self.key):
                self.header = header
                self._switch(slots.unwrap_next(header, self.key))
                return

    def _switch(self, following: Key) -> None:
        self._former = self.key.copy()
        self.key.become(following)

    def _publish(self, inner: Key, **changes: object) -> bool:
        newest, _ = candidates(self._copies, self._folder)[0]
        if newest.version != self.header.version:
            raise KeyChangedError
        header = msgspec.structs.replace(self.header, version=self.header.version + 1, **changes)
        data = slots.write_header(header, inner)
        try:
            self._copies.save(header.version, data)
        except ConflictError:
            raise KeyChangedError from None
        self.header = header
        return self._copies.keep_only(header.version, data)

    def _forget_former(self) -> None:
        if self._former is not None:
            self._former.wipe()
        self._former = None
