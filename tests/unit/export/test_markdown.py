"""Markdown in and out: nothing a person typed is lost, and nothing can do more than be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.export.blocks import (
    Code,
    Document,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Span,
    Table,
    all_text,
    plain,
)
from resokit_tui.export.from_markdown import blocks_from_markdown, paragraphs_from_markdown
from resokit_tui.export.markdown import to_markdown
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import marie_louise


def test_styles_become_spans() -> None:
    (paragraph,) = blocks_from_markdown("gewoon **vet** en *schuin* en ~~weg~~ en `4711#`")
    assert isinstance(paragraph, Paragraph)
    assert [span for span in paragraph.text if span.bold or span.italic or span.strike or span.code] == [
        Span("vet", bold=True),
        Span("schuin", italic=True),
        Span("weg", strike=True),
        Span("4711#", code=True),
    ]


def test_lists_nest_and_boxes_are_ticked_or_open() -> None:
    (points,) = blocks_from_markdown("1. een\n2. twee\n   - [x] klaar\n   - [ ] open")
    assert isinstance(points, ItemList)
    assert points.ordered
    nested = points.items[1].blocks[1]
    assert nested == ItemList((Item((Paragraph(plain("klaar")),), True), Item((Paragraph(plain("open")),), False)))


def test_tables_quotes_headings_and_code() -> None:
    blocks = blocks_from_markdown("# A\n\n> b\n\n|c|d|\n|-|-|\n|e|f|\n\n```\n  g\n```", base_level=3)
    assert blocks == (
        Heading(3, plain("A")),
        Quote((Paragraph(plain("b")),)),
        Table((plain("c"), plain("d")), ((plain("e"), plain("f")),)),
        Code("  g"),
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_unsafe_addresses_stay_text(address: str) -> None:
    (paragraph,) = blocks_from_markdown(f"[klik]({address})")
    assert isinstance(paragraph, Paragraph)
    assert not any(span.link for span in paragraph.text)
    assert "klik" in "".join(all_text(paragraph))


@pytest.mark.parametrize("address", ["https://www.brussel.be", "mailto:a@b.be", "tel:+3221234567"])
def test_safe_addresses_are_links(address: str) -> None:
    (paragraph,) = blocks_from_markdown(f"[klik]({address})")
    assert paragraph == Paragraph((Span("klik", link=address),))


def test_html_is_text() -> None:
    assert "<script>x</script>" in "".join(all_text(blocks_from_markdown("a <script>x</script> b")))


def test_typed_line_ends_can_be_kept() -> None:
    assert blocks_from_markdown("een\ntwee") == (Paragraph(plain("een twee")),)
    assert blocks_from_markdown("een\ntwee", keep_lines=True) == (Paragraph(plain("een\ntwee")),)


def test_deep_nesting_loses_nothing() -> None:
    text = "\n".join("  " * depth + f"- n{depth}" for depth in range(60))
    assert [f"n{depth}" for depth in range(60)] == list(all_text(blocks_from_markdown(text)))
    assert "diep" in list(all_text(blocks_from_markdown("> " * 100 + "diep")))


def test_small_places_get_flat_paragraphs() -> None:
    assert paragraphs_from_markdown("a\n\n- b\n- c") == (plain("a"), (Span("• "), Span("b")), (Span("• "), Span("c")))


def document(text: str) -> Document:
    return Document(title="t", language="nl", blocks=blocks_from_markdown(text))


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nb **c** *d* `e` [f](<https://g.be>)\n\n- h\n- i\n  - j",
        "> k\n\n| l | m |\n| --- | --- |\n| n\\|o | p |",
        "1\\. geen lijst\n\n\\# geen titel\n\n\\- geen punt\n\n\\*geen nadruk\\*",
        "- [x] klaar\n- [ ] open\n\n3. drie\n4. vier",
        "```\ncode met ``` erin\n```\n\n---\n\nna",
        "12--14 uur, {nb}, `__init__`, a\\*b, &amp;amp; 5 \\< 6",
    ],
)
def test_what_is_written_reads_back_as_it_was(text: str) -> None:
    first = document(text)
    again = blocks_from_markdown(to_markdown(first), base_level=1)
    assert list(all_text(again)) == list(all_text(first.blocks))


@given(st.text(alphabet="ab *_`[]()<>#-+.!|~\\&;:1{}=é\n", max_size=40))
def test_any_plain_text_survives(text: str) -> None:
    kept = " ".join(text.split())
    written = to_markdown(Document(title="t", language="nl", blocks=(Paragraph(plain(kept)),)))
    assert "".join(all_text(blocks_from_markdown(written))) == kept


def test_the_plan_as_markdown_has_headings_and_tables(document_of: MakeDocument) -> None:
    written = to_markdown(document_of(marie_louise()))
    assert written.startswith("# Role plan – Marie-Louise\n")
    assert "## My chosen role\n" in written
    assert "### What matters to me\n" in written
    assert "| Step | Who | By when | How it stands |" in written
    assert written.endswith("Version 3 · 22 November 2026\n")
