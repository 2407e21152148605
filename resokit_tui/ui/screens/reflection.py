"""A journey of its own: one moment, in six phases, from what happened to what I will try (domain.md §8).

It may be left at any phase and gone on with later. About the professional; never part of a client's paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import ContentSwitcher, Input, Static, TextArea

from resokit_tui.casework.claims import CLAIM_NAMES, next_claim
from resokit_tui.casework.plan import Action
from resokit_tui.casework.reflection import REFLECTION_QUESTIONS, Alternative, Reflection
from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record, new_id
from resokit_tui.core.typed_days import parse_day
from resokit_tui.method.page import PageKind
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.reflection_phases import FOR_INTERVISION, PHASES, WAYS, names, way_fields
from resokit_tui.ui.screens.writing import Typed, WritingScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.ui.widgets.stops import Stops
from resokit_tui.ui.widgets.tick_list import TickList
from resokit_tui.workspace.session import DossierSession

_PHASE, _THEMES, _MEANT, _STEP, _WHEN = "phase", "themes", "meant", "step", "when"
_TEXTS = tuple(name for name, _, _ in REFLECTION_QUESTIONS)


class ReflectionScreen(WritingScreen):
    """One reflection, new or begun before."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["writing.tcss", "reflection.tcss"]
    BINDINGS = bindings("reflection")
    DRAFT: ClassVar[str] = "reflection"
    LABEL: ClassVar[Message] = Message("reflection kept")

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        typed: Typed | None,
        page: str = "",
        before: Reflection | None = None,
    ) -> None:
        """`page` is where it was begun; `before` is the reflection to go on with."""
        super().__init__(services, session, typed)
        self.before = before
        self._filled = False
        if typed is None and before is not None:
            self.typed = as_typed(before, session, services)
        elif page and not self.typed.page:
            self.typed = msgspec.structs.replace(self.typed, page=page)

    @property
    def draft_name(self) -> str:
        """A new one has one draft; one that is gone on with has its own."""
        return draft_of(self.before)

    def heading(self) -> str:
        """The day it is of."""
        return self.tr("Reflection of {day}", day=self._held)

    @property
    def _held(self) -> date:
        return self.before.held if self.before else self.typed.created.date()

    # -- the frame ---------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """State, the line of phases, whose it is, the phase, and a word of advice."""
        services = self.services
        yield SavedRow(services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        yield Stops(list(names(services)), PageKind.CONDITION, services.glyphs, id="phases")
        yield Static(self.tr("About your own acting. It never goes into the role plan."), id="about", markup=False)
        with ContentSwitcher(initial=PHASES[0][0], id="phase"):
            for id, _, fields, _ in PHASES:
                with VerticalScroll(id=id, classes="phase", can_focus=False):
                    yield from fields(services)
        yield Static(id="advice", markup=False)

    def fill(self) -> None:
        """Everything back in its place, at the phase where it was left."""
        choices = self.typed.choices
        self.query_one(TickList).tick(choices.get(_THEMES, "").split())
        self.query_one("#meant", OptionRow).choose(choices.get(_MEANT, ""))
        phase = self.phase if self.focused is not None else int(choices.get(_PHASE, "0"))
        super().fill()
        self._show_group()
        self._tell_day()
        if not self._filled:
            self._filled = True
            self._go(phase, field=self.typed.field)

    # -- phases ------------------------------------------------------------------------------------------------------

    @property
    def phase(self) -> int:
        """Which phase is shown."""
        return self.query_one("#phases", Stops).current

    def action_phase(self, step: int) -> None:
        """To the phase beside it."""
        self._go(max(0, min(len(PHASES) - 1, self.phase + step)))

    def on_stops_chosen(self, event: Stops.Chosen) -> None:
        """A click on a phase goes there."""
        self._go(event.index)

    def _go(self, index: int, field: str = "") -> None:
        id, _, _, advice = PHASES[index]
        self.query_one("#phases", Stops).current = index
        self.query_one("#phase", ContentSwitcher).current = id
        marks = "  ".join(f"{claim} {self.tr(name)}" for claim, name in CLAIM_NAMES.items())
        self.query_one("#advice", Static).update(f"{self.tr(advice)}  {marks}" if index == 0 else self.tr(advice))
        shown = self.query_one(f"#{id}")
        first = next((w for w in shown.query("*") if w.focusable), None)
        try:
            target = shown.query_one(f"#{field}") if field else first
        except NoMatches:
            target = first
        if target is not None:
            target.focus()

    def action_claim(self) -> None:
        """Marks the line under the cursor: fact, interpretation, hypothesis, or nothing."""
        focused = self.focused
        if isinstance(focused, TextArea):
            row, column = focused.cursor_location
            line = focused.document.get_line(row)
            marked = next_claim(line)
            focused.replace(marked, (row, 0), (row, len(line)), maintain_selection_offset=False)
            focused.move_cursor((row, max(0, column + len(marked) - len(line))))

    # -- what is chosen rather than written --------------------------------------------------------------------------

    def on_tick_list_changed(self) -> None:
        """Belongs to the draft."""
        self.touched()

    def on_option_row_changed(self) -> None:
        """So does whom it is for."""
        self._show_group()
        super().on_option_row_changed()

    def on_option_list_option_highlighted(self, event: TickList.OptionHighlighted) -> None:
        """The questions of the page under the cursor, where they are needed."""
        page = self.services.method.pages.get(event.option.id or "")
        if page is not None:
            told = [(f"{page.title}\n", "bold $primary")] + [
                (f"· {question.text}\n", "") for question in page.questions
            ]
            self.query_one("#page-questions", Static).update(Content.assemble(*told))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says at once which day was understood."""
        self._tell_day()
        super().on_input_changed(event)

    def _show_group(self) -> None:
        self.query_one("#to-the-group").display = self.query_one("#meant", OptionRow).value == FOR_INTERVISION

    def _tell_day(self) -> None:
        words = self.query_one("#when", Field).value.strip()
        day = self._day(words)
        told = ""
        if day is not None:
            told = f"→ {day_in_words(day, self.services.today, self.services.catalog)}"
        elif words:
            told = self.tr("This day is not understood. Try “thursday”, “in 2 weeks” or “4/3”; the words stay here.")
        self.query_one("#understood", Static).update(told)

    def _day(self, words: str) -> date | None:
        return parse_day(words, self.services.today, self.services.settings.language) if words.strip() else None

    def chosen(self) -> dict[str, str]:
        """Phase, ticks, whom it is for, and the step it became."""
        return {
            **super().chosen(),
            _PHASE: str(self.phase),
            _THEMES: " ".join(self.query_one(TickList).ticked),
            _STEP: self.typed.choices.get(_STEP) or new_id(),
        }

    # -- saving ------------------------------------------------------------------------------------------------------

    def unfinished(self, typed: Typed) -> bool:
        """A day that nobody understands is asked again."""
        words = typed.texts.get(_WHEN, "")
        return bool(words.strip()) and self._day(words) is None

    def records(self, typed: Typed) -> tuple[Record, ...]:
        """The reflection, and the step its resolve becomes as soon as it has a day."""
        reflection = self._reflection(typed)
        step = self._step(typed, reflection)
        return (reflection,) if step is None else (msgspec.structs.replace(reflection, step=step.id), step)

    def _reflection(self, typed: Typed) -> Reflection:
        themes = typed.choices.get(_THEMES, "").split()
        kinds = {page: self.services.method.page(page).kind for page in themes if page in self.services.method.pages}
        values = {
            "id": typed.record,
            "created": typed.created,
            "changed": self.session.now(),
            "held": self._held,
            "page": typed.page,
            "conditions": [page for page, kind in kinds.items() if kind is PageKind.CONDITION],
            "skills": [page for page, kind in kinds.items() if kind is PageKind.SKILL],
            "alternatives": _ways(typed.texts),
            "intervision": typed.choices.get(_MEANT) == FOR_INTERVISION,
            "step": self.before.step if self.before else "",
            **{name: typed.texts.get(name, "").strip() for name in _TEXTS},
        }
        return msgspec.convert(values, Reflection)

    def _step(self, typed: Typed, reflection: Reflection) -> Action | None:
        due = self._day(typed.texts.get(_WHEN, ""))
        if due is None or not reflection.resolve:
            return None
        now = self.session.now()
        title = " ".join(reflection.resolve.split())
        known = next((each for each in self.session.dossier.all(Action) if each.id == reflection.step), None)
        if known is not None:
            return known.replaced(now, title=title, due=due)
        return Action(
            id=reflection.step or typed.choices[_STEP],
            created=now,
            changed=now,
            title=title,
            due=due,
            own=True,
            pages=(*reflection.conditions, *reflection.skills),
        )


def draft_of(reflection: Reflection | None) -> str:
    """Name of the draft of a new reflection, or of one that is gone on with."""
    return f"{ReflectionScreen.DRAFT}-{reflection.id}" if reflection else ReflectionScreen.DRAFT


def as_typed(reflection: Reflection, session: DossierSession, services: Services) -> Typed:
    """A reflection as it stands on the screen."""
    texts = {name: getattr(reflection, name) for name in _TEXTS}
    for number, each in enumerate(reflection.alternatives[:WAYS], 1):
        texts |= dict(zip(way_fields(number), (each.way, each.for_it, each.against_it), strict=True))
    step = next((each for each in session.dossier.all(Action) if each.id == reflection.step), None)
    if step is not None and step.due is not None:
        texts[_WHEN] = services.catalog.date_short(step.due)
    choices = {
        _THEMES: " ".join((*reflection.conditions, *reflection.skills)),
        _MEANT: FOR_INTERVISION if reflection.intervision else "",
        _STEP: reflection.step,
    }
    return Typed(record=reflection.id, created=reflection.created, texts=texts, page=reflection.page, choices=choices)


def _ways(texts: Mapping[str, str]) -> list[Alternative]:
    written = [[texts.get(name, "").strip() for name in way_fields(number)] for number in range(1, WAYS + 1)]
    return [Alternative(way=way, for_it=pro, against_it=con) for way, pro, con in written if way or pro or con]
