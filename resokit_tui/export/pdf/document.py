"""A document → the bytes of a PDF that conforms to PDF/UA-1 and PDF/A-3A."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Banner, Document, Paragraph, all_text, plain
from resokit_tui.export.pdf.drawing import draw_blocks
from resokit_tui.export.pdf.fonts import missing_characters
from resokit_tui.export.pdf.layout import Flow
from resokit_tui.export.pdf.metadata import xmp_packet
from resokit_tui.export.pdf.paper import Paper
from resokit_tui.export.pdf.protection import protected
from resokit_tui.export.pdf.theme import GREY, LINE, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, RUST, TEAL, Sizes

_MAKER = "Resokit"
REGIONS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
"""Language of the content as a PDF names it: it decides with which voice a reader speaks."""
_ALWAYS = "•☐☑✓"
_FOOT = PAGE_HEIGHT - 13.0


class Attachment(NamedTuple):
    """Data that travels inside the file, such as the plan as JSON; `description` says in words what it is."""

    name: str
    data: bytes
    mime: str = "application/json"
    description: str = ""


def render_pdf(
    document: Document,
    catalog: Catalog,
    *,
    created: datetime,
    body: float = 11.0,
    attached: Attachment | None = None,
) -> bytes:
    """Draws a document; the same document, catalogue and `created` give the same bytes.

    `body` is the size of running text in points: 11 usual, 12 accessible, 14 large. `created` needs an offset; it is
    the only date in the file. Characters that no font has are printed as □, and a line at the end says so;
    `missing_in` lists them beforehand.
    """
    return _rendered(document, catalog, created, body, attached, archive=True)


def render_protected(
    document: Document, catalog: Catalog, *, created: datetime, passphrase: str, body: float = 11.0
) -> bytes:
    """The same document as a copy that opens with a passphrase only: tagged, without data, and no archive copy."""
    return protected(_rendered(document, catalog, created, body, None, archive=False), passphrase)


def missing_in(document: Document) -> tuple[str, ...]:
    """The characters of a document that no font on this machine can print, sorted; they would become □."""
    return missing_characters("".join(all_text(document)))


def _rendered(
    document: Document,
    catalog: Catalog,
    created: datetime,
    body: float,
    attached: Attachment | None,
    *,
    archive: bool,
) -> bytes:
    language = REGIONS.get(document.language, document.language)
    paper = Paper(language, "".join(all_text(document)) + _ALWAYS)
    _describe(paper, document, language, created, archive=archive)
    if attached:
        _attach(paper, attached, created)
    flow = Flow(paper, Sizes(body))
    paper.add_page()
    draw_blocks(flow, document.blocks)
    if paper.lacks:
        note = catalog("□ stands for a character that could not be printed here.")
        draw_blocks(flow, (Paragraph(plain(note), quiet=True),))
    for number in range(1, paper.pages_count + 1):
        paper.turn_to(number)
        if number > 1 or not isinstance(document.blocks[0] if document.blocks else None, Banner):
            _draw_head(flow, document)
        _draw_foot(flow, document, catalog("Page {page} of {pages}", page=number, pages=paper.pages_count))
    return paper.to_bytes()


def _attach(paper: Paper, attached: Attachment, created: datetime) -> None:
    paper.embed_file(
        bytes=attached.data,
        basename=attached.name,
        mime_type=attached.mime,
        associated_file_relationship="Data",
        desc=attached.description,
        creation_date=created,
        modification_date=created,
        compress=True,
    )


def _describe(paper: Paper, document: Document, language: str, created: datetime, *, archive: bool) -> None:
    title = paper.printable(document.title).replace("\n", " ")
    author = paper.printable(document.author).replace("\n", " ")
    paper.creation_date = created
    paper.set_title(title)
    paper.set_creator(_MAKER)
    paper.set_producer(_MAKER)
    paper.set_author(author)
    paper.set_xmp_metadata(
        xmp_packet(
            title=title,
            author=author,
            language=language,
            creator=_MAKER,
            producer=_MAKER,
            created=created,
            archive=archive,
        )
    )


def _draw_head(flow: Flow, document: Document) -> None:
    paper, size = flow.paper, flow.sizes.foot
    left, right = (paper.printable(text).replace("\n", " ") for text in document.running)
    with paper.artifact("Pagination"):
        if left:
            flow.place_bare(flow.text(left, 110, size, style="B", colour=TEAL).part(0, 1), MARGIN, 10)
        if right:
            galley = flow.text(right, 60, size, colour=GREY).part(0, 1)
            width = flow.pen.width("".join(piece.text for piece in galley.lines[0]).rstrip(), "", size)
            flow.place_bare(galley, PAGE_WIDTH - MARGIN - width, 10)
        _line(flow, 16.2)


def _draw_foot(flow: Flow, document: Document, number: str) -> None:
    paper, size = flow.paper, flow.sizes.foot
    right = paper.printable(" · ".join(part for part in (document.edition, number) if part))
    width = flow.pen.width(right, "", size)
    with paper.artifact("Pagination"):
        _line(flow, _FOOT - 1.8)
        if document.mark:
            paper.set_fill_color(*RUST)
            paper.rect(MARGIN, _FOOT + 0.7, 2.4, 2.4, style="F", round_corners=True, corner_radius=0.6)
            room = PAGE_WIDTH - 2 * MARGIN - width - 10
            mark = flow.text(document.mark, room, size, style="B", colour=RUST, lead=1.35)
            flow.place_bare(mark.part(0, 3), MARGIN + 4.2, _FOOT)
        flow.pen.write(PAGE_WIDTH - MARGIN - width, _FOOT, right, "", size, GREY)


def _line(flow: Flow, y: float) -> None:
    flow.paper.set_draw_color(*LINE)
    flow.paper.set_line_width(0.25)
    flow.paper.line(MARGIN, y, PAGE_WIDTH - MARGIN, y)
