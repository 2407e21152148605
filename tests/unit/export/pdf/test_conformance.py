"""PDF/UA-1 and PDF/A-3A: declared, and true, also for what nobody would write on purpose."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest
from fpdf.syntax import PDFContentStream

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.blocks import Banner, Card, Cards, Facts, Hero, Pills, plain
from resokit_tui.export.pdf.document import render_pdf
from resokit_tui.export.pdf.tags import TaggedProducer, close_stream
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import CREATED, marie_louise, nobody_yet
from tests.unit.export.pdf.printing import everything_in, faults, printed, printed_markdown, roles, text_of

LONG = "woord " * 2500


@pytest.mark.parametrize("body", [11.0, 14.0])
def test_every_plan_conforms(document_of: MakeDocument, any_dossier: Dossier, body: float) -> None:
    data = render_pdf(document_of(any_dossier), load_catalog("en"), created=CREATED, body=body)
    assert faults(data) == []


def test_both_standards_are_declared(document_of: MakeDocument) -> None:
    data = everything_in(render_pdf(document_of(nobody_yet()), load_catalog("en"), created=CREATED))
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in data
    assert "<pdfuaid:part>1</pdfuaid:part>" in data
    assert "en-GB" in data


HOSTILE = {
    "deep list": "\n".join("  " * depth + f"- punt{depth}" for depth in range(60)),
    "deep quote": "> " * 100 + "diep",
    "long word": "x" * 20_000,
    "wide table": "|" + "k|" * 25 + "\n" + "|" + "-|" * 25 + "\n" + ("|" + "waarde|" * 25 + "\n") * 3,
    "tall cell": f"|a|b|\n|-|-|\n|{LONG}|kort|",
    "long list item": f"- {LONG}",
    "long code": "```\n" + "    code met spaties\n" * 200 + "```",
    "html": "<b>vet</b> <script>x</script>\n\n<div>\n\nblok",
    "links": "[a](https://a.be) [b](javascript:x) <mailto:c@d.be> **[e f g](https://e.be)** " * 30,
    "levels": "###### zes\n\n# een\n\n### drie\n\ntekst",
    "rule and empties": "---\n\n-\n-\n\n>\n\n||\n|-|\n||",
    "headings only": "\n\n".join(f"## kop {number}" for number in range(60)),
    "bidi controls": "gewoon \u202eomgekeerd\u202c \u2066x\u2069 \u200f\u200e",
    "nothing": "",
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_text_conforms_too(name: str) -> None:
    assert faults(printed_markdown(HOSTILE[name])) == []


def test_boxes_taller_than_a_page_are_opened_up_and_conform() -> None:
    data = printed(
        Banner("Soort", "Een heel lange naam " * 12, "onder " * 60),
        Facts((("label", LONG[:3000]),)),
        Hero("Rol", "Titel " * 400, plain(LONG), plain("citaat")),
        Cards((Card("A", (plain(LONG),)), Card("B", (plain("kort"),)))),
        Pills((LONG[:4000], "kort")),
    )
    assert faults(data) == []
    assert text_of(data).split().count("woord") > 5000


def test_headings_never_skip_a_level() -> None:
    found = [role for role in roles(printed_markdown(HOSTILE["levels"])) if role[0] == "H"]
    assert found == ["H1", "H1", "H2"]


def test_the_plan_is_tagged_as_what_it_is(document_of: MakeDocument) -> None:
    found = set(roles(render_pdf(document_of(marie_louise()), load_catalog("en"), created=CREATED)))
    assert {"Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Sect", "BlockQuote"} <= found
    assert {"Table", "THead", "TBody", "TR", "TH", "TD"} <= found


def test_a_link_belongs_to_the_structure() -> None:
    assert roles(printed_markdown("lees [dit](https://a.be) eens")) == ["Document", "P", "Link"]


def test_the_control_notices_what_is_not_mended(document_of: MakeDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(TaggedProducer, "_add_fonts")
    assert faults(render_pdf(document_of(nobody_yet()), load_catalog("en"), created=CREATED))


def test_a_stream_that_ends_in_a_return_keeps_its_length() -> None:
    text = next(text for text in (b"x" * n for n in range(5000)) if zlib.compress(text).endswith(b"\r"))
    stream = PDFContentStream(text, compress=True)
    stream.id = 1
    length = stream.length
    close_stream(stream)
    assert stream.length == length
    assert stream.serialize().endswith("\r\r\nendstream\nendobj")


def test_the_outline_leads_to_the_parts(document_of: MakeDocument) -> None:
    data = render_pdf(document_of(marie_louise()), load_catalog("en"), created=CREATED)
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert [one.title for one in top.children][:4] == ["My chosen role", "Why we begin", "This is me", "My dream"]
