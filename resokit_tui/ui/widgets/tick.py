"""A yes-or-no box whose state is a sign."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """`[x]` or `[ ]`: Textual's own draws an X in both states and tells them apart by colour alone."""

    DEFAULT_CSS = """
    Tick { background: transparent; border: none; padding: 0; }
    Tick:focus { border: none; background-tint: transparent 0%; }
    Tick:focus > .toggle--label { color: $cursor-ink; background: $cursor; text-style: bold; }
    """

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")
