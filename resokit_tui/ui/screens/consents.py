"""The log of what was agreed: several permissions beside each other, each of which can be taken back with one key."""

from __future__ import annotations

from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.forms.lists import CONSENTS
from resokit_tui.ui.screens.rows import RowsScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.workspace.session import DossierSession


class ConsentsScreen(RowsScreen):
    """As any list of records. A permission that is taken back stays in the log, with the day."""

    BINDINGS = bindings("consents")

    def __init__(self, services: Services, session: DossierSession, stage: str, record: str = "") -> None:
        super().__init__(services, session, CONSENTS, stage, record)

    def action_withdraw(self) -> None:
        """The person takes this permission back."""
        chosen = self.query_one("#rows", PointerList).chosen
        consent = next((each for each in self.session.dossier.all(Consent) if each.id == chosen), None)
        if consent is not None:
            self.in_background(self._withdraw(consent), group="write", exclusive=True)

    async def _withdraw(self, consent: Consent) -> None:
        if consent.is_withdrawn:
            self.notice("This permission was taken back already.")
            return
        changed = consent.replaced(self.session.now(), status=ConsentStatus.WITHDRAWN, withdrawn=self.services.today)
        await self.services.background(lambda: self.session.put(changed, Message("permission withdrawn"), was=consent))
        self.show()
        self.notice("Taken back today. What it allowed is not shared any more. Undo: u.")
