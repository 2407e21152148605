"""Where one is in a part of a page: which link, row or question has the keyboard."""

from __future__ import annotations

from resokit_tui.ui.parts.page_find import PagePart
from resokit_tui.ui.widgets.page_text import Reading
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.question_block import QuestionBlock


def item_in(part: PagePart) -> int:
    """The number of what has the keyboard; -1 for nothing."""
    if isinstance(part, Reading):
        return part.page_text.chosen
    if isinstance(part, PointerList):
        return -1 if part.highlighted is None else part.highlighted
    blocks = list(part.query(QuestionBlock))
    return next((number for number, block in enumerate(blocks) if block.has_focus_within), -1)


def back_to(part: PagePart, item: int) -> None:
    """Gives it the keyboard again."""
    if isinstance(part, Reading):
        part.choose(item)
    elif isinstance(part, PointerList):
        part.highlighted = max(item, 0)
    elif item >= 0:
        list(part.query(QuestionBlock))[item].focus()
