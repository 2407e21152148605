"""A form on the screen: drawn from its declaration, kept as a draft while it is typed, saved as one commit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static, TextArea

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.fields import Choice, FormField, Reading
from resokit_tui.ui.forms.form import Form, Link, not_understood, records_typed, values_on_screen
from resokit_tui.ui.forms.rows import form_row, said_id, said_of
from resokit_tui.ui.messages import OpenPage, OpenStage
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.stages import beside, link_screen, show_stages
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.ui.widgets.stage_line import StageLine
from resokit_tui.ui.widgets.stage_side import StageSide
from resokit_tui.ui.widgets.word_choice import WordChoice
from resokit_tui.workspace.session import DossierSession

_LINK = "link-"


class FormScreen(WritingScreen):
    """One form, on a record that is there or a new one."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["writing.tcss", "form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form"), *bindings("stages")]

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        typed: Typed | None,
        form: Form,
        record: Record | None,
        *,
        stage: str = "",
        start: Mapping[str, str] | None = None,
        made: Mapping[str, object] | None = None,
        draft: str = "",
    ) -> None:
        """`stage`: where it stands. `start`: what stands in a new one. `made`: what a new record needs besides."""
        super().__init__(services, session, typed)
        self.form, self.stage = form, stage
        self.begin(typed, record, start=start, made=made, draft=draft)

    def begin(
        self,
        typed: Typed | None,
        record: Record | None,
        *,
        start: Mapping[str, str] | None = None,
        made: Mapping[str, object] | None = None,
        draft: str = "",
    ) -> None:
        """Takes a record, with its draft if one was left."""
        self.record_before = record
        self._made = dict(made or {})
        self._draft = draft or form_draft(self.form, record)
        self._restored, self._only_read = typed is not None, typed is None
        self.typed = typed or Typed(created=self.session.now())
        if typed is None:
            shown = values_on_screen(self.form, record, self.session.dossier, self.services.catalog)
            shown |= dict(start or {})
            chosen = {field.name for field in self.form.fields if isinstance(field, Choice)}
            self.typed = msgspec.structs.replace(
                self.typed,
                texts={name: value for name, value in shown.items() if name not in chosen},
                choices={name: value for name, value in shown.items() if name in chosen},
            )
            if record is not None:
                self.typed = msgspec.structs.replace(self.typed, record=record.id, created=record.created)

    @property
    def draft_name(self) -> str:
        """One for the form of a dossier, one for each record of many."""
        return self._draft

    def heading(self) -> str:
        """What is written; the line of stages says it already where there is one such form on a stage."""
        return "" if self.stage and self.form.single else self.tr(self.form.title)

    def body(self) -> ComposeResult:
        """The line of stages, state, trouble, the fields."""
        if self.stage:
            yield StageLine(self.services.glyphs, id="stages")
            yield StageSide(self.services.glyphs, id="side")
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        if self.form.about is not None:
            yield Static(self.tr(self.form.about), id="about", markup=False)
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.fields()

    def fields(self) -> ComposeResult:
        """Each field as its kind is drawn; then the ways to screens of their own."""
        for field in self.form.fields:
            yield from form_row(field, self.services)
        for link in self.form.links:
            press = Press(self.services.glyphs, self.tr(link.words), id=f"{_LINK}{link.id}")
            yield from labelled(self.tr(link.label), self._count(link), press)

    def fill(self) -> None:
        """Texts and choices back in their place."""
        for choice in self.query(WordChoice):
            choice.choose(self.typed.choices.get(choice.id or "", ""))
        super().fill()
        show_stages(self, self.services, self.session, self.stage)
        for field in self.form.fields:
            self._say_of(field)
        for link in self.form.links:  # something may have been noted there meanwhile
            row = self.query_one(f"#{_LINK}{link.id}").query_ancestor(Horizontal)
            row.query_one(".hint", Static).update(self._count(link))

    def _count(self, link: Link) -> str:
        number = len(self.session.dossier.all(link.counts)) if link.counts else 0
        return self.tr(Message.counted("{n} noted", "{n} noted", number)) if number else self.tr("none yet")

    # -- while it is typed -------------------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Says quietly what it looks like."""
        self._say_named(event.text_area.id)
        super().on_text_area_changed(event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The same for one row; a day is shown in words at once."""
        self._say_named(event.input.id)
        super().on_input_changed(event)

    def _say_named(self, name: str | None) -> None:
        for field in self.form.fields:
            if field.name == name:
                self._say_of(field)

    def _say_of(self, field: FormField) -> None:
        for row in self.query(f"#{said_id(field.name)}").results(Static):
            said = said_of(field, self._typed_in(field.name), self.services)
            row.update(said.text)
            row.display = bool(said.text)
            row.set_class(said.hint, "-hint")
            if row.parent is not None:
                row.parent.set_class(said.hint, "-hinted")

    def _typed_in(self, name: str) -> str:
        for area in self.query(f"#{name}").results(TextArea):
            return area.text
        for line in self.query(f"#{name}").results(Input):
            return line.value
        return ""

    # -- saving ------------------------------------------------------------------------------------------------------

    @property
    def _reading(self) -> Reading:
        return Reading(self.services.today, self.services.settings.language)

    @property
    def label(self) -> Message:
        """What saving it did."""
        return self.form.label

    def unfinished(self, typed: Typed) -> bool:
        """A day that nobody understands is asked again."""
        return bool(not_understood(self.form, typed.texts, self._reading))

    def records(self, typed: Typed) -> tuple[Record, ...]:
        """The record and the small records of its lists; only what is new."""
        made = {"id": typed.record, "created": typed.created, **self._made}
        return tuple(
            records_typed(
                self.form,
                {**typed.texts, **typed.choices},
                self._record_read(),
                self._read_from,
                self._reading,
                made,
                self.session.now(),
            )
        )

    def _record_read(self) -> Record | None:
        """The record as this screen read or saved it last."""
        same = [each for each in self._read_from.all(self.form.record) if each.id == self.typed.record]
        return same[-1] if same else self.record_before

    # -- going on ----------------------------------------------------------------------------------------------------

    def on_pressed(self, event: Pressed) -> None:
        """A way to a screen of its own; what was typed is saved first."""
        self.in_background(self._follow(event.button.removeprefix(_LINK)), group="save")

    async def _follow(self, link: str) -> None:
        if await self._saved_or_untouched():
            screen = link_screen(link, self.services, self.session, self.stage)
            if screen is not None:
                await self.app.push_screen(screen)

    async def _saved_or_untouched(self) -> bool:
        return self._only_read or await self._save()

    def action_earlier(self) -> None:
        """What this said before; what was typed is saved first."""
        self.in_background(self._look_back(), group="save")

    async def _look_back(self) -> None:
        from resokit_tui.ui.screens.states import StatesScreen

        record = self._record_read()
        if record is not None and await self._saved_or_untouched():
            now = self._record_read() or record
            await self.app.push_screen(StatesScreen(self.services, self.session, self.form, now), self._looked_back)

    def _looked_back(self, _: None) -> None:
        """An earlier version may have been put back: the form shows it."""
        self._read_from = self.session.dossier
        record = self._record_read()
        shown = values_on_screen(self.form, record, self.session.dossier, self.services.catalog)
        for area in self.query(TextArea):
            if area.id in shown and area.text != shown[area.id]:
                with self.prevent(TextArea.Changed):
                    area.load_text(shown[area.id])
        for line in self.query(Input):
            if line.id in shown:
                with self.prevent(Input.Changed):
                    line.value = shown[line.id]
        for choice in self.query(WordChoice):
            choice.choose(shown.get(choice.id or "", ""))
        self.typed = self.read()

    def action_page(self) -> None:
        """The page of the method about this stage."""
        if self.stage:
            self.post_message(OpenPage(self.stage))

    def action_stage(self, step: int) -> None:
        """The form of a stage beside this one."""
        if self.stage:
            self.in_background(self._go(beside(self.stage, step)), group="save")

    def action_contents(self) -> None:
        """Another stage, from the contents."""
        from resokit_tui.ui.dialogs.contents import ContentsDialog

        def go(stage: str | None) -> None:
            if stage is not None:
                self.in_background(self._go(stage), group="save")

        self.app.push_screen(ContentsDialog(self.services, self.session, self.stage), go)

    def on_stage_line_chosen(self, event: StageLine.Chosen) -> None:
        """A click on a stage."""
        self.in_background(self._go(event.stage), group="save")

    async def _go(self, stage: str) -> None:
        if await self._saved_or_untouched():
            self.post_message(OpenStage(stage, instead=True))


def form_draft(form: Form, record: Record | None) -> str:
    """Name of the draft of a form: its id, and which record it is about where there are many."""
    return form.id if form.single else f"{form.id}-{record.id if record is not None else 'new'}"
