"""Where somebody was writing when the app was left: after a lock or a fall, unlocking goes on there.

Kept as a draft in the own dossier, so encrypted, without a history, and gone as soon as the text is saved.
"""

from __future__ import annotations

import msgspec

from resokit_tui.workspace.session import DossierSession

_FIELD = "whereabouts"


class Whereabouts(msgspec.Struct, frozen=True):
    """A dossier, and the name of the draft in it."""

    dossier: str
    draft: str


def keep_whereabouts(own: DossierSession, at: Whereabouts) -> None:
    """Remembers where text is being typed; blocks. Raises as `DossierSession.keep_draft` does."""
    own.keep_draft(_FIELD, msgspec.json.encode(at).decode())


def read_whereabouts(own: DossierSession) -> Whereabouts | None:
    """Where text was being typed, if it was left unsaved; blocks."""
    kept = own.draft(_FIELD)
    try:
        return msgspec.json.decode(kept, type=Whereabouts) if kept else None
    except msgspec.DecodeError:
        return None


def drop_whereabouts(own: DossierSession) -> None:
    """Forgets it: the text is saved, or given up."""
    own.drop_draft(_FIELD)
