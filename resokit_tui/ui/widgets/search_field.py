"""The one box to search in."""

from __future__ import annotations

from textual.widgets import Input

from resokit_tui.ui.commands import bindings


class SearchField(Input):
    """What is sought; arrows and Enter go to the list of hits below."""

    BINDINGS = bindings("search")

    def __init__(self, value: str, placeholder: str, *, id: str) -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False, id=id)
