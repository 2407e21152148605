"""Notities: newest first, sought while you type, by label; one opens to be read, another key to be changed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.casework.note import Note
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.label import LabelDialog
from resokit_tui.ui.screens.note import NoteScreen, note_draft
from resokit_tui.ui.screens.note_reading import NoteReadingScreen
from resokit_tui.ui.screens.record_list import LIST, RecordListScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.labels import labels_of
from resokit_tui.workspace.session import DossierSession

_FEW, _MORE = 40, 200
"""Notes shown at first, and how many more each time they are asked for."""
_AT_ONCE, _BREATH = 5, 0.01
"""Notes made ready to be sought in one go, and the seconds in between, so that no key waits."""
_AROUND, _DAY = 9, 12
_MORE_ROW = "more"
SOUGHT = "sought"


class NotesScreen(RecordListScreen):
    """A field to seek in, and the list; two thousand notes are no heavier than sixty."""

    CSS_PATH: ClassVar[str] = "notes.tcss"
    BINDINGS = bindings("notes")
    removed: ClassVar[Message] = Message("note removed")

    def __init__(self, services: Services, session: DossierSession, record: str = "") -> None:
        super().__init__(services, session, record)
        self._label = ""
        self._asked = 0
        self._folded: dict[str, tuple[Note, str]] = {}
        """Id → the note, and its words as they are sought."""

    def heading(self) -> str:
        """What is listed."""
        if self._label:
            return self.tr("Notes with the label “{label}”", label=self._label)
        return self.tr("Notes")

    def lists(self) -> ComposeResult:
        """The field, the list, and how many there are."""
        with Vertical(id="page"):
            yield Field(id=SOUGHT)
            yield PointerList(self.services.glyphs, id=LIST)
            yield Static(id="empty", markup=False)

    def fill(self) -> None:
        """Also makes the notes ready to be sought, piece by piece."""
        super().fill()
        if self.services.session is self._open:
            self.in_background(self._make_ready(), group="ready", exclusive=True)

    async def _make_ready(self) -> None:
        new = [note for note in self.session.dossier.all(Note) if not self._is_ready(note)]
        for number, note in enumerate(new):
            if number % _AT_ONCE == 0:
                await asyncio.sleep(_BREATH)
            self._words(note)

    def show(self) -> None:
        """The newest of what fits."""
        notes = self._found()
        shown = self.query_one(f"#{LIST}", PointerList)
        few = notes[: max(_FEW + self._asked, self._place(notes) + 1)]
        rows: list[Option | None] = [Option(self._row(note), id=note.id) for note in few]
        if left := len(notes) - len(few):
            more = self.tr(Message.counted("{n} more", "{n} more", left))
            rows.append(Option(Content.styled(f"  {more}", "$ink-soft"), id=_MORE_ROW))
        shown.show(rows)
        shown.display = bool(notes)
        empty = self.query_one("#empty", Static)
        empty.display = not notes
        sought = self._label or self._sought_words()
        empty.update(self.tr("No note has these words.") if sought else self.tr("No notes yet. Press n and write one."))
        field = self.query_one(f"#{SOUGHT}", Field)
        field.placeholder = self.tr("f: search in {n} notes", n=len(self.session.dossier.all(Note)))

    def record(self) -> Note | None:
        """The note under the cursor."""
        chosen = self.query_one(f"#{LIST}", PointerList).chosen
        return next((each for each in self.session.dossier.all(Note) if each.id == chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a note there is nothing to change."""
        return action not in ("remove", "change") or self.has_chosen

    # -- what is found -----------------------------------------------------------------------------------------------

    def _sought_words(self) -> str:
        return fold(self.query_one(f"#{SOUGHT}", Field).value.strip())

    def _is_ready(self, note: Note) -> bool:
        known = self._folded.get(note.id)
        return known is not None and known[0].changed == note.changed

    def _words(self, note: Note) -> str:
        if not self._is_ready(note):
            self._folded[note.id] = note, fold("\n".join((note.text, *note.labels)))
        return self._folded[note.id][1]

    def _found(self) -> Sequence[Note]:
        words = self._sought_words().split()
        notes = [
            note
            for note in self.session.dossier.all(Note)
            if (not self._label or self._label in note.labels) and all(word in self._words(note) for word in words)
        ]
        return sorted(notes, key=lambda note: (note.day, note.created), reverse=True)

    def _place(self, notes: Sequence[Note]) -> int:
        """Where the note stands that the cursor is to go to; -1 when nowhere."""
        return next((place for place, note in enumerate(notes) if note.id == self._sought), -1)

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """What fits with what is typed."""
        self._asked = 0
        self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To what was found."""
        shown = self.query_one(f"#{LIST}", PointerList)
        if shown.display:
            shown.focus()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Reads the note, or shows more of them."""
        if event.option.id == _MORE_ROW:
            self._asked += _MORE
            self.show()
        elif (note := self.record()) is not None:
            self._sought = note.id
            self.app.push_screen(NoteReadingScreen(self.services, self.session, note.id))

    def action_new(self) -> None:
        """Another note."""
        self.write(note_draft(None), lambda typed: NoteScreen(self.services, self.session, typed))

    def action_change(self) -> None:
        """Opens the note to change it."""
        if (note := self.record()) is not None:
            self.write(note_draft(note), lambda typed: NoteScreen(self.services, self.session, typed, note=note))

    def action_seek(self) -> None:
        """To the field."""
        self.query_one(f"#{SOUGHT}").focus()

    def action_label(self) -> None:
        """Only notes with one label."""

        def take(label: str | None) -> None:
            if label is not None:
                self._label, self._asked = label, 0
                self.fill()

        self.app.push_screen(LabelDialog(self.services, labels_of(self.session.dossier), self._label), take)

    def action_back(self) -> None:
        """First to all notes, then to the dossier."""
        field = self.query_one(f"#{SOUGHT}", Field)
        if not field.value and not self._label:
            super().action_back()
            return
        self._label = ""
        field.value = ""
        self.fill()
        self.query_one(f"#{LIST}").focus()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _row(self, note: Note) -> Content:
        room = self.app.size.width - _AROUND
        labels = shorten(f" {self.services.glyphs.leader} ".join(note.labels), room // 3)
        gap = room - _DAY - cell_len(labels)
        line = next((line for line in note.text.splitlines() if line.strip()), "").lstrip("# ")
        return Content.assemble(
            (pad(self.services.catalog.date_short(note.day), _DAY), "$ink-soft"),
            pad(shorten(" ".join(line.split()), gap - 2), gap),
            (labels, "$ink-soft"),
        )
