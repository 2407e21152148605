"""A note: its text first; the day, labels and what it is about may follow. It may be begun from a page."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import TextArea

from resokit_tui.casework.note import Note
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.ui.parts.things import PREFIXES, things_to_link
from resokit_tui.ui.screens.fields import BETWEEN, FieldsScreen
from resokit_tui.ui.screens.writing import Typed, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.chips import TYPED, Chips, Offer
from resokit_tui.ui.widgets.day_field import DayField
from resokit_tui.workspace.labels import labels_of, similar_label
from resokit_tui.workspace.session import DossierSession

_DAY, _LABELS, _ABOUT = "day", "labels", "about"


def note_draft(note: Note | None) -> str:
    """Name of the draft of a new note, or of one that is being changed."""
    return f"{NoteScreen.DRAFT}-{note.id}" if note else NoteScreen.DRAFT


class NoteScreen(FieldsScreen):
    """A large field, and three small ones below it."""

    DRAFT: ClassVar[str] = "note"
    LABEL: ClassVar[Message] = Message("note added")
    FIRST: ClassVar[str] = "text"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["writing.tcss", "note.tcss"]

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        typed: Typed | None,
        page: str = "",
        note: Note | None = None,
    ) -> None:
        """`page`: what it is about, when it was begun from there and there is no draft yet."""
        super().__init__(services, session, typed, _as_typed(note, services) if note else None)
        self.note = note
        about = self.typed.choices.get(_ABOUT, "")
        if typed is None and page and note is None:
            about = f"{PREFIXES['pages']}{page}"
        if typed is not None and typed.page and not about:  # a draft of an earlier program
            about = f"{PREFIXES['pages']}{typed.page}"
        texts = {**self.typed.texts}
        texts.setdefault(_DAY, services.catalog.date_short(self.typed.created.date()))
        self.typed = msgspec.structs.replace(self.typed, texts=texts, choices={**self.typed.choices, _ABOUT: about})

    @property
    def label(self) -> Message:
        """Whether it was there already."""
        return Message("note changed") if self.note else self.LABEL

    @property
    def draft_name(self) -> str:
        """A new one has one draft; one that is changed has its own."""
        return note_draft(self.note)

    def heading(self) -> str:
        """Whether it is new."""
        return self.tr("A note") if self.note else self.tr("A new note")

    def fields(self) -> ComposeResult:
        """The text; the day it is of, labels, and what it is about."""
        services, glyphs = self.services, self.services.glyphs
        yield TextArea(id="text", soft_wrap=True, highlight_cursor_line=False)
        yield from labelled(self.tr("Day"), "", DayField(services.catalog, services.today, id=_DAY, past=True))
        known = labels_of(self.session.dossier)
        labels = Chips(
            glyphs, lambda: [Offer(label, label) for label in known], id=_LABELS, free=True, like=self._alike
        )
        yield from labelled(self.tr("Labels"), "", labels)
        about = Chips(
            glyphs,
            lambda: things_to_link(self.session.dossier, services),
            id=_ABOUT,
            nothing=self.tr("nothing found with these words"),
        )
        yield from labelled(self.tr("Is about"), "", about)

    def _alike(self, label: str) -> str:
        known = similar_label(label, labels_of(self.session.dossier))
        if not known:
            return ""
        return self.tr("There is a label “{label}”. Is it the same? Backspace takes this one away.", label=known)

    def read(self) -> Typed:
        """A day alone is no note."""
        typed = super().read()
        others = any(text.strip() for name, text in typed.texts.items() if name != _DAY)
        if others or self.note is not None:
            return typed
        return msgspec.structs.replace(typed, texts={name: t for name, t in typed.texts.items() if name != _DAY})

    def refusal(self) -> tuple[Widget, Message] | None:
        """A note without text is not one; what it is about may only come from the page it was begun from."""
        typed = self.read()
        written = typed.choices.get(_LABELS) or not typed.is_empty
        if written and not typed.texts.get("text", "").strip():
            return self.query_one("#text"), Message("The text of the note is missing.")
        return super().refusal()

    def record(self, typed: Typed) -> Record:
        """The note."""
        about = [each for each in typed.choices.get(_ABOUT, "").split(BETWEEN) if each]
        values = {
            "day": self.query_one(DayField).day or typed.created.date(),
            "text": clean(typed.texts["text"]),
            "labels": tuple(each for each in typed.choices.get(_LABELS, "").split(BETWEEN) if each),
            **{
                field: tuple(each.removeprefix(prefix) for each in about if each.startswith(prefix))
                for field, prefix in PREFIXES.items()
            },
        }
        if self.note is not None:
            return self.note.replaced(self.session.now(), **values)
        now = self.session.now()
        return Note(id=typed.record, created=typed.created, changed=now, **values)  # type: ignore[arg-type]


def _as_typed(note: Note, services: Services) -> Typed:
    """A note as it stands on the screen."""
    about = [f"{prefix}{key}" for field, prefix in PREFIXES.items() for key in getattr(note, field)]
    return Typed(
        record=note.id,
        created=note.created,
        texts={"text": note.text, _DAY: services.catalog.date_short(note.day), f"{_LABELS}{TYPED}": ""},
        choices={_LABELS: BETWEEN.join(note.labels), _ABOUT: BETWEEN.join(about)},
    )
