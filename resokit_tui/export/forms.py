"""Places on paper where a hand writes, and what a hand copies from."""

from __future__ import annotations

from resokit_tui.export.neutral import Neutral


class WritingLines(Neutral, frozen=True):
    """Ruled lines to write on, under a label that may be empty."""

    label: str
    count: int = 3


class Signature(Neutral, frozen=True):
    """Who signs, and what stands under the line."""

    name: str
    caption: str


class Signatures(Neutral, frozen=True):
    """Boxes to sign in, side by side where there is room."""

    boxes: tuple[Signature, ...]


class CodeGroups(Neutral, frozen=True):
    """A code in groups, numbered from 1, large enough to copy by hand."""

    groups: tuple[str, ...]
