"""A new dossier: an alias is all it takes."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from resokit_tui.casework.alias import alias_hint
from resokit_tui.core.errors import ResokitError
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field


class NewDossierDialog(BaseDialog[str]):
    """Asks the alias, makes the dossier, and gives its id. What looks like a name gets a hint, never a refusal."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "case.tcss"]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._busy = False

    def body(self) -> ComposeResult:
        """One field, and a row for what may be said about it."""
        with Vertical(classes="sheet"):
            yield Static(self.tr("New dossier"), classes="sheet-title", markup=False)
            yield Static(
                self.tr("Which alias do you choose? It is the only thing that has to be filled in."),
                classes="sheet-text",
                markup=False,
            )
            yield Field(id="alias")
            yield Static(id="about-alias", classes="row-said", markup=False)

    def on_mount(self) -> None:
        """Straight to the field."""
        self.query_one("#alias").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A quiet hint, in place."""
        hint = alias_hint(event.value)
        self._say(f"{self.services.glyphs.hint} {self.tr(hint)}" if hint else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Makes it."""
        event.stop()
        if not self._busy:
            self.in_background(self._make(event.value), group="make")

    async def _make(self, alias: str) -> None:
        workspace = self.services.workspace
        if workspace is None:
            return
        self._busy = True
        try:
            session = await self.services.background(lambda: workspace.new(alias))
        except ResokitError as error:
            self._say(f"{self.services.glyphs.late} {self.tr(error.message)}", bad=True)
        else:
            self.dismiss(session.id)
        finally:
            self._busy = False

    def _say(self, text: str, *, bad: bool = False) -> None:
        row = self.query_one("#about-alias", Static)
        row.update(text)
        row.set_class(bad, "-bad")
