"""One contact, to read and to write: in words what cannot be chosen, and in rows what can."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import TextArea

from resokit_tui.casework.network import (
    DOOR_NAMES,
    FREQUENCY_NAMES,
    KIND_NAMES,
    RING_NAMES,
    Contact,
    ContactKind,
    DoorOpening,
    Frequency,
    Ring,
)
from resokit_tui.casework.network_words import DOMAIN_WORDS, name_refused
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled, read_draft
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_signs import drawable
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.workspace.session import DossierSession

TEXTS = {
    "name": (Message("Who or what"), Message("An alias will do.")),
    "relation": (Message("What you are to each other"), Message("Neighbour, aunt, regular customer.")),
    "note": (Message("Remarks"), Message("A tension, a wish, what happened lately.")),
}
"""Field, what it is called, and what it asks, in the order of the form."""
_ONE_ROW = ("name", "relation")
_YES, _NO = "yes", "no"


async def open_contact(screen: BaseScreen, contact: Contact) -> None:
    """Opens a contact, with what was typed in it before and not saved."""
    session = screen.services.session
    if session is not None:
        typed = await screen.services.background(lambda: read_draft(session, draft_of(contact)))
        await screen.app.push_screen(ContactScreen(screen.services, session, typed, contact))


def draft_of(contact: Contact) -> str:
    """Name of the draft: each contact has its own."""
    return f"contact-{contact.id}"


class ContactScreen(WritingScreen):
    """Name, relation and remarks, and what the table of questions asks."""

    LABEL: ClassVar[Message] = Message("contact changed")
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["writing.tcss", "network.tcss"]

    def __init__(self, services: Services, session: DossierSession, typed: Typed | None, contact: Contact) -> None:
        super().__init__(services, session, typed)
        self.contact = contact
        if typed is None:
            self.typed = Typed(
                record=contact.id,
                created=contact.created,
                texts={name: getattr(contact, name) for name in TEXTS},
                choices=_choices(contact),
            )

    @property
    def draft_name(self) -> str:
        """Each contact has its own."""
        return draft_of(self.contact)

    def fields(self) -> ComposeResult:
        """Texts and rows."""
        for name, (label, hint) in TEXTS.items():
            if name == "note":
                yield from self._rows()
            classes = "one-row" if name in _ONE_ROW else ""
            area = TextArea(id=name, soft_wrap=True, highlight_cursor_line=False, classes=classes)
            yield from labelled(self.tr(label), self.tr(hint), area)

    def _rows(self) -> ComposeResult:
        none = ("", self.tr("not chosen"))
        rows: list[tuple[str, Message, list[tuple[str, str]]]] = [
            ("kind", Message("Kind"), [(each, self.tr(KIND_NAMES[each])) for each in ContactKind]),
            (
                "domain",
                Message("Domain of life"),
                [none, *((each, self.tr(DOMAIN_WORDS[each])) for each in LifeDomain)],
            ),
            ("ring", Message("How near"), [(str(each.value), self.tr(RING_NAMES[each])) for each in Ring]),
            (
                "frequency",
                Message("How often"),
                [none, *((each, self.tr(FREQUENCY_NAMES[each])) for each in Frequency)],
            ),
            ("paid", Message("Is paid for it"), [(_NO, self.tr("no")), (_YES, self.tr("yes"))]),
            (
                "opens_door",
                Message("May open a door"),
                [none, *((each, self.tr(DOOR_NAMES[each])) for each in DoorOpening)],
            ),
        ]
        for name, label, options in rows:
            row = OptionRow(self.services.glyphs, options, self.typed.choices.get(name, ""), id=name)
            yield from labelled(self.tr(label), "", row)

    def heading(self) -> str:
        """Who it is."""
        return drawable(self.contact.name)

    def record(self, typed: Typed) -> Record:
        """The contact as it stands here; without a name it keeps the one it had."""
        texts = {name: clean(typed.texts.get(name, "")).strip() for name in TEXTS}
        one_row = {name: " ".join(texts[name].split()) for name in _ONE_ROW}
        choices = typed.choices
        if refused := name_refused(one_row["name"]):
            raise CannotError(refused)
        now = next((each for each in self.session.dossier.all(Contact) if each.id == self.contact.id), self.contact)
        return now.replaced(
            self.session.now(),
            name=one_row["name"] or now.name,
            relation=one_row["relation"],
            note=texts["note"],
            kind=ContactKind(choices.get("kind") or now.kind),
            domain=LifeDomain(choices["domain"]) if choices.get("domain") else None,
            ring=Ring(int(choices.get("ring") or now.ring)),
            frequency=Frequency(choices["frequency"]) if choices.get("frequency") else None,
            paid=choices.get("paid") == _YES,
            opens_door=DoorOpening(choices["opens_door"]) if choices.get("opens_door") else None,
        )


def _choices(contact: Contact) -> dict[str, str]:
    return {
        "kind": contact.kind,
        "domain": contact.domain or "",
        "ring": str(contact.ring.value),
        "frequency": contact.frequency or "",
        "paid": _YES if contact.paid else _NO,
        "opens_door": contact.opens_door or "",
    }
