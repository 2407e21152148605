"""The last row: what the keys do now."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.screen import Screen

from resokit_tui.core.i18n import Catalog
from resokit_tui.ui.commands import command
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.keys import keys_name
from resokit_tui.ui.themes import Token
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.drawn import Drawn


class Hint(NamedTuple):
    """One key with what it does."""

    command: str
    key: str
    name: str
    label: str

    @property
    def width(self) -> int:
        """Cells it takes, with the two that part it from the next."""
        return cell_len(self.name) + cell_len(self.label) + 3


class KeyLine(Drawn):
    """Enter first, then what the screen itself can do, then what works everywhere. Made from the active bindings.

    Textual's own footer hides the keys of a focused list and cannot leave out what does not fit.
    """

    GROUND: ClassVar[Token] = "foot"
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $foot; }
    """

    def __init__(self, catalog: Catalog, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.catalog = catalog
        self.hints: list[Hint] = []

    def on_mount(self) -> None:
        """Follows the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._bindings_changed(self.screen)

    def _bindings_changed(self, _: Screen[object]) -> None:
        self.hints = self._collect()
        self.redraw()

    def _collect(self) -> list[Hint]:
        found: dict[str, Hint] = {}
        active = self.screen.active_bindings
        for key, entry in active.items():
            binding = entry.binding
            if binding.id is None or not binding.show or binding.id in found or not entry.enabled:
                continue
            known = command(binding.id)
            names = tuple(known.display.split(",")) if known.display else (key,)
            found[binding.id] = Hint(binding.id, key, keys_name(names, self.catalog, self.glyphs), binding.description)
        return sorted(found.values(), key=lambda hint: hint.key != "enter")

    def draw(self, canvas: Canvas) -> None:
        """As many hints as fit; help always stays."""
        x = 2
        for hint in fitting(self.hints, canvas.width - 4):
            x = canvas.put(x, 0, hint.name, "foot-key", bold=True, tag=hint.key)
            x = canvas.put(x + 1, 0, hint.label, "foot-ink", tag=hint.key) + 2

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        if key := self.hit(event.x, event.y):
            self.app.simulate_key(key)


def fitting(hints: list[Hint], room: int) -> list[Hint]:
    """The hints that fit in so many cells: the last ones go first, but never the first one or help."""
    kept = list(hints)
    while sum(hint.width for hint in kept) - 2 > room:
        droppable = [hint for hint in kept[1:] if hint.command != "app.help"]
        if not droppable:
            break
        kept.remove(droppable[-1])
    return kept
