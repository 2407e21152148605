"""A day, typed as people say it, with what was understood in words beside it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from resokit_tui.core.dates import day_in_words
from resokit_tui.core.i18n import Catalog
from resokit_tui.core.typed_days import parse_day
from resokit_tui.ui.widgets.field import Field


class DayField(Horizontal):
    """A field for a day. When it is left, a day that was understood becomes dd/mm/yyyy; other words stay."""

    DEFAULT_CSS: ClassVar[str] = """
    DayField { height: auto; width: 1fr; }
    DayField Input { width: 18; }
    DayField .understood { width: 1fr; height: auto; padding: 0 0 0 2; color: $ink-soft; }
    """

    def __init__(self, catalog: Catalog, today: date, *, id: str, past: bool = False) -> None:
        """`past`: for what has happened, so that a day without a year lies behind. The text field itself has `id`."""
        super().__init__(classes="day")
        self.catalog, self.today, self.past = catalog, today, past
        self._field = id

    def compose(self) -> ComposeResult:
        """The field, and the words beside it."""
        yield Field(id=self._field)
        yield Static(classes="understood", markup=False)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(Field).value.strip()

    @property
    def day(self) -> date | None:
        """The day that is meant; `None` when nothing is typed or it is not understood."""
        return parse_day(self.words, self.today, self.catalog.language, past=self.past) if self.words else None

    @property
    def is_unclear(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.words) and self.day is None

    def show(self, words: str) -> None:
        """Puts words in it, and tells nobody."""
        field = self.query_one(Field)
        with field.prevent(Input.Changed):
            field.value = words
        self._tell()

    def on_input_changed(self) -> None:
        """Says at once what was understood."""
        self._tell()

    def on_descendant_blur(self) -> None:
        """From now on as a date."""
        if (day := self.day) is not None and self.words != (short := self.catalog.date_short(day)):
            self.query_one(Field).value = short

    def _tell(self) -> None:
        day = self.day
        told = ""
        if day is not None:
            told = f"→ {day_in_words(day, self.today, self.catalog)}"
        elif self.words:
            told = self.catalog("not understood; try “thursday”, “in 2 weeks” or “4/3”")
        self.query_one(Static).update(told)
