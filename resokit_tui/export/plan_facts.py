"""The facts of a role plan, as neutral data: what may be said, and nothing about how (domain.md §9.3)."""

from __future__ import annotations

from datetime import date

from resokit_tui.casework.client import Address
from resokit_tui.casework.consent import ConsentFor, ConsentForm, ConsentStatus, DossierPart
from resokit_tui.casework.design import NeedArea
from resokit_tui.casework.network import ContactKind, Ring
from resokit_tui.casework.plan import ActionStatus, Missed, Outcome, Say
from resokit_tui.casework.quality import QualityDomain, Voice
from resokit_tui.core.domains import LifeDomain
from resokit_tui.export.neutral import Neutral


class StrengthFact(Neutral, frozen=True):
    """A strength, and one example of it when there is one."""

    text: str
    evidence: str = ""


class RoleFact(Neutral, frozen=True):
    """A role held now; `worth` and `others` are 0–3, in the eyes of the person and of others."""

    name: str
    domain: LifeDomain | None = None
    worth: int | None = None
    others: int | None = None


class DomainCount(Neutral, frozen=True):
    """How many contacts there are in one life domain; `None` gathers those without a domain."""

    domain: LifeDomain | None
    unpaid: int
    paid: int


class PointFact(Neutral, frozen=True):
    """A point of the web. The plan has it without a name: others did not choose to stand in it."""

    kind: ContactKind
    ring: Ring
    domain: LifeDomain | None
    paid: bool


class ChosenRole(Neutral, frozen=True):
    """The role that is being worked out, with where and with whom."""

    name: str
    sentence: str = ""
    quote: str = ""
    why: str = ""
    brings: tuple[str, ...] = ()
    contributes: str = ""
    goal: str = ""
    analogue: str = ""
    place: str = ""
    neighbourhood: str = ""
    with_whom: str = ""
    barriers: tuple[str, ...] = ()
    chances: tuple[str, ...] = ()


class NeedFact(Neutral, frozen=True):
    """A row of the match matrix."""

    area: NeedArea
    required: str
    present: str = ""
    gap: str = ""
    action: str = ""
    who: str = ""
    until: date | None = None


class StepFact(Neutral, frozen=True):
    """A planned step; `reason` says why it was postponed or cancelled, `note` is the professional's."""

    title: str
    who: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.TODO
    reason: str = ""
    note: str = ""


class AgreementFact(Neutral, frozen=True):
    """What holds the steps together: support, risk, say, and how it was agreed."""

    supporters: str = ""
    agreements: str = ""
    risk: str = ""
    safe_enough: str = ""
    plan_b: str = ""
    present: str = ""
    say: Say | None = None
    disagreement: str = ""
    agreed: date | None = None
    agreed_how: str = ""
    copy_given: bool = False


class QualityFact(Neutral, frozen=True):
    """Quality of life on one day, in the eyes of one of the two; steps 1–5."""

    day: date
    voice: Voice
    steps: tuple[tuple[QualityDomain, int], ...]
    note: str = ""
    difference: str = ""


class ReviewFact(Neutral, frozen=True):
    """How the role went at one moment."""

    held: date
    with_whom: str = ""
    works: str = ""
    does_not_work: str = ""
    missed: Missed | None = None
    new_contacts: str = ""
    competence: str = ""
    image: str = ""
    satisfaction: str = ""
    new_roles: str = ""
    adjustment: str = ""
    outcome: Outcome | None = None


class NoteFact(Neutral, frozen=True):
    """A dated note of the professional."""

    day: date
    text: str


class ConsentFact(Neutral, frozen=True):
    """What was agreed to, for whom, how, and until when."""

    for_whom: ConsentFor
    status: ConsentStatus
    partner: str = ""
    form: ConsentForm | None = None
    given: date | None = None
    until: date | None = None
    covers: tuple[DossierPart, ...] = ()
    refused_parts: tuple[DossierPart, ...] = ()
    refused: tuple[str, ...] = ()
    words: str = ""


class RolePlan(Neutral, frozen=True):
    """Everything a role plan may say to its reader. Empty fields were empty in the dossier, or taken out."""

    alias: str
    language: str
    day: date
    address: Address = Address.JE
    version: int = 0
    organisation: str = ""
    professional: str = ""
    parts: tuple[DossierPart, ...] = tuple(DossierPart)
    """Which parts this plan is about: one that is not here is not missing, it is nobody's business."""
    months_only: bool = False
    """Whether days are told to the month."""
    occasion: str = ""
    appreciated: tuple[str, ...] = ()
    important: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    strengths: tuple[StrengthFact, ...] = ()
    interests: tuple[str, ...] = ()
    dream: str = ""
    unwanted: tuple[str, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    wished: tuple[str, ...] = ()
    network: tuple[DomainCount, ...] = ()
    web: tuple[PointFact, ...] = ()
    later: tuple[str, ...] = ()
    """Ideas for roles that were kept for later."""
    chosen: ChosenRole | None = None
    needs: tuple[NeedFact, ...] = ()
    steps: tuple[StepFact, ...] = ()
    agreement: AgreementFact = AgreementFact()
    quality: tuple[QualityFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    next_review: date | None = None
    notes: tuple[NoteFact, ...] = ()
    consents: tuple[ConsentFact, ...] = ()
    trusted_person: str = ""
    interpreter: str = ""
