"""A screen to write on: drafts while you type, saved when you say so, and always in sight where the text is."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.resuming import forget, remember
from resokit_tui.ui.services import Services
from resokit_tui.ui.typed import Typed, choices_in, put_back, read_draft, read_fields, take_keyboard
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.session import DossierSession

__all__ = ["Typed", "WritingScreen", "labelled", "read_draft"]


class WritingScreen(BaseScreen):
    """Base of note and reflection: subclasses say which fields there are and which record they become."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "writing.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("writing")
    DRAFT: ClassVar[str] = ""
    """Name of the draft."""
    LABEL: ClassVar[Message]
    """What was done, for the history."""

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None) -> None:
        super().__init__(services)
        self.session = session
        self.typed = typed or Typed(created=session.now())
        self._restored = typed is not None
        self._open = services.session
        """The dossier that was open when this was begun; one may write in one's own while none is."""
        self._read_from = session.dossier
        """What the fields were filled from: what somebody else changes meanwhile is kept beside what is typed here."""
        self._only_read = typed is None
        """Nothing was touched yet: leaving saves nothing."""
        self._changed = False
        self._failed = False

    # -- what subclasses say -----------------------------------------------------------------------------------------

    def fields(self) -> ComposeResult:
        """The fields: whatever is typed in, with the name of the field as id."""
        raise NotImplementedError

    def heading(self) -> str:
        """What is being written."""
        raise NotImplementedError

    def about(self) -> str:
        """One sentence above the fields, if one is needed."""
        return ""

    @property
    def label(self) -> Message:
        """What saving it did, for the history."""
        return self.LABEL

    @property
    def draft_name(self) -> str:
        """Name of the draft; one for all of a kind, unless several can be begun at the same time."""
        return self.DRAFT

    def chosen(self) -> dict[str, str]:
        """What is chosen in rows of options, by the id of the row."""
        return {**self.typed.choices, **choices_in(self)}

    def unfinished(self, typed: Typed) -> bool:
        """Whether words are left that no record can hold yet: their draft stays."""
        return False

    def record(self, typed: Typed) -> Record:
        """What it becomes."""
        raise NotImplementedError

    def records(self, typed: Typed) -> tuple[Record, ...]:
        """Everything it becomes, in one commit; most screens write one record."""
        return (self.record(typed),)

    # -- the frame ---------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Title and state, trouble if there is any, the fields."""
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        if about := self.about():
            yield Static(about, id="about", markup=False)
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.fields()

    def fill(self) -> None:
        """Puts the texts back where they are not yet, and the keyboard where it was.

        Goes when another dossier was opened meanwhile: what was typed waits in its own draft.
        """
        if self.services.session is not self._open:
            self.in_background(self._make_way(), group="save")
            return
        self.query_one("#saved", SavedRow).show_title(self.heading())
        put_back(self, self.typed)
        if self.focused is None:
            self.take_keyboard()
        if self._restored:
            self._restored = False
            self._say_state(self.tr("Draft from before, not saved yet"))

    def take_keyboard(self) -> None:
        """To the field where the cursor was."""
        take_keyboard(self, self.typed)

    def on_mount(self) -> None:
        """Fills, and keeps a draft while there is typing."""
        super().on_mount()
        self.set_interval(self.services.draft_every, self._keep_draft_if_changed)

    # -- drafts ------------------------------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was typed."""
        self.touched()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something was typed in a field of one row."""
        if event.value != self.typed.texts.get(event.input.id or "", ""):
            self.touched()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a field of one row."""
        self.entered(event.input)

    def entered(self, field: Input) -> None:
        """Enter goes on; a subclass may end here. Not in `on_input_submitted`: Textual calls that of every class."""
        self.focus_next()

    def on_option_row_changed(self) -> None:
        """Something else was chosen."""
        self.touched()

    def on_word_choice_changed(self) -> None:
        """So it is here."""
        self.touched()

    def touched(self) -> None:
        """What stands here is no longer what the disk has."""
        self._only_read = False
        self._changed = True
        if not self._failed:
            self._say_state("")

    def read(self) -> Typed:
        """What stands on the screen now."""
        typed = read_fields(self, self.typed)
        return msgspec.structs.replace(typed, page=self.chosen_page(), choices=self.chosen())

    def chosen_page(self) -> str:
        """The page of the method it hangs on."""
        return self.typed.page

    @property
    def undoes_in(self) -> DossierSession | None:
        """Nowhere: what stands here was typed by now, and a text field has an undo of its own."""
        return None

    async def ready_to_leave(self) -> bool:
        """Keeps the draft."""
        self.typed = self.read()
        return not self._changed or await self._keep_draft()

    def _keep_draft_if_changed(self) -> None:
        if self._changed:
            self.in_background(self._keep_draft_quietly(), group="draft")

    async def _keep_draft_quietly(self) -> None:
        await self._keep_draft()

    async def _keep_draft(self) -> bool:
        self.typed, self._changed = self.read(), False
        text = msgspec.json.encode(self.typed).decode()
        try:
            await self.services.background(lambda: self.session.keep_draft(self.draft_name, text))
            await remember(self.services, self.session, self.draft_name)
        except ResokitError as error:
            self._changed = True
            self._say_trouble(error)
            return False
        if not self._failed:
            self._tell("")
            self._say_state(self.tr("Draft kept {time}", time=f"{self.services.clock():%H:%M}"))
        return True

    # -- saving ------------------------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Saves and goes on."""
        self.in_background(self._save_quietly(), group="save")

    def action_done(self) -> None:
        """Saves and goes back; stays when it could not be saved. What was only read is not saved again."""
        if self._only_read:
            self.dismiss(None)
        else:
            self.in_background(self._save_and_close(), group="save")

    async def _make_way(self) -> None:
        if await self.ready_to_leave():
            self.dismiss(None)

    async def _save_quietly(self) -> None:
        await self._save()

    async def _save_and_close(self) -> None:
        if await self._save() and not self._changed:
            self.dismiss(None)

    async def _save(self) -> bool:
        """Whether the disk has everything that was typed when this began."""
        self.typed, self._changed = self.read(), False
        typed = self.typed
        try:
            records = () if typed.is_empty else self.records(typed)
            if records:
                was = [each for each in map(self._as_read, records) if each is not None]
                saved = await self.services.background(lambda: self.session.put_many(records, self.label, was=was))
                self._read_from = self.session.dossier
                self._failed = False
                self._tell("")
                self._say_state(self.tr("Saved {time}", time=f"{saved.at:%H:%M}"))
            if self.unfinished(typed):
                await self._keep_draft()
            elif not self._changed:
                await self.services.background(lambda: self.session.drop_draft(self.draft_name))
                await forget(self.services)
        except ResokitError as error:
            self._changed = self._failed = True
            self._say_trouble(error)
            return False
        return True

    def _as_read(self, record: Record) -> Record | None:
        """A record as it was when this screen read it."""
        return next((each for each in self._read_from.all(type(record)) if each.id == record.id), None)

    # -- words -------------------------------------------------------------------------------------------------------

    def _say_state(self, text: str) -> None:
        for row in self.query(SavedRow):
            row.show_state(text)

    def _say_trouble(self, error: ResokitError) -> None:
        for row in self.query(SavedRow):
            row.show_state(self.tr("NOT saved"), bad=True)
        self._tell(self.tr(error.message))

    def _tell(self, text: str) -> None:
        for row in self.query(TroubleRow):
            row.tell(text)


def labelled(label: str, hint: str, field: Widget) -> ComposeResult:
    """A row of a form: what is asked at the left, the field at the right."""
    with Horizontal(classes="row"):
        with Vertical(classes="ask"):
            yield Static(label, classes="label", markup=False)
            if hint:
                yield Static(hint, classes="hint", markup=False)
        yield field
