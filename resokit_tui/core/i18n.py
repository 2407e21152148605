"""Words for people: a `Message` travels up untranslated, a `Catalog` renders it in the reader's language.

English is the source text (gettext msgid); `nl` and `fr` are catalogues in `resokit_tui/locale`. Rooms below the face
never translate: they hand up a `Message`, so the same fact can be shown on a Dutch screen and printed in French.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("nl", "fr", "en")
"""Languages of the interface, in the order they are offered."""
SOURCE_LANGUAGE = "en"
LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"


class Message:
    """A sentence that is not yet in a language: source text and the values to put in it.

    `counted` makes one with a singular and a plural form; its number is available as `{n}`. A value may itself be a
    message. `repr` shows the source text only: values may hold words about a client.
    """

    __slots__ = ("msgid", "n", "params", "plural")

    def __init__(self, msgid: str, /, **params: object) -> None:
        self.msgid = msgid
        self.plural: str | None = None
        self.n = 0
        self.params: Mapping[str, object] = params

    @classmethod
    def counted(cls, singular: str, plural: str, n: int, /, **params: object) -> Message:
        """A message whose form depends on the number `n`."""
        message = cls(singular, n=n, **params)
        message.plural, message.n = plural, n
        return message

    def __repr__(self) -> str:
        return f"Message({self.msgid!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.msgid, self.plural, self.n, dict(self.params)) == (
            other.msgid,
            other.plural,
            other.n,
            dict(other.params),
        )

    def __hash__(self) -> int:
        return hash((self.msgid, self.plural, self.n))


class Catalog:
    """The words of one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self.translations = translations

    def __call__(self, msgid: str, /, **params: object) -> str:
        """Translates a source text at once."""
        return self.render(Message(msgid, **params))

    def render(self, message: Message) -> str:
        """The message in this language, with its values filled in."""
        if message.plural is not None:
            text = self.translations.ngettext(message.msgid, message.plural, message.n)
        else:
            text = self.translations.gettext(message.msgid)
        if not message.params:
            return text
        return text.format_map({name: self._value(value) for name, value in message.params.items()})

    def date_short(self, day: date) -> str:
        """`04/03/2025`: the Belgian order, whatever the language."""
        return day.strftime("%d/%m/%Y")

    def date_long(self, day: date) -> str:
        """`dinsdag 4 maart 2025`, in this language."""
        from resokit_tui.core.dates import MONTHS, WEEKDAYS

        weekday, month = self.render(WEEKDAYS[day.weekday()]), self.render(MONTHS[day.month - 1])
        return f"{weekday} {day.day} {month} {day.year}"

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, date):
            return self.date_short(value)
        return value


@lru_cache(2 * len(LANGUAGES))
def load_catalog(language: str, *, polite: bool = False) -> Catalog:
    """The catalogue of `nl`, `fr` or `en`; a translation that is missing falls back to the English source text.

    `polite` lets the texts that speak to a client say *u* in Dutch: `nl@polite` holds those, and `nl` all others.
    Raises `ValueError` for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == SOURCE_LANGUAGE:
        return Catalog(language, gettext.NullTranslations())
    wanted = [f"{language}@polite", language] if polite else [language]
    return Catalog(language, gettext.translation("resokit", LOCALE_FOLDER, wanted, fallback=True))
