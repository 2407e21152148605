"""Printing for tests, and reading back what was printed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.blocks import Block, Document
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.export.pdf.document import render_pdf
from tests.unit.export.dossiers import CREATED

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)

LIMITS = page.SafetyLimits(max_reference_depth=4096)
"""A list of 60 levels is a chain of 180 elements, deeper than the validator looks by itself."""


def printed(*blocks: Block, **fields: str) -> bytes:
    """A document of these blocks."""
    document = Document(title="Proef", language="nl", blocks=blocks, running=("Links", "Rechts"), **fields)
    return render_pdf(document, load_catalog("en"), created=CREATED)


def printed_markdown(text: str) -> bytes:
    """A document of one Markdown text."""
    return printed(*blocks_from_markdown(text, base_level=1))


def faults(data: bytes) -> list[str]:
    """What keeps a file from PDF/UA-1 and PDF/A-3A."""
    return faults_in(data, archive=True)


def faults_in(data: bytes, *, archive: bool) -> list[str]:
    """What keeps a file from PDF/UA-1, and an archive copy from PDF/A-3A as well."""
    found: list[str] = []
    for profile in PROFILES if archive else PROFILES[:1]:
        report = page.validate_pdf_bytes(data, profile=profile, limits=LIMITS)
        found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found


def pages_of(data: bytes) -> list[str]:
    """The text of each page as a reader extracts it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()


def text_of(data: bytes) -> str:
    """The text of all pages."""
    return "\n".join(pages_of(data))


def everything_in(data: bytes) -> str:
    """Every string, name and stream of a file, opened; text strings in both encodings a PDF may use."""
    parts: list[str] = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes().decode("latin-1"))
                parts.append(thing.read_bytes().decode("utf-16-be", errors="ignore"))
            parts += _strings(thing)
        parts += _strings(pdf.trailer)
    return "\n".join(parts)


def _strings(thing: object) -> list[str]:
    if isinstance(thing, pikepdf.String):
        return [str(thing), bytes(thing).decode("latin-1")]
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return [text for key, value in thing.items() if key != "/Parent" for text in _direct(value)]
    if isinstance(thing, pikepdf.Array):
        return [text for one in list(thing) for text in _direct(one)]
    return []


def _direct(thing: object) -> list[str]:
    """Objects of their own are visited once, from the list of objects."""
    return [] if isinstance(thing, pikepdf.Object) and thing.is_indirect else _strings(thing)


def roles(data: bytes) -> list[str]:
    """The structure elements in reading order, as `H1`, `P`, `Table` …"""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(one.S)[1:] for one in elements(pdf.Root.StructTreeRoot.K[0])]


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An element and all elements in it."""
    yield element
    for kid in element.get("/K", pikepdf.Array()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)
