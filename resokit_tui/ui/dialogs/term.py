"""A word of the trade: in three languages, what it means, and where to read more."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import LANGUAGES, Message
from resokit_tui.export.page_text import LANGUAGE_NAMES
from resokit_tui.method.glossary import Glossary, Term
from resokit_tui.method.page import PROVENANCE_NAMES
from resokit_tui.ui.base import BaseDialog
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList

_DUTCH = "nl"


class TermDialog(BaseDialog[str]):
    """Gives the id of the page to read on, or nothing. Terms in the explanation open in the same window."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "term.tcss"]

    def __init__(self, services: Services, term: Term, open_page: str = "") -> None:
        """`open_page` is the page that is being read: it is not offered again."""
        super().__init__(services)
        self.term = term
        self.open_page = open_page

    def body(self) -> ComposeResult:
        """The word, what goes with it, its origin."""
        with Vertical(classes="sheet"):
            yield Static(id="term", classes="sheet-text", markup=False)
            yield Static(self.tr("See also"), id="see", markup=False)
            yield PointerList(self.services.glyphs, id="onward")
            yield Static(id="term-origin", markup=False)

    def on_mount(self) -> None:
        """Shows the term that was asked for."""
        self._show(self.term)

    def _show(self, term: Term) -> None:
        self.term = term
        self.query_one("#term", Static).update(term_text(term, self.services))
        rows = self._onward()
        onward = self.query_one("#onward", PointerList)
        onward.show(list(rows))
        onward.styles.height = len(rows)
        onward.display = self.query_one("#see").display = bool(rows)
        if rows:
            onward.highlighted = 0
            onward.focus()
        self.query_one("#term-origin", Static).update(self.tr(term_origin(term)))

    def _onward(self) -> list[Option]:
        rows: list[Option] = []
        method, catalog = self.services.method, self.services.catalog
        page = method.pages.get(self.term.page)
        if page is not None and page.id != self.open_page:
            kind = kind_name(page, method, catalog).lower()
            rows.append(Option(Content.assemble(page.title, (f"  {kind}", "$ink-soft")), id=f"page {page.id}"))
        for term in related(self.term, self.services.glossary):
            rows.append(Option(Content(term.name(catalog.language)), id=f"term {term.id}"))
        return rows

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Reads on: a page closes this window, a term is shown in it."""
        kind, _, id = (event.option.id or "").partition(" ")
        if kind == "page":
            self.dismiss(id)
        else:
            self._show(self.services.glossary.terms[id])


def term_text(term: Term, services: Services) -> Content:
    """The word in the reader's language, the other two, and what it means."""
    language = services.catalog.language
    others = [other for other in LANGUAGES if other != language]
    names = [Content.assemble((f"{other}  ", "$ink-soft"), term.name(other)) for other in others]
    pieces = [
        Content.styled(term.name(language), "bold $primary"),
        *names,
        Content(""),
        Content(explained(term, services)),
    ]
    return Content("\n").join(pieces)


def explained(term: Term, services: Services) -> str:
    """What it means; in Dutch, and saying so, when nobody wrote it in the reader's language yet."""
    catalog = services.catalog
    text = term.explanation(catalog.language)
    if catalog.language in term.explain:
        return text
    return f"{text} ({catalog.render(LANGUAGE_NAMES[_DUTCH])})"


def term_origin(term: Term) -> Message:
    """Where the word comes from; the explanation is always ours."""
    return Message(
        "Origin of the word: {provenance}. The explanation is ours.", provenance=PROVENANCE_NAMES[term.provenance]
    )


def related(term: Term, glossary: Glossary) -> list[Term]:
    """The terms that stand in its explanation."""
    found = {other.id: other for _, _, other in glossary.find(term.explain[_DUTCH])}
    return [other for other in found.values() if other.id != term.id]
