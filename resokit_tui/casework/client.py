"""Who the dossier is about: an alias, never a legal name by default (stage 0, domain.md §5.2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class ClientKind(StrEnum):
    """A dossier is about one person or about a group."""

    PERSON = "person"
    GROUP = "group"


class Address(StrEnum):
    """How the paper speaks to this client in Dutch: *je* or *u*."""

    JE = "je"
    U = "u"


class Client(Record, frozen=True, kw_only=True):
    """The person or group. One per dossier; every field but the alias may stay empty."""

    alias: str
    kind: ClientKind = ClientKind.PERSON
    language: str = "nl"
    """Language of this client's paper: `nl`, `fr` or `en`."""
    address: Address = Address.JE
    spoken: tuple[str, ...] = ()
    """Languages the client speaks, in the user's words."""
    municipality: str = ""
    occasion: str = ""
    """Why this path starts, in the client's own words where possible."""
    trusted_person: str = ""
    started: date | None = None
    interpreter: str = ""
    """Who interprets, or in which language help is needed."""
    closed: date | None = None
    """The day this dossier was closed; its open steps are suspended from then on."""
    closing_words: str = ""
    """Why it was closed, and how it was rounded off with the person."""
    keep_until: date | None = None
    """The day on which to ask whether a closed dossier may go, when that was put off."""


KIND_NAMES = {ClientKind.PERSON: Message("person"), ClientKind.GROUP: Message("group")}
