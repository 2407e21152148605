"""What the client agreed to, for whom, how, until when, and what was refused (domain.md §9.5)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record


class ConsentStatus(StrEnum):
    """Whether there is an agreement."""

    TO_ASK = "to_ask"
    GIVEN = "given"
    PARTLY = "partly"
    WITHDRAWN = "withdrawn"


class ConsentForm(StrEnum):
    """How it was given."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    REPRESENTATIVE = "representative"


class ConsentFor(StrEnum):
    """Who may know."""

    CLIENT = "client"
    TEAM = "team"
    PARTNER = "partner"


class DossierPart(StrEnum):
    """A part of the dossier that somebody may agree to share, or refuse to."""

    PROFILE = "profile"
    ROLES = "roles"
    NETWORK = "network"
    IDEAS = "ideas"
    CHOICE = "choice"
    NEEDS = "needs"
    PLAN = "plan"
    REVIEWS = "reviews"
    QUALITY = "quality"
    NOTES = "notes"


class Consent(Record, frozen=True, kw_only=True):
    """One agreement, in the words it was made in. Several stand beside each other: a log, not a state."""

    status: ConsentStatus = ConsentStatus.TO_ASK
    form: ConsentForm | None = None
    given: date | None = None
    for_whom: ConsentFor = ConsentFor.CLIENT
    partner: str = ""
    """The one who may know, by name, when that is a partner."""
    covers: tuple[DossierPart, ...] = ()
    """Which parts may be shared; none named: nothing goes to a partner."""
    language: str = ""
    """In which language it was talked about, and with which interpreter."""
    words: str = ""
    until: date | None = None
    """When to talk about it again."""
    refused_parts: tuple[DossierPart, ...] = ()
    """Parts that may not be shared: an export with one of them stops or asks."""
    refused: tuple[str, ...] = ()
    """What was refused, in words."""
    withdrawn: date | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self.status is ConsentStatus.WITHDRAWN or self.withdrawn is not None

    def holds(self, today: date) -> bool:
        """Whether this agreement stands on a day: given, not withdrawn, and not past the day to talk about it again."""
        agreed = self.trashed is None and self.status in (ConsentStatus.GIVEN, ConsentStatus.PARTLY)
        return agreed and not self.is_withdrawn and (self.until is None or self.until >= today)


STATUS_NAMES = {
    ConsentStatus.TO_ASK: Message("still to ask"),
    ConsentStatus.GIVEN: Message("given"),
    ConsentStatus.PARTLY: Message("partly given"),
    ConsentStatus.WITHDRAWN: Message("withdrawn"),
}
FORM_NAMES = {
    ConsentForm.SPOKEN: Message("spoken"),
    ConsentForm.WRITTEN: Message("in writing"),
    ConsentForm.REPRESENTATIVE: Message("by a representative"),
}
FOR_NAMES = {
    ConsentFor.CLIENT: Message("the person only"),
    ConsentFor.TEAM: Message("the team"),
    ConsentFor.PARTNER: Message("a partner"),
}
PART_NAMES = {
    DossierPart.PROFILE: Message("who somebody is"),
    DossierPart.ROLES: Message("roles"),
    DossierPart.NETWORK: Message("network"),
    DossierPart.IDEAS: Message("role ideas"),
    DossierPart.CHOICE: Message("chosen role"),
    DossierPart.NEEDS: Message("what is needed"),
    DossierPart.PLAN: Message("plan and steps"),
    DossierPart.REVIEWS: Message("evaluations"),
    DossierPart.QUALITY: Message("quality of life"),
    DossierPart.NOTES: Message("notes"),
}
