"""Saving what arrows choose: a moment after the last key, and at once when the screen is left."""

from __future__ import annotations

from textual.timer import Timer

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.screens.staged import StagedScreen
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow

SOON = 0.7
"""Seconds of quiet after which a choice is saved: several keys in a row are one commit."""


class SoonScreen(StagedScreen):
    """Base of screens with a grid of choices: what was chosen is kept here until the disk has it."""

    LABEL = Message("changed")

    def on_mount(self) -> None:
        """Begins with nothing waiting."""
        self.waiting: dict[str, Record] = {}
        self._was: dict[str, Record] = {}
        """What waits, as the dossier held it when the first choice was made; what is new was not there."""
        self._timer: Timer | None = None
        super().on_mount()

    def put_soon(self, record: Record) -> None:
        """Saves this record a moment from now; a later state of it takes its place."""
        self.waiting[record.id] = record
        if (held := self.session.dossier.same(record)) is not None:
            self._was.setdefault(record.id, held)
        self._say("")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SOON, self._start)

    async def ready_to_leave(self) -> bool:
        """Saves what waits."""
        return await self.save()

    async def save(self) -> bool:
        """Whether everything chosen is on the disk."""
        records = list(self.waiting.values())
        if not records:
            return True
        was = [self._was[record.id] for record in records if record.id in self._was]
        try:
            saved = await self.services.background(lambda: self.session.put_many(records, self.LABEL, was=was))
        except ResokitError as error:
            for row in self.query(SavedRow):
                row.show_state(self.tr("NOT saved"), bad=True)
            for trouble in self.query(TroubleRow):
                trouble.tell(self.tr(error.message))
            return False
        for record in records:
            if self.waiting.get(record.id) is record:
                del self.waiting[record.id]
                self._was.pop(record.id, None)
            else:
                self._was[record.id] = record
        for trouble in self.query(TroubleRow):
            trouble.tell("")
        self._say(self.tr("Saved {time}", time=f"{saved.at:%H:%M}"))
        return True

    def action_back(self) -> None:
        """Back, once everything is saved."""
        self.in_background(self._save_and_close(), group="save")

    def _start(self) -> None:
        self.in_background(self._save_quietly(), group="save")

    async def _save_quietly(self) -> None:
        await self.save()

    async def _save_and_close(self) -> None:
        if await self.save():
            self.dismiss(None)

    def _say(self, text: str) -> None:
        for row in self.query(SavedRow):
            row.show_state(text)
