"""One action of the user, one commit; and what this window did, so that it can be taken back."""

from __future__ import annotations

from datetime import datetime

import msgspec

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.vault.commit import Tables
from resokit_tui.vault.merge import KeptTwice, Merged, merge
from resokit_tui.vault.publish import ConflictError
from resokit_tui.vault.storage import DossierStorage, Saved

_ATTEMPTS = 8


class Step(msgspec.Struct, frozen=True):
    """One commit of this window: the version it was based on (0: none), the one it made, and what was done."""

    before: int
    after: int
    label: str


class Steps:
    """What this window did in one open dossier and can undo, and what it undid and can do again; last one last."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def did(self, step: Step) -> None:
        """Notes a new commit; what was undone before it cannot be done again.

        The one that made the dossier is not taken back: there would be nobody in it.
        """
        if step.before:
            self.done.append(step)
        self.undone.clear()


def save_merged(storage: DossierStorage, label: str, now: datetime, about: str = "") -> tuple[Saved, int]:
    """Saves what is staged, together with what others saved meanwhile; returns also the version it is based on.

    Raises what `DossierStorage.commit` raises, and `CannotError` when others keep saving.
    """
    twice: tuple[KeptTwice, ...] = ()
    for _ in range(_ATTEMPTS):
        base, mine, before = storage.committed(), storage.read() or {}, storage.version
        try:
            saved = storage.commit(label, now, about=about)
        except ConflictError:
            storage.reload()
            if storage.is_own_save:  # an earlier save of ours, of which it was not certain that it would last
                storage.write(mine)
                continue
            merged = merge_into(storage, base, mine)
            twice += merged.twice
            storage.write(merged.tables)
            continue
        return msgspec.structs.replace(saved, twice=twice), before
    raise CannotError(Message("Somebody else is saving this dossier again and again. Wait a moment and try once more."))


def merge_into(storage: DossierStorage, base: Tables, mine: Tables) -> Merged:
    """What led from base to mine, on top of what is committed."""
    at = storage.saved_at or datetime.now().astimezone()
    return merge(base, mine, storage.committed(), writer=storage.writer.hex(), at=at)
