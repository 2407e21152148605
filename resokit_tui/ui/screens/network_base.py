"""What the screens of a network share: how it is looked at, and one way to change a contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_map import in_reading_order
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.history import undo

T = TypeVar("T")


@dataclass
class Looking:
    """How a network is looked at, the same on each of its screens while it is open."""

    names: bool = True
    contact: str = ""
    """Id of the contact under the cursor."""


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
        self._ordered_from: Dossier | None = None
        self._ordered: list[Contact] = []

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
        if self._open is None:
            return []
        if self._ordered_from is not self._open.dossier:
            self._ordered_from = self._open.dossier
            self._ordered = in_reading_order(self._ordered_from.all(Contact))
        return self._ordered

    def contact(self, id: str) -> Contact | None:
        """One contact as it is now."""
        return next((each for each in self.contacts if each.id == id), None)

    @property
    def alias(self) -> str:
        """Whose network it is."""
        return self._open.alias if self._open else ""

    # -- changing ----------------------------------------------------------------------------------------------------

    async def put(self, contact: Contact, label: Message, was: Contact | None = None) -> bool:
        """Saves one contact, and tells where it is; whether the disk has it. `was`: as `DossierSession.put`."""
        session = self._open
        if session is None:
            return False
        saved = await self._do(lambda: session.put(contact, label, was=was))
        return saved is not None

    async def _do(self, work: Callable[[], T]) -> T | None:
        """Does something that saves, and tells where it is; `None` when it could not be saved."""
        try:
            done = await self.services.background(work)
        except ResokitError as error:
            self.say_saved(self.tr("NOT saved"), bad=True)
            self.say_trouble(self.tr(error.message))
            return None
        self.say_trouble("")
        if self._open is not None and self._open.saved_at is not None:
            self.say_saved(self.tr("Saved {time}", time=f"{self._open.saved_at:%H:%M}"))
        return done

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
        """Takes back what was done last in this dossier."""
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
        return bool(self._open and self._open.steps.done) if action == "undo" else True

    async def _remove(self, contact: Contact) -> None:
        session = self._open
        others = [each.id for each in self.contacts]
        at = others.index(contact.id)
        if session is None:
            return
        saved = await self._do(lambda: session.remove(contact, Message("contact removed")))
        if saved is not None:
            others.remove(contact.id)
            self.looking.contact = others[min(at, len(others) - 1)] if others else ""
            self.show()
            self.notice("Removed. Undo: u.")

    async def _undo(self) -> None:
        session = self._open
        before = set(self.contacts)
        if session is None:
            return
        what = await self._do(lambda: undo(session))
        if what is not None:
            back = [each.id for each in self.contacts if each not in before]
            self.looking.contact = next(iter(back), self.looking.contact)
            self.show()
            self.notice("Undone: {what}.", what=what)
