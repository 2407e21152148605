"""One question at a time for every contact: with the arrows, so that a whole network is described in minutes."""

from __future__ import annotations

import asyncio

from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from resokit_tui.casework.network import Contact
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.network_base import ContactsScreen, Looking
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_signs import drawable
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.ui.widgets.trait_table import TraitTable

_SETTLED = 0.8
"""After so many seconds an answer is one: going past others to it makes no versions."""


class AttributesScreen(ContactsScreen):
    """The table, and below it the question in full, with its answers and what they mean.

    An answer is saved when the cursor leaves the cell, or when it stood for a moment.
    """

    BINDINGS = bindings("attributes")

    def __init__(self, services: Services, looking: Looking) -> None:
        super().__init__(services, looking)
        self._answered: dict[str, Contact] = {}
        """Contacts with answers that are not on disk yet, by id."""
        self._was: dict[str, Contact] = {}
        """The same contacts as they were when the first of those answers was given."""
        self._settled: Timer | None = None
        self._saving = asyncio.Lock()

    def body(self) -> ComposeResult:
        """Title and state, the table, the question."""
        yield SavedRow(self.services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        yield TraitTable(self.services.glyphs, self.services.catalog, id="table")
        yield Static(id="question")

    def show(self) -> None:
        """The contacts with what was answered just now."""
        self.query_one("#saved", SavedRow).show_title(self.tr("One question for everybody"))
        table = self.query_one(TraitTable)
        noted = sorted(self.contacts, key=lambda each: (each.created, each.id))  # an answer must not move a row
        contacts = [self._answered.get(each.id, each) for each in noted]
        table.show(contacts, self.looking.contact, names=self.looking.names)
        if table.contact is not None:
            self.looking.contact = table.contact.id
        if self.focused is None:
            table.focus()
        self._ask()
        self.refresh_bindings()

    def _ask(self) -> None:
        """The question under the cursor, its answers, and what the one that holds means."""
        table = self.query_one(TraitTable)
        contact, trait = table.contact, table.trait
        if contact is None:
            self.query_one("#question", Static).update(self.tr("Nobody stands on the map yet. n: note names."))
            return
        name = drawable(contact.name) if self.looking.names else self.tr("this contact")
        parts: list[str | tuple[str, str]] = [(self.tr(trait.asks(name, self.alias)), "bold $primary"), "\n\n"]
        marked = trait.marked(contact)
        for value, word in trait.answers.items():
            here = value == table.value
            box = ("[x] " if value in marked else "[ ] ") if trait.several else ""
            parts += [(f" {box}{self.tr(word)} ", "bold $cursor-ink on $cursor" if here else ""), " "]
        if meaning := trait.meanings.get(table.value):
            parts += ["\n\n", (self.tr(meaning), "$ink-soft")]
        elif trait.field == "domain":
            parts += ["\n\n", (self.tr("A letter goes to a part of life at once."), "$ink-soft")]
        elif trait.several:
            parts += ["\n\n", (self.tr("Space marks what holds, or takes the mark away."), "$ink-soft")]
        self.query_one("#question", Static).update(Content.assemble(*parts), layout=False)

    # -- answering ---------------------------------------------------------------------------------------------------

    def on_trait_table_answered(self, event: TraitTable.Answered) -> None:
        """Keeps the answer in sight, and on disk once it stands."""
        self._answered[event.contact.id] = event.contact
        if (held := self.contact(event.contact.id)) is not None:
            self._was.setdefault(held.id, held)
        self.say_saved("")
        self._ask()
        if self._settled is not None:
            self._settled.stop()
        self._settled = self.set_timer(_SETTLED, self._save)

    def on_trait_table_moved(self) -> None:
        """The cell was left: what was answered in it is saved."""
        table = self.query_one(TraitTable)
        if table.contact is not None:
            self.looking.contact = table.contact.id
        self._save()
        self._ask()

    def on_trait_table_opened(self, event: TraitTable.Opened) -> None:
        """Opens a contact, once its answers are on disk."""
        self.in_background(self._edit(event.contact), group="go", exclusive=True)

    def _save(self) -> None:
        if self._answered:
            self.in_background(self._save_quietly(), group="put")

    async def _save_quietly(self) -> None:
        await self._save_all()

    async def _save_all(self) -> bool:
        """Whether the disk has every answer."""
        async with self._saving:
            for id, contact in list(self._answered.items()):
                if contact != self.contact(id):
                    described = contact.replaced(self.services.clock())
                    if not await self.put(described, Message("contact described"), self._was.get(id)):
                        return False
                    self._was[id] = described
                if self._answered.get(id) is contact:
                    del self._answered[id]
                    self._was.pop(id, None)
        self.refresh_bindings()
        return not self._answered

    async def ready_to_leave(self) -> bool:
        """Every answer on disk."""
        return await self._save_all()

    # -- going on ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        return bool(self.contacts) if action == "remove" else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Back, once everything is on disk."""
        self.in_background(self._make_way(), group="leave", exclusive=True)

    def action_undo(self) -> None:
        """Takes back the last answer, also one that was not on disk yet."""
        self.in_background(self._save_and_undo(), group="undo")

    async def _save_and_undo(self) -> None:
        if await self._save_all():
            await self._undo()

    def action_add(self) -> None:
        """More names."""
        self.in_background(self._add(), group="go", exclusive=True)

    async def _add(self) -> None:
        from resokit_tui.ui.screens.network_names import open_names

        if await self._save_all():
            await open_names(self, self.looking)

    async def _edit(self, id: str) -> None:
        from resokit_tui.ui.screens.network_contact import open_contact

        if await self._save_all() and (contact := self.contact(id)) is not None:
            await open_contact(self, contact)
