"""Two moments of a network, on one map or side by side."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Ring
from resokit_tui.core.dates import Clock
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.network_base import Looking
from resokit_tui.ui.screens.network_moments import MomentsScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.network_map import NetworkMap
from tests.networks import contact
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.seen import rows, sentence, settle, text


class Calendar:
    """A clock that is set by hand."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def changed_network(make_services: MakeServices, tmp_path: Path, clock: Clock) -> Services:
    """Linde's network as it grew: June with Guy and Nadia, Salma in October, today Guy nearer and Nadia gone."""
    services, calendar = make_services(), Calendar(clock() - timedelta(days=150))
    services.workspace = vault_on(FullDisk(), tmp_path / "vault", calendar)
    services.session = session = services.workspace.new("Linde")
    guy = contact("Guy", id="a" * 32, ring=Ring.CLOSE, domain=LifeDomain.FAMILY)
    nadia = contact("Nadia", id="b" * 32, paid=True, domain=LifeDomain.SERVICES)
    session.fill(Dossier(session.id, {"contacts": (guy, nadia)}), Message("contacts noted"))
    calendar.at = clock() - timedelta(days=50)
    session.put(contact("Salma", id="c" * 32, domain=LifeDomain.NEIGHBOURHOOD), Message("contact noted"))
    calendar.at = clock()
    session.put(guy.replaced(clock(), ring=Ring.CORE), Message("contact moved"))
    session.remove(nadia, Message("contact removed"))
    return services


def moments(services: Services) -> MomentsScreen:
    return MomentsScreen(services, Looking())


async def test_two_moments_are_one_map_with_what_changed(changed_network: Services) -> None:
    app = ResokitApp(changed_network, first=moments)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text(app)
        assert "vrijdag 26 juni 2026, en nu" in shown
        for words in ("● » Guy", "× Nadia", "● + Salma", "+ Nieuw         Salma", "× Weg           Nadia"):
            assert words in shown
        assert "Guy: dichtbij → kern" in shown
        assert "Hulp 0" in shown
        await pilot.press("right")
        shown = text(app)
        assert "zondag 4 oktober 2026, en nu" in shown
        assert "Nieuw" not in shown
        assert "Salma" not in shown
        await pilot.press("right", "o")
        shown = text(app)
        assert "vandaag 14:32, en nu" in shown
        assert "× Weg           1 contact" in shown
        assert not [name for name in ("Guy", "Nadia", "Salma") if name in shown]
        await pilot.press("left", "left", "left")
        assert "vrijdag 26 juni 2026" in text(app)


async def test_from_120_columns_two_moments_stand_side_by_side_with_the_same_sectors(changed_network: Services) -> None:
    app = ResokitApp(changed_network, first=moments)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        then, now = (app.screen.query_one(id, NetworkMap).drawing for id in ("#then-map", "#now-map"))
        assert then is not None
        assert now is not None
        assert then.geometry == now.geometry
        shown = [(row[:60], row[60:]) for row in rows(app)]
        assert any("Nadia" in left for left, _ in shown)
        assert not any("Nadia" in right and "Weg" not in right for _, right in shown if "×" not in right)
        assert any("Salma" in right for _, right in shown)


async def test_without_an_earlier_moment_that_is_said(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=moments)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Er is nog geen vroeger moment van dit netwerk." in sentence(app)
        assert "ander moment" not in text(app)
