"""The kinds of field, and what stands on the screen for each value of a record.

Everything a form holds is text while it is typed: so one draft keeps all of it, whatever the field means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TypeVar

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.core.typed_days import parse_day

NOT_UNDERSTOOD = object()
"""What a field means whose words were not understood: the record keeps what it had, and the draft keeps the words."""
MOST_OF_A_LINE, MOST_OF_A_TEXT = 300, 50_000
"""So many characters are refused with the name of the field: nobody reads them back."""


E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class Reading:
    """What is needed to understand what was typed."""

    today: date
    language: str


@dataclass(frozen=True, kw_only=True)
class FormField:
    """What every field has: its name in the record, a label, and the question the method asks."""

    name: str
    label: Message
    ask: Message | None = None
    who: bool = False
    """Whether it asks who: then a full name gets a quiet hint too."""

    def shown(self, value: object, catalog: Catalog) -> str:
        """How a value stands in the field."""
        return str(value or "")

    def meant(self, typed: str, reading: Reading) -> object:
        """The value for the record. Raises `CannotError` naming the field when it cannot be kept."""
        return self.limited(clean(typed).strip(), MOST_OF_A_TEXT)

    def limited(self, text: str, most: int) -> str:
        """The text, unless it is far too long."""
        if len(text) > most:
            raise CannotError(
                Message(
                    "“{field}” holds {there} characters; {most} is the most. The text is still there: make it shorter.",
                    field=self.label,
                    there=len(text),
                    most=most,
                )
            )
        return text


@dataclass(frozen=True, kw_only=True)
class Line(FormField):
    """One line of text; `required` when the record cannot do without."""

    required: bool = False

    def meant(self, typed: str, reading: Reading) -> object:
        """Line ends become spaces."""
        text = self.limited(" ".join(clean(typed).split()), MOST_OF_A_LINE)
        if self.required and not text:
            raise CannotError(Message("“{field}” is still empty. Type it, and it is saved.", field=self.label))
        return text


@dataclass(frozen=True, kw_only=True)
class Lines(FormField):
    """Text that may grow."""


@dataclass(frozen=True, kw_only=True)
class Words(FormField):
    """Several short things, one to a line."""

    def shown(self, value: object, catalog: Catalog) -> str:
        """One to a line."""
        return "\n".join(str(each) for each in value) if isinstance(value, tuple) else ""

    def meant(self, typed: str, reading: Reading) -> object:
        """The lines that say something."""
        text = self.limited(clean(typed), MOST_OF_A_TEXT)
        return [line.strip(" -•\t") for line in text.split("\n") if line.strip(" -•\t")]


@dataclass(frozen=True, kw_only=True)
class Sentences(Words):
    """Several sentences, one to a line: they stay as they are typed, where words become chips."""


@dataclass(frozen=True, kw_only=True)
class Choice(FormField):
    """One of a few options in words; nothing chosen is a choice too, unless `needed`."""

    options: tuple[tuple[str, Message], ...]
    needed: bool = False

    def shown(self, value: object, catalog: Catalog) -> str:
        """The value of the option."""
        if value is None:
            return ""
        return str(value.value if isinstance(value, Enum) else value)

    def meant(self, typed: str, reading: Reading) -> object:
        """The option; `None` for none."""
        return typed or None


@dataclass(frozen=True, kw_only=True)
class Several(Choice):
    """Any number of a few options."""

    def shown(self, value: object, catalog: Catalog) -> str:
        """The values, with spaces between."""
        return " ".join(super(Several, self).shown(each, catalog) for each in value) if isinstance(value, tuple) else ""

    def meant(self, typed: str, reading: Reading) -> object:
        """Those that are chosen."""
        return typed.split()


@dataclass(frozen=True, kw_only=True)
class YesOrNo(Choice):
    """Two options for a fact that holds or does not."""

    options: tuple[tuple[str, Message], ...] = (("True", Message("yes")), ("False", Message("no")))
    needed: bool = True

    def meant(self, typed: str, reading: Reading) -> object:
        """Whether it holds."""
        return typed == "True"


@dataclass(frozen=True, kw_only=True)
class Day(FormField):
    """A day, typed as people say it; `past` when it is something that was."""

    past: bool = False

    def shown(self, value: object, catalog: Catalog) -> str:
        """dd/mm/jjjj."""
        return catalog.date_short(value) if isinstance(value, date) else ""

    def meant(self, typed: str, reading: Reading) -> object:
        """The day, `None` for none, or that it was not understood."""
        if not typed.strip():
            return None
        return self.understood(typed, reading) or NOT_UNDERSTOOD

    def understood(self, typed: str, reading: Reading) -> date | None:
        """The day that is meant, if there is one."""
        return parse_day(typed, reading.today, reading.language, past=self.past)


@dataclass(frozen=True, kw_only=True)
class Entries(FormField):
    """Several small records of one kind, one to a line; an indented line below one is its second part."""

    record: type[Record]
    first: str
    second: str = ""


def options_of(names: Mapping[E, Message]) -> tuple[tuple[str, Message], ...]:
    """The options of an enumeration with its words."""
    return tuple((each.value, words) for each, words in names.items())


def steps_of(words: Sequence[Message], start: int = 0) -> tuple[tuple[str, Message], ...]:
    """Options that are numbers to the record, and words to people."""
    return tuple((str(number), word) for number, word in enumerate(words, start))
