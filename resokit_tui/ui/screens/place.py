"""One place on the map of the neighbourhood, to write down or to change."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.widgets import TextArea

from resokit_tui.casework.neighbourhood import Place
from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.workspace.session import DossierSession

FIELDS = {
    "name": (Message("Name of the place"), Message("A place, a group or an initiative.")),
    "neighbourhood": (Message("Where"), Message("Which neighbourhood or street.")),
    "happens": (Message("What happens there"), Message("Who comes, and what they do together.")),
    "key_figure": (Message("Key figure"), Message("Who knows everybody, and opens the door?")),
    "barriers": (Message("What keeps people out"), Message("Language, money, stairs, hours, looks?")),
}
"""Field, what it is called, and what it asks, in the order of the form."""
_ONE_ROW = ("name", "neighbourhood")


def draft_of(place: Place | None) -> str:
    """Name of the draft: each place has its own."""
    return f"place-{place.id}" if place else "place"


class PlaceScreen(WritingScreen):
    """Five fields and the part of life it belongs to. Saving it says that it is up to date."""

    AREA: ClassVar[str] = "wayfinder"
    LABEL: ClassVar[Message] = Message("place kept")

    def __init__(self, services: Services, own: DossierSession, typed: Typed | None, place: Place | None) -> None:
        super().__init__(services, own, typed)
        self.place = place
        if typed is None and place is not None:
            self.typed = Typed(
                record=place.id,
                created=place.created,
                texts={name: getattr(place, name) for name in FIELDS},
                choices={"domain": place.domain or ""},
            )

    @property
    def draft_name(self) -> str:
        """Each place has its own."""
        return draft_of(self.place)

    def fields(self) -> ComposeResult:
        """The fields, and after the first two the part of life."""
        for name, (label, hint) in FIELDS.items():
            classes = "one-row" if name in _ONE_ROW else ""
            area = TextArea(id=name, soft_wrap=True, highlight_cursor_line=False, classes=classes)
            yield from labelled(self.tr(label), self.tr(hint), area)
            if name == _ONE_ROW[-1]:
                options = [
                    ("", self.tr("not chosen")),
                    *((each.value, self.tr(DOMAIN_NAMES[each])) for each in LifeDomain),
                ]
                row = OptionRow(self.services.glyphs, options, self.typed.choices.get("domain", ""), id="domain")
                yield from labelled(self.tr("Part of life"), "", row)

    def heading(self) -> str:
        """Which place it is."""
        return self.place.name if self.place else self.tr("A new place")

    def record(self, typed: Typed) -> Record:
        """The place, read today."""
        texts = {name: typed.texts.get(name, "").strip() for name in FIELDS}
        domain = typed.choices.get("domain")
        values = {
            **texts,
            **{name: " ".join(texts[name].split()) for name in _ONE_ROW},
            "domain": LifeDomain(domain) if domain else None,
            "read": self.services.today,
        }
        values["name"] = values["name"] or self.tr("A place without a name")
        if self.place is not None:
            return self.place.replaced(self.session.now(), **values)
        return msgspec.convert(
            {"id": typed.record, "created": typed.created, "changed": self.session.now(), **values}, Place
        )
