"""The network map: who and what stands around this client, and beside it what stands out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from resokit_tui.casework.network import Contact, Ring
from resokit_tui.casework.network_sentences import findings
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.network_base import ContactsScreen, Looking
from resokit_tui.ui.screens.network_words import about, where
from resokit_tui.ui.screens.staged import OnStage
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_map import MapView, NetworkMap
from resokit_tui.ui.widgets.network_side import NetworkSide
from resokit_tui.ui.widgets.network_signs import drawable
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow

MOST_NAMES = 25
"""So many names are drawn on the map at 80 columns; where there are more it has numbers, and a list beside it."""
_SIDE_TINY, _SIDE, _SIDE_WIDE = 23, 32, 35
"""Cells for a row beside the map, as in the stylesheet."""
_DOMAINS: tuple[LifeDomain, ...] = tuple(LifeDomain)


def next_domain(domain: LifeDomain | None, step: int) -> LifeDomain:
    """The domain beside this one, round the map; from nowhere to the first or the last one."""
    if domain is None:
        return _DOMAINS[0 if step > 0 else -1]
    return _DOMAINS[(_DOMAINS.index(domain) + step) % len(_DOMAINS)]


class NetworkScreen(OnStage, ContactsScreen):
    """The map, with beside it the sentences or, where there is no room for the names, the list that goes with the
    numbers.
    """

    BINDINGS = bindings("network")
    stage = "stage.network"
    SENTENCES: ClassVar[str] = "sentences"
    NUMBERS: ClassVar[str] = "numbers"

    def __init__(self, services: Services, looking: Looking | None = None) -> None:
        super().__init__(services, looking)
        self._asked = False
        """Whether the sentences were asked for where they do not stand by themselves."""
        self._carried: Contact | None = None
        self._taken_up: Contact | None = None
        """What is carried, as it was when it was taken up."""
        """The contact that is being moved, as it would become."""
        self._begun = False

    def body(self) -> ComposeResult:
        """Map and side, trouble, and a row about the contact under the cursor."""
        glyphs = self.services.glyphs
        with Horizontal(id="places"):
            yield NetworkMap(glyphs, self.services.catalog, id="map")
            yield NetworkSide(glyphs, self.services.catalog, id="side")
        yield TroubleRow(id="trouble")
        yield SavedRow(glyphs, id="saved")

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def side(self) -> str:
        """What stands beside the map."""
        if self._asked or (self.is_wide and not self._is_numbered):
            return self.SENTENCES
        return self.NUMBERS if self._is_numbered and self.looking.names else ""

    @property
    def _is_numbered(self) -> bool:
        return len(self.contacts) > (MOST_NAMES if not self.is_wide else 4 * MOST_NAMES)

    def show(self) -> None:
        """The map and its side; without anybody on it, first the names."""
        self.set_class(bool(self.side), "-side")
        self._show_side()
        self._show_map()
        if self.focused is None or (self.focused is self.query_one("#beside") and not self.side):
            self.query_one("#map").focus()
        if not self.contacts and not self._begun:
            self._begun = True
            self.action_add()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Another width has room for other things beside the map."""
        if self.is_mounted and self._open is self.services.session:
            self.show()

    def _show_map(self) -> None:
        shown = self.query_one("#map", NetworkMap)
        contacts = self.contacts
        if self._carried is not None:
            contacts = [self._carried if each.id == self._carried.id else each for each in contacts]
        numbers = {each.id: str(n) for n, each in enumerate(contacts, 1)} if self.side == self.NUMBERS else {}
        if self.looking.contact:
            shown.set_reactive(NetworkMap.contact, self.looking.contact)
        shown.show(
            MapView(
                contacts=tuple(contacts),
                names=self.looking.names,
                only=frozenset(self.query_one(NetworkSide).about) if self._points else None,
                labels=numbers,
            )
        )
        self.looking.contact = shown.contact
        self._tell_contact()

    @property
    def _points(self) -> bool:
        """Whether the map names only those a sentence is about."""
        return self.side == self.SENTENCES and self.focused is self.query_one("#beside")

    def _show_side(self) -> None:
        side = self.query_one(NetworkSide)
        width = _SIDE_WIDE if self.is_wide else _SIDE_TINY if self.has_class("-tiny") else _SIDE
        if self.side == self.SENTENCES:
            side.show_sentences(findings(self.contacts, self.alias, names=self.looking.names), width)
        elif self.side == self.NUMBERS:
            side.show_numbers(self.contacts, self.looking.contact, width)

    def _tell_contact(self) -> None:
        """The row about the contact under the cursor, about a cluster, or what to do with what is being moved."""
        catalog, glyphs, names = self.services.catalog, self.services.glyphs, self.looking.names
        shown = self.query_one("#map", NetworkMap)
        together = shown.together()
        contact = self._carried or self.contact(self.looking.contact)
        if not self.contacts:
            text = self.tr("Nobody stands on the map yet. n: note names.")
        elif self._points:
            text = self.tr("A sentence is a question to look at together, not a judgement.")
        elif contact is None:
            text = ""
        elif self._carried is not None:
            text = f"{where(contact, catalog, glyphs, names=names)}  {self.tr('Enter: stays here. Esc: back.')}"
        elif together:
            who = [drawable(each.name) for each in self.contacts if each.id in together] if names else []
            text = self.tr("{n} together", n=len(together)) + (f": {', '.join(who)}" if who else "")
        else:
            text = about(contact, catalog, glyphs, names=names)
        if shown.drawing is not None and (hidden := len(shown.drawing.hidden)):
            text = f"{self.tr('{n} more in the list: l.', n=hidden)} {text}"
        self.query_one("#saved", SavedRow).show_title(text)

    # -- the cursor --------------------------------------------------------------------------------------------------

    def on_network_map_moved(self, event: NetworkMap.Moved) -> None:
        """The cursor went: only the rows beside and below follow."""
        self.looking.contact = event.contact
        if self.side == self.NUMBERS:
            self.query_one(NetworkSide).point_at(event.contact)
        self._tell_contact()

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """Going over a sentence names those it is about; going over a number goes to that contact."""
        if self.focused is not event.option_list:
            return
        if self.side == self.SENTENCES:
            self._show_map()
        elif event.option.id and event.option.id != self.looking.contact:
            self.looking.contact = event.option.id
            shown = self.query_one("#map", NetworkMap)
            shown.set_reactive(NetworkMap.contact, event.option.id)
            shown.redraw()
            self._tell_contact()

    def on_descendant_focus(self) -> None:
        """The keyboard went from the map to the sentences, or back."""
        if self.side == self.SENTENCES:
            self._show_map()
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """A number opens its contact; a sentence goes to the first contact it is about."""
        if self.side == self.NUMBERS:
            self._open_contact(event.option.id or "")
        elif pointed := self.query_one(NetworkSide).about:
            self.looking.contact = pointed[0]
            self.query_one("#map").focus()

    # -- moving a contact --------------------------------------------------------------------------------------------

    def action_move(self) -> None:
        """Takes the contact under the cursor along with the arrows."""
        self._carried = self._taken_up = self.contact(self.looking.contact)
        self._carry()

    def on_network_map_shifted(self, event: NetworkMap.Shifted) -> None:
        """Nearer, further, or to another domain."""
        if (carried := self._carried) is None:
            return
        ring = Ring(min(max(carried.ring + event.dy, Ring.CORE), Ring.BY_SIGHT))
        domain = next_domain(carried.domain, event.dx) if event.dx else carried.domain
        self._carried = carried.replaced(carried.changed, ring=ring, domain=domain)
        self._carry()

    def on_network_map_opened(self, event: NetworkMap.Opened) -> None:
        """Puts down what is carried; else opens the contact."""
        if self._carried is None:
            self._open_contact(event.contact)
            return
        carried, self._carried = self._carried, None
        self.query_one("#map", NetworkMap).carrying = False
        if carried != self.contact(carried.id):
            self.in_background(self._put_down(carried.replaced(self.services.clock())), group="put")
        else:
            self.show()

    async def _put_down(self, contact: Contact) -> None:
        if await self.put(contact, Message("contact moved"), self._taken_up):
            self.notice("Moved. Undo: u.")
        self.show()

    def _carry(self) -> None:
        self.query_one("#map", NetworkMap).carrying = self._carried is not None
        self.query_one("#map").focus()
        self._show_map()
        self.refresh_bindings()

    # -- going on ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        if action in ("remove", "move", "describe", "list"):
            return self._carried is None and bool(self.looking.contact)
        return super().check_action(action, parameters)

    def action_findings(self) -> None:
        """To the sentences; from there back to the whole map."""
        beside = self.query_one("#beside")
        if self.side == self.SENTENCES and self.focused is beside:
            self._asked = False
            self.query_one("#map").focus()
        else:
            self._asked = True
        self.show()
        if self._asked:
            beside.focus()

    def action_leave(self) -> None:
        """Lets go of what is carried, closes the sentences, or goes back."""
        if self._carried is not None:
            self._carried = None
            self._carry()
        elif self._asked:
            self._asked = False
            self.query_one("#map").focus()
            self.show()
        else:
            super().action_leave()

    def action_add(self) -> None:
        """Names, one after the other."""
        self.in_background(self._add(), group="go", exclusive=True)

    def action_describe(self) -> None:
        """One question after the other for every contact."""
        from resokit_tui.ui.screens.network_attributes import AttributesScreen

        self.app.push_screen(AttributesScreen(self.services, self.looking))

    def action_list(self) -> None:
        """The same network as a list."""
        from resokit_tui.ui.screens.network_list import NetworkListScreen

        self.app.push_screen(NetworkListScreen(self.services, self.looking))

    def action_moments(self) -> None:
        """Then and now."""
        from resokit_tui.ui.screens.network_moments import MomentsScreen

        self.app.push_screen(MomentsScreen(self.services, self.looking))

    async def _add(self) -> None:
        from resokit_tui.ui.screens.network_names import open_names

        await open_names(self, self.looking)

    def _open_contact(self, id: str) -> None:
        if (contact := self.contact(id)) is not None:
            self.in_background(self._edit(contact), group="go", exclusive=True)

    async def _edit(self, contact: Contact) -> None:
        from resokit_tui.ui.screens.network_contact import open_contact

        self.looking.contact = contact.id
        await open_contact(self, contact)
