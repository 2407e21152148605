"""Where a page comes from: each piece with its origin, and the publications."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.method.page import PROVENANCE_NAMES, Page, Provenance
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.parts.page_pieces import OWN_PAGE
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.sheet import Sheet


class SourcesDialog(BaseDialog[None]):
    """Our words never pass for somebody else's: this says whose they are."""

    CSS_PATH: ClassVar[str] = "dialog.tcss"

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services)
        self.page = page

    def body(self) -> ComposeResult:
        """Pieces, then publications."""
        pieces = [Content.styled(self.tr(OWN_PAGE), "bold $here")] if self.page.own else []
        pieces += [self._row(self.tr("Name"), self.page.name_provenance)]
        pieces += [self._row(part.title, part.provenance) for part in self.page.parts]
        if self.page.questions:
            pieces.append(self._row(self.tr("Questions"), self.page.question_provenance))
        sources = [Content.assemble((f"{source.id}  ", "bold"), source.reference) for source in self.page.sources]
        with Vertical(classes="sheet"):
            yield Static(self.tr("Where this page comes from"), classes="sheet-title", markup=False)
            with Sheet(id="sources"):
                yield Static(Content("\n").join(pieces), classes="sheet-text", markup=False)
                if sources:
                    yield Static(self.tr("Sources"), classes="sheet-title", markup=False)
                    yield Static(Content("\n\n").join(sources), classes="sheet-text", markup=False)

    def _row(self, piece: str, provenance: Provenance) -> Content:
        return Content.assemble((piece, "bold"), ("  ", ""), self.tr(PROVENANCE_NAMES[provenance]))
