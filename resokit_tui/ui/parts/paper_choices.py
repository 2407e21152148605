"""What can be chosen for a document, in words for rows of options."""

from __future__ import annotations

from collections.abc import Callable

from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import AUDIENCE_NAMES, Audience
from resokit_tui.export.documents import DOCUMENT_NAMES, READERS, DocumentKind
from resokit_tui.ui.widgets.languages import OWN_NAMES

Say = Callable[[Message], str]
Options = list[tuple[str, str]]

PROTECTED = "protected"
"""The value of the row of formats for a PDF that opens with a passphrase."""
SIZES = {"11": Message("usual"), "12": Message("larger"), "14": Message("largest")}
FORMATS = {"pdf": Message("PDF"), PROTECTED: Message("PDF with a passphrase"), "md": Message("text")}
LABELS = {
    "kind": Message("Document"),
    "audience": Message("For whom"),
    "partner": Message("Which partner"),
    "language": Message("Language"),
    "size": Message("Letters"),
    "format": Message("Form"),
    "place": Message("Folder"),
}


def documents(say: Say) -> Options:
    """Every document about a client."""
    return [(kind.value, say(name)) for kind, name in DOCUMENT_NAMES.items()]


def readers(kind: DocumentKind, say: Say) -> Options:
    """For whom this document can be made; the person first, for whom it is made most often."""
    order = (Audience.CLIENT, Audience.FULL, Audience.PARTNER, Audience.INTERVISIE)
    names = dict(AUDIENCE_NAMES)
    if kind is DocumentKind.REFLECTION:
        names[Audience.FULL] = Message("yourself")
    return [(each.value, say(names[each])) for each in order if each in READERS[kind]]


def languages() -> Options:
    """The languages of paper, each in its own words."""
    return list(OWN_NAMES.items())


def sizes(say: Say) -> Options:
    """The sizes of the letters."""
    return [(value, f"{say(word)} ({value})") for value, word in SIZES.items()]


def formats(say: Say) -> Options:
    """The forms of a document."""
    return [(value, say(word)) for value, word in FORMATS.items()]
