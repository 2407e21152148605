"""What is needed: ten rows of the match matrix, each with what the role asks and how far it is there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.design import AREA_NAMES, Need, NeedArea
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.design import NEED_FORM
from resokit_tui.ui.screens.form import FormScreen, form_draft
from resokit_tui.ui.screens.staged import StagedScreen
from resokit_tui.ui.screens.writing import read_draft
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList

_NAME = 22
_AREA = "area-"


class NeedsScreen(StagedScreen):
    """Enter opens a row; an area may hold several."""

    CSS_PATH: ClassVar[str] = "rows.tcss"
    BINDINGS = bindings("rows")

    def content(self) -> ComposeResult:
        """Heading and rows."""
        with Vertical(id="page"):
            yield Static(self.tr("What is needed?"), id="title", markup=False)
            yield PointerList(self.services.glyphs, id="rows")

    def show(self) -> None:
        """Every area, with what was noted in it."""
        needs = self.session.dossier.all(Need)
        options: list[Option | None] = []
        for area in NeedArea:
            mine = [each for each in needs if each.area is area]
            options += [Option(self._row(area, each), id=each.id) for each in mine]
            if not mine:
                options.append(Option(self._row(area, None), id=f"{_AREA}{area.value}"))
        shown = self.query_one("#rows", PointerList)
        shown.show(options)
        if self.focused is None:
            shown.focus()

    def _row(self, area: NeedArea, need: Need | None) -> Content:
        glyphs = self.services.glyphs
        level = 0 if need is None else 2 if need.present and not need.gap and not need.action else 1
        sign = (glyphs.todo, glyphs.busy, glyphs.done)[level]
        said = (
            " ".join((need.required or need.action or need.present).split()) if need else self.tr("nothing noted yet")
        )
        room = self.app.size.width - _NAME - 12
        return Content.assemble(
            (f"{sign} {pad(self.tr(AREA_NAMES[area]), _NAME)}", "bold"), (shorten(said, max(1, room)), "$ink-soft")
        )

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens the row."""
        id = event.option.id or ""
        need = next((each for each in self.session.dossier.all(Need) if each.id == id), None)
        area = need.area if need else NeedArea(id.removeprefix(_AREA))
        self.in_background(self._open(area, need), group="write", exclusive=True)

    def action_new(self) -> None:
        """One more in the area under the cursor."""
        chosen = self.query_one("#rows", PointerList).chosen or ""
        need = next((each for each in self.session.dossier.all(Need) if each.id == chosen), None)
        area = need.area if need else NeedArea(chosen.removeprefix(_AREA))
        self.in_background(self._open(area, None), group="write", exclusive=True)

    async def _open(self, area: NeedArea, need: Need | None) -> None:
        draft = form_draft(NEED_FORM, need) if need is not None else f"{NEED_FORM.id}-{area.value}"
        typed = await self.services.background(lambda: read_draft(self.session, draft))
        screen = FormScreen(
            self.services,
            self.session,
            typed,
            NEED_FORM,
            need,
            stage=self.stage,
            made={"area": area.value, "required": ""},
            draft=draft,
        )
        await self.app.push_screen(screen)
