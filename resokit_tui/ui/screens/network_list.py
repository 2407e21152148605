"""The same network without a drawing: domains down, rings across, a row for each contact. Read from top to bottom."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.network import RING_NAMES, Contact
from resokit_tui.casework.network_layout import shorten as short_name
from resokit_tui.casework.network_sentences import empty_domains
from resokit_tui.casework.network_words import DOMAIN_WORDS, joined
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.network_base import ContactsScreen
from resokit_tui.ui.screens.network_words import about
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.network_signs import HUES, cells, drawable, signs_for
from resokit_tui.ui.widgets.pointer_list import GUTTER, PointerList
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow

_DOMAIN = 12
_AROUND = 5
"""Cells of a row that are neither domain nor ring."""


class NetworkListScreen(ContactsScreen):
    """A table to walk through with up and down; the row below says in words what the columns say by place."""

    BINDINGS = bindings("netlist")

    def body(self) -> ComposeResult:
        """Head, rows, empty domains, and the contact under the cursor."""
        yield Static(id="head", markup=False)
        yield PointerList(self.services.glyphs, id="rows")
        yield TroubleRow(id="trouble")
        yield Static(id="gaps", markup=False)
        yield SavedRow(self.services.glyphs, id="saved")

    def show(self) -> None:
        """Everybody, each in the column of its ring."""
        width = (self.app.size.width - GUTTER - _DOMAIN - _AROUND) // len(RING_NAMES)
        head = "".join(pad(shorten(self.tr(name), width - 1), width) for name in RING_NAMES.values())
        self.query_one("#head", Static).update(" " * (GUTTER + _DOMAIN) + head)
        rows = self.query_one("#rows", PointerList)
        chosen = self.looking.contact
        before: object = ""
        options: list[Option | None] = []
        for contact in self.contacts:
            options.append(Option(self._row(contact, width, first=contact.domain != before), id=contact.id))
            before = contact.domain
        rows.show(options)
        if chosen in {contact.id for contact in self.contacts}:
            rows.highlighted = rows.get_option_index(chosen)
        if self.focused is None:
            rows.focus()
        self._show_gaps()
        self._tell_contact()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Another width has other columns."""
        if self.is_mounted and self._open is self.services.session:
            self.show()

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """The cursor went."""
        self.looking.contact = event.option.id or ""
        self._tell_contact()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens a contact."""
        if (contact := self.contact(event.option.id or "")) is not None:
            self.in_background(self._edit(contact), group="go", exclusive=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        return bool(self.contacts) if action == "remove" else super().check_action(action, parameters)

    async def _edit(self, contact: Contact) -> None:
        from resokit_tui.ui.screens.network_contact import open_contact

        await open_contact(self, contact)

    def _row(self, contact: Contact, width: int, *, first: bool) -> Content:
        domain = self.tr(DOMAIN_WORDS[contact.domain])
        signs = signs_for(self.services.glyphs)
        name = short_name(drawable(contact.name), width - 3, cells, signs.ellipsis) if self.looking.names else ""
        indent = " " * ((contact.ring - 1) * width)
        hue = HUES[contact.domain]
        return Content.assemble(
            (pad(f"{domain[:1].upper()}{domain[1:]}" if first else "", _DOMAIN), f"bold ${hue}"),
            indent,
            (signs.of(contact), "bold"),
            f" {name}",
        )

    def _show_gaps(self) -> None:
        empty = empty_domains(self.contacts)
        words = Message("Empty: {domains}.", domains=joined([DOMAIN_WORDS[domain] for domain in empty]))
        self.query_one("#gaps", Static).update(self.tr(words) if empty else "")

    def _tell_contact(self) -> None:
        contact = self.contact(self.looking.contact)
        text = about(contact, self.services.catalog, self.services.glyphs, names=self.looking.names) if contact else ""
        self.query_one("#saved", SavedRow).show_title(text)
