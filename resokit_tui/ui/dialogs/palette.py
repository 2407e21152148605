"""All commands by name.

Our own and not Textual's, which cannot be translated whole and offers to write the screen to disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.commands import Command, bindings
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList

_ROOM = 48


class PaletteInput(Input):
    """What to look for; arrows and Enter go to the list below."""

    BINDINGS = bindings("palette")


class PaletteDialog(BaseDialog[str]):
    """Type a few letters, in any spelling of accents; gives the id of the command that was chosen."""

    CSS_PATH: ClassVar[str] = "dialog.tcss"

    def __init__(self, services: Services, offers: Sequence[Command]) -> None:
        super().__init__(services)
        self.offers = offers

    def body(self) -> ComposeResult:
        """A box and a list."""
        with Vertical(classes="sheet"):
            yield PaletteInput(placeholder=self.tr("What do you want to do?"), select_on_focus=False)
            yield PointerList(self.services.glyphs, id="hits", keep=True)

    def on_mount(self) -> None:
        """Everything there is, until something is typed."""
        self.query_one("#hits").can_focus = False
        self.query_one(PaletteInput).focus()
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches at each key."""
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        rows: list[Option | None] = [self._row(each) for each in matching(self.offers, wanted, self.tr)]
        self.query_one(PointerList).show(rows or [Option(self.tr("Nothing with these letters."), disabled=True)])

    def _row(self, each: Command) -> Option:
        keys = [key_name(key, self.services.catalog, self.services.glyphs) for key in each.shown_keys[:1]]
        text = shorten(self.tr(each.help), _ROOM)
        return Option(Content.assemble(pad(text, _ROOM + 1), ("".join(keys), "$ink-soft")), id=each.id)

    def action_step(self, step: int) -> None:
        """Moves the choice while the box keeps the keyboard."""
        hits = self.query_one(PointerList)
        if step > 0:
            hits.action_cursor_down()
        else:
            hits.action_cursor_up()

    def action_run(self) -> None:
        """Gives the choice."""
        chosen = self.query_one(PointerList).chosen
        if chosen:
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """A click is a choice too."""
        self.dismiss(event.option.id)


def matching(offers: Sequence[Command], wanted: str, words: Callable[[Message], str]) -> list[Command]:
    """The commands whose name or sentence holds every word that was typed, wherever in a word; those by name first."""
    parts = fold(wanted).split()
    named, told = [], []
    for each in offers:
        name = fold(words(each.label))
        if all(part in name for part in parts):
            named.append(each)
        elif all(part in f"{name} {fold(words(each.help))}" for part in parts):
            told.append(each)
    return [*named, *told]
