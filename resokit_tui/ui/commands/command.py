"""A command: one thing the user can do, as data."""

from __future__ import annotations

import msgspec
from textual.binding import Binding

from resokit_tui.core.i18n import Message


class Command(msgspec.Struct, frozen=True):
    """One thing the user can do. Everything that shows or takes keys is made from this."""

    id: str
    """`scope.word`. The scope says where the key works: `app`, a screen, or a widget that must have the keyboard."""
    keys: str
    """Textual's key names, the one to show first, separated by commas; empty: only in the palette."""
    action: str
    """What Textual runs on the node that carries the scope's bindings."""
    label: Message
    """One or two words, lower case, for the footer."""
    help: Message
    """One sentence for help and palette."""
    footer: bool = False
    palette: bool = True
    """Whether the palette offers it; moving about is not worth a line there."""
    priority: bool = False
    """Works whatever has the keyboard, dialogs and text fields included."""
    display: str = ""
    """Keys to show instead, when two commands share one place in the footer: `left,right`."""
    bound: bool = True
    """`False`: Textual's own text field already does it; it is listed to be found in help."""

    @property
    def scope(self) -> str:
        """Where the key works."""
        return self.id.rpartition(".")[0]

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Every key, the one to show first."""
        return tuple(self.keys.split(",")) if self.keys else ()

    def binding(self) -> Binding:
        """For Textual; the description is the source text, and is put into words when it is shown."""
        return Binding(self.keys, self.action, self.label.msgid, show=self.footer, priority=self.priority, id=self.id)
