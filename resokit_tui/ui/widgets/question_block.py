"""A question where it stands: the answers given so far under it, and on request a field to write one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from resokit_tui.core.text import occurrences
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.canvas import wrap


class Given(NamedTuple):
    """An answer as it is shown."""

    text: str
    day: str


class AnswerArea(TextArea):
    """The field in which an answer is written; Tab leaves it."""

    BINDINGS = bindings("answer")

    @dataclass
    class Keep(Message):
        """The text is to be saved; `close` when the field has done its work."""

        area: AnswerArea
        close: bool

    def action_keep(self) -> None:
        """Saves and stays."""
        self.post_message(self.Keep(self, close=False))

    def action_done(self) -> None:
        """Saves and closes."""
        self.post_message(self.Keep(self, close=True))

    def on_blur(self) -> None:
        """Leaving is saving; when it is the whole window that was left, the field stays open."""
        self.post_message(self.Keep(self, close=self.app.app_focus))


class QuestionBlock(Vertical, can_focus=True):
    """One question. Enter opens the field at once, on the text it was prepared with: keys typed next belong in it."""

    BINDINGS = bindings("question")
    DEFAULT_CSS = """
    QuestionBlock { height: auto; padding: 0 0 1 0; }
    QuestionBlock > .question { height: auto; text-style: bold; }
    QuestionBlock > .answers { height: auto; margin: 0 0 0 3; padding: 0 0 0 1; border-left: outer $control; }
    QuestionBlock > .answers.-given { border-left: outer $primary; }
    QuestionBlock:focus > .question { color: $cursor-ink; background: $cursor; }
    QuestionBlock > .state { height: auto; display: none; padding: 0 0 0 5; color: $ink-soft; }
    QuestionBlock > .state.-alarm { color: $here-ink; background: $here-fill; text-style: bold; }
    QuestionBlock > AnswerArea { height: auto; min-height: 5; max-height: 9; margin: 0 0 0 2; }
    """

    def __init__(self, number: int, question_id: str, text: str, empty: str, glyphs: Glyphs) -> None:
        super().__init__()
        self.number, self.question_id, self.text, self.empty, self.glyphs = number, question_id, text, empty, glyphs
        self.area: AnswerArea | None = None
        """The field, while it is open."""
        self.start: str | None = None
        """What the field opens on; `None` while no answer can be kept, and `note` says why."""
        self.note = ""
        self._sought = ""
        self._found = False
        """Whether the place that is shown of what is sought is here."""

    def compose(self) -> ComposeResult:
        """Question, answers, state."""
        yield Static(classes="question", markup=False)
        yield Static(classes="answers", markup=False)
        yield Static(classes="state", markup=False)

    def show(self, answers: Sequence[Given]) -> None:
        """The answers so far, the newest first."""
        rows = [Content.assemble(given.text, (f"  {given.day}", "$ink-soft")) for given in answers]
        shown = Content("\n").join(rows) if rows else Content.assemble((self.empty, "italic $ink-soft"))
        box = self.query_one(".answers", Static)
        box.set_class(bool(rows), "-given")
        box.update(shown)

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """How saving goes; an alarm stays until the next word."""
        state = self.query_one(".state", Static)
        state.set_class(alarm, "-alarm")
        state.display = bool(text)
        state.update(text)
        if text and self.area is not None:
            self.call_after_refresh(state.scroll_visible, animate=False)

    def seek(self, sought: str) -> None:
        """Marks these words in the question."""
        self._sought, self._found = sought, False
        self._write()

    def point(self, found: bool) -> None:
        """Points at the question because what is sought was found here."""
        self._found = found
        self._write()

    def prepare(self, start: str | None, note: str = "") -> None:
        """Says what the field will open on, and what is to be told then."""
        self.start, self.note = start, note

    async def close(self) -> None:
        """Closes the field; the keyboard goes to the question when the field had it."""
        area, self.area = self.area, None
        if area is not None:
            self.move_child(self.query_one(".state"), after=self.query_one(".answers"))
            if area.has_focus:
                self.focus()
            await area.remove()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the field has the keyboard, Enter and the arrows belong to it."""
        writing = self.area is not None and self.area.has_focus
        return not (writing and action in ("answer", "step"))

    def action_answer(self) -> None:
        """Opens the field."""
        if self.area is None:
            if self.start is None:
                self.tell(self.note)
                return
            self.area = AnswerArea(self.start, tab_behavior="focus", highlight_cursor_line=False)
            self.mount(self.area, after=self.query_one(".question"))
            self.area.move_cursor(self.area.document.end)
            self.move_child(self.query_one(".state"), before=self.query_one(".answers"))
            self.tell(self.note)
        self.screen.set_focus(self.area)

    def action_step(self, step: int) -> None:
        """To the question beside it."""
        blocks = list(self.screen.query(QuestionBlock))
        place = blocks.index(self) + step
        if 0 <= place < len(blocks):
            self.screen.set_focus(blocks[place])

    def on_click(self) -> None:
        """A click is Enter, once it has the keyboard."""
        if self.area is None:
            self.action_answer()

    def on_mount(self) -> None:
        """Writes the question."""
        self._write()

    def on_resize(self) -> None:
        """Writes the question for the new width."""
        self._write()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Points at the question, or numbers it again."""
        super().watch_has_focus(has_focus)
        if self.is_mounted:
            self._write()

    def _write(self) -> None:
        mark = self.glyphs.cursor if self.has_focus or self._found else str(self.number)
        rows = wrap(self.text, max(20, self.size.width - 5))
        shown = Content(f" {mark} " + "\n   ".join(rows))
        for start, end in occurrences(shown.plain, self._sought):
            shown = shown.stylize("$hit-ink on $hit", start, end)
        self.query_one(".question", Static).update(shown)
