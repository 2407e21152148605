"""What a page is called on a plate: `Skill 5`, `Step 7`, `Situation`."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.method.method import Method
from resokit_tui.method.page import Page, PageKind

_OFF_THE_MAP = {
    PageKind.SITUATION: Message("Situation"),
    PageKind.THEORY: Message("Good to know"),
    PageKind.TOOL: Message("Tool"),
}


def kind_name(page: Page, method: Method, catalog: Catalog) -> str:
    """Kind of a page, with its place on its line when it lies on the map."""
    if page.kind in _OFF_THE_MAP:
        return catalog.render(_OFF_THE_MAP[page.kind])
    number = method.number(page.id)
    if page.kind is PageKind.CONDITION:
        return catalog("Basic condition {n}", n=number)
    return catalog("Skill {n}", n=number) if page.kind is PageKind.SKILL else catalog("Step {n}", n=number)
