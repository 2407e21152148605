"""What follows an unlocking: one's own choices at once, and the search index piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from resokit_tui.ui.services import Services
from resokit_tui.workspace.preferences import preferences_of


async def take_own_choices(services: Services) -> None:
    """Lets the choices in the own dossier hold. Raises `DamagedError` when it cannot be read."""
    workspace = services.workspace
    if workspace is not None:
        services.take_preferences(await services.background(lambda: preferences_of(workspace.own())))


async def read_for_search(services: Services) -> AsyncIterator[None]:
    """Reads what the search index lacks, with room for a save between two pieces; stops when the vault closes."""
    finding, method, glossary, workspace = (
        services.finding,
        services.method,
        services.glossary,
        services.workspace,
    )
    await asyncio.to_thread(finding.read_method, method, glossary)
    yield
    if workspace is None or services.workspace is not workspace:
        return
    for piece in await services.background(lambda: finding.to_read(workspace)):
        if services.workspace is not workspace:
            return
        await services.background(piece)
        yield
