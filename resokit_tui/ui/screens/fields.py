"""A writing screen about one record, with days among its fields: a day that is not understood is not saved."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.widget import Widget
from textual.widgets import Input

from resokit_tui.core.i18n import Message
from resokit_tui.ui.screens.writing import Typed, WritingScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.chips import Chips
from resokit_tui.ui.widgets.day_field import DayField
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.workspace.session import DossierSession

BETWEEN = "\n"
"""What stands between the keys of chips in a draft."""


class FieldsScreen(WritingScreen):
    """Base of the hand-made forms of steps and notes."""

    FIRST: ClassVar[str] = ""
    """Id of the field to begin in."""

    def __init__(
        self, services: Services, session: DossierSession, typed: Typed | None, before: Typed | None = None
    ) -> None:
        """`typed` is a draft that was left; `before` is the record as it was."""
        super().__init__(services, session, typed)
        if typed is None and before is not None:
            self.typed = before
        if not self.typed.field:
            self.typed = msgspec.structs.replace(self.typed, field=self.FIRST)

    def fill(self) -> None:
        """The choices and chips as well, and the days in words."""
        if self.focused is None:
            for chips in self.query(Chips):
                chips.show(self.typed.choices.get(chips.id or "", "").split(BETWEEN))
        for row in self.query(OptionRow):
            row.choose(self.typed.choices.get(row.id or "", row.value))
        super().fill()
        for day in self.query(DayField):
            day.show(day.words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What stood in the way may be solved now."""
        if not self._failed:
            self._tell("")

    def on_chips_changed(self) -> None:
        """Chips belong to the draft."""
        self.touched()

    def chosen(self) -> dict[str, str]:
        """What the chips say as well."""
        return {**super().chosen(), **{chips.id or "": BETWEEN.join(chips.keys) for chips in self.query(Chips)}}

    def refusal(self) -> tuple[Widget, Message] | None:
        """The field that stands in the way of saving, and why; `None` when all is well."""
        for field in self.query(DayField):
            if field.is_unclear:
                return field.query_one(Field), Message(
                    "“{words}” is not a day we understand. Change it or clear it; the rest stays here.",
                    words=field.words,
                )
        return None

    async def _save(self) -> bool:
        for chips in self.query(Chips):
            chips.take_typed()
        if (refused := self.refusal()) is not None:
            field, why = refused
            await self._keep_draft()
            self._tell(self.tr(why))
            field.focus()
            return False
        return await super()._save()
