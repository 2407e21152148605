"""Whether what is typed looks like something that names a person: a hint, never a refusal."""

from __future__ import annotations

import re

from resokit_tui.core.i18n import Message

_EMAIL = re.compile(r"[^\s@]@[^\s@.]{1,63}\.[^\s@.]")
"""The middle of an address is enough: at every key it is looked for, in time that grows with the text and no faster."""
_NATIONAL_NUMBER = re.compile(r"\b\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}\b")
"""Belgian national number: year, month, day, three digits, two check digits."""
_PHONE = re.compile(r"(?:\+|\b0)\d(?:[\s./-]?\d){7,}\b")
_SHORTEST_WORD = 2
_PEOPLE = re.compile(r"[,;:·\n/&]|\b(?:en|et|and|met|avec|with)\b")
"""What stands between two people, or between a person and what else is said of them."""


def alias_hint(alias: str) -> Message | None:
    """What this alias looks like, with the reminder that it may stay; `None` when it looks like an alias."""
    if _EMAIL.search(alias):
        return Message("This looks like an e-mail address. It may stay; an alias is safer.")
    if _NATIONAL_NUMBER.search(alias):
        return Message("This looks like a national number. It may stay; an alias is safer.")
    if _PHONE.search(alias):
        return Message("This looks like a phone number. It may stay; an alias is safer.")
    if _is_full_name(alias):
        return Message("This looks like a full name. It may stay; an alias is safer.")
    return None


def text_hint(text: str, *, who: bool = False) -> Message | None:
    """What in a text may tell more of somebody than is needed; `who`: the field asks who, so a full name counts too.

    In running text two words with a capital are often a street or a club: there a name is no reason for a hint.
    """
    if _EMAIL.search(text):
        return Message("There seems to be an e-mail address in it. Is it needed? It may stay.")
    if _NATIONAL_NUMBER.search(text):
        return Message("There seems to be a national number in it. Is it needed? It may stay.")
    if _PHONE.search(text):
        return Message("There seems to be a phone number in it. Is it needed? It may stay.")
    if who and any(_is_full_name(part) for part in _PEOPLE.split(text)):
        return Message("There seems to be a full name in it. A first name or a role is enough; it may stay.")
    return None


def _is_full_name(alias: str) -> bool:
    """Two or more words with a capital; initials such as "J." do not count."""
    names = [word for word in alias.split() if len(word.rstrip(".")) >= _SHORTEST_WORD and word[0].isupper()]
    return len(names) >= 2
