"""A text field of one row, whose Enter goes on."""

from __future__ import annotations

from textual.widgets import Input

from resokit_tui.ui.commands import bindings


class Field(Input):
    """A field in a form: Enter goes on to what comes next."""

    BINDINGS = bindings("field")

    def __init__(self, *, id: str, password: bool = False, value: str = "") -> None:
        super().__init__(value, id=id, password=password, select_on_focus=False)


class PassphraseField(Input):
    """The field at the door: Enter opens."""

    BINDINGS = bindings("passphrase")

    def __init__(self, *, id: str, password: bool = True) -> None:
        super().__init__(id=id, password=password, select_on_focus=False)
