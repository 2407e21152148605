"""What was written about a page of the method: seen from the page, over one dossier or the professional's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.note import Answer, Note, Standing
from resokit_tui.casework.plan import Action
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.i18n import Message


class Linked(msgspec.Struct, frozen=True):
    """Something written that hangs on a page: what sort of thing, when, and its words."""

    record: str
    kind: Message
    day: date
    text: str
    question: str = ""
    """Id of the question it answers."""

    def __repr__(self) -> str:
        return "<Linked>"


def linked_to(dossier: Dossier, page: str) -> list[Linked]:
    """Answers, notes, steps, standings and reflections that hang on this page, newest first."""
    return sorted(_linked(dossier, page), key=lambda linked: linked.day, reverse=True)


def _linked(dossier: Dossier, page: str) -> Iterator[Linked]:
    for answer in dossier.all(Answer):
        if answer.question.rpartition(".")[0] == page:
            day = answer.created.date()
            yield Linked(answer.id, Message("answer given"), day, answer.text, question=answer.question)
    for note in dossier.all(Note):
        if page in note.pages:
            yield Linked(note.id, Message("note"), note.day, note.text)
    for action in dossier.all(Action):
        if page in action.pages:
            yield Linked(action.id, Message("step"), action.due or action.created.date(), action.title)
    for standing in dossier.all(Standing):
        if standing.page == page and standing.sign:
            yield Linked(standing.id, Message("standing"), standing.created.date(), standing.sign)
    for reflection in dossier.all(Reflection):
        if page in (reflection.page, *reflection.conditions, *reflection.skills):
            words = (reflection.moment, reflection.situation, reflection.core, reflection.resolve)
            yield Linked(reflection.id, Message("reflection"), reflection.held, "\n".join(w for w in words if w))
