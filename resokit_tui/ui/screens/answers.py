"""The answers given to questions of the method, newest first; each can be read whole and changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea
from textual.widgets.option_list import Option

from resokit_tui.casework.note import Answer
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.record_list import LIST, RecordListScreen
from resokit_tui.ui.screens.writing import Typed, WritingScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.session import DossierSession

_DRAFT = "answer"
_AROUND, _DAY = 9, 12


def answer_draft(answer: Answer) -> str:
    """Name of the draft of an answer that is being changed."""
    return f"{_DRAFT}-{answer.id}"


def question_of(answer: Answer, services: Services) -> str:
    """The words of the question; empty when it was taken off its page."""
    try:
        return services.method.question(answer.question).text
    except CannotError:
        return ""


class AnswersScreen(RecordListScreen):
    """Each on two rows: the day and the question, and how the answer begins."""

    CSS_PATH: ClassVar[str] = "notes.tcss"
    BINDINGS = bindings("answers")
    removed: ClassVar[Message] = Message("answer removed")

    def heading(self) -> str:
        """What is listed."""
        return self.tr("Answers")

    def lists(self) -> ComposeResult:
        """The list."""
        with Vertical(id="page"):
            yield PointerList(self.services.glyphs, id=LIST)
            nothing = self.tr("No question has been answered in this dossier yet.")
            yield Static(nothing, id="empty", markup=False)

    def show(self) -> None:
        """Newest first."""
        answers = self.session.dossier.all(Answer)[::-1]
        shown = self.query_one(f"#{LIST}", PointerList)
        shown.show([Option(self._row(each), id=each.id) for each in answers])
        shown.display, self.query_one("#empty").display = bool(answers), not answers

    def record(self) -> Answer | None:
        """The answer under the cursor."""
        chosen = self.query_one(f"#{LIST}", PointerList).chosen
        return next((each for each in self.session.dossier.all(Answer) if each.id == chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an answer there is nothing to remove."""
        return action != "remove" or self.has_chosen

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens it whole."""
        if (answer := self.record()) is not None:
            self.write(answer_draft(answer), lambda typed: AnswerScreen(self.services, self.session, typed, answer))

    def _row(self, answer: Answer) -> Content:
        room = self.app.size.width - _AROUND
        day = pad(self.services.catalog.date_short(answer.created.date()), _DAY)
        return Content.assemble(
            (day, "$ink-soft"),
            (shorten(question_of(answer, self.services), room - _DAY), "bold"),
            "\n",
            " " * _DAY,
            shorten(" ".join(answer.text.split()), room - _DAY),
        )


class AnswerScreen(WritingScreen):
    """One answer; changing it changes this one, and leaves the other answers to the same question alone."""

    LABEL: ClassVar[Message] = Message("answer changed")

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, answer: Answer) -> None:
        super().__init__(services, session, typed)
        self.answer = answer
        if typed is None:
            self.typed = Typed(record=answer.id, created=answer.created, texts={"text": answer.text})

    @property
    def draft_name(self) -> str:
        """Each answer has its own."""
        return answer_draft(self.answer)

    def heading(self) -> str:
        """The day it was given."""
        return self.tr("Answer of {day}", day=self.answer.created.date())

    def about(self) -> str:
        """The question."""
        return question_of(self.answer, self.services)

    def fields(self) -> ComposeResult:
        """The text."""
        yield TextArea(id="text", soft_wrap=True, highlight_cursor_line=False)

    def record(self, typed: Typed) -> Record:
        """The same answer, with other words."""
        return self.answer.replaced(self.session.now(), text=clean(typed.texts["text"]).strip())
