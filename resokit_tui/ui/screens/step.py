"""One planned step: written quickly, one after the other, or opened to change everything about it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from resokit_tui.casework.plan import STATUS_NAMES, Action, ActionStatus
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.ui.parts.things import PREFIXES, pages_to_link
from resokit_tui.ui.screens.fields import BETWEEN, FieldsScreen
from resokit_tui.ui.screens.writing import Typed, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.chips import Chips
from resokit_tui.ui.widgets.day_field import DayField
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.workspace.session import DossierSession

_DRAFT, _ASIDE = "step", "aside"
_SEEN = 5
"""So many of the steps that were just added stay in sight."""


def step_draft(step: Action | None) -> str:
    """Name of the draft of a new step, or of one that is being changed."""
    return f"{_DRAFT}-{step.id}" if step else _DRAFT


def aside_draft(step: Action, status: ActionStatus) -> str:
    """Name of the draft of why a step is put off or cancelled."""
    return f"{_ASIDE}-{status}-{step.id}"


class StepScreen(FieldsScreen):
    """What, who, by when. A new step is saved with Enter in the last field, and the next one begins."""

    LABEL: ClassVar[Message] = Message("step kept")
    FIRST: ClassVar[str] = "title"

    def __init__(
        self, services: Services, session: DossierSession, typed: Typed | None, step: Action | None = None
    ) -> None:
        super().__init__(services, session, typed, _as_typed(step, services) if step else None)
        self.step = step
        self._added: list[str] = []

    @property
    def draft_name(self) -> str:
        """Each step has its own."""
        return step_draft(self.step)

    def heading(self) -> str:
        """Which step it is."""
        return self.step.title if self.step else self.tr("A new step")

    def fields(self) -> ComposeResult:
        """Three fields; for a step that is there also how it stands, why, and a remark."""
        yield from labelled(self.tr("What?"), self.tr("One step, one verb."), Field(id="title"))
        yield from labelled(self.tr("Who?"), "", Field(id="who"))
        day = DayField(self.services.catalog, self.services.today, id="due")
        yield from labelled(self.tr("By when?"), "", day)
        if self.step is None:
            yield Static(id="added", markup=False)
            return
        options = [(status.value, self.tr(name)) for status, name in STATUS_NAMES.items()]
        row = OptionRow(self.services.glyphs, options, self.step.status, id="status")
        yield from labelled(self.tr("Where it stands"), "", row)
        why = self.tr("When it is put off or cancelled.")
        yield from labelled(self.tr("Why?"), why, Field(id="reason"))
        pages = Chips(
            self.services.glyphs,
            lambda: pages_to_link(self.services),
            id="pages",
            nothing=self.tr("nothing found with these words"),
        )
        yield from labelled(self.tr("Is about"), "", pages)
        yield from labelled(self.tr("Remark"), "", TextArea(id="note", soft_wrap=True, highlight_cursor_line=False))

    def entered(self, field: Input) -> None:
        """Enter goes on; after the day of a new step to the next step."""
        if self.step is None and field.id == "due":
            self.in_background(self._next(), group="save")
        else:
            super().entered(field)

    async def _next(self) -> None:
        """Saves this one and begins another."""
        if self.read().is_empty:
            self.query_one("#title").focus()
            return
        if not await self._save() or self._changed:
            return
        kept = next((each for each in self.session.dossier.all(Action) if each.id == self.typed.record), None)
        if kept is not None:
            self._added.append(self._told(kept))
        self.typed, self._only_read = Typed(created=self.session.now(), field=self.FIRST), True
        for field in self.query(Field):
            with field.prevent(Input.Changed):
                field.value = ""
        self.query_one(DayField).show("")
        self.query_one("#added", Static).update("\n".join(self._added[-_SEEN:]))
        self.query_one("#title").focus()

    def _told(self, step: Action) -> str:
        when = day_in_words(step.due, self.services.today, self.services.catalog) if step.due else ""
        parts = (part for part in (step.title, step.who, when) if part)
        return f"{self.services.glyphs.added} {f' {self.services.glyphs.leader} '.join(parts)}"

    def record(self, typed: Typed) -> Record:
        """The step."""
        lines = {name: " ".join(clean(typed.texts.get(name, "")).split()) for name in ("title", "who", "reason")}
        title, now = lines["title"] or self.tr("A step without a name"), self.session.now()
        due = self.query_one(DayField).day
        if self.step is None:
            own = not self.session.alias  # written in one's own dossier
            return Action(
                id=typed.record, created=typed.created, changed=now, title=title, who=lines["who"], due=due, own=own
            )
        status = ActionStatus(typed.choices.get("status", self.step.status))
        note = clean(typed.texts.get("note", "")).strip()
        keys = typed.choices.get("pages", "").split(BETWEEN)
        pages = tuple(key.removeprefix(PREFIXES["pages"]) for key in keys if key)
        return self.step.replaced(now, **{**lines, "title": title}, due=due, status=status, note=note, pages=pages)


class AsideScreen(FieldsScreen):
    """Base: why a step is set aside. Without a reason nothing changes."""

    FIRST: ClassVar[str] = "reason"
    STATUS: ClassVar[ActionStatus]
    ABOUT: ClassVar[Message]

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, step: Action) -> None:
        before = Typed(record=step.id, created=step.created, texts={"reason": step.reason})
        super().__init__(services, session, typed, before)
        self.step = step

    @property
    def draft_name(self) -> str:
        """Each step has its own."""
        return aside_draft(self.step, self.STATUS)

    def heading(self) -> str:
        """Which step it is."""
        return self.step.title

    def about(self) -> str:
        """What is asked."""
        return self.tr(self.ABOUT)

    def fields(self) -> ComposeResult:
        """The reason."""
        yield from labelled(self.tr("Why?"), "", Field(id="reason"))

    def entered(self, field: Input) -> None:
        """Enter in the last field saves and goes back."""
        if field is self.query(Field).last():
            self.action_done()
        else:
            super().entered(field)

    def action_done(self) -> None:
        """Back; a reason that stands there already counts too."""
        if self.step.reason and self.step.status is not self.STATUS:
            self._only_read = False
        super().action_done()

    def read(self) -> Typed:
        """A day without a reason does not count."""
        typed = super().read()
        return typed if typed.texts.get("reason", "").strip() else msgspec.structs.replace(typed, texts={})

    def record(self, typed: Typed) -> Record:
        """The step, with the reason."""
        reason = " ".join(clean(typed.texts.get("reason", "")).split())
        return self.step.replaced(self.session.now(), status=self.STATUS, reason=reason, due=self.day())

    def day(self) -> date | None:
        """The day of the step from now on."""
        return self.step.due


class PutOffScreen(AsideScreen):
    """Also until when: with another day it comes back by itself."""

    STATUS: ClassVar[ActionStatus] = ActionStatus.POSTPONED
    LABEL: ClassVar[Message] = Message("step put off")
    ABOUT: ClassVar[Message] = Message("The step is put off. Without a reason nothing changes.")

    def fields(self) -> ComposeResult:
        """The reason, and until when."""
        yield from super().fields()
        day = DayField(self.services.catalog, self.services.today, id="due")
        yield from labelled(self.tr("Until when?"), self.tr("Without a day it rests."), day)

    def day(self) -> date | None:
        """The day it comes back."""
        return self.query_one(DayField).day


class CancelScreen(AsideScreen):
    """Cancelled is not deleted."""

    STATUS: ClassVar[ActionStatus] = ActionStatus.CANCELLED
    LABEL: ClassVar[Message] = Message("step cancelled")
    ABOUT: ClassVar[Message] = Message("The step is cancelled and stays, with the reason. Without one nothing changes.")


ASIDE_SCREENS: dict[ActionStatus, type[AsideScreen]] = {each.STATUS: each for each in (PutOffScreen, CancelScreen)}
"""Where a step comes to stand → the screen that asks why."""


def _as_typed(step: Action, services: Services) -> Typed:
    """A step as it stands on the screen."""
    texts = {"title": step.title, "who": step.who, "reason": step.reason, "note": step.note}
    if step.due is not None:
        texts["due"] = services.catalog.date_short(step.due)
    choices = {
        "status": str(step.status),
        "pages": BETWEEN.join(f"{PREFIXES['pages']}{page}" for page in step.pages),
    }
    return Typed(record=step.id, created=step.created, texts=texts, choices=choices)
