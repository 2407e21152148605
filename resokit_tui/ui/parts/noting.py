"""What was noted about a page, and noting more: from the page itself."""

from __future__ import annotations

from resokit_tui.method.page import Page
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.services import Services
from resokit_tui.workspace.session import DossierSession


async def own_session(services: Services) -> DossierSession | None:
    """The professional's own dossier, when a vault is open."""
    workspace = services.workspace
    return await services.background(workspace.own) if workspace is not None else None


async def show_linked(screen: BaseScreen, page: Page) -> None:
    """Opens what was noted about a page in the dossier that is open, and in one's own."""
    from resokit_tui.ui.dialogs.linked import LinkedDialog
    from resokit_tui.workspace.linked import linked_to

    services = screen.services
    if not await screen.ready_to_leave():
        return
    whose = (
        (services.session, screen.tr("in this dossier")),
        (await own_session(services), screen.tr("your own")),
    )
    shelves = [(words, linked_to(session.dossier, page.id)) for session, words in whose if session is not None]
    screen.app.push_screen(LinkedDialog(services, page, shelves))


async def write_about(screen: BaseScreen, page: Page, *, reflecting: bool) -> None:
    """Begins a note or a reflection that hangs on a page, in the dossier that is open, else in one's own."""
    from resokit_tui.ui.screens.note import NoteScreen
    from resokit_tui.ui.screens.reflection import ReflectionScreen
    from resokit_tui.ui.screens.writing import read_draft

    services = screen.services
    session = services.session or await own_session(services)
    if session is None:
        screen.notice("Open your vault first: press 1. What you write is kept there, encrypted.")
    elif await screen.ready_to_leave():
        kind = ReflectionScreen if reflecting else NoteScreen
        typed = await services.background(lambda: read_draft(session, kind.DRAFT))
        await screen.app.push_screen(kind(services, session, typed, page=page.id))
