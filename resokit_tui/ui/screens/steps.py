"""Stappen: the planned steps of a dossier, late ones first; where a step stands changes with one key."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.plan import STATUS_NAMES, Action, ActionStatus
from resokit_tui.casework.steps import StepGroup, in_order
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.record_list import LIST, RecordListScreen
from resokit_tui.ui.screens.step import ASIDE_SCREENS, StepScreen, aside_draft, step_draft
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList, heading

GROUP_NAMES = {
    StepGroup.LATE: Message("Late"),
    StepGroup.COMING: Message("Still to do"),
    StepGroup.RESTING: Message("Put off"),
    StepGroup.DONE: Message("Done"),
    StepGroup.CANCELLED: Message("Cancelled"),
}
_AROUND, _INDENT = 9, 2
"""Cells of a row that are not text, and before its second line."""


class StepsScreen(RecordListScreen):
    """One list in groups; each step on two rows: what and where it stands, who and when or why not."""

    CSS_PATH: ClassVar[str] = "steps.tcss"
    BINDINGS = bindings("steps")
    removed: ClassVar[Message] = Message("step removed")

    def heading(self) -> str:
        """What is listed, and whose."""
        return self.tr("Steps") if self.session.alias else self.tr("Your own steps")

    def lists(self) -> ComposeResult:
        """The list, or what to do when it is empty."""
        with Vertical(id="page"):
            yield PointerList(self.services.glyphs, id=LIST)
            yield Static(self.tr("No steps yet. Press n and write the first one."), id="empty", markup=False)

    def show(self) -> None:
        """Every step, late ones first."""
        actions = self.session.dossier.all(Action)
        shown = self.query_one(f"#{LIST}", PointerList)
        rows: list[Option | None] = []
        for group, steps in in_order(actions, self.services.today).items():
            rows += [heading("")] if rows else []
            rows.append(heading(self.tr(GROUP_NAMES[group]), "$here" if group is StepGroup.LATE else "$primary"))
            rows += [Option(self._row(step, group), id=step.id) for step in steps]
        shown.show(rows)
        shown.display, self.query_one("#empty").display = bool(actions), not actions

    def record(self) -> Action | None:
        """The step under the cursor."""
        chosen = self.query_one(f"#{LIST}", PointerList).chosen
        return next((each for each in self.session.dossier.all(Action) if each.id == chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a step there is nothing to change."""
        return action not in ("mark", "aside", "remove") or self.has_chosen

    # -- doing -------------------------------------------------------------------------------------------------------

    def action_new(self) -> None:
        """Steps, one after the other."""
        self.write(step_draft(None), lambda typed: StepScreen(self.services, self.session, typed))

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens a step to change it."""
        if (step := self.record()) is not None:
            self.write(step_draft(step), lambda typed: StepScreen(self.services, self.session, typed, step))

    def action_mark(self, status: str) -> None:
        """Done or busy; once more, and it is to do again."""
        if (step := self.record()) is not None:
            wanted = ActionStatus(status)
            to = ActionStatus.TODO if step.status is wanted else wanted
            self._sought = step.id
            changed = step.replaced(self.session.now(), status=to)
            label = Message("step: {status}", status=STATUS_NAMES[to])
            self.save(lambda: self.session.put(changed, _MARKED[to], was=step), label)

    def action_aside(self, status: str) -> None:
        """Put off or cancelled, with the reason."""
        if (step := self.record()) is not None:
            kind = ASIDE_SCREENS[ActionStatus(status)]
            self.write(aside_draft(step, kind.STATUS), lambda typed: kind(self.services, self.session, typed, step))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _row(self, step: Action, group: StepGroup) -> Content:
        room = self.app.size.width - _AROUND
        said = self.tr(STATUS_NAMES[step.status])
        gap = room - _INDENT - cell_len(said)
        over = group in (StepGroup.DONE, StepGroup.CANCELLED)
        about = f" {self.services.glyphs.leader} ".join(part for part in self._about(step) if part)
        title = pad(shorten(" ".join(step.title.split()), gap - 1), gap)
        return Content.assemble(
            (f"{self._sign(step, group)} ", "bold $here" if group is StepGroup.LATE else ""),
            (title, "" if over else "bold"),
            (said, "$ink-soft"),
            "\n  ",
            (shorten(about, room - _INDENT), "$ink-soft"),
        )

    def _about(self, step: Action) -> tuple[str, ...]:
        """Who and by when, or why not; a step that is over has no "3 days ago"."""
        catalog, today = self.services.catalog, self.services.today
        own = self.tr("for yourself") if step.own else ""
        why = f"‘{' '.join(step.reason.split())}’" if step.reason and "‘" not in step.reason else step.reason
        if step.status is ActionStatus.CANCELLED and why:
            return own, why
        when = ""
        if step.due is not None:
            when = day_in_words(step.due, today, catalog) if step.is_planned else catalog.date_long(step.due)
        waits = self.tr("rests while the dossier is closed") if step.suspended else ""
        return own, step.who, when, why if step.status is ActionStatus.POSTPONED else "", waits

    def _sign(self, step: Action, group: StepGroup) -> str:
        glyphs = self.services.glyphs
        if group is StepGroup.LATE:
            return glyphs.late
        return {
            ActionStatus.BUSY: glyphs.busy,
            ActionStatus.DONE: glyphs.done,
            ActionStatus.CANCELLED: glyphs.dropped,
        }.get(step.status, glyphs.todo)


_MARKED = {
    ActionStatus.TODO: Message("step to do again"),
    ActionStatus.BUSY: Message("step begun"),
    ActionStatus.DONE: Message("step done"),
}
"""What is done with a step, for the history."""
