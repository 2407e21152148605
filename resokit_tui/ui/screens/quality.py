"""Quality of life in words: the person and the professional look apart, and where they differ both stay."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from resokit_tui.casework.quality import QUALITY_NAMES, QUALITY_STEPS, QualityDomain, QualityOfLife, Voice
from resokit_tui.casework.quality_course import by_voice, change, changes_in_a_sentence, course
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.parts.soon import SoonScreen
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.quality_grid import QualityGrid, QualityRow
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.session import DossierSession

_DOMAINS = tuple(QualityDomain)


class QualityScreen(SoonScreen):
    """Up and down choose a domain, left and right a word; the first key of a day begins a new measurement."""

    CSS_PATH: ClassVar[str] = "judging.tcss"
    BINDINGS = bindings("quality")
    LABEL = Message("quality of life changed")

    def __init__(self, services: Services, session: DossierSession, stage: str = "") -> None:
        super().__init__(services, session, stage)
        self._at, self._voice, self._back = 0, Voice.PERSON, 0

    def content(self) -> ComposeResult:
        """State, grid, and what it says in sentences."""
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        yield QualityGrid(self.services.glyphs, id="grid")
        yield Static(id="about-point")

    def show(self) -> None:
        """What was said last, or an earlier time."""
        measured = self._measured()
        title = self.tr("Quality of life")
        if (day := max((each.day for each in measured), default=None)) is not None:
            title = f"{title}  {self.services.catalog.date_short(day)}"
        self.query_one("#saved", SavedRow).show_title(title)
        grid = self.query_one("#grid", QualityGrid)
        grid.show([self._row(domain, measured) for domain in _DOMAINS], [self.tr(w) for w in QUALITY_STEPS], self._at)
        self._tell(measured)
        if self.focused is None:
            grid.focus()

    def _measured(self) -> list[QualityOfLife]:
        """Everything that was said, what waits to be saved included, up to the time that is looked at."""
        waiting = [each for each in self.waiting.values() if isinstance(each, QualityOfLife)]
        ids = {each.id for each in waiting}
        every = [each for each in self.session.dossier.all(QualityOfLife) if each.id not in ids] + waiting
        days = sorted({each.day for each in every})
        until = days[max(0, len(days) - 1 - self._back)] if days else None
        return [each for each in every if until is None or each.day <= until]

    def _row(self, domain: QualityDomain, measured: list[QualityOfLife]) -> QualityRow:
        person = course(measured, Voice.PERSON, domain)
        professional = course(measured, Voice.PROFESSIONAL, domain)
        word = change(person)
        return QualityRow(
            self.tr(QUALITY_NAMES[domain]),
            person[-1] if person else 0,
            professional[-1] if professional else 0,
            tuple(person),
            self.tr(word) if word else "",
        )

    def _tell(self, measured: list[QualityOfLife]) -> None:
        glyphs, alias = self.services.glyphs, self.session.alias
        domain = _DOMAINS[self._at]
        who = alias if self._voice is Voice.PERSON else self.tr("you")
        parts: list[str | tuple[str, str]] = [
            (f"{glyphs.full} {alias}  ", "bold $primary"),
            (f"{glyphs.none if glyphs.banded else 'o'} {self.tr('you')}  ", "bold $here"),
            (f"{glyphs.here} {self.tr('both')}", "bold $primary"),
            (f"   {self.tr('Now speaks: {who}', who=who)}", "bold"),
            "\n",
            (self.tr(QUALITY_NAMES[domain]), "bold"),
            f": {self._said(domain, measured)}",
        ]
        if (sentence := changes_in_a_sentence(measured, Voice.PERSON)) is not None:
            parts.append(f"\n{self.tr(sentence)}")
        last = by_voice(measured, self._voice)[-1:]
        for words in (each for one in last for each in (one.note, one.difference) if each):
            parts.append(("\n" + words, "italic"))
        if self._back:
            parts.append(("\n" + self.tr("You look at an earlier time. t: further back, or to now."), "$ink-soft"))
        self.query_one("#about-point", Static).update(Content.assemble(*parts))

    def _said(self, domain: QualityDomain, measured: list[QualityOfLife]) -> str:
        row = self._row(domain, measured)
        words = ["", *(self.tr(step) for step in QUALITY_STEPS)]
        if row.person and row.professional and row.person != row.professional:
            return self.tr(
                "{alias} says “{one}”, you say “{other}”. That may differ.",
                alias=self.session.alias,
                one=words[row.person],
                other=words[row.professional],
            )
        said = words[row.person or row.professional]
        return f"“{said}”" if said else self.tr("nothing said yet")

    # -- doing -------------------------------------------------------------------------------------------------------

    def action_domain(self, step: int) -> None:
        """To another domain."""
        self._at = max(0, min(len(_DOMAINS) - 1, self._at + step))
        self.show()

    def action_score(self, step: int) -> None:
        """Another word, said today."""
        self._back = 0
        domain, now = _DOMAINS[self._at], self._todays()
        last = course(self._measured(), self._voice, domain)
        before = now.scores.get(domain) or (last[-1] if last else 3)
        fresh = before if not last and domain not in now.scores else max(1, min(len(QUALITY_STEPS), before + step))
        self.put_soon(now.replaced(self.session.now(), scores={**now.scores, domain: fresh}))
        self.show()

    def action_voice(self) -> None:
        """The other one speaks."""
        self._voice = Voice.PROFESSIONAL if self._voice is Voice.PERSON else Voice.PERSON
        self.show()

    def action_earlier(self) -> None:
        """One time back; after the first one, to now."""
        days = {each.day for each in self.session.dossier.all(QualityOfLife)}
        self._back = (self._back + 1) % max(1, len(days))
        self.show()

    def _todays(self) -> QualityOfLife:
        today, now = self.services.today, self.session.now()
        mine = [each for each in by_voice(self._measured(), self._voice) if each.day == today]
        return mine[-1] if mine else QualityOfLife(day=today, voice=self._voice, scores={}, created=now, changed=now)

    def action_note(self) -> None:
        """What it is about, and where the two differ."""
        self.in_background(self._note(), group="write", exclusive=True)

    async def _note(self) -> None:
        if not await self.save():
            return
        record = self._todays()
        typed = await self.services.background(lambda: read_draft(self.session, QualityNoteScreen.DRAFT))
        await self.app.push_screen(QualityNoteScreen(self.services, self.session, typed, record))


class QualityNoteScreen(WritingScreen):
    """Two fields beside today's measurement."""

    DRAFT: ClassVar[str] = "quality"
    LABEL: ClassVar[Message] = Message("quality of life changed")

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, record: QualityOfLife) -> None:
        texts = {"note": record.note, "difference": record.difference}
        super().__init__(services, session, typed or Typed(record=record.id, created=record.created, texts=texts))
        self.measured = record
        self._restored, self._only_read = typed is not None, typed is None

    def heading(self) -> str:
        """What it belongs to."""
        return self.tr("Quality of life")

    def fields(self) -> ComposeResult:
        """The two fields."""
        for name, label, hint in (
            ("note", Message("What it is about"), Message("In the words of whoever says it.")),
            ("difference", Message("What we see differently"), Message("It may stay so.")),
        ):
            area = TextArea(id=name, soft_wrap=True, highlight_cursor_line=False)
            yield from labelled(self.tr(label), self.tr(hint), area)

    def record(self, typed: Typed) -> Record:
        """Today's measurement with these words."""
        texts = {name: text.strip() for name, text in typed.texts.items()}
        return self.measured.replaced(
            self.session.now(), note=texts.get("note", ""), difference=texts.get("difference", "")
        )
