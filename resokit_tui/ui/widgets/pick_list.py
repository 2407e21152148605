"""A list of answers, one of which is taken."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.widgets.pointer_list import PointerList


class PickList(PointerList):
    """A list in which Enter does not open a page but answers a question."""

    BINDINGS = bindings("pick")

    def ask(self, answers: list[Option], at: int) -> None:
        """Shows other answers, with the cursor on one of them."""
        self.show([*answers])
        self.highlighted = at if answers else None


def answer(text: str, note: str, id: str) -> Option:
    """An answer with its note on a row of its own."""
    return Option(Content.assemble((text, "bold"), *(("\n", (note, "$ink-soft")) if note else ())), id=id)
