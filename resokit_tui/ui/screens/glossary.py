"""The words of the trade: a list to look through by typing, and what the chosen one means."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import LANGUAGES, Message
from resokit_tui.core.text import fold
from resokit_tui.method.glossary import Glossary, Term
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.dialogs.term import TermDialog, explained, term_origin
from resokit_tui.ui.messages import OpenPage
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.card import Card
from resokit_tui.ui.widgets.pointer_list import PointerList

_NAME, _OTHER = 30, 21
"""Cells of the name, and of each of the other two, in a row."""


class FilterInput(Input):
    """What to look for; Enter and the arrows go to the list below."""

    BINDINGS = bindings("filter")


class GlossaryScreen(BaseScreen):
    """The list has the keyboard; the first letter typed goes to the row above it, so that digits keep their meaning."""

    AREA: ClassVar[str] = "glossary"
    CSS_PATH: ClassVar[str] = "glossary.tcss"
    AUTO_FOCUS: ClassVar[str] = "#terms"
    BINDINGS = bindings("glossary")

    def body(self) -> ComposeResult:
        """A row to type in, the list, the explanation."""
        with Horizontal(id="filter-row"):
            yield Static(self.tr("Find"), id="filter-label", markup=False)
            yield FilterInput(id="filter", compact=True, select_on_focus=False)
            yield Static(id="filter-count", markup=False)
        with Container(id="columns"):
            yield PointerList(self.services.glyphs, id="terms", keep=True)
            yield Card(id="meaning")

    def fill(self) -> None:
        """The terms that fit what was typed, in the order of the reader's language."""
        language, sought = self.services.catalog.language, self.query_one(FilterInput).value
        found = matching(self.services.glossary, sought, language)
        rows: list[Option | None] = [self._row(term) for term in found]
        terms = self.query_one("#terms", PointerList)
        terms.show(rows or [Option(self.tr("Nothing with these letters."), disabled=True)])
        count = Message.counted("{n} term", "{n} terms", len(found))
        self.query_one("#filter-count", Static).update(self.tr(count) if found else "")
        self._explain(terms.chosen)

    def _row(self, term: Term) -> Option:
        language = self.services.catalog.language
        others = [shorten(term.name(other), _OTHER) for other in LANGUAGES if other != language]
        name = pad(shorten(term.name(language), _NAME - 2), _NAME)
        return Option(
            Content.assemble((name, "bold"), ("  ".join(pad(other, _OTHER) for other in others).rstrip(), "$ink-soft")),
            id=term.id,
        )

    def _explain(self, id: str | None) -> None:
        card = self.query_one("#meaning", Card)
        card.display = id is not None
        if id is None:
            return
        term, language = self.services.glossary.terms[id], self.services.catalog.language
        others = "  ·  ".join(f"{other} {term.name(other)}" for other in LANGUAGES if other != language)
        page = self.services.method.pages.get(term.page)
        pieces = [
            Content.assemble((term.name(language), "bold $primary"), "\n", (others, "$ink-soft")),
            Content(explained(term, self.services)),
            Content.styled(self.tr(term_origin(term)), "$ink-soft"),
        ]
        if page is not None:
            pieces.insert(2, Content.assemble((self.tr("Read on: {title}", title=page.title), "")))
        card.update(Content("\n").join(pieces))

    # -- choosing ----------------------------------------------------------------------------------------------------

    def on_option_list_option_highlighted(self, event: PointerList.OptionHighlighted) -> None:
        """Explains the term under the cursor."""
        self._explain(event.option.id)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Enter or a click opens it."""
        self.action_open()

    def action_open(self) -> None:
        """The page about this term; its own window when it has none."""
        chosen = self.query_one("#terms", PointerList).chosen
        if chosen is None:
            return
        term = self.services.glossary.terms[chosen]
        if term.page in self.services.method.pages:
            self.post_message(OpenPage(term.page))
        else:
            self.app.push_screen(TermDialog(self.services, term), self._read_on)

    def _read_on(self, page: str | None) -> None:
        if page:
            self.post_message(OpenPage(page))

    # -- looking -----------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A letter begins to look, also one that is a command elsewhere: “b” is the first one of a good many words.

        What is typed in the row itself never comes here: a letter that does was on its way before the row had the keys.
        """
        letter = event.character or ""
        if letter.isalpha():
            event.stop()
            row = self.query_one(FilterInput)
            row.focus()
            row.insert_text_at_cursor(letter)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Looks again at each letter; the best one comes first."""
        self.fill()
        terms = self.query_one("#terms", PointerList)
        terms.action_first()
        self._explain(terms.chosen)

    def action_find(self) -> None:
        """To the row to type in."""
        self.query_one(FilterInput).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the row itself a slash is text."""
        return not (action == "find" and any(row.has_focus for row in self.query(FilterInput)))

    def action_clear(self) -> None:
        """All terms again, and the keyboard to the list."""
        self.query_one(FilterInput).value = ""
        self.query_one("#terms").focus()

    def action_step(self, step: int) -> None:
        """Moves the choice while the row keeps the keyboard."""
        terms = self.query_one("#terms", PointerList)
        if step > 0:
            terms.action_cursor_down()
        else:
            terms.action_cursor_up()


def matching(glossary: Glossary, sought: str, language: str) -> list[Term]:
    """Terms with these letters in a name in any language or in another form.

    Those whose name begins so go first, then those that have it in their name.
    """
    wanted = fold(sought.strip())
    found = []
    for term in glossary.sorted(language):
        name, *others = (fold(each) for each in (term.name(language), term.nl, term.fr, term.en, *term.forms))
        if name.startswith(wanted):
            found.append((0, term))
        elif wanted in name:
            found.append((1, term))
        elif any(wanted in other for other in others):
            found.append((2, term))
    return [term for _, term in sorted(found, key=lambda pair: pair[0])]
