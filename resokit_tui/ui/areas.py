"""The areas of the app. A screen is imported when it is first shown; only the first one is needed to start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from resokit_tui.core.i18n import Message

if TYPE_CHECKING:
    from resokit_tui.ui.base import BaseScreen
    from resokit_tui.ui.services import Services


def welcome(services: Services) -> BaseScreen:
    """Choose, make or unlock a vault."""
    if services.chosen is None and not services.doors.vaults():
        from resokit_tui.ui.screens.make_vault import MakeVaultScreen

        return MakeVaultScreen(services, first=True)
    from resokit_tui.ui.screens.unlock import UnlockScreen

    return UnlockScreen(services)


def _today(services: Services) -> BaseScreen:
    from resokit_tui.ui.screens.today import TodayScreen

    return TodayScreen(services)


def _wayfinder(services: Services) -> BaseScreen:
    from resokit_tui.ui.screens.wayfinder import WayfinderScreen

    return WayfinderScreen(services)


def _dossier(services: Services) -> BaseScreen:
    from resokit_tui.ui.screens.dossier import DossierScreen

    return DossierScreen(services)


def _glossary(services: Services) -> BaseScreen:
    from resokit_tui.ui.screens.glossary import GlossaryScreen

    return GlossaryScreen(services)


class Area(msgspec.Struct, frozen=True):
    """One of the areas in the top bar."""

    id: str
    digit: str
    label: Message
    open: Callable[[Services], BaseScreen]
    needs_vault: bool = True


AREAS = (
    Area("today", "1", Message("Today"), _today),
    Area("wayfinder", "2", Message("Wayfinder"), _wayfinder, needs_vault=False),
    Area("dossier", "3", Message("Dossier"), _dossier),
    Area("glossary", "4", Message("Glossary"), _glossary, needs_vault=False),
)
