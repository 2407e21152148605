"""Names, fast: one field, Enter, the next one. Nothing is asked in between, and typing never waits for the disk."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.casework.alias import alias_hint
from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_words import LONGEST_NAME, name_refused
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.resuming import forget, remember
from resokit_tui.ui.screens.network_base import ContactsScreen, Looking
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import shorten
from resokit_tui.ui.widgets.name_field import NameField, tidy
from resokit_tui.ui.widgets.network_signs import drawable
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow

DRAFT = "names"
"""The draft of a name that is being typed."""
_AROUND = 12


class Named(msgspec.Struct):
    """A name that was typed, and whether the disk has it."""

    contact: Contact
    kept: bool = False

    def __repr__(self) -> str:
        """Opaque: a name."""
        return f"<Named {self.kept}>"


async def open_names(screen: BaseScreen, looking: Looking) -> None:
    """Opens the field with what was left in it."""
    session = screen.services.session
    if session is not None:
        typed = await screen.services.background(lambda: session.draft(DRAFT))
        await screen.app.push_screen(NamesScreen(screen.services, looking, typed or ""))


class NamesScreen(ContactsScreen):
    """One field, and below it what was noted, the newest on top. An empty Enter goes on to the questions."""

    BINDINGS = bindings("names")
    LABEL: ClassVar[Message] = Message("contact noted")

    def __init__(self, services: Services, looking: Looking, typed: str = "") -> None:
        super().__init__(services, looking)
        self._typed = typed
        self._changed = False
        self._named: list[Named] = []
        """What was typed since this was opened, the oldest first."""
        self._saving = asyncio.Lock()

    def body(self) -> ComposeResult:
        """Question, field, hint, what was noted."""
        glyphs = self.services.glyphs
        yield SavedRow(glyphs, id="saved")
        yield TroubleRow(id="trouble")
        with Vertical(id="naming"):
            yield Static(self.tr("A person, group, place or animal. An alias will do."), id="ask", markup=False)
            with Vertical(id="field"):
                yield NameField(self._typed)
                yield Static(id="hint", markup=False)
            yield PointerList(glyphs, id="named")
        yield Static(id="status", markup=False)

    def on_mount(self) -> None:
        """Fills, and keeps a draft while there is typing."""
        super().on_mount()
        self.set_interval(self.services.draft_every, self._keep_draft_if_changed)

    def show(self) -> None:
        """What was noted, and what comes next."""
        self.query_one("#saved", SavedRow).show_title(self.tr("Who or what belongs here?"))
        self._show_named()
        if self.focused is None:
            self.query_one(NameField).focus()

    def _show_named(self) -> None:
        glyphs, room = self.services.glyphs, self.app.size.width - _AROUND
        now = {contact.id: contact for contact in self.contacts}
        rows: list[Option | None] = []
        for each in reversed(self._named):
            if each.kept and each.contact.id not in now:
                continue  # removed since
            sign = glyphs.done if each.kept else glyphs.busy
            name = drawable(now.get(each.contact.id, each.contact).name)
            rows.append(Option(Content(f"{sign} {shorten(name, room)}"), id=each.contact.id))
        self.query_one("#named", PointerList).show(rows)
        kept = len([each for each in self._named if each.kept])
        said = Message.counted("{n} name kept.", "{n} names kept.", kept)
        onward = self.tr("An empty Enter goes on to the questions.")
        self.query_one("#status", Static).update(f"{self.tr(said)} {onward}")

    # -- typing ------------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """A quiet hint; never a stop."""
        self._changed, self._typed = True, event.value
        self._hint(event.value)

    def on_name_field_given(self, event: NameField.Given) -> None:
        """A name; without one on to the questions."""
        if event.name:
            self._take(event.name)
        else:
            self.in_background(self._go_on(), group="go", exclusive=True)

    def on_name_field_refused(self, event: NameField.Refused) -> None:
        """Says why."""
        self.say_trouble(self.tr(event.why))

    def on_name_field_pasted(self, event: NameField.Pasted) -> None:
        """Each line but the last is a name, as if Enter was typed after it. One that is refused stays."""
        field, lines = self.query_one(NameField), event.lines
        before, after = field.value[: field.cursor_position], field.value[field.cursor_position :]
        waiting = [before + lines[0], *lines[1:-1], lines[-1] + after]
        while len(waiting) > 1 and (not waiting[0].strip() or self._take(waiting[0])):
            waiting.pop(0)
        field.value = " ".join(line for line in waiting if line.strip())
        field.cursor_position = len(field.value)

    def _take(self, typed: str) -> bool:
        """Takes a name; `False` when it is refused and must stay in the field."""
        session, name = self._open, tidy(typed)
        if session is None or not name:
            return False
        if refused := name_refused(name):
            self.say_trouble(self.tr(refused))
            return False
        now = session.now()
        self._named.append(Named(Contact(name=name, created=now, changed=now)))
        self._changed = True
        self._save()
        return True

    def _hint(self, value: str) -> None:
        name = tidy(value[: LONGEST_NAME + 1])
        known = [each.name for each in self.contacts] + [each.contact.name for each in self._named if not each.kept]
        hint = alias_hint(name)
        text = self.tr(hint) if hint else ""
        if name and any(fold(name) == fold(other) for other in known):
            text = self.tr("This name stands here already. It may stand here twice.")
        self.query_one("#hint", Static).update(f"{self.services.glyphs.hint} {text}" if text else "")

    # -- keeping -----------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        """Saves what waits, one version a name, in the order typed; typing goes on meanwhile."""
        self._show_named()
        self.in_background(self._save_quietly(), group="put")

    async def _save_quietly(self) -> None:
        await self._save_all()

    async def _save_all(self) -> bool:
        """Whether the disk has every name; what failed before is tried once more."""
        async with self._saving:
            while waiting := next((each for each in self._named if not each.kept), None):
                if not await self.put(waiting.contact, self.LABEL):
                    return False
                waiting.kept = True
                self.looking.contact = waiting.contact.id
                self._show_named()
        return await self._keep_draft()

    async def ready_to_leave(self) -> bool:
        """Every name on disk, and what stands in the field in a draft."""
        return await self._save_all()

    def _keep_draft_if_changed(self) -> None:
        if self._changed:
            self.in_background(self._keep_draft_quietly(), group="draft")

    async def _keep_draft_quietly(self) -> None:
        await self._keep_draft()

    async def _keep_draft(self) -> bool:
        session = self._open
        if session is None or not self._changed:
            return True
        self._changed, text = False, self.query_one(NameField).value
        try:
            if text.strip():
                await self.services.background(lambda: session.keep_draft(DRAFT, text))
                await remember(self.services, session, DRAFT)
            else:
                await self.services.background(lambda: session.drop_draft(DRAFT))
                await forget(self.services)
        except ResokitError as error:
            self._changed = True
            self.say_trouble(self.tr(error.message))
            return False
        return True

    # -- going on ----------------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Takes what stands in the field too, and goes back once everything is on disk."""
        field = self.query_one(NameField)
        if field.value.strip():
            if not self._take(field.value):
                return
            field.value = ""
        self.in_background(self._leave(), group="go", exclusive=True)

    async def _leave(self) -> None:
        if await self.ready_to_leave():
            self.dismiss(None)

    async def _go_on(self) -> None:
        if not await self.ready_to_leave():
            return
        if not self.contacts:
            self.dismiss(None)
            return
        from resokit_tui.ui.screens.network_attributes import AttributesScreen

        self.looking.contact = next((each.contact.id for each in self._named), self.looking.contact)
        if any(isinstance(screen, AttributesScreen) for screen in self.app.screen_stack):
            self.dismiss(None)
        else:
            self.app.switch_screen(AttributesScreen(self.services, self.looking))

    def action_correct(self) -> None:
        """Opens the contact that was noted last."""
        if kept := [each for each in self._named if each.kept]:
            self._edit(kept[-1].contact.id)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens a contact that was noted."""
        self._edit(event.option.id or "")

    def _edit(self, id: str) -> None:
        if (contact := self.contact(id)) is not None:
            self.in_background(self._open_contact(contact), group="go", exclusive=True)

    async def _open_contact(self, contact: Contact) -> None:
        from resokit_tui.ui.screens.network_contact import open_contact

        await open_contact(self, contact)
