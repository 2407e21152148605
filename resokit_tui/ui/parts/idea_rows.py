"""Role ideas as rows of a list: what each is called, what is said of it, and where it came from."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Message
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten

CHOICE_WORDS = {
    IdeaChoice.CHOSEN: Message("yes"),
    IdeaChoice.OPEN: Message("not said yet"),
    IdeaChoice.LATER: Message("not yet"),
    IdeaChoice.REJECTED: Message("no"),
}
_INDENT = 2


def idea_row(idea: RoleIdea, services: Services, room: int, *, is_role: bool) -> Content:
    """Sign, name and part of life; below it what is said of it, why, where, and what it came from.

    `room` is in cells; `is_role` when this is the idea that is worked out.
    """
    glyphs, tr = services.glyphs, services.catalog.render
    signs = {
        IdeaChoice.CHOSEN: glyphs.done,
        IdeaChoice.OPEN: glyphs.todo,
        IdeaChoice.LATER: glyphs.busy,
        IdeaChoice.REJECTED: glyphs.dropped,
    }
    domain = tr(DOMAIN_NAMES[idea.domain]) if idea.domain else ""
    gap = room - _INDENT - cell_len(domain)
    said = tr(Message("yes, worked out as the role")) if is_role else tr(CHOICE_WORDS[idea.choice])
    reason = "" if idea.choice is IdeaChoice.CHOSEN else idea.reason
    parts = [" ".join(part.split()) for part in (reason, idea.place, idea.interest)]
    about = f"  {glyphs.leader}  ".join(part for part in parts if part)
    after = tr(Message("{said}: {about}", said=said, about=about)).removeprefix(said)
    return Content.assemble(
        (f"{signs[idea.choice]} ", "bold"),
        (pad(shorten(idea.name, gap - 1), gap), "$ink-soft" if idea.choice is IdeaChoice.REJECTED else "bold"),
        (domain, "$ink-soft"),
        "\n  ",
        (said, "bold" if idea.choice is not IdeaChoice.OPEN else "$ink-soft"),
        (shorten(after, room - _INDENT - cell_len(said)) if about else "", "$ink-soft"),
    )
