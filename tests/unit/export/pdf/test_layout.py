"""How pages break: heads repeat, rows split, and nothing stands alone."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from resokit_tui.export.blocks import Block, CountRow, Counts, Heading, Paragraph, Table, plain
from resokit_tui.export.forms import WritingLines
from resokit_tui.export.pdf.tables import fitted, shared
from tests.unit.export.pdf.printing import elements, pages_of, printed, printed_markdown, roles

LINE = "Een gewone zin van een gewone lengte, die ongeveer een regel lang is op dit papier."


def table(rows: int, text: str = "waarde") -> Table:
    return Table((plain("Kop een"), plain("Kop twee")), tuple((plain(f"rij {n}"), plain(text)) for n in range(rows)))


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    pages = pages_of(printed(table(120)))
    assert len(pages) > 2
    assert all("Kop een" in one and "Kop twee" in one for one in pages)


def test_a_repeated_head_is_decoration_to_a_listener() -> None:
    data = printed(table(120))
    assert roles(data).count("THead") == 1
    with pikepdf.open(BytesIO(data)) as pdf:
        heads = [one for one in elements(pdf.Root.StructTreeRoot.K[0]) if one.S == "/TH"]
        assert [str(one.A.Scope) for one in heads] == ["/Column", "/Column"]


def test_a_row_taller_than_a_page_is_split_and_whole() -> None:
    data = printed(table(1, " ".join(f"w{n}" for n in range(3000))), Paragraph(plain("daarna")))
    pages = pages_of(data)
    assert len(pages) > 2
    found = [word for one in pages for word in one.split() if word.startswith("w") and word[1:].isdigit()]
    assert found == [f"w{n}" for n in range(3000)]
    assert roles(data).count("TR") == 2


def test_rows_do_not_lose_or_repeat_anything_at_a_page_end() -> None:
    text = " ".join(pages_of(printed(table(200, f"{LINE} {LINE}"))))
    assert re.findall(r"rij (\d+)", text) == [str(number) for number in range(200)]


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for lines in range(36, 46):
        blocks: list[Block] = [Paragraph(plain("x"))] * lines
        for following in (Paragraph(plain(LINE * 3)), table(3), Counts(("a", "b", "c"), (CountRow("d", 1, 2),) * 3)):
            pages = pages_of(printed(*blocks, Heading(1, plain("Tussenkop")), following))
            (with_heading,) = (one for one in pages if "Tussenkop" in one)
            after = with_heading[with_heading.index("Tussenkop") + 9 :]
            assert "Een gewone" in after or "rij 1" in after or "d" in after.split()


def test_no_line_of_a_paragraph_stands_alone() -> None:
    paragraph = Paragraph(plain(" ".join(f"k{n} {LINE}" for n in range(6))))
    for before in range(38, 46):
        pages = pages_of(printed(*[Paragraph(plain("x"))] * before, paragraph))
        parts = [sum(len(line) > 40 for line in one.splitlines()) for one in pages]
        assert sum(parts) > 4
        assert 1 not in [count for count in parts if count]


def test_columns_fill_the_width_and_give_words_their_room() -> None:
    assert fitted([60, 120], [10, 10], 180) == [60, 120]
    assert fitted([20, 160], [50, 10], 180)[0] == 50
    assert sum(fitted([5, 5], [100, 200], 180)) == 180


def test_a_column_gets_no_more_than_its_longest_text_needs() -> None:
    assert shared([1, 1, 1], [500, 500, 500], 180) == [60, 60, 60]
    assert shared([1, 1, 1], [20, 500, 500], 180) == [20, 80, 80]
    assert shared([1, 2], [10, 10], 180) == [60, 120]
    widths = shared([3, 1, 2, 2], [10, 90, 300, 30], 180)
    assert sum(widths) == pytest.approx(180)
    assert widths[0] == 10


def test_a_table_to_fill_in_by_hand_keeps_its_shares() -> None:
    rows = (((), plain(LINE * 3)),) * 3
    head = (plain("Kop een"), plain("Kop twee"))
    assert column_of("Kop twee", printed(Table(head, rows, (1, 3), room=3))) == pytest.approx(174 / 4 + 2, abs=0.5)
    assert column_of("Kop twee", printed(Table(head, rows, (1, 3)))) < 25


def column_of(word: str, data: bytes) -> float:
    """Where a word begins on the first page, in mm from the left of the text."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = document[0].get_textpage()
        return float(text.get_charbox(text.get_text_range().index(word))[0]) / 72 * 25.4 - 18
    finally:
        document.close()


def test_lines_to_write_on_stay_with_their_question() -> None:
    for before in range(30, 46):
        question = WritingLines("Wat gebeurde er?", 3)
        pages = pages_of(printed(*[Paragraph(plain("x"))] * before, Heading(1, plain("Tussenkop")), question))
        (with_heading,) = (one for one in pages if "Tussenkop" in one)
        assert "Wat gebeurde er?" in with_heading


def test_pages_are_numbered_with_their_total() -> None:
    pages = pages_of(printed(table(120), mark="Vertrouwelijk", edition="Versie 1"))
    for number, one in enumerate(pages, 1):
        assert f"Versie 1 · Page {number} of {len(pages)}" in one
        assert "Vertrouwelijk" in one
        assert "Links" in one
        assert "Rechts" in one


def test_a_line_from_right_to_left_begins_at_the_right_whether_it_is_broken_or_not() -> None:
    begins = []
    for count in (1, 8):
        document = pypdfium2.PdfDocument(printed(Paragraph(plain("أنا أعمل كل يوم في المطبخ " * count))))
        try:
            text = document[0].get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            first = max(bottom for _, bottom, _, top in boxes if 700 < bottom < 780)
            begins.append(max(right for _, bottom, right, _ in boxes if abs(bottom - first) < 12))
        finally:
            document.close()
    assert begins[0] == pytest.approx(begins[1], abs=0.5)


def test_a_quote_has_its_bar_on_each_page() -> None:
    text = "> " + " ".join([LINE] * 90)
    document = pypdfium2.PdfDocument(printed_markdown(text))
    try:
        shapes = [sum(1 for one in sheet.get_objects() if one.type == 2) for sheet in document]
    finally:
        document.close()
    assert len(shapes) >= 2
    assert all(count >= 3 for count in shapes), "line of the head, line of the foot, and the bar"
