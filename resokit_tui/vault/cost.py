"""What a key derivation may cost: known before any secret is, so that a door can be shown without any cryptography."""

from __future__ import annotations

import msgspec

from resokit_tui.core.errors import DamagedError
from resokit_tui.core.i18n import Message


class KdfParameters(msgspec.Struct, frozen=True):
    """What Argon2id may cost (RFC 9106): memory in KiB, passes over it, and lanes that run side by side."""

    memory_kib: int
    passes: int
    lanes: int


class KdfBounds(msgspec.Struct, frozen=True):
    """The least and the most that a key derivation may cost.

    Below the floor a passphrase is guessed too fast; above the cap a changed file could keep a machine busy for ever.
    """

    floor: KdfParameters
    cap: KdfParameters

    def refuse_outside(self, parameters: KdfParameters) -> None:
        """Raises `DamagedError` when any of the three numbers lies outside the bounds."""
        low, asked, high = (msgspec.structs.astuple(p) for p in (self.floor, parameters, self.cap))
        if any(not least <= value <= most for least, value, most in zip(low, asked, high, strict=True)):
            raise DamagedError(
                Message("The key file of this vault asks for settings that are not safe. Restore it from a backup.")
            )


REAL_BOUNDS = KdfBounds(KdfParameters(64 * 1024, 3, 4), KdfParameters(1024 * 1024, 3, 4))
"""From the second choice of RFC 9106 §4 (64 MiB, 3 passes, 4 lanes) to 1 GiB."""
