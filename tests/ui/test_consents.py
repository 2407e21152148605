from __future__ import annotations

import pytest

from resokit_tui.casework.consent import Consent, ConsentStatus, DossierPart
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import Audience
from resokit_tui.export.permission import permission
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.consents import ConsentsScreen
from resokit_tui.ui.screens.dossier import DossierScreen
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, settle, text


async def test_a_permission_is_taken_back_with_one_key_and_nothing_goes_to_that_partner_any_more(
    practising: MakeServices,
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    partner = "Dienstencentrum De Spoel"
    assert permission(session.dossier, Audience.PARTNER, services.today, partner).parts
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert at(app, ConsentsScreen)
        assert any(partner in row and "gegeven" in row and "►" in row for row in rows(app))
        await pilot.press("t")
        await settle(pilot)
        assert any(partner in row and "ingetrokken op" in row for row in rows(app))
        version = session.version
        await pilot.press("t")
        await settle(pilot)
        assert "Deze toestemming is al ingetrokken." in [note.message for note in app._notifications]
        assert session.version == version
    taken_back = next(each for each in session.dossier.all(Consent) if each.partner == partner)
    assert taken_back.status is ConsentStatus.WITHDRAWN
    with pytest.raises(CannotError):
        permission(session.dossier, Audience.PARTNER, services.today, partner)


async def test_the_log_says_what_was_refused_and_what_is_to_be_talked_about_again(practising: MakeServices) -> None:
    services = practising()
    workspace = services.workspace
    assert workspace is not None
    services.session = session = workspace.open(workspace.find("Luc"))
    old = session.dossier.newest(Consent)
    assert old is not None
    refusing = old.replaced(session.now(), refused=("Niets over zijn verleden",), refused_parts=(DossierPart.QUALITY,))
    session.put(refusing, Message("permission kept"))
    app = ResokitApp(services, first=lambda given: ConsentsScreen(given, session, "stage.start"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "deels gegeven, ! opnieuw bespreken" in text(app)
        assert "Niet: Niets over zijn verleden, levenskwaliteit" in text(app)
