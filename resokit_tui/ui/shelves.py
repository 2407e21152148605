"""What was written in a dossier, kind by kind: which screen shows which shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resokit_tui.ui.stages import link_screen, stage_screen

if TYPE_CHECKING:
    from resokit_tui.ui.base import BaseScreen
    from resokit_tui.ui.services import Services
    from resokit_tui.workspace.session import DossierSession


def shelf_screen(services: Services, session: DossierSession, shelf: str, record: str = "") -> BaseScreen | None:
    """The screen of a shelf, by the name of its table, with the cursor on a record; `None` when it has none."""
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
        case "contacts":
            return stage_screen("stage.network", services, session)
        case "consents":
            return link_screen("consents", services, session, "stage.start")
        case "reviews":
            return stage_screen("stage.review", services, session)
        case "reflections":
            from resokit_tui.ui.screens.reflections import ReflectionsScreen

            return ReflectionsScreen(services, session)
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
