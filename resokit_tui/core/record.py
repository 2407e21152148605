"""What every record has: an identity of its own, when it was made and changed, and what became of it since."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Self

import msgspec


def new_id() -> str:
    """A random 128-bit identity, as 32 hexadecimal characters."""
    return secrets.token_hex(16)


class Conflict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a record stands beside another one: both were changed at once, and neither may be lost.

    `of` is the id of the record that was saved first, `writer` the window that saved it, `at` when it did.
    """

    of: str
    writer: str
    at: datetime


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything that is stored. Times carry their offset; subclasses repeat `frozen=True, kw_only=True`.

    Forms build records through `msgspec.convert`, because limits are not checked on construction.
    """

    id: str = msgspec.field(default_factory=new_id)
    created: datetime
    changed: datetime
    trashed: datetime | None = None
    conflict: Conflict | None = None
    """Set by a merge; whoever decides between the two sets it back to `None`."""

    def __repr__(self) -> str:
        """The type and the start of the id: a record in a traceback must not speak of a client."""
        return f"<{type(self).__name__} {self.id[:8]}>"

    def replaced(self, now: datetime, **fields: object) -> Self:
        """A copy with other values, marked as changed now."""
        return msgspec.structs.replace(self, changed=now, **fields)
