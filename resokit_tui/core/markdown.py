"""The one Markdown dialect of the house, for pages, notes and paper."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@lru_cache(1)
def parser() -> MarkdownIt:
    """CommonMark with tables and strike-through; raw HTML is plain text, and nothing is ever fetched.

    What is nested deeper than `maxNesting` is lost without a word, so it is set far beyond what a person types.
    """
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable(["table", "strikethrough"])
