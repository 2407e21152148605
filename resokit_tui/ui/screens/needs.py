"""What is needed: the rows of the match matrix at the left with how far each is, the row under the cursor as a form."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, TextArea
from textual.widgets.option_list import Option

from resokit_tui.casework.design import AREA_NAMES, Need, NeedArea, NeedState, need_state
from resokit_tui.casework.plan import Action
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.design import NEED_FORM
from resokit_tui.ui.screens.form import FormScreen
from resokit_tui.ui.screens.writing import Typed, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.ui.widgets.stage_line import StageLine
from resokit_tui.ui.widgets.stage_side import StageSide
from resokit_tui.workspace.session import DossierSession

_ROOM = 25
"""Cells for a row of the list, without the pointer."""
STATE_WORDS: dict[NeedState, Message | None] = {
    NeedState.NOT_YET: None,
    NeedState.ON_THE_WAY: Message("busy"),
    NeedState.SETTLED: Message("in order"),
    NeedState.LATE: Message("late"),
}


class NeedsScreen(FormScreen):
    """Arrows go along the rows; Enter or Tab goes into the form. Another row saves this one first, if it changed."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["writing.tcss", "form.tcss", "needs.tcss"]
    BINDINGS = bindings("needs")

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        typed: Typed | None,
        row: str = "",
        *,
        stage: str = "stage.needs",
    ) -> None:
        """`row` is what stands in the form: the id of a need, or the area of a new one."""
        row = row or first_row(session)
        need = _need_of(session, row)
        super().__init__(
            services, session, typed, NEED_FORM, need, stage=stage, made=_made(need, row), draft=draft_of(row)
        )
        self._row, self._turning = row, False
        self._was_writing = typed is not None

    def heading(self) -> str:
        """The area of the row."""
        need = _need_of(self.session, self._row)
        return self.tr(AREA_NAMES[need.area if need else NeedArea(self._row)])

    def body(self) -> ComposeResult:
        """The line of stages, state and trouble; below them the list and the form."""
        yield StageLine(self.services.glyphs, id="stages")
        yield StageSide(self.services.glyphs, id="side")
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        with Horizontal(id="columns"):
            yield PointerList(self.services.glyphs, keep=True, id="rows")
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.fields()

    def fill(self) -> None:
        """The list as well."""
        if self.services.session is self.session:
            self._show_rows()
        super().fill()

    def take_keyboard(self) -> None:
        """To the list, unless one was writing."""
        if self._was_writing:
            super().take_keyboard()
        else:
            self.query_one("#rows").focus()

    # -- the list ----------------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        """Every area, with the needs in it."""
        shown = self.query_one("#rows", PointerList)
        needs, ids = self.session.dossier.all(Need), []
        options: list[Option | None] = []
        for area in NeedArea:
            mine = [each for each in needs if each.area is area]
            for number, need in enumerate(mine or [None]):
                ids.append(need.id if need else area.value)
                options.append(Option(self._row_text(area, need, further=number > 0), id=ids[-1]))
            if self._row == area.value and mine:  # one more in an area that has some
                ids.append(area.value)
                options.append(Option(self._row_text(area, None, further=True), id=area.value))
        with self.prevent(PointerList.OptionHighlighted):
            shown.show(options)
            shown.highlighted = ids.index(self._row) if self._row in ids else 0

    def _row_text(self, area: NeedArea, need: Need | None, *, further: bool) -> str:
        glyphs = self.services.glyphs
        state = need_state(need, self.services.today)
        sign = {
            NeedState.NOT_YET: glyphs.todo,
            NeedState.ON_THE_WAY: glyphs.busy,
            NeedState.SETTLED: glyphs.done,
            NeedState.LATE: glyphs.late,
        }[state]
        word = STATE_WORDS[state]
        said = self.tr(word) if word else ""
        name = self.tr(AREA_NAMES[area])
        if further:
            name = f" {need.required or need.action or need.gap}" if need else f" {glyphs.added}"
        room = _ROOM - len(said) - 3
        return f"{sign} {pad(shorten(' '.join(name.split()) if not further else name, room), room)} {said}"

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """Another row."""
        event.stop()
        if event.option.id != self._row:
            self.in_background(self._turn(), group="save")

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Into the form."""
        event.stop()
        self.query_one("#fields TextArea").focus()

    async def _turn(self) -> None:
        """Shows the row under the cursor; stays when this one could not be saved."""
        if self._turning:
            return
        self._turning = True
        try:
            shown = self.query_one("#rows", PointerList)
            while (row := shown.chosen) is not None and row != self._row:
                if not await self._saved_or_untouched():
                    self._show_rows()
                    return
                typed = await self.services.background(partial(self._draft_at, row))
                if not self._changed:
                    self._take(row, typed)
                    self._show_rows()
        finally:
            self._turning = False

    def _draft_at(self, row: str) -> Typed | None:
        return read_draft(self.session, draft_of(row))

    def _take(self, row: str, typed: Typed | None) -> None:
        """Puts another row in the form."""
        need = _need_of(self.session, row)
        self._row = row
        self.begin(typed, need, made=_made(need, row), draft=draft_of(row))
        for area in self.query("#fields TextArea").results(TextArea):
            with self.prevent(TextArea.Changed):
                area.load_text(self.typed.texts.get(area.id or "", ""))
        for line in self.query("#fields Input").results(Input):
            with self.prevent(Input.Changed):
                line.value = self.typed.texts.get(line.id or "", "")
        self._say_state("")
        super().fill()

    async def _save(self) -> bool:
        """What was a new need is one with an id from now on."""
        saved = await super()._save()
        need = _need_of(self.session, self.typed.record)
        if saved and need is not None:
            self._row, self.record_before, self._draft = need.id, need, draft_of(need.id)
        if self.is_mounted:
            self._show_rows()
        return saved

    # -- keys --------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a row is done in the list."""
        return self.query_one("#rows").has_focus if action in ("new", "step", "remove") else True

    def action_row(self, step: int) -> None:
        """The row before or after this one, from anywhere in the form."""
        shown = self.query_one("#rows", PointerList)
        shown.focus()
        if step > 0:
            shown.action_cursor_down()
        else:
            shown.action_cursor_up()

    def action_new(self) -> None:
        """One more in the same area."""
        self.in_background(self._begin_new(), group="save")

    async def _begin_new(self) -> None:
        need = _need_of(self.session, self._row)
        if need is None or not await self._saved_or_untouched():
            return
        typed = await self.services.background(partial(self._draft_at, need.area.value))
        self._take(need.area.value, typed)
        self._show_rows()
        self.query_one("#fields TextArea").focus()

    def action_step(self) -> None:
        """A step out of what is done about it."""
        self.in_background(self._make_step(), group="save")

    async def _make_step(self) -> None:
        if not await self._saved_or_untouched():
            return
        need = _need_of(self.session, self._row)
        title = " ".join((need.action or need.gap).split()) if need else ""
        if need is None or not title:
            self.notice("Write down what you will do about it first: that becomes the step.")
        elif any(action.title == title for action in self.session.dossier.all(Action)):
            self.notice("This is a step already.")
        else:
            now = self.session.now()
            step = Action(created=now, changed=now, title=title, who=need.who, due=need.until)
            await self.services.background(lambda: self.session.put(step, Message("step added")))
            self.notice("It is a step now. You find it in the plan.")

    def action_remove(self) -> None:
        """This need to the trash."""
        self.in_background(self._remove(), group="save")

    async def _remove(self) -> None:
        need = _need_of(self.session, self._row)
        if need is None or not await self._saved_or_untouched():
            return
        await self.services.background(lambda: self.session.remove(need, Message("put in the trash")))
        self._take(_row_of(self.session, need.area), None)
        self._show_rows()
        self.notice("It lies in the trash. Undo: u.")


def draft_of(row: str) -> str:
    """Name of the draft of a row, which is the id of a need or the area of a new one."""
    return f"{NEED_FORM.id}-{row}"


def _need_of(session: DossierSession, row: str) -> Need | None:
    return next((each for each in session.dossier.all(Need) if each.id == row), None)


def _made(need: Need | None, row: str) -> dict[str, object]:
    return {"area": (need.area if need else NeedArea(row)).value, "required": ""}


def _row_of(session: DossierSession, area: NeedArea) -> str:
    """The first need of an area, else the area itself."""
    return next((each.id for each in session.dossier.all(Need) if each.area is area), area.value)


def first_row(session: DossierSession) -> str:
    """Where one begins."""
    return _row_of(session, next(iter(NeedArea)))
