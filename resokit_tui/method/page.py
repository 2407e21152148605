"""A page of the method and what hangs on it. Ids do not depend on language."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from resokit_tui.core.i18n import Message


class PageKind(StrEnum):
    """What sort of page it is; the first three are the lines of the map."""

    CONDITION = "condition"
    SKILL = "skill"
    STAGE = "stage"
    SITUATION = "situation"
    THEORY = "theory"
    TOOL = "tool"


class Provenance(StrEnum):
    """Where a text comes from (tags of domain.md §0), shown to the reader: our words never pass for Resokit's."""

    RESOKIT = "resokit"
    SRV = "srv"
    FLANDERS = "flanders"
    DERIVED = "derived"
    BACKGROUND = "background"


class Question(msgspec.Struct, frozen=True):
    """A question a page asks. `id` is whole: `condition.trust.q1`."""

    id: str
    text: str


class Part(msgspec.Struct, frozen=True):
    """One screen of a page: an id (`what`, `how`, `pitfall`, `example`, `signs` …), a heading and Markdown."""

    id: str
    title: str
    markdown: str
    provenance: Provenance


class Onward(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to go after a page, and why."""

    page: str
    reason: str


class Source(msgspec.Struct, frozen=True):
    """A publication facts were taken from."""

    id: str
    reference: str


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question of a situation: it adds stops to the route, and may ask on."""

    text: str
    note: str = ""
    stops: tuple[Onward, ...] = ()
    ask: str = ""
    """Id of the next `Step`; empty ends the questions."""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One short question of a situation."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    note: str = ""
    short: str = ""
    """One or two words for the progress line."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of the method in one language."""

    id: str
    kind: PageKind
    language: str
    """The language it is written in, which may differ from the one that was asked for."""
    title: str
    short: str
    """Name on the map: at most 21 cells; 16 for a stage, whose number takes two of the 18 it has."""
    gist: str
    """What it is about in at most 44 cells."""
    name_provenance: Provenance
    """Where the name comes from."""
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    question_provenance: Provenance
    onward: tuple[Onward, ...]
    sources: tuple[Source, ...]
    own: bool = False
    """Whether it comes from the organisation's own folder, in place of ours or beside it."""
    steps: tuple[Step, ...] = ()
    """Only for a situation: its questions, the first one first."""
    stops: tuple[Onward, ...] = ()
    """Only for a situation: the stops that belong to it whatever is answered."""


PROVENANCE_NAMES = {
    Provenance.RESOKIT: Message("Resokit"),
    Provenance.SRV: Message("role theory (SRV)"),
    Provenance.FLANDERS: Message("Flemish social work"),
    Provenance.DERIVED: Message("our own derivation"),
    Provenance.BACKGROUND: Message("general knowledge, not checked"),
}
