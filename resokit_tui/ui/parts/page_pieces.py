"""The small texts around a page: its plate, what is special about it, where to go on, where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from resokit_tui.core.i18n import Message
from resokit_tui.core.text import occurrences
from resokit_tui.export.page_text import LANGUAGE_NAMES
from resokit_tui.method.page import PROVENANCE_NAMES, Onward, Page, Part
from resokit_tui.ui.commands import command
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.kinds import kind_name
from resokit_tui.ui.line_colours import band_token
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import heading

NEIGHBOURHOOD_PAGE = "tool.neighbourhoodmap"
OWN_PAGE = Message("This is a page of your organisation, not one of ours.")


def page_title(page: Page, services: Services) -> Content:
    """The plate in the colour of the page's line, and its whole name."""
    place = kind_name(page, services.method, services.catalog).upper()
    plate = f"bold $band-ink on ${band_token(page.kind)}"
    return Content.assemble((f" {place} ", plate), "  ", (page.title, "bold"))


def page_notices(page: Page, services: Services) -> str:
    """What must be known before reading: another language, not ours, or a screen of its own. Often nothing."""
    catalog = services.catalog
    said = []
    if page.own:
        said.append(catalog.render(OWN_PAGE))
    if page.language != catalog.language:
        language = LANGUAGE_NAMES.get(page.language, Message(page.language))
        said.append(catalog("This page exists only in this language so far: {language}.", language=language))
    if page.id == NEIGHBOURHOOD_PAGE and services.workspace is not None:
        key = key_name(command("app.places").shown_keys[0], catalog, services.glyphs)
        said.append(catalog("Your own map of the neighbourhood: key {key}.", key=key))
    return "\n".join(said)


def onward_rows(onward: Sequence[Onward], services: Services, sought: str = "") -> list[Option | None]:
    """Pages to go on to, each with its reason; places of `sought` are marked."""
    rows: list[Option | None] = []
    for each in onward:
        page = services.method.pages.get(each.page)
        if page is None:
            continue
        kind = kind_name(page, services.method, services.catalog).lower()
        text = Content.assemble((page.title, "bold"), (f"  {kind}", "$ink-soft"), "\n", (each.reason, "$ink-soft"))
        for start, end in occurrences(text.plain, sought):
            text = text.stylize("$hit-ink on $hit", start, end)
        rows += [heading(""), Option(text, id=page.id)] if rows else [Option(text, id=page.id)]
    return rows


def origin_row(page: Page, shown: Sequence[Part], services: Services, *, questions: bool) -> Content:
    """The origin of what is shown now, in one row."""
    catalog = services.catalog
    told = [(catalog("name"), {page.name_provenance: None})]
    if questions:
        told.append((catalog("questions"), {page.question_provenance: None}))
    elif shown:
        told.append((catalog("text"), dict.fromkeys(part.provenance for part in shown)))
    pieces = [
        f"{what}: " + ", ".join(catalog.render(PROVENANCE_NAMES[one]) for one in origins) for what, origins in told
    ]
    return Content.assemble((catalog("Origin"), "$ink-soft"), "  ", "  ·  ".join(pieces))
