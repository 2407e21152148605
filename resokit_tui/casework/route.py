"""A route that came out of *Waar zit je?*, kept with the dossier or with the professional, and ticked off."""

from __future__ import annotations

import msgspec

from resokit_tui.core.record import Record


class KeptStop(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A stop with its reason, in the words it was given in, and whether it was done."""

    page: str
    reason: str
    done: bool = False


class KeptRoute(Record, frozen=True, kw_only=True):
    """A route that is being followed; `left` when it was given up on purpose."""

    situation: str
    """Page id of the situation it came from."""
    stops: tuple[KeptStop, ...]
    left: bool = False

    @property
    def is_open(self) -> bool:
        """Whether there is still a stop to go to."""
        return self.trashed is None and not self.left and not all(stop.done for stop in self.stops)

    def ticked(self, page: str, done: bool) -> tuple[KeptStop, ...]:
        """The stops, with this page marked."""
        return tuple(msgspec.structs.replace(s, done=done) if s.page == page else s for s in self.stops)
