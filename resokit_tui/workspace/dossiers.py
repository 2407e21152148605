"""An unlocked vault as the professional sees it: dossiers to list, find, open and make."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.recurring import themes, together
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.dates import Clock
from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import clean, fold, sort_key
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.agenda import SHAPE, Agenda, Overview, Summary, make_agenda, summarise
from resokit_tui.workspace.preferences import preferences_of
from resokit_tui.workspace.session import DossierSession


class DossierLine(msgspec.Struct, frozen=True):
    """A dossier in a list."""

    id: str
    alias: str
    stage: str
    """Page id of the stage it is at."""
    next_day: date | None
    role: str = ""


class Workspace:
    """An unlocked vault. Close it to let go of the keys."""

    def __init__(self, vault: Vault, clock: Clock, *, needs_new_passphrase: bool = False) -> None:
        self._vault = vault
        self.needs_new_passphrase = needs_new_passphrase
        """Opened with the recovery sheet: the passphrase is lost, so a new one has to be chosen first."""
        self._clock = clock
        self._summaries: dict[str, tuple[int, Summary]] = {}
        self._sessions: dict[str, DossierSession] = {}

    @property
    def name(self) -> str:
        """Name of the vault, as its owner typed it."""
        return self._vault.name

    @property
    def practice(self) -> bool:
        """Whether this is a vault with fictional people only."""
        return self._vault.practice

    @property
    def professional(self) -> str:
        """Who stands on paper as the professional: the owner of the vault; nobody when it is practice."""
        return "" if self.practice else self.name

    @property
    def organisation(self) -> str:
        """For whom the professional works, as it stands on paper; reads the own dossier."""
        return preferences_of(self.own()).organisation

    def today(self) -> date:
        """The day it is here."""
        return self._clock().date()

    def lines(self) -> list[DossierLine]:
        """Every dossier, sorted by alias."""
        lines = [
            DossierLine(dossier_id, s.alias, s.stage, min((d.day for d in s.due), default=None), s.role)
            for dossier_id, s in self._all_summaries()
        ]
        return sorted(lines, key=lambda line: sort_key(line.alias))

    def agenda(self) -> Agenda:
        """What is due over all dossiers, the professional's own resolves among them (without an alias)."""
        return self.overview().agenda

    def overview(self) -> Overview:
        """Agenda, dossier of last time and their number, in one look at every folder; opens none that is known."""
        summaries, own = self._all_summaries(), self.own()
        agenda = make_agenda(
            [*summaries, (own.id, summarise(own.dossier))], self.today(), preferences_of(own).retention_months
        )
        return Overview(agenda, max(summaries, key=lambda pair: pair[1].changed, default=None), len(summaries))

    def themes(self) -> dict[str, int]:
        """What keeps coming back in reflections, over every dossier and one's own: page id → how often."""
        own = themes(self.own().dossier.all(Reflection))
        return together([own, *(summary.reflected for _, summary in self._all_summaries())])

    def new(self, alias: str) -> DossierSession:
        """Makes a dossier for a client with this alias. Raises `CannotError` when it is empty or taken."""
        alias = clean(alias).strip()
        if not alias:
            raise CannotError(Message("An alias is missing. Type the name by which you want to find this dossier."))
        if any(fold(alias) == fold(line.alias) for line in self.lines()):
            raise CannotError(Message("There is a dossier {alias} already. Choose another alias.", alias=alias))
        now = self._clock()
        session = self.open(self._vault.create_dossier())
        address = preferences_of(self.own()).address
        session.put(Client(alias=alias, address=address, created=now, changed=now), Message("dossier made"))
        return session

    def add(self, dossier: Dossier, label: Message, *, keep_id: bool = False) -> DossierSession:
        """Adds a dossier with all its records, under its own id or a new one. Raises `CannotError` for an id in use."""
        session = self.open(self._vault.create_dossier(dossier.id if keep_id else ""))
        session.fill(dossier, label)
        return session

    def open(self, dossier_id: str) -> DossierSession:
        """Opens a dossier by its id; one that is open already is read again if somebody else saved it."""
        if (session := self._sessions.get(dossier_id)) is not None:
            session.refresh()
            return session
        self._sessions[dossier_id] = session = DossierSession(self._vault, dossier_id, self._clock)
        return session

    def versions(self) -> dict[str, int]:
        """The newest version of every dossier that was ever saved, the professional's own first."""
        ids = (self._vault.own_id, *self._vault.dossier_ids())
        return {id: newest for id in ids if (newest := self._vault.newest_version(id))}

    def look(self, dossier_id: str) -> Dossier:
        """What a dossier holds now, without keeping it open. Raises `DamagedError` when it cannot be read."""
        if dossier_id in self._sessions:
            return self.open(dossier_id).dossier
        session = DossierSession(self._vault, dossier_id, self._clock)
        dossier = session.dossier
        session.forget()
        return dossier

    def own(self) -> DossierSession:
        """The professional's own dossier; never in a list or an export of clients."""
        return self.open(self._vault.own_id)

    def find(self, alias_or_id: str) -> str:
        """The id of a dossier by its id or its alias, without regard for case or accents. Raises `CannotError`."""
        lines = self.lines()
        for line in lines:
            if line.id == alias_or_id:
                return line.id
        found = [line.id for line in lines if fold(line.alias) == fold(alias_or_id)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CannotError(
                Message(
                    "Several dossiers are called {alias}. Use the id that “resokit list” prints.", alias=alias_or_id
                )
            )
        raise CannotError(
            Message("There is no dossier {alias} here. “resokit list” shows which there are.", alias=alias_or_id)
        )

    @property
    def vault(self) -> Vault:
        """The store below, for what concerns the vault as a whole (`workspace.keeping`)."""
        return self._vault

    def drop(self, dossier_id: str) -> None:
        """Lets go of everything read of a dossier."""
        self._summaries.pop(dossier_id, None)
        if (session := self._sessions.pop(dossier_id, None)) is not None:
            session.forget()

    def close(self) -> None:
        """Keeps the summaries in the index for next time, and lets go of the keys and of everything read."""
        stale = {
            dossier_id: (version, msgspec.to_builtins(summary))
            for dossier_id, (version, summary) in self._summaries.items()
            if (cached := self._vault.cached(dossier_id)) is None or cached.version != version
        }
        if stale:
            self._vault.cache_summaries(stale)
        for session in self._sessions.values():
            session.forget()
        self._sessions.clear()
        self._summaries.clear()
        self._vault.close()

    def _all_summaries(self) -> list[tuple[str, Summary]]:
        """Of every dossier that was ever saved: a stop while one was made leaves an id without any version."""
        versions = [(dossier_id, self._vault.newest_version(dossier_id)) for dossier_id in self._vault.dossier_ids()]
        return [(dossier_id, self._summary(dossier_id, newest)) for dossier_id, newest in versions if newest]

    def _summary(self, dossier_id: str, newest: int) -> Summary:
        """From memory, else from the index when it is not out of date, else from the dossier itself."""
        known = self._summaries.get(dossier_id)
        if known is None and (cached := self._vault.cached(dossier_id)) is not None:
            known = self._from_index(cached.version, cached.data)
        if known is None or known[0] != newest:
            known = newest, self._read_summary(dossier_id, known[1] if known else None)
        self._summaries[dossier_id] = known
        return known[1]

    @staticmethod
    def _from_index(version: int, data: dict[str, Any]) -> tuple[int, Summary] | None:
        """What was cached, as out of date when another program made it: it may lack what this one shows."""
        try:
            summary = msgspec.convert(data, Summary)
        except msgspec.ValidationError:  # by a newer program
            return None
        return (version if summary.shape == SHAPE else 0), summary

    def _read_summary(self, dossier_id: str, before: Summary | None) -> Summary:
        """One unreadable dossier must not hide the others: it stays in the list, under its old alias or its id."""
        try:
            return summarise(self.look(dossier_id))
        except DamagedError:
            return before or Summary(alias=f"? {dossier_id[:8]}", stage="stage.start", role="", due=())
