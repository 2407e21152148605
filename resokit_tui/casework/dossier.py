"""Everything about one client at one moment, and the list of record types it is made of.

A new kind of record is added here once; storage, export and import follow from this list.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from resokit_tui.casework.check import RoleCheck
from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent
from resokit_tui.casework.design import Need, RoleDesign
from resokit_tui.casework.exported import Exported
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Answer, Note, Standing
from resokit_tui.casework.plan import Action, Plan, Review
from resokit_tui.casework.preferences import Preferences
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.quality import QualityOfLife
from resokit_tui.casework.reflection import Reflection
from resokit_tui.casework.role import Role, RoleIdea
from resokit_tui.casework.route import KeptRoute
from resokit_tui.core.record import Record

RECORD_TYPES: dict[str, type[Record]] = {
    "client": Client,
    "consents": Consent,
    "profile": Profile,
    "strengths": Strength,
    "interests": Interest,
    "roles": Role,
    "contacts": Contact,
    "ideas": RoleIdea,
    "checks": RoleCheck,
    "designs": RoleDesign,
    "needs": Need,
    "plans": Plan,
    "actions": Action,
    "reviews": Review,
    "quality": QualityOfLife,
    "notes": Note,
    "answers": Answer,
    "standings": Standing,
    "reflections": Reflection,
    "routes": KeptRoute,
    "exports": Exported,
    "places": Place,
    "preferences": Preferences,
}
"""Table name → type of the records in it, in the order of the path; the last two are only for the own dossier."""

TABLES: dict[type[Record], str] = {kind: table for table, kind in RECORD_TYPES.items()}

R = TypeVar("R", bound=Record)


class Dossier(msgspec.Struct, frozen=True):
    """A snapshot: per table the records that are not in the trash, oldest first."""

    id: str
    tables: dict[str, tuple[Record, ...]]

    def __repr__(self) -> str:
        return f"<Dossier {self.id[:8]}>"

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one type, oldest first."""
        return self.tables.get(TABLES[kind], ())  # type: ignore[return-value]

    def newest(self, kind: type[R]) -> R | None:
        """The record of one type that was made last, if there is one."""
        found = self.all(kind)
        return found[-1] if found else None

    def same(self, record: R) -> R | None:
        """The state in which this snapshot holds a record; `None` when it does not."""
        return next((each for each in self.all(type(record)) if each.id == record.id), None)

    @property
    def client(self) -> Client:
        """Who the dossier is about. Every dossier has exactly one; `LookupError` when it is missing."""
        found = self.newest(Client)
        if found is None:
            raise LookupError("client")
        return found
