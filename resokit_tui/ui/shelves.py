"""What was written in a dossier, kind by kind: which screen shows which shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resokit_tui.ui.stages import link_screen, stage_screen

if TYPE_CHECKING:
    from resokit_tui.ui.base import BaseScreen
    from resokit_tui.ui.services import Services
    from resokit_tui.workspace.session import DossierSession

FORMS_OF = {
    "profile": "stage.self",
    "strengths": "stage.self",
    "interests": "stage.self",
    "designs": "stage.choice",
    "plans": "stage.plan",
}
"""Table of records that are filled in on one form → the stage of that form."""


def shelf_screen(services: Services, session: DossierSession, shelf: str, record: str = "") -> BaseScreen | None:
    """The screen of a shelf, by the name of its table, with the cursor on a record; `None` when it has none.

    Blocks where that is a form, because its draft is read.
    """
    if shelf in FORMS_OF:
        return stage_screen(FORMS_OF[shelf], services, session)
    return _at_hand(services, session, shelf, record) or _on_stage(services, session, shelf, record)


def _at_hand(services: Services, session: DossierSession, shelf: str, record: str) -> BaseScreen | None:
    """What belongs to no stage."""
    match shelf:
        case "actions":
            from resokit_tui.ui.screens.steps import StepsScreen

            return StepsScreen(services, session, record)
        case "notes":
            from resokit_tui.ui.screens.notes import NotesScreen

            return NotesScreen(services, session, record)
        case "answers":
            from resokit_tui.ui.screens.answers import AnswersScreen

            return AnswersScreen(services, session, record)
        case "reflections":
            from resokit_tui.ui.screens.reflections import ReflectionsScreen

            return ReflectionsScreen(services, session, record)
        case "quality":
            from resokit_tui.ui.screens.quality import QualityScreen

            return QualityScreen(services, session)
        case "history":
            from resokit_tui.ui.screens.history import HistoryScreen

            return HistoryScreen(services, session)
        case "closing":
            from resokit_tui.ui.screens.closing import ClosingScreen

            return ClosingScreen(services, session)
    return None


def _on_stage(services: Services, session: DossierSession, shelf: str, record: str) -> BaseScreen | None:
    """What is a list on one of the stages."""
    match shelf:
        case "contacts":
            from resokit_tui.ui.screens.network import NetworkScreen
            from resokit_tui.ui.screens.network_base import Looking

            return NetworkScreen(services, Looking(contact=record))
        case "consents":
            from resokit_tui.ui.screens.consents import ConsentsScreen

            return ConsentsScreen(services, session, "stage.start", record)
        case "roles" | "reviews":
            from resokit_tui.ui.forms.lists import REVIEWS, ROLES
            from resokit_tui.ui.screens.rows import RowsScreen

            rows, stage = (ROLES, "stage.roles") if shelf == "roles" else (REVIEWS, "stage.review")
            return RowsScreen(services, session, rows, stage, record)
        case "ideas":
            from resokit_tui.ui.screens.ideas import IdeasScreen

            return IdeasScreen(services, session, record=record)
        case "checks":
            return link_screen("check", services, session, "stage.choice")
        case "needs":
            from resokit_tui.ui.screens.needs import NeedsScreen, draft_of
            from resokit_tui.ui.screens.writing import read_draft

            return NeedsScreen(services, session, read_draft(session, draft_of(record)), record)
    return None
