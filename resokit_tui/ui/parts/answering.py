"""The questions of a page, answered in the dossier that is open."""

from __future__ import annotations

import asyncio
from datetime import date

from textual import work
from textual.app import ComposeResult

from resokit_tui.casework.note import Answer
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Page
from resokit_tui.ui.faults import note_fault
from resokit_tui.ui.resuming import forget, remember
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.question_block import AnswerArea, Given, QuestionBlock
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.workspace.session import DossierSession


def todays(session: DossierSession, question_id: str, today: date) -> Answer | None:
    """The answer given today, which is written on; older ones stay as they are and a new one is added."""
    newest = next(iter(session.answers(question_id)), None)
    return newest if newest is not None and newest.created.date() == today else None


class Answering(Sheet, can_focus=False):
    """Question blocks, and the saving of what is written in them.

    Text is saved when the field is left; until it is safely on disk the field keeps it, and every few seconds a draft
    goes to disk as well. Nothing is said to be saved before it is.
    """

    def __init__(self, page: Page, services: Services, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page, self.services = page, services
        self.session: DossierSession | None = None
        self._saving = asyncio.Lock()
        self._on_disk: dict[str, str] = {}
        """Question → its text as it was last saved or opened."""
        self._drafts: dict[str, str] = {}
        """Question → the draft of it that lies on disk."""

    def compose(self) -> ComposeResult:
        """One block to a question."""
        catalog, glyphs = self.services.catalog, self.services.glyphs
        for number, question in enumerate(self.page.questions, 1):
            yield QuestionBlock(number, question.id, question.text, catalog("no answer yet"), glyphs)

    def on_mount(self) -> None:
        """Starts keeping drafts."""
        self.set_interval(self.services.draft_every, self._start_drafts)

    async def show(self, session: DossierSession | None) -> None:
        """The answers in this dossier, and what was being typed when the app was left."""
        self.session = session
        for block in self.query(QuestionBlock):
            self._show_answers(block)
            if block.area is None:
                await self._prepare(block)

    async def save_all(self) -> bool:
        """Saves whatever is open; `False` when something could not be saved."""
        return all([await self._save(block) for block in self.query(QuestionBlock) if block.area is not None])

    async def _prepare(self, block: QuestionBlock) -> None:
        """A block opens on a draft, or on today's answer, or empty."""
        session, catalog = self.session, self.services.catalog
        if session is None:
            block.prepare(None, catalog("Open your vault first: press 1. An answer is kept there, encrypted."))
            return
        draft = await self.services.background(lambda: session.draft(block.question_id))
        saved = todays(session, block.question_id, self.services.today)
        self._on_disk[block.question_id] = text = saved.text if saved else ""
        if draft is not None:
            self._drafts[block.question_id] = draft
        if draft == text:  # saved after all, just before the app was left
            await self._drop_draft(session, block.question_id)
            draft = None
        note = catalog("This is your draft of last time. It is not saved yet.") if draft else ""
        block.prepare(draft or text, note)

    # -- saving ------------------------------------------------------------------------------------------------------

    async def on_answer_area_keep(self, event: AnswerArea.Keep) -> None:
        """Saves; closes the field only when that went well."""
        event.stop()
        block = event.area.parent
        if isinstance(block, QuestionBlock) and block.area is event.area:
            self._save_and_close(block, event.close)

    @work(exit_on_error=False)
    async def _save_and_close(self, block: QuestionBlock, close: bool) -> None:
        if await self._save(block) and close:
            await block.close()
            self._show_answers(block)
            await self._prepare(block)

    async def _save(self, block: QuestionBlock) -> bool:
        """Whether the text of a block is safe; says so, or why not."""
        async with self._saving:
            session, area = self.session, block.area
            if session is None or area is None:
                return True
            text = area.text.strip()
            if text == self._on_disk.get(block.question_id, ""):
                await self._drop_draft(session, block.question_id)
                return True
            try:
                record, label = self._record(session, block.question_id, text)
                saved = await self.services.background(lambda: session.put(record, label))
            except ResokitError as error:
                self._alarm(block, error)
                return False
            except Exception as error:
                self._alarm(block, note_fault(error, self.services))
                return False
            self._on_disk[block.question_id] = text
            block.tell(self.services.catalog("Saved {time}", time=f"{saved.at:%H:%M}"))
            await self._drop_draft(session, block.question_id)
            return True

    def _record(self, session: DossierSession, question_id: str, text: str) -> tuple[Answer, Message]:
        now, saved = self.services.clock(), todays(session, question_id, self.services.today)
        if saved is None:
            return Answer(question=question_id, text=text, created=now, changed=now), Message("answer added")
        if not text:
            return saved.replaced(now, trashed=now), Message("answer removed")
        return saved.replaced(now, text=text), Message("answer changed")

    def _alarm(self, block: QuestionBlock, error: ResokitError) -> None:
        catalog = self.services.catalog
        reason = catalog.render(error.message)
        block.tell(catalog("NOT saved. Your text is still here. {reason}", reason=reason), alarm=True)

    # -- drafts ------------------------------------------------------------------------------------------------------

    def _start_drafts(self) -> None:
        if any(block.area is not None for block in self.query(QuestionBlock)):
            self._keep_drafts()

    @work(group="drafts", exclusive=True, exit_on_error=False)
    async def _keep_drafts(self) -> None:
        session = self.session
        for block in self.query(QuestionBlock):
            if session is None or block.area is None:
                continue
            text, question_id = block.area.text, block.question_id
            if text.strip() == self._drafts.get(question_id, self._on_disk.get(question_id, "")).strip():
                continue
            try:
                await self.services.background(lambda q=question_id, t=text: session.keep_draft(q, t))  # type: ignore[misc]
                await remember(self.services, session, question_id)
            except ResokitError as error:
                self._alarm(block, error)
                return
            self._drafts[question_id] = text
            now = self.services.clock()
            block.tell(self.services.catalog("Draft kept {time}", time=f"{now:%H:%M}"))

    async def _drop_draft(self, session: DossierSession, question_id: str) -> None:
        if self._drafts.pop(question_id, None) is None:
            return
        try:
            await self.services.background(lambda: session.drop_draft(question_id))
            await forget(self.services)
        except ResokitError:
            return  # the answer is safe; a draft left behind is offered once more, and lost to nobody

    def _show_answers(self, block: QuestionBlock) -> None:
        catalog = self.services.catalog
        answers = self.session.answers(block.question_id) if self.session is not None else ()
        block.show([Given(answer.text, catalog.date_short(answer.changed.date())) for answer in answers])
