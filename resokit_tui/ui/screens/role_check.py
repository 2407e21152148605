"""The role check: up to three ideas side by side, ten points in words, a thought where the answer is no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from resokit_tui.casework.check import ANSWER_NAMES, CHECK_QUESTIONS, CheckAnswer, CheckedPoint, CheckPoint, RoleCheck
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.check_words import SHORT, TIPS
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.parts.soon import SoonScreen
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.check_grid import CheckColumn, CheckGrid
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.session import DossierSession

MOST = 3
"""So many roles stand side by side."""
_POINTS = tuple(CheckPoint)
_ANSWERS: tuple[CheckAnswer | None, ...] = (None, CheckAnswer.YES, CheckAnswer.PARTLY, CheckAnswer.NO)
_ORDER = (IdeaChoice.CHOSEN, IdeaChoice.OPEN, IdeaChoice.LATER, IdeaChoice.REJECTED)


def roles_to_check(session: DossierSession) -> list[tuple[str, str]]:
    """Id and name of everything that can be checked: the chosen role first, then the ideas nobody said no to."""
    dossier = session.dossier
    design = dossier.newest(RoleDesign)
    chosen = design.idea if design is not None else ""
    weighed = (idea for idea in dossier.all(RoleIdea) if idea.id == chosen or idea.choice is not IdeaChoice.REJECTED)
    ideas = sorted(weighed, key=lambda idea: (idea.id != chosen, _ORDER.index(idea.choice)))
    found = [(idea.id, idea.name) for idea in ideas]
    if design is not None and not any(idea.id == chosen or idea.name == design.name for idea in ideas):
        found.insert(0, (design.id, design.name))
    return found


class RoleCheckScreen(SoonScreen):
    """Arrows go along points and answers, Tab to the next role."""

    CSS_PATH: ClassVar[str] = "judging.tcss"
    BINDINGS = bindings("check")
    LABEL = Message("role check changed")

    def __init__(self, services: Services, session: DossierSession, stage: str) -> None:
        super().__init__(services, session, stage)
        self.about = [id for id, _ in roles_to_check(session)[:MOST]]
        self._at = (0, 0)

    def content(self) -> ComposeResult:
        """State, grid, and what goes with the point under the cursor."""
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        yield CheckGrid(self.services.glyphs, id="grid")
        yield Static(id="about-point")

    def show(self) -> None:
        """The answers there are."""
        self.query_one("#saved", SavedRow).show_title(self.tr("Role check"))
        names = dict(roles_to_check(self.session))
        self.about = [id for id in self.about if id in names]
        grid = self.query_one("#grid", CheckGrid)
        columns = [CheckColumn(names[id], tuple(self._said(id, point) for point in _POINTS)) for id in self.about]
        words = {answer: self.tr(word) for answer, word in ANSWER_NAMES.items()}
        grid.show([self.tr(SHORT[point]) for point in _POINTS], columns, words, self._at)
        grid.display = bool(self.about)
        self._tell(names)
        if self.focused is None:
            grid.focus()

    def _tell(self, names: dict[str, str]) -> None:
        told = self.query_one("#about-point", Static)
        if not self.about:
            told.update(self.tr("There is no role idea yet. Think of some first: stage 4."))
            return
        point, id = _POINTS[self._at[0]], self.about[self._at[1]]
        said = self._check(id).said(point)
        answer = self.tr(ANSWER_NAMES[said.answer]) if said.answer is not None else self.tr("no answer yet")
        parts: list[str | tuple[str, str]] = [
            (self.tr(CHECK_QUESTIONS[point]), "bold $primary"),
            (f"  {names[id]}: {answer}", "bold"),
        ]
        if said.note:
            parts.append(f"\n{said.note}")
        if said.answer in (CheckAnswer.NO, CheckAnswer.PARTLY):
            parts.append(("\n" + self.tr(TIPS[point]), ""))
        parts.append(("\n" + self.tr("≠ here they differ. There is no sum: choose together."), "$ink-soft"))
        told.update(Content.assemble(*parts))

    def _check(self, about: str) -> RoleCheck:
        waiting = [each for each in self.waiting.values() if isinstance(each, RoleCheck) and each.about == about]
        known = [each for each in self.session.dossier.all(RoleCheck) if each.about == about]
        now = self.session.now()
        return next(iter([*waiting, *reversed(known)]), RoleCheck(about=about, created=now, changed=now))

    def _said(self, about: str, point: CheckPoint) -> tuple[CheckAnswer | None, bool]:
        said = self._check(about).said(point)
        return said.answer, bool(said.note)

    # -- doing -------------------------------------------------------------------------------------------------------

    def action_point(self, step: int) -> None:
        """To another point."""
        self._at = (max(0, min(len(_POINTS) - 1, self._at[0] + step)), self._at[1])
        self.show()

    def action_role(self, step: int) -> None:
        """To another role."""
        if self.about:
            self._at = (self._at[0], (self._at[1] + step) % len(self.about))
            self.show()

    def action_answer(self, step: int) -> None:
        """Another answer to this point."""
        if not self.about:
            return
        point, check = _POINTS[self._at[0]], self._check(self.about[self._at[1]])
        said = check.said(point)
        at = max(0, min(len(_ANSWERS) - 1, _ANSWERS.index(said.answer) + step))
        fresh = CheckedPoint(point=point, answer=_ANSWERS[at], note=said.note)
        self.put_soon(check.replaced(self.session.now(), points=check.with_point(fresh)))
        self.show()

    def action_compare(self) -> None:
        """Another idea in this column: the next one that does not stand here yet."""
        known = [id for id, _ in roles_to_check(self.session)]
        rest = [id for id in known if id not in self.about]
        if rest and len(self.about) < MOST:
            self.about.append(rest[0])
        elif rest:
            here = known.index(self.about[self._at[1]])
            after = [id for id in known[here + 1 :] if id in rest]
            self.about[self._at[1]] = (after or rest)[0]
        self.show()

    def action_note(self) -> None:
        """Why, for this point."""
        if self.about:
            self.in_background(self._note(), group="write", exclusive=True)

    async def _note(self) -> None:
        if not await self.save():
            return
        point, about = _POINTS[self._at[0]], self.about[self._at[1]]
        draft = PointNoteScreen.draft_of(about, point)
        typed = await self.services.background(lambda: read_draft(self.session, draft))
        await self.app.push_screen(PointNoteScreen(self.services, self.session, typed, about, point))


class PointNoteScreen(WritingScreen):
    """Why the answer is what it is."""

    LABEL: ClassVar[Message] = Message("role check changed")

    def __init__(
        self, services: Services, session: DossierSession, typed: Typed | None, about: str, point: CheckPoint
    ) -> None:
        checks = [each for each in session.dossier.all(RoleCheck) if each.about == about]
        now = session.now()
        self.check = checks[-1] if checks else RoleCheck(about=about, created=now, changed=now)
        self.about_id, self.point = about, point
        note = {"note": self.check.said(point).note}
        super().__init__(
            services, session, typed or Typed(record=self.check.id, created=self.check.created, texts=note)
        )
        self._restored, self._only_read = typed is not None, typed is None

    @staticmethod
    def draft_of(about: str, point: CheckPoint) -> str:
        """Name of the draft: one for each point of each role."""
        return f"check-{about}-{point.value}"

    @property
    def draft_name(self) -> str:
        """One for each point of each role."""
        return self.draft_of(self.about_id, self.point)

    def heading(self) -> str:
        """Which point it is."""
        return self.tr(CHECK_QUESTIONS[self.point])

    def fields(self) -> ComposeResult:
        """One field."""
        area = TextArea(id="note", soft_wrap=True, highlight_cursor_line=False)
        yield from labelled(self.tr("Why"), "", area)

    def record(self, typed: Typed) -> Record:
        """The check, with this note."""
        said = self.check.said(self.point)
        fresh = CheckedPoint(point=self.point, answer=said.answer, note=typed.texts.get("note", "").strip())
        return self.check.replaced(self.session.now(), points=self.check.with_point(fresh))
