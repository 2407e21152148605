"""Every document, for every reader, of every practice dossier conforms.

A sample is tested; all of it (some 500 documents, two minutes) with `RESOKIT_EVERYTHING=1`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, cast

import pikepdf
import pytest

from resokit_tui.casework.client import Client
from resokit_tui.casework.design import Need, NeedArea, RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action, Review
from resokit_tui.casework.profile import Profile, Strength
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.documents import READERS, DocumentKind
from resokit_tui.export.pdf.document import render_pdf
from resokit_tui.export.recovery import recovery_document
from resokit_tui.export.worksheet import worksheet_document
from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import load_method
from resokit_tui.method.page import PageKind
from resokit_tui.workspace.exporting import Author, Order, prepare, to_bytes
from resokit_tui.workspace.practice import practice_dossiers
from resokit_tui.workspace.session import DossierSession
from tests.unit.export.dossiers import AT, CREATED, dossier, every_script, identified, nobody_yet
from tests.unit.export.pdf.printing import faults, text_of
from tests.unit.export.pdf.test_conformance import HOSTILE
from tests.unit.export.pdf.test_figures import figures_of

EVERYTHING = os.environ.get("RESOKIT_EVERYTHING") == "1"
TODAY = date(2026, 11, 22)
LANGUAGES = ("nl", "fr", "en")
HERE = Path(__file__).parents[3] / "dossiers"


class Case(NamedTuple):
    """One document to make."""

    name: str
    kind: DocumentKind
    audience: Audience
    language: str
    size: float


@lru_cache(1)
def dossiers() -> dict[str, Dossier]:
    """The five practice dossiers, an empty one, and one in every script."""
    made = [*practice_dossiers(content_folder() / "demo", TODAY, UTC), *practice_dossiers(HERE, TODAY, UTC)]
    return {one.client.alias: one for one in made} | {"empty": nobody_yet(), "every script": every_script()}


def every_case() -> list[Case]:
    return [
        Case(name, kind, audience, language, size)
        for name in dossiers()
        for kind in DocumentKind
        for audience in READERS[kind]
        for language in LANGUAGES
        for size in (11.0, 14.0)
    ]


def some_cases() -> Iterator[Case]:
    """Every document for every reader once, and every dossier, language and size in turn."""
    names = list(dossiers())
    pairs = [(kind, audience) for kind in DocumentKind for audience in READERS[kind]]
    for place, (kind, audience) in enumerate(pairs):
        yield Case(names[place % len(names)], kind, audience, LANGUAGES[place % 3], (11.0, 14.0)[place % 2])


def session_of(one: Dossier) -> DossierSession:
    """As much of a session as making a document needs."""
    now = datetime.combine(TODAY, time(12), UTC)
    return cast(DossierSession, SimpleNamespace(dossier=one, now=lambda: now, history=lambda: ()))


def made(case: Case) -> bytes | None:
    """The document, or nothing where the consent of that dossier does not let it leave."""
    session = session_of(dossiers()[case.name])
    author = Author(professional="Joke Peeters", organisation="CAW Brussel")
    order = Order(kind=case.kind, audience=case.audience, language=case.language, size=case.size)
    try:
        return to_bytes(prepare(session, order, author), session)
    except CannotError:
        assert case.audience is not Audience.CLIENT or case.kind is DocumentKind.REFLECTION
        return None


@pytest.mark.parametrize(
    "case", every_case() if EVERYTHING else list(some_cases()), ids=lambda case: "-".join(case[:4])
)
def test_it_conforms(case: Case) -> None:
    data = made(case)
    if data is None:
        pytest.skip("may not leave")
    assert faults(data) == []


def test_most_of_the_sample_does_leave() -> None:
    """The control: a sample of refusals would prove nothing."""
    assert sum(made(case) is not None for case in some_cases()) >= 9


def test_who_cannot_see_the_map_hears_what_stands_out_on_it() -> None:
    said = {}
    for audience in (Audience.FULL, Audience.INTERVISIE):
        data = made(Case("Luc", DocumentKind.NETWORK, audience, "en", 11.0))
        assert data is not None
        ((said[audience], _),) = figures_of(data)
    assert "Fons" in said[Audience.FULL]
    assert "not paid" in said[Audience.FULL]
    assert "Fons" not in said[Audience.INTERVISIE]


@pytest.mark.parametrize("language", LANGUAGES if EVERYTHING else LANGUAGES[:1])
def test_worksheets_and_the_recovery_sheet_conform(language: str) -> None:
    catalog = load_catalog(language)
    tools = [page for page in load_method(content_folder(), language).pages.values() if page.kind is PageKind.TOOL]
    sheets = [worksheet_document(page, catalog) for page in (tools if EVERYTHING else tools[:2])]
    sheets.append(recovery_document("Ann", [f"AB{n:02}C" for n in range(14)], TODAY, catalog))
    assert len(sheets) >= 3
    for sheet in sheets:
        assert faults(render_pdf(sheet, catalog, created=CREATED)) == []


def hostile() -> Dossier:
    """Text that nobody would write on purpose, in every field that is printed, and a thousand notes."""
    bad = "\n\n".join(
        text for name, text in HOSTILE.items() if name not in ("long word", "tall cell", "long list item")
    )
    word = HOSTILE["long word"][:2000]
    return dossier(
        *identified(
            [
                Client(**AT, alias="<b>{nb}</b>\u202e 12--14 **x**"),
                Profile(**AT, dream=bad, appreciated=(bad, word), important=("12--14 uur, {nb} keer, __init__",)),
                Strength(**AT, text=word, evidence=bad),
                Contact(**AT, name=word),
                RoleDesign(**AT, name=word, why=bad, sentence=bad, quote=bad, contributes=bad, goal=word, place=word),
                Need(**AT, area=NeedArea.IMAGE, required=word, action=bad),
                *(Action(**AT, title=f"{word} {n}", who=bad[:300], due=TODAY) for n in range(3)),
                Review(**AT, held=TODAY, works=bad, does_not_work=word),
                *(Note(**AT, day=TODAY - timedelta(days=n), text=f"notitie{n} {{nb}} 12--14") for n in range(1000)),
            ]
        )
    )


def test_hostile_text_in_every_field_conforms_and_is_all_there() -> None:
    session = session_of(hostile())
    data = to_bytes(prepare(session, Order(audience=Audience.FULL), Author()), session)
    assert faults(data) == []
    found = text_of(data)
    assert "12--14 uur, {nb} keer, __init__" in found
    assert "<script>x</script>" in found
    assert {f"notitie{n}" for n in range(1000)} <= set(found.split())
    assert all(address.startswith(("https://", "mailto:")) for address in links_of(data))
    assert links_of(data)


def links_of(data: bytes) -> list[str]:
    """Where the links of a document lead."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(one.A.URI) for sheet in pdf.pages for one in list(sheet.get("/Annots", pikepdf.Array()))]
