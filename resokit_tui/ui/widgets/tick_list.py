"""A list in which rows are ticked; the tick is a sign, so that it never depends on colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.widgets.option_list import Option

from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.pointer_list import PointerList, heading


class TickList(PointerList):
    """Enter or Space ticks the row under the cursor, or takes the tick away."""

    BINDINGS = bindings("ticks")

    @dataclass
    class Changed(Message):
        """Something was ticked, or not after all."""

        ticked: tuple[str, ...]

    def __init__(
        self, glyphs: Glyphs, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], *, id: str | None = None
    ) -> None:
        """`groups`: a heading with the id and the words of each row below it."""
        super().__init__(glyphs, keep=True, id=id)
        self._groups = groups
        self.ticked: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Draws the rows."""
        self.tick(self.ticked)

    def tick(self, ids: Sequence[str]) -> None:
        """Ticks these, and tells nobody."""
        known = [id for _, rows in self._groups for id, _ in rows]
        self.ticked = tuple(id for id in known if id in ids)
        options: list[Option | None] = []
        for name, rows in self._groups:
            options += [heading("")] if options else []
            options.append(heading(name))
            options += [Option(f"{self._sign(id)} {words}", id=id) for id, words in rows]
        self.show(options)

    def _sign(self, id: str) -> str:
        return self.glyphs.mark(2 if id in self.ticked else 0)

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """The tick of this row goes on or off."""
        event.stop()
        chosen = event.option.id or ""
        rest = [id for id in self.ticked if id != chosen]
        self.tick(rest if chosen in self.ticked else [*rest, chosen])
        self.post_message(self.Changed(self.ticked))
