"""What the screens of a network share: how it is looked at, and one way to change a contact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from resokit_tui.casework.network import Contact
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_map import in_reading_order
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow


@dataclass
class Looking:
    """How a network is looked at, the same on each of its screens while it is open."""

    names: bool = True
    contact: str = ""
    """Id of the contact under the cursor."""
    before: list[Contact] = field(default_factory=list, repr=False)
    """What was changed here, the last one last: a contact as it was; one that was new lies in the trash in it."""


class ContactsScreen(BaseScreen):
    """Base of the screens that show contacts of the open dossier; a `SavedRow` and a `TroubleRow` are on each."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "network.tcss"
    AUTO_FOCUS = ""

    def __init__(self, services: Services, looking: Looking | None = None) -> None:
        super().__init__(services)
        self.looking = looking or Looking()
        self._open = services.session
        """The dossier this was opened on."""

    def show(self) -> None:
        """Puts the contacts as they are now into the widgets."""
        raise NotImplementedError

    def fill(self) -> None:
        """Shows the contacts; goes when another dossier was opened meanwhile."""
        if self.services.session is None or self.services.session is not self._open:
            self.in_background(self._make_way(), group="leave", exclusive=True)
        else:
            self.show()

    async def _make_way(self) -> None:
        if await self.ready_to_leave():
            self.dismiss(None)

    @property
    def contacts(self) -> list[Contact]:
        """Everybody, in the order round the map."""
        return in_reading_order(self._open.dossier.all(Contact)) if self._open else []

    def contact(self, id: str) -> Contact | None:
        """One contact as it is now."""
        return next((each for each in self.contacts if each.id == id), None)

    @property
    def alias(self) -> str:
        """Whose network it is."""
        return self._open.alias if self._open else ""

    # -- changing ----------------------------------------------------------------------------------------------------

    async def put(self, contact: Contact, label: Message, *, undoing: bool = False) -> bool:
        """Saves one contact, and tells where it is; whether the disk has it."""
        session = self._open
        if session is None:
            return False
        was = self.contact(contact.id)
        try:
            saved = await self.services.background(lambda: session.put(contact, label))
        except ResokitError as error:
            self.say_saved(self.tr("NOT saved"), bad=True)
            self.say_trouble(self.tr(error.message))
            return False
        self.say_trouble("")
        self.say_saved(self.tr("Saved {time}", time=f"{saved.at:%H:%M}"))
        if not undoing:
            self.looking.before.append(was or contact.replaced(contact.changed, trashed=contact.changed))
        return True

    def say_saved(self, state: str, *, bad: bool = False) -> None:
        """Where the last change is."""
        for row in self.query(SavedRow):
            row.show_state(state, bad=bad)

    def say_trouble(self, text: str) -> None:
        """What went wrong, and what to do; empty when all is well."""
        for row in self.query(TroubleRow):
            row.tell(text)

    def action_remove(self) -> None:
        """To the trash, with the way back."""
        contact = self.contact(self.looking.contact)
        if contact is not None:
            self.in_background(self._remove(contact), group="put")

    def action_undo(self) -> None:
        """Puts back what the contact that was changed last was before."""
        if self.looking.before:
            self.in_background(self._undo(), group="put")

    def action_names(self) -> None:
        """Hides all names, or shows them again."""
        self.looking.names = not self.looking.names
        self.show()

    def action_leave(self) -> None:
        """Back to where you came from."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        return bool(self.looking.before) if action == "undo" else True

    async def _remove(self, contact: Contact) -> None:
        others = [each.id for each in self.contacts]
        at = others.index(contact.id)
        now = self.services.clock()
        if await self.put(contact.replaced(now, trashed=now), Message("contact removed")):
            others.remove(contact.id)
            self.looking.contact = others[min(at, len(others) - 1)] if others else ""
            self.show()
            self.notice("Removed. Undo: u.")

    async def _undo(self) -> None:
        before = self.looking.before[-1]
        if await self.put(before.replaced(self.services.clock()), Message("contact put back"), undoing=True):
            self.looking.before.pop()
            self.looking.contact = before.id
            self.show()
            self.notice("Undone.")
