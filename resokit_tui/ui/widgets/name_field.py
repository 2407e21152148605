"""A field for names, one after the other: Enter gives one and empties it at once."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from textual import events
from textual.message import Message as TextualMessage
from textual.widgets import Input

from resokit_tui.casework.network_words import name_refused
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import clean
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.widgets.in_order import InOrder

MOST_PASTED = 60
"""So many pasted lines are taken as names; more is no list of names but something else."""


class NameField(InOrder, Input):
    """The field for names: Enter gives one and empties the field at once, so that the next one can be typed.

    Several pasted lines are what they would be when typed: a name each.
    """

    BINDINGS = bindings("namefield")

    @dataclass
    class Given(TextualMessage):
        """A name was typed; empty: there are no more."""

        name: str = dataclass_field(repr=False)

    @dataclass
    class Refused(TextualMessage):
        """What stands in the field cannot be a name, and stays there."""

        why: Message

    @dataclass
    class Pasted(TextualMessage):
        """Several lines were pasted where the cursor is."""

        lines: list[str] = dataclass_field(repr=False)

    def __init__(self, value: str) -> None:
        super().__init__(value, id="name", select_on_focus=False)

    async def action_submit(self) -> None:
        """Gives the name, or says why not."""
        name = tidy(self.value)
        if refused := name_refused(name):
            self.post_message(self.Refused(refused))
        else:
            self.value = ""
            self.post_message(self.Given(name))

    def _on_paste(self, event: events.Paste) -> None:
        """Textual keeps the first line only: nothing that is pasted may get lost."""
        lines = event.text.splitlines()
        taken = len([line for line in lines if line.strip()])
        if taken > 1:
            event.prevent_default()
            event.stop()
            if taken <= MOST_PASTED:
                self.post_message(self.Pasted(lines))
            else:
                self.insert_text_at_cursor(" ".join(lines))


def tidy(typed: str) -> str:
    """A name on one row, without characters that do not show."""
    return " ".join(clean(typed).split())
