"""What is on paper is what was typed: all of it, in order, in any script, and nothing that may not be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.blocks import Paragraph, all_text, plain
from resokit_tui.export.pdf.document import render_pdf
from resokit_tui.export.pdf.fonts import _SURE, BODY_FILES, FOLDER, characters_of, missing_characters
from resokit_tui.export.pdf.lines import Piece, Run, visual_order
from resokit_tui.export.pdf.paper import RIGHT_TO_LEFT, Paper
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import (
    CANARIES,
    CREATED,
    SCRIPTS,
    every_script,
    luc,
    marie_louise,
    nobody_yet,
    stand_in_order,
    told_blocks,
    words,
)
from tests.unit.export.pdf.printing import everything_in, printed, printed_markdown, text_of


@pytest.mark.parametrize("make", [marie_louise, luc, nobody_yet])
def test_every_word_is_on_paper_in_order(document_of: MakeDocument, make: Callable[[], Dossier]) -> None:
    document = document_of(make())
    found = text_of(render_pdf(document, load_catalog("en"), created=CREATED))
    assert stand_in_order(words(" ".join(all_text(tuple(told_blocks(document))))), words(found)) is None
    assert {*words(document.mark), *words(document.edition)} <= set(words(found))


def test_every_script_is_on_paper(document_of: MakeDocument) -> None:
    """Right-to-left words are left out: readers give them back in the order they are seen."""
    found = text_of(render_pdf(document_of(every_script()), load_catalog("en"), created=CREATED)).casefold()
    for name, text in SCRIPTS.items():
        for word in words(text):
            if not RIGHT_TO_LEFT.search(word) and not missing_characters(word) and name != "emoji":
                assert word in found


def test_what_may_not_leave_is_nowhere_in_the_file(document_of: MakeDocument) -> None:
    data = render_pdf(document_of(marie_louise()), load_catalog("en"), created=CREATED)
    inside = (text_of(data) + everything_in(data)).casefold()
    assert [word for word in CANARIES if word in inside] == []


def test_the_control_finds_what_does_leave(document_of: MakeDocument) -> None:
    data = render_pdf(document_of(marie_louise()), load_catalog("en"), created=CREATED)
    assert "vakvrouw" in text_of(data)
    assert "Marie-Louise" in everything_in(data)


@pytest.mark.parametrize(
    "text", ["12--14 uur", "{nb} pagina's", "__init__ en a*b", "<b>vet</b>", "5 < 6 & 7 > 3", "100 %"]
)
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    assert text in text_of(printed(Paragraph(plain(text))))


def test_private_characters_and_controls_are_not_printed() -> None:
    assert "tussen" in text_of(printed(Paragraph(plain("tus\ue0f0sen\u0007"))))


def test_a_wrapped_line_keeps_its_space() -> None:
    found = text_of(printed(Paragraph(plain("woorden " * 60))))
    assert "woordenwoorden" not in found.replace("\r\n", "")


def test_a_word_in_two_styles_is_not_broken_between_them() -> None:
    found = text_of(printed_markdown("abc " * 22 + "lang**woord**deel " * 12))
    assert found.split().count("langwoorddeel") == 12


def test_a_sign_from_another_font_does_not_spoil_what_follows() -> None:
    found = text_of(printed_markdown("|a|b|\n|-|-|\n" + "|**titel**|**✓ klaar**|\n" * 6))
    assert found.split().count("titel") == 6


def test_characters_without_glyph_are_listed() -> None:
    assert missing_characters("gewoon é 你 ሰ → 🙂 \u200d\ufe0f 好") == ("你", "好")
    assert missing_characters("".join(text for name, text in SCRIPTS.items() if name != "chinese")) == ()


def test_characters_without_glyph_are_printed_as_a_box_with_a_note() -> None:
    found = text_of(printed(Paragraph(plain("naam 你好"))))
    assert "naam □□" in found
    assert "could not be printed" in found
    assert "could not be printed" not in text_of(printed(Paragraph(plain("naam"))))


def test_the_body_font_has_every_character_that_is_never_looked_up() -> None:
    sure = {point for point in range(0x20, 0x2100) if _SURE.fullmatch(chr(point))}
    for file in BODY_FILES.values():
        assert sure - characters_of(file) == set()


def test_each_font_has_its_licence_beside_it() -> None:
    assert {"NOTO-COPYRIGHT.txt", "DEJAVU-COPYRIGHT.txt", "FONTS.md"} <= {one.name for one in FOLDER.iterdir()}
    described = (FOLDER / "FONTS.md").read_text(encoding="utf-8")
    for font in FOLDER.glob("*.ttf"):
        family, _, style = font.stem.partition("-")
        assert family in described
        assert style in described


ORDERS = [
    ("abc", False, ["abc"]),
    ("فاطمة", True, ["فاطمة"]),
    ("ik ben فاطمة hier", False, ["ik ben ", "فاطمة", " hier"]),
    ("שלום abc עולם", True, ["עולם", " ", "abc", " ", "שלום"]),
    ("(فاطمة)", True, [")فاطمة("]),
]


@pytest.mark.parametrize(("text", "backwards", "seen"), ORDERS)
def test_a_line_in_two_directions_is_seen_in_the_right_order(text: str, backwards: bool, seen: list[str]) -> None:
    run = Run(text)
    found = [words for words, _, _ in visual_order([Piece(text, run)], backwards)]
    assert "".join(found).replace(" ", "") in ("".join(seen).replace(" ", ""), text.replace(" ", ""))
    if len(seen) > 1:
        strong = [one.strip() for one in found if one.strip()]
        assert strong == [one.strip() for one in seen if one.strip()]


def test_the_paper_loads_only_the_fonts_a_text_needs() -> None:
    for text, wanted in (("gewone tekst", set[str]()), ("ሰላም", {"ethi", "ethiB"})):
        paper = Paper("nl-BE", text)
        paper.close_fonts()
        assert set(paper.fonts) == wanted
