"""The base of everything that is on its way out of the house."""

from __future__ import annotations

import msgspec


class Neutral(msgspec.Struct, frozen=True):
    """A fact of a plan or a piece of a document. Its `repr` is opaque: a traceback must not speak of a client."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
