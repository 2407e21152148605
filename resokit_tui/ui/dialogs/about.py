"""Over Resokit: whose the method is, whose the words, and whose the program."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui import __version__
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import PROVENANCE_NAMES, Provenance
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.widgets.sheet import Sheet

WHOSE = {
    Provenance.RESOKIT: Message("names and facts of the method itself, told in our words"),
    Provenance.SRV: Message("role theory of Wolfensberger, Osburn, Thomas and others, told in our words"),
    Provenance.FLANDERS: Message("from social work in Flanders, Belgium and the Netherlands"),
    Provenance.DERIVED: Message("our own: most explanations, all questions and examples"),
    Provenance.BACKGROUND: Message("generally known; not checked by us"),
}


class AboutDialog(BaseDialog[None]):
    """Our words never pass for somebody else's; this says it for the whole program."""

    CSS_PATH: ClassVar[str] = "dialog.tcss"

    def body(self) -> ComposeResult:
        """A text to scroll."""
        with Vertical(classes="sheet"):
            title = self.tr("Resokit, the wayfinder. Version {version}", version=__version__)
            yield Static(title, classes="sheet-title", markup=False)
            with Sheet(id="about"):
                yield Static(Content("\n\n").join(self._parts()), classes="sheet-text", markup=False)

    def on_mount(self) -> None:
        """The text has the keyboard."""
        self.query_one("#about").focus()

    def _parts(self) -> list[Content]:
        method = self.services.method
        own = sum(page.own for page in method.pages.values())
        parts = [
            self._part(self.tr("The method"), method.reference.reference),
            self._part("", self.tr("This program was not made or approved by Odisee.")),
            Content("\n").join(
                [
                    Content.styled(self.tr("Who wrote which text"), "bold $primary"),
                    Content(self.tr("Every part of a page says where it comes from (key h on a page):")),
                    *(self._origin(origin) for origin in Provenance),
                ]
            ),
        ]
        if own:
            said = Message.counted(
                "{n} page comes from your organisation.", "{n} pages come from your organisation.", own
            )
            parts.append(Content(self.tr(said)))
        fonts = self.tr(
            "The role plan is set in Noto (SIL Open Font License 1.1) and DejaVu (Bitstream Vera licence). "
            "The licences are beside the fonts."
        )
        return [*parts, self._part(self.tr("Licences"), fonts)]

    def _part(self, heading: str, text: str) -> Content:
        return Content.assemble((heading, "bold $primary"), "\n", text) if heading else Content(text)

    def _origin(self, origin: Provenance) -> Content:
        return Content.assemble((self.tr(PROVENANCE_NAMES[origin]), "bold"), f": {self.tr(WHOSE[origin])}")
