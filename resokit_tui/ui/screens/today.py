"""Vandaag: what is late first, then today and this week, over all dossiers; below it, on with the work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import ClassVar

import msgspec
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.guidance import Suggestion
from resokit_tui.core.dates import WEEKDAYS, distance
from resokit_tui.core.i18n import Message
from resokit_tui.method.method import Method
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.new_dossier import NewDossierDialog
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.messages import OpenDossier, OpenPage
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import fit, pad
from resokit_tui.ui.widgets.pointer_list import PointerList, heading
from resokit_tui.ui.widgets.press import OpenCard, Press, Pressed
from resokit_tui.ui.words import due_words, stage_words
from resokit_tui.workspace.agenda import Agenda, AgendaItem, DueKind, Overview
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.guide import next_stops

_WHO, _WHAT = 16, 40
"""Cells for the alias, and for what is due before the role."""
_SOON = timedelta(weeks=6)
"""What lies further on is only counted, until it is asked for."""
_FEW, _MORE = 40, 200
"""Rows of one group at first, and how many more each time they are asked for: nobody reads a thousand at once."""
_AROUND_CARDS, _AROUND_ROWS = 17, 8
"""Cells of a row that are not inside the two cards, and not inside the list."""
_MORE_ROW = "more-"
_SHELF_OF = {
    DueKind.ACTION: "actions",
    DueKind.REVIEW: "reviews",
    DueKind.CONSENT: "consents",
    DueKind.RETENTION: "closing",
}
"""Kind of line → where in the dossier it is dealt with."""


class Day(msgspec.Struct, frozen=True):
    """Everything this screen shows, read in one go."""

    overview: Overview
    stop: Suggestion | None


class Group(msgspec.Struct, frozen=True):
    """Lines of the agenda under one heading, and how many of them are shown at first."""

    name: str
    title: str
    colour: str
    items: Sequence[AgendaItem]
    few: int = _FEW


def read_day(workspace: Workspace, method: Method, today: date) -> Day:
    """Reads the agenda, the dossier that was changed last, and a stop for the professional; blocks."""
    stops = next_stops(None, workspace.own().dossier, method, today)
    return Day(workspace.overview(), stops[0] if stops else None)


class TodayScreen(BaseScreen):
    """The agenda over all dossiers, and two cards to go on from."""

    AREA: ClassVar[str] = "today"
    CSS_PATH: ClassVar[str] = "today.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("today")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._day: Day | None = None
        self._items: dict[str, AgendaItem] = {}
        """Id of a row → what it is about."""
        self._asked: dict[str, int] = {}
        """Group → how many rows more were asked for."""

    def body(self) -> ComposeResult:
        """The day, the list, and below it the cards; for an empty vault one sentence and one button."""
        with Vertical(id="page"):
            yield Static(id="title", markup=False)
            yield PointerList(self.services.glyphs, id="agenda")
            with Vertical(id="empty"):
                yield Static(
                    self.tr("There are no dossiers in this vault yet. An alias is enough to begin."), markup=False
                )
                yield Press(self.services.glyphs, self.tr("New dossier"), id="new")
            with Horizontal(id="cards"):
                yield OpenCard(id="resume")
                yield OpenCard(here=True, id="stop")

    def fill(self) -> None:
        """Shows what was read last, and reads again."""
        day = self.services.catalog.date_long(self.services.today)
        self.query_one("#title", Static).update(day[0].upper() + day[1:])
        self._show()
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        workspace = self.services.workspace
        if workspace is None:
            return
        services = self.services
        self._day = await services.background(lambda: read_day(workspace, services.method, services.today))
        self._show()

    def on_resize(self) -> None:
        """Another width has other columns."""
        self._show()

    # -- going on ----------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens what this line is about, or shows more of its group."""
        chosen = event.option.id or ""
        if (item := self._items.get(chosen)) is not None:
            self._open(item)
        elif chosen.startswith(_MORE_ROW):
            group = chosen.removeprefix(_MORE_ROW)
            self._asked[group] = self._asked.get(group, 0) + _MORE
            self._show()

    def _open(self, item: AgendaItem) -> None:
        if item.alias:
            self.post_message(OpenDossier(item.dossier_id, _SHELF_OF[item.kind], item.record))
        else:
            self.in_background(self._open_own(item.record), group="open", exclusive=True)

    async def _open_own(self, record: str) -> None:
        """The professional's own steps."""
        from resokit_tui.ui.parts.noting import own_session
        from resokit_tui.ui.screens.steps import StepsScreen

        if (own := await own_session(self.services)) is not None:
            await self.app.push_screen(StepsScreen(self.services, own, record))

    def on_pressed(self, event: Pressed) -> None:
        """A card or the button."""
        if event.button == "new":
            self.action_new()
        elif event.button == "resume" and self._day and self._day.overview.recent:
            self.post_message(OpenDossier(self._day.overview.recent[0]))
        elif event.button == "stop" and self._day and self._day.stop:
            self.post_message(OpenPage(self._day.stop.page))

    def action_new(self) -> None:
        """A new dossier, and straight into it."""
        self.app.push_screen(NewDossierDialog(self.services), self._made)

    def _made(self, dossier_id: str | None) -> None:
        if dossier_id is not None:
            self.post_message(OpenDossier(dossier_id))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        day = self._day
        agenda, empty, cards = (
            self.query_one("#agenda", PointerList),
            self.query_one("#empty"),
            self.query_one("#cards"),
        )
        nothing = day is not None and day.overview.dossiers == 0
        empty.display, agenda.display = nothing, not nothing
        cards.set_class(day is None, "-unknown")
        if day is None:
            return
        agenda.show(self._agenda_rows(day.overview.agenda))
        self._show_resume(day)
        self._show_stop(day)
        if self.focused is None or not self.focused.display:
            self.query_one("#new" if nothing else "#agenda").focus()

    def _agenda_rows(self, agenda: Agenda) -> list[Option | None]:
        later = self._once(agenda.later)
        soon = [item for item in later if item.day <= self.services.today + _SOON]
        groups = (
            Group("late", f"{self.services.glyphs.late} {self.tr('LATE')}", "$here", self._once(agenda.late)),
            Group("today", self.tr("TODAY"), "$primary", self._once(agenda.today)),
            Group("week", self.tr("THIS WEEK"), "$primary", self._once(agenda.week)),
            Group("soon", self.tr("SOON"), "$primary", soon),
            Group("later", self.tr("LATER"), "$primary", later[len(soon) :], few=0),
        )
        shown = [(group, group.items[: group.few + self._asked.get(group.name, 0)]) for group in groups]
        whens = {item.day: self._when(item.day) for _, items in shown for item in items}
        room = max((cell_len(when) for when in whens.values()), default=0)
        rows: list[Option | None] = []
        self._items = {}
        for group, items in shown:
            if group.items:
                rows += [heading("")] if rows else []
                rows.append(heading(group.title, group.colour))
            for item in items:
                key = f"{item.kind}-{item.dossier_id}-{item.record or item.day}"
                self._items[key] = item
                rows.append(Option(self._row(item, whens[item.day], room, late=group.name == "late"), id=key))
            if left := len(group.items) - len(items):
                more = self.tr(Message.counted("{n} more", "{n} more", left))
                rows.append(Option(Content.styled(f"  {more}", "$ink-soft"), id=f"{_MORE_ROW}{group.name}"))
        return rows or [heading(self.tr("Nothing is late, and nothing is planned."), "$ink-soft")]

    def _once(self, items: Sequence[AgendaItem]) -> list[AgendaItem]:
        """Without a day of a plan that is written out as a step as well."""
        words = {
            (item.dossier_id, item.day, due_words(item.kind, item.what, self.services.catalog)): item
            for item in reversed(items)
        }
        return list(words.values())[::-1]

    def _when(self, day: date) -> str:
        return self.tr(distance(day, self.services.today))

    def _row(self, item: AgendaItem, when: str, room: int, *, late: bool) -> Content:
        parts: list[tuple[str, str]] = [
            (" " * (room - cell_len(when)) + when, "bold $here" if late else "$ink-soft"),
            ("  " if self.has_class("-tiny") else f"  {item.day:%d/%m}   ", "$ink-soft"),
            (pad(item.alias or self.tr("for yourself"), _WHO - 1) + " ", "bold"),
        ]
        what = due_words(item.kind, item.what, self.services.catalog)
        if self.is_wide:
            parts += [(pad(what, _WHAT - 1) + " ", ""), (item.role, "$ink-soft")]
        else:
            parts.append((fit(what, self.size.width - _AROUND_ROWS - sum(cell_len(text) for text, _ in parts)), ""))
        return Content.assemble(*parts)

    def _show_resume(self, day: Day) -> None:
        card = self.query_one("#resume", OpenCard)
        recent = day.overview.recent
        card.display = recent is not None
        if recent is None:
            return
        summary = recent[1]
        rows: list[str | tuple[str, str]] = [
            (self.tr("ON FROM WHERE YOU WERE"), "bold $primary"),
            "\n",
            (summary.alias, "bold"),
            f"  {self.tr(stage_words(summary.stage))}",
        ]
        if summary.changed:
            rows += ["\n", (self._moment(datetime.fromisoformat(summary.changed)), "$ink-soft")]
        if summary.role:
            rows += ["\n", (summary.role, "$ink-soft")]
        card.update(Content.assemble(*rows))

    def _show_stop(self, day: Day) -> None:
        card = self.query_one("#stop", OpenCard)
        card.display = day.stop is not None
        if day.stop is None:
            return
        page = self.services.method.page(day.stop.page)
        kind = f"  {kind_name(page, self.services.method, self.services.catalog)}"
        fits = cell_len(page.title + kind) <= (self.size.width - _AROUND_CARDS) // 2
        card.update(
            Content.assemble(
                (self.tr("A STOP FOR TODAY"), "bold $here"),
                "\n",
                (page.title, "bold"),
                f"{kind if fits else ''}\n",
                (page.gist, "$ink-soft"),
            )
        )

    def _moment(self, moment: datetime) -> str:
        weekday = self.tr(WEEKDAYS[moment.weekday()])
        return self.tr("{weekday} {day} at {time}", weekday=weekday, day=f"{moment:%d/%m}", time=f"{moment:%H:%M}")
