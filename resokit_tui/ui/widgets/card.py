"""A block on its own ground with a bar at the left, as on the paper plan."""

from __future__ import annotations

from textual.widgets import Static


class Card(Static):
    """Text on surface colour with a bar at the left; `here=True` makes the bar rust, for what cannot wait."""

    DEFAULT_CSS = """
    Card { background: $surface; padding: 0 2; border-left: outer $control; height: auto; }
    Card.-here { border-left: outer $here; }
    """

    def __init__(self, text: str = "", *, here: bool = False, id: str | None = None) -> None:
        super().__init__(text, id=id, markup=False, classes="-here" if here else None)
