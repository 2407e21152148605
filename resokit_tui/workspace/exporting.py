"""From a dossier to a document that leaves the house: permission first, then a filter, then a layout; written once and
registered in the dossier.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

import msgspec

from resokit_tui.casework.client import Address
from resokit_tui.casework.consent import DossierPart
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.exported import Exported
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.errors import CannotError, ResokitError, UsageError
from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Catalog, Message, load_catalog
from resokit_tui.export.anonymous import Doubt
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import Document
from resokit_tui.export.csv_rows import plan_csv
from resokit_tui.export.documents import DOCUMENT_NAMES, READERS, DocumentKind
from resokit_tui.export.gathering import attached, present
from resokit_tui.export.network_sheet import Earlier, network_document
from resokit_tui.export.permission import permission
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.plan_facts import RolePlan
from resokit_tui.export.reflection_sheet import intervision_document, reflection_document
from resokit_tui.export.role_plan import doubts_in, replacer, role_plan
from resokit_tui.export.summary import summary_document
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.export_places import file_stem, own_place
from resokit_tui.workspace.moments import network_moments
from resokit_tui.workspace.session import DossierSession

USUAL_SIZE, CLIENT_SIZE = 11.0, 12.0
"""Points of running text: for a professional, and at least for a client (Belgian federal guidance, pdf.md §6)."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for. An empty language is the dossier's; size 0 is what suits the reader.

    `reflection` is the id of the one to print; empty for the newest, of those for intervision if there are any.
    """

    kind: DocumentKind = DocumentKind.PLAN
    audience: Audience = Audience.FULL
    partner: str = ""
    reflection: str = ""
    language: str = ""
    size: float = 0.0
    format: str = "pdf"


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes it: names that stand on paper, and the places of the own map, which intervision must not see."""

    professional: str = ""
    organisation: str = ""
    places: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}
    """Titles of the method's pages by id."""

    def __repr__(self) -> str:
        return "<Author>"


def author_of(workspace: Workspace, titles: Mapping[str, str] | None = None) -> Author:
    """The owner of an open vault as an author; reads the own dossier."""
    places = tuple(text for place in workspace.own().dossier.all(Place) for text in (place.name, place.key_figure))
    return Author(
        professional=workspace.professional,
        organisation=workspace.organisation,
        places=places,
        titles=titles or {},
    )


class Prepared(msgspec.Struct, frozen=True):
    """A document that may leave, not yet drawn: what it says, what was refused, and what a human must look at first."""

    order: Order
    document: Document
    catalog: Catalog
    day: date
    plan: RolePlan | None = None
    refused: tuple[DossierPart, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __repr__(self) -> str:
        return f"<Prepared {self.order.kind}>"

    @property
    def size(self) -> float:
        """Points of running text."""
        return self.order.size or (CLIENT_SIZE if self.order.audience is Audience.CLIENT else USUAL_SIZE)

    @property
    def word(self) -> str:
        """What it is called in the language of the paper; it begins the name of the file."""
        return self.catalog.render(DOCUMENT_NAMES[self.order.kind])


def paper_catalog(dossier: Dossier, language: str = "") -> Catalog:
    """The words for this client's paper, with je or u as the dossier says."""
    client = dossier.client
    return load_catalog(language or client.language, polite=client.address is Address.U)


def _edition(dossier: Dossier, today: date) -> int:
    """Number of this edition, counted in days on which a plan was made: the same day gives the same paper."""
    days = {one.day for one in dossier.all(Exported) if one.document == DocumentKind.PLAN and one.day < today}
    return len(days) + 1


def earlier_network(session: DossierSession) -> Earlier | None:
    """The first network that is still kept and differs from the one of now; reads the disk."""
    moments = [one for one in network_moments(session, session.now()) if one.contacts]
    return Earlier(moments[0].at.date(), moments[0].contacts) if moments else None


def prepare(session: DossierSession, order: Order, author: Author) -> Prepared:
    """The document as this reader may have it. Raises `CannotError` with the reason when nothing may leave.

    Raises `UsageError` for a reader this document is not made for.
    """
    if order.audience not in READERS[order.kind]:
        raise UsageError(
            Message(
                "{document} cannot be made for this reader. Choose one of: {readers}",
                document=DOCUMENT_NAMES[order.kind],
                readers=", ".join(READERS[order.kind]),
            )
        )
    dossier, today = session.dossier, session.now().date()
    catalog = paper_catalog(dossier, order.language)
    allowed = permission(dossier, order.audience, today, order.partner)
    order = msgspec.structs.replace(order, partner=allowed.partner)
    if order.kind in (DocumentKind.REFLECTION, DocumentKind.INTERVISION):
        return _prepare_reflection(dossier, order, author, catalog, today)
    plan = role_plan(
        dossier,
        order.audience,
        today,
        author.organisation,
        author.professional,
        version=_edition(dossier, today),
        partner=order.partner,
        places=author.places,
        catalog=catalog,
    )
    document = _document(plan, session, order, catalog)
    doubts = doubts_in(plan, dossier, catalog) if order.audience is Audience.INTERVISIE else []
    return Prepared(order, document, catalog, today, plan, allowed.refused, tuple(doubts))


def _document(plan: RolePlan, session: DossierSession, order: Order, catalog: Catalog) -> Document:
    match order.kind:
        case DocumentKind.SUMMARY:
            return summary_document(plan, catalog, audience=order.audience)
        case DocumentKind.NETWORK:
            if DossierPart.NETWORK not in plan.parts:
                raise CannotError(Message("The network may not be shared with this reader."))
            earlier = earlier_network(session)
            return network_document(plan, session.dossier, catalog, audience=order.audience, earlier=earlier)
        case _:
            return plan_document(plan, catalog, audience=order.audience)


def reflection_asked(dossier: Dossier, order: Order) -> Reflection | None:
    """The reflection that an order is about; `None` when there is none."""
    reflections = present(dossier, Reflection)
    if order.reflection:
        return next((one for one in reflections if one.id == order.reflection), None)
    asked = [one for one in reflections if one.intervision] if order.kind is DocumentKind.INTERVISION else []
    return next(reversed(asked or reflections), None)


def _prepare_reflection(dossier: Dossier, order: Order, author: Author, catalog: Catalog, today: date) -> Prepared:
    reflection = reflection_asked(dossier, order)
    if reflection is None:
        raise CannotError(Message("There is no reflection in this dossier yet. Write one first."))
    if order.kind is DocumentKind.REFLECTION:
        document = reflection_document(reflection, catalog, author.titles, alias=dossier.client.alias)
        return Prepared(order, document, catalog, today)
    nameless = replacer(dossier, catalog, author.places).everywhere(reflection)
    document = intervision_document(nameless, catalog, author.titles, today)
    return Prepared(order, document, catalog, today, doubts=tuple(doubts_in(nameless, dossier, catalog)))


def to_bytes(prepared: Prepared, session: DossierSession, passphrase: str = "") -> bytes:
    """The finished file. The same document on the same day gives the same bytes, unless a passphrase protects it."""
    match prepared.order.format:
        case "json" if prepared.plan is not None:
            return attached(prepared.plan)
        case "csv" if prepared.plan is not None:
            return plan_csv(prepared.plan)
        case "json" | "csv":
            raise UsageError(Message("A reflection has no data to write. Choose pdf or md."))
        case "md":
            from resokit_tui.export.markdown import to_markdown

            return to_markdown(prepared.document).encode()
    from resokit_tui.export.pdf.document import Attachment, render_pdf, render_protected

    document, catalog = prepared.document, prepared.catalog
    noon = datetime.combine(prepared.day, time(12), session.now().tzinfo)
    if passphrase:
        return render_protected(document, catalog, created=noon, passphrase=passphrase, body=prepared.size)
    data = None
    if prepared.plan is not None and prepared.order.audience is Audience.FULL:
        # The name of an attachment is seen in any viewer: it names nobody.
        data = Attachment("data.json", attached(prepared.plan), description=catalog("The same facts as data"))
    return render_pdf(document, catalog, created=noon, body=prepared.size, attached=data)


def write(
    session: DossierSession,
    prepared: Prepared,
    *,
    exports: Path,
    path: Path | None = None,
    force: bool = False,
    agreed: bool = False,
    passphrase: str = "",
) -> Path:
    """Writes the document in one step and registers it in the dossier; returns where it is.

    Without `path` it goes to the private folder `exports`, under a name that holds what it is, alias and date; for an
    intervisie no alias, as there is none in the document. What a human must look at first is only written when that
    was `agreed`.
    """
    nameless = prepared.order.audience is Audience.INTERVISIE
    if nameless and not agreed:
        raise CannotError(Message("Read first what may still give somebody away, and say yes to it (--yes)."))
    data = to_bytes(prepared, session, passphrase)
    stem = file_stem(prepared.word, "" if nameless else session.alias, prepared.day)
    path = (path or own_place(exports, stem, prepared.order.format)).absolute()
    write_atomic(path, data, force=force)
    try:
        register(session, prepared, data, str(path))
    except ResokitError:
        if not force:  # a document that is in no register must not lie about; one that was replaced is gone already
            path.unlink(missing_ok=True)
        raise
    return path


def register(session: DossierSession, prepared: Prepared, data: bytes, place: str) -> None:
    """Notes in the dossier that this left the house: when, what, for whom, its fingerprint, and where it went."""
    order = prepared.order
    note_export(session, order.kind.value, order.audience.value, order.format, data, place, order.partner)


def note_export(
    session: DossierSession,
    document: str,
    audience: str,
    format: str,
    data: bytes,
    place: str,
    for_whom: str = "",
) -> None:
    """The entry in the dossier's list of exports."""
    now = session.now()
    entry = Exported(
        created=now,
        changed=now,
        day=now.date(),
        document=document,
        audience=audience,
        format=format,
        sha256=hashlib.sha256(data).hexdigest(),
        for_whom=for_whom,
        place=place,
    )
    session.put(entry, Message("document made"))
