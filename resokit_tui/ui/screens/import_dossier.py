"""A dossier from another vault: which file, what is in it, what is wrong with it, and only then in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from resokit_tui.core.errors import CannotError, ResokitError
from resokit_tui.core.files import reason_of
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import OpenDossier
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.press import Press, Pressed

if TYPE_CHECKING:
    from resokit_tui.workspace.importing import Preview
    from resokit_tui.workspace.session import DossierSession

_FAULTS_SHOWN = 6


class ImportScreen(BaseScreen):
    """First the file, then what it would bring; nothing changes before a button says so."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "import_dossier.tcss"
    AUTO_FOCUS = "#file"
    BINDINGS = bindings("import")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._preview: Preview | None = None

    def body(self) -> ComposeResult:
        """The file; what is in it; under which alias; the buttons."""
        glyphs = self.services.glyphs
        yield Static(self.tr("Take in a dossier"), id="title", markup=False)
        yield Static(
            self.tr("Choose a file that was made with “resokit export ALIAS --format json”."),
            classes="said",
            markup=False,
        )
        with Horizontal(classes="row"):
            yield Static(self.tr("File"), classes="label", markup=False)
            yield Field(id="file")
        yield Static(id="message", markup=False)
        with Vertical(id="found"):
            yield Static(id="inside", classes="said", markup=False)
            with Horizontal(classes="row"):
                yield Static(self.tr("Alias"), classes="label", markup=False)
                yield Field(id="alias")
            yield Press(glyphs, self.tr("Take it in"), id="take")
            yield Press(glyphs, self.tr("Bring it together with the dossier that is here"), id="merge")

    def fill(self) -> None:
        """Starts with the file."""
        self._show(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the file looks at it; Enter in the alias goes to the button."""
        event.stop()
        if event.input.id == "file":
            self.in_background(self._look(event.value.strip()), group="look", exclusive=True)
        else:
            self.query_one("#take").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another file is not looked at yet."""
        if event.input.id == "file" and self._preview is not None:
            self._show(None)

    def on_pressed(self, event: Pressed) -> None:
        """Takes it in, or brings it together."""
        if self._preview is not None:
            self.in_background(self._bring(self._preview, merge=event.button == "merge"), group="take", exclusive=True)

    def action_back(self) -> None:
        """Back; nothing was changed."""
        self.dismiss(None)

    async def _look(self, typed: str) -> None:
        workspace = self.services.workspace
        if workspace is None or not typed:
            return
        from resokit_tui.workspace.importing import look_at

        try:
            preview = await self.services.background(lambda: look_at(workspace, _read(typed)))
        except ResokitError as error:
            self._show(None)
            self._say(self.tr(error.message))
            return
        self._show(preview)

    async def _bring(self, preview: Preview, *, merge: bool) -> None:
        workspace = self.services.workspace
        if workspace is None:
            return
        from resokit_tui.workspace.importing import bring_together, take_in

        alias = self.query_one("#alias", Field).value

        def bring() -> DossierSession:
            return bring_together(workspace, preview) if merge else take_in(workspace, preview, alias)

        try:
            session = await self.services.background(bring)
        except ResokitError as error:
            self._say(self.tr(error.message))
            return
        self.notice("{alias} is here now.", alias=session.alias)
        self.dismiss(None)
        self.app.post_message(OpenDossier(session.id))

    def _show(self, preview: Preview | None) -> None:
        self._preview = preview
        self.query_one("#found").display = preview is not None
        self._say("")
        if preview is None:
            return
        self.query_one("#inside", Static).update("\n".join(self._rows(preview)))
        self.query_one("#alias", Field).value = preview.alias
        self.query_one("#merge").display = preview.is_known
        self.query_one("#alias" if preview.is_known or preview.alias_taken else "#take").focus()

    def _rows(self, preview: Preview) -> list[str]:
        """What is in it, and what is wrong with it; of a fault only the place."""
        records = sum(number for _, number in preview.counts)
        found = Message.counted("{n} record of {alias}.", "{n} records of {alias}.", records, alias=preview.alias)
        rows = [self.tr(found)]
        if preview.is_known:
            rows.append(self.tr("This dossier is here already. Bring it together, or give the copy another alias."))
        elif preview.alias_taken:
            rows.append(self.tr("Another dossier here has this alias. Give this one another."))
        if preview.newer:
            rows.append(self.tr("A newer Resokit wrote this file. What this one does not know is left out."))
        if preview.cut_short:
            rows.append(self.tr("The end of this file is missing. What was whole is read."))
        if preview.faults:
            places = ", ".join(fault.place for fault in preview.faults[:_FAULTS_SHOWN])
            more = " …" if len(preview.faults) > _FAULTS_SHOWN else ""
            rows.append(self.tr("Not as it should be, so left out: {places}", places=places + more))
        return rows

    def _say(self, text: str) -> None:
        self.query_one("#message", Static).update(f"{self.services.glyphs.late} {text}" if text else "")


def _read(typed: str) -> bytes:
    path = Path(typed).expanduser()
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotError(
            Message("{path} could not be read ({reason}).", path=str(path), reason=reason_of(error))
        ) from None
