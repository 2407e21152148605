"""Puts the empty sheet of a tool on paper, from the page that tells about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Page
from resokit_tui.ui.dialogs.message import MessageDialog

if TYPE_CHECKING:
    from resokit_tui.ui.base import BaseScreen


async def print_worksheet(screen: BaseScreen, page: Page) -> None:
    """Makes the sheet in the app's own folder, and says where it is. Raises `CannotError` when that cannot be."""
    from resokit_tui.workspace.sheets import write_worksheet

    services = screen.services
    catalog, now = services.catalog, services.clock()
    path = await services.background(lambda: write_worksheet(page, catalog, now, services.exports))
    told = Message("It is here: {path}", path=str(path))
    await screen.app.push_screen(MessageDialog(services, told, Message("The worksheet is made")))
