"""Mijn buurtkaart: the professional's own places, those that ask to be read again first."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.neighbourhood import REREAD_AFTER, Place
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import sort_key
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList, heading
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.workspace.session import DossierSession

_NAME = 26
_AROUND = 9
"""Cells of a row that are not text."""


class NeighbourhoodScreen(BaseScreen):
    """Places to look up, to keep up to date, and to add to. They serve every client, and stand in nobody's dossier."""

    AREA: ClassVar[str] = "wayfinder"
    CSS_PATH: ClassVar[str] = "neighbourhood.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("places")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._own: DossierSession | None = None

    def body(self) -> ComposeResult:
        """A heading, the list; while it is empty one sentence and one button."""
        with Vertical(id="page"):
            yield Static(self.tr("My neighbourhood"), id="title", markup=False)
            yield Static(
                self.tr(
                    "No places yet. Note who knows everybody there, what happens, and what keeps people out: "
                    "half of the work is the neighbourhood."
                ),
                id="none",
                markup=False,
            )
            yield Press(self.services.glyphs, self.tr("Add a place"), id="new")
            yield PointerList(self.services.glyphs, id="places")

    def fill(self) -> None:
        """Reads the own dossier and shows its places."""
        self.in_background(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        workspace = self.services.workspace
        if workspace is not None:
            self._own = await self.services.background(workspace.own)
            self._show()

    @property
    def undoes_in(self) -> DossierSession | None:
        """The own dossier."""
        return self._own

    @property
    def places(self) -> list[Place]:
        """Every place, by name."""
        return sorted(self._own.dossier.all(Place), key=lambda place: sort_key(place.name)) if self._own else []

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Opens a place to read and change it."""
        self.in_background(self._write(self._chosen()), group="write", exclusive=True)

    def on_pressed(self, event: Pressed) -> None:
        """The button of an empty map."""
        self.action_new()

    def action_new(self) -> None:
        """Another place."""
        self.in_background(self._write(None), group="write", exclusive=True)

    def action_reread(self) -> None:
        """It is still as it stands here."""
        if (place := self._chosen()) is not None:
            self.in_background(self._reread(place), group="write", exclusive=True)

    def action_remove(self) -> None:
        """To the trash, with the way back."""
        if (place := self._chosen()) is not None:
            self.in_background(self._remove(place), group="write", exclusive=True)

    def action_leave(self) -> None:
        """Back to where you came from."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key: nothing to read again on an empty map."""
        if action in ("reread", "remove"):
            return bool(self.places)
        return True

    def _chosen(self) -> Place | None:
        chosen = self.query_one("#places", PointerList).chosen
        return next((place for place in self.places if place.id == chosen), None)

    async def _write(self, place: Place | None) -> None:
        from resokit_tui.ui.screens.place import PlaceScreen, draft_of
        from resokit_tui.ui.screens.writing import read_draft

        if (own := self._own) is not None:
            typed = await self.services.background(lambda: read_draft(own, draft_of(place)))
            await self.app.push_screen(PlaceScreen(self.services, own, typed, place))

    async def _reread(self, place: Place) -> None:
        await self._put(place, Message("place read again"), read=self.services.today)
        self.notice("Noted: “{name}” is up to date.", name=place.name)

    async def _remove(self, place: Place) -> None:
        await self._put(place, Message("place removed"), trashed=self.services.clock())
        self.notice("“{name}” lies in the trash. Undo: u.", name=place.name)

    async def _put(self, place: Place, label: Message, **changes: object) -> None:
        own = self._own
        if own is not None:
            changed = place.replaced(own.now(), **changes)
            await self.services.background(lambda: own.put(changed, label, was=place))
            self._show()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        places, today = self.places, self.services.today
        groups = (
            (
                self.services.glyphs.late + " " + self.tr("TO READ AGAIN"),
                "$here",
                [p for p in places if p.is_due(today)],
            ),
            (self.tr("UP TO DATE"), "$primary", [p for p in places if not p.is_due(today)]),
        )
        rows: list[Option | None] = []
        for title, colour, own in groups:
            if own:
                rows += [heading(""), heading(title, colour)] if rows else [heading(title, colour)]
                rows += [Option(self._row(place), id=place.id) for place in own]
        shown, none, new = self.query_one("#places", PointerList), self.query_one("#none"), self.query_one("#new")
        shown.display, none.display, new.display = bool(places), not places, not places
        shown.show(rows)
        if self.focused is None or not self.focused.display:
            (shown if places else new).focus()
        self.refresh_bindings()

    def _row(self, place: Place) -> Content:
        """Name, where, which part of life, when to read again; below it what happens there and who knows everybody."""
        room = self.app.size.width - _AROUND
        domain = self.tr(DOMAIN_NAMES[place.domain]) if place.domain else ""
        where = ", ".join(part for part in (place.neighbourhood, domain) if part)
        again = (
            self.tr("read again {day}", day=place.read + REREAD_AFTER) if place.read else self.tr("not read again yet")
        )
        gap = room - _NAME - cell_len(again)
        about = "  ·  ".join(part for part in (place.happens, place.key_figure) if part)
        return Content.assemble(
            (pad(shorten(place.name, _NAME - 1), _NAME), "bold"),
            (pad(shorten(where, gap - 1), gap), ""),
            (again, "$ink-soft"),
            "\n",
            (shorten(" ".join(about.split()), room), "$ink-soft"),
        )
