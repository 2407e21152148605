"""What is being typed on a screen: read from its fields, kept as a draft, and put back with the cursor where it was."""

from __future__ import annotations

from datetime import datetime

import msgspec
from textual.screen import Screen
from textual.widgets import Input, TextArea

from resokit_tui.core.record import new_id
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.ui.widgets.page_link import PageLink
from resokit_tui.ui.widgets.word_choice import WordChoice
from resokit_tui.workspace.session import DossierSession


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a writing screen: kept as a draft, and put back as it was."""

    record: str = msgspec.field(default_factory=new_id)
    """Id of the record it becomes, so that saving twice never makes two."""
    created: datetime
    texts: dict[str, str] = {}
    page: str = ""
    choices: dict[str, str] = {}
    """What was chosen rather than written, by the name of its row."""
    field: str = ""
    """Where the cursor was, and at which row and column."""
    cursor: tuple[int, int] = (0, 0)

    def __repr__(self) -> str:
        return "<Typed>"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not any(text.strip() for text in self.texts.values())


def read_draft(session: DossierSession, name: str) -> Typed | None:
    """The draft of a writing screen, if one was left; blocks. One of another shape is given as plain text."""
    kept = session.draft(name)
    if not kept:
        return None
    try:
        return msgspec.json.decode(kept, type=Typed)
    except msgspec.DecodeError:
        return Typed(created=session.now(), texts={"text": kept})


def put_back(screen: Screen[None], typed: Typed) -> None:
    """Puts texts into the fields that are still empty, without anything being changed by it."""
    for area in screen.query(TextArea):
        text = typed.texts.get(area.id or "", "")
        if not area.text and text:
            with screen.prevent(TextArea.Changed):
                area.load_text(text)
    for line in screen.query(Input):
        text = typed.texts.get(line.id or "", "")
        if not line.value and text:
            with screen.prevent(Input.Changed):
                line.value = text


def take_keyboard(screen: Screen[None], typed: Typed) -> None:
    """To the field where the cursor was, else to the first one that one came to write in."""
    places = [
        widget
        for widget in screen.query("#fields *, #phase *")
        if widget.focusable and not isinstance(widget, PageLink)  # what it hangs on is not what one came to write
    ]
    if not places:
        return
    place = next((each for each in places if each.id == typed.field), places[0])
    place.focus()
    if place.id != typed.field:
        return
    row, column = typed.cursor
    if isinstance(place, TextArea):
        place.move_cursor((row, column))
    elif isinstance(place, Input):
        place.cursor_position = column


def read_fields(screen: Screen[None], typed: Typed) -> Typed:
    """What stands in the fields now, and where the cursor is; as it was when there are no fields yet."""
    areas, lines = list(screen.query(TextArea)), list(screen.query(Input))
    if not areas and not lines:
        return typed
    texts = {area.id or "": area.text for area in areas} | {line.id or "": line.value for line in lines}
    at = screen.focused
    cursor = (0, 0)
    if isinstance(at, TextArea):
        cursor = at.cursor_location
    elif isinstance(at, Input):
        cursor = (0, at.cursor_position)
    field = (at.id if at is not None else None) or typed.field
    return msgspec.structs.replace(typed, texts={**typed.texts, **texts}, field=field, cursor=cursor)


def choices_in(screen: Screen[None]) -> dict[str, str]:
    """What is chosen in rows of options, by the id of the row."""
    rows = [*screen.query(OptionRow), *screen.query(WordChoice)]
    return {row.id or "": row.value for row in rows}
