"""Help: every key that works here, made from the list of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.commands import TITLES, Command, command, of_scope
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import wrap
from resokit_tui.ui.widgets.sheet import Sheet

_KEYS, _TEXT = 18, 38


class HelpDialog(BaseDialog[None]):
    """The keys of where you are first, then those that work everywhere, then text fields."""

    CSS_PATH: ClassVar[str] = "dialog.tcss"

    def __init__(self, services: Services, scopes: Sequence[str]) -> None:
        super().__init__(services)
        self.scopes = [*scopes, *(scope for scope in ("app", "text") if scope not in scopes)]

    def body(self) -> ComposeResult:
        """A text to scroll."""
        with Vertical(classes="sheet"):
            yield Static(self.tr("Keys"), classes="sheet-title", markup=False)
            with Sheet(id="help-text"):
                yield Static(Content("\n\n").join(self._group(scope) for scope in self.scopes), classes="sheet-text")

    def on_key(self, event: Key) -> None:
        """The key that opened it closes it too: a window in front hears no keys of the app."""
        if event.key in command("app.help").keys.split(","):
            event.stop()
            self.action_close()

    def _group(self, scope: str) -> Content:
        rows = [Content.styled(self.tr(TITLES[scope]), "bold $primary")]
        rows += [self._row(each) for each in of_scope(scope) if each.keys]
        return Content("\n").join(rows)

    def _row(self, each: Command) -> Content:
        catalog, glyphs = self.services.catalog, self.services.glyphs
        keys = "  ".join(key_name(key, catalog, glyphs) for key in each.shown_keys)
        first, *more = wrap(self.tr(each.help), _TEXT)
        gap = " " * max(1, _KEYS - cell_len(keys))
        text = first + "".join(f"\n{' ' * _KEYS}{row}" for row in more)
        return Content.assemble((keys, "bold"), gap, text)
