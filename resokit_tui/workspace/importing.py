"""A dossier from another vault: looked at first, then taken in under its own ids. Nothing is overwritten unasked."""

from __future__ import annotations

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import RECORD_TYPES, TABLES, Dossier
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean, fold
from resokit_tui.export.data import Fault, read_what_is_right
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.session import DossierSession

LABEL = Message("dossier imported")
_NOT_FOR_CLIENTS = frozenset(("places", "preferences"))
"""Tables of a professional's own dossier: they do not come along with a client's."""


class AliasTakenError(CannotError):
    """The dossier is here already, or another one has its alias: it can come in under another alias."""


class Preview(msgspec.Struct, frozen=True):
    """What would come in, what is wrong with the file, and what is here already."""

    dossier: Dossier
    counts: tuple[tuple[str, int], ...]
    """Table and number of records, in the order of the path."""
    faults: tuple[Fault, ...]
    cut_short: bool
    newer: bool
    is_known: bool
    """Whether a dossier with this id is in the vault."""
    alias_taken: bool
    """Whether another dossier has this alias."""

    def __repr__(self) -> str:
        return "<Preview>"

    @property
    def alias(self) -> str:
        """The alias in the file."""
        return self.dossier.client.alias


def look_at(workspace: Workspace, data: bytes) -> Preview:
    """Reads a file and changes nothing. Raises `CannotError` when there is no dossier in it."""
    reading = read_what_is_right(data)
    tables = {name: rows for name, rows in reading.dossier.tables.items() if name not in _NOT_FOR_CLIENTS}
    dossier = Dossier(reading.dossier.id, tables)
    known = {line.id: line.alias for line in workspace.lines()}
    others = [fold(alias) for id, alias in known.items() if id != dossier.id]
    return Preview(
        dossier,
        tuple((name, len(tables[name])) for name in RECORD_TYPES if tables.get(name)),
        reading.faults,
        reading.cut_short,
        reading.newer,
        dossier.id in known,
        fold(dossier.client.alias) in others,
    )


def take_in(workspace: Workspace, preview: Preview, alias: str = "") -> DossierSession:
    """Makes a dossier of it; records keep their ids, and the dossier its own when that is free.

    `alias` is the name it gets here, when not its own. Raises `AliasTakenError` when that name is taken, or when the
    dossier is here already and no other name was given.
    """
    alias = clean(alias).strip() or preview.alias
    if preview.is_known and fold(alias) == fold(preview.alias):
        raise AliasTakenError(
            Message(
                "{alias} is in this vault already. Bring the two together, or give the copy another alias.",
                alias=preview.alias,
            )
        )
    if any(fold(line.alias) == fold(alias) for line in workspace.lines()):
        raise AliasTakenError(
            Message("There is another dossier {alias} here. Give this one another alias.", alias=alias)
        )
    return workspace.add(_named(preview.dossier, alias), LABEL, keep_id=not preview.is_known)


def bring_together(workspace: Workspace, preview: Preview) -> DossierSession:
    """Adds what is new to the dossier with the same id, and takes over what was changed later. Nothing goes.

    Raises `CannotError` when that dossier is not here.
    """
    if not preview.is_known:
        raise CannotError(Message("There is no dossier with this id here to bring the file together with."))
    session = workspace.open(preview.dossier.id)
    here = {record.id: record for rows in session.dossier.tables.values() for record in rows}
    fresh = [record for rows in preview.dossier.tables.values() for record in rows if _is_newer(record, here)]
    if fresh:
        session.put_many(fresh, LABEL)
    return session


def _is_newer(record: Record, here: dict[str, Record]) -> bool:
    known = here.get(record.id)
    return known is None or (type(known) is type(record) and record.changed > known.changed)


def _named(dossier: Dossier, alias: str) -> Dossier:
    client = dossier.client
    if client.alias == alias:
        return dossier
    return Dossier(dossier.id, {**dossier.tables, TABLES[Client]: (msgspec.structs.replace(client, alias=alias),)})
