"""Short words for stages and days that several screens use."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.workspace.agenda import DueKind

STAGE_NAMES: dict[str, Message] = {
    "stage.start": Message("Setting out"),
    "stage.self": Message("Who are you?"),
    "stage.roles": Message("Which roles are yours?"),
    "stage.network": Message("Network and places"),
    "stage.ideas": Message("Role ideas"),
    "stage.choice": Message("Choosing and checking"),
    "stage.needs": Message("What is needed?"),
    "stage.plan": Message("Plan"),
    "stage.review": Message("Follow-up"),
}
"""Names of the nine stages, in their order; a stage may have no page to read yet, but always has a name."""


def stage_words(stage: str) -> Message:
    """`step 7, Plan`, from the page id of a stage."""
    return Message("step {number}, {name}", number=list(STAGE_NAMES).index(stage), name=STAGE_NAMES[stage])


def due_words(kind: DueKind, what: str, catalog: Catalog) -> str:
    """What is due: the step in the user's own words, or what such a day is for."""
    match kind:
        case DueKind.REVIEW:
            return catalog("Look at how the role goes")
        case DueKind.CONSENT:
            return catalog("Talk about permission again")
        case DueKind.RETENTION:
            return catalog("See whether this dossier may go")
        case DueKind.ACTION:
            return what
