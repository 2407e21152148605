"""Linear text: for a voice and for a braille line."""

from __future__ import annotations

from resokit_tui.casework.dossier import Dossier
from resokit_tui.export.blocks import Document, Paragraph, all_text
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.export.text import linear_text
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import marie_louise, stand_in_order, told_blocks, words


def test_no_line_is_longer_than_asked_and_none_is_drawn(document_of: MakeDocument, any_dossier: Dossier) -> None:
    text = linear_text(document_of(any_dossier))
    assert max(map(len, text.splitlines())) <= 76
    assert not set(text) & set("│─┌┐└┘|+")
    assert "\n\n\n" not in text


def test_every_word_is_there_in_order(document_of: MakeDocument, any_dossier: Dossier) -> None:
    document = document_of(any_dossier)
    wanted = [one for block in told_blocks(document) if not _is_table(block) for one in all_text(block)]
    assert stand_in_order(words(" ".join(wanted)), words(linear_text(document))) is None


def _is_table(block: object) -> bool:
    return type(block).__name__ in ("Table", "Counts")


def test_a_table_becomes_labels_with_values(document_of: MakeDocument) -> None:
    text = linear_text(document_of(marie_louise()))
    assert "  Step: Vervoer regelen\n  Who: Marie-Louise\n  By when: 11 September 2026\n" in text
    assert "  Family: not paid 1, paid 0\n" in text


def test_headings_stand_at_the_margin_and_their_text_two_cells_in() -> None:
    document = Document(title="t", language="nl", blocks=blocks_from_markdown("# Kop\n\ntekst\n\n- punt\n  - dieper"))
    assert linear_text(document) == "Kop\n\n  tekst\n\n  - punt\n\n    - dieper\n\n"


def test_a_link_says_where_it_goes() -> None:
    blocks = blocks_from_markdown("[uitleg](https://a.be) en <https://b.be>")
    assert isinstance(blocks[0], Paragraph)
    assert linear_text(Document(title="t", language="nl", blocks=blocks)).split() == [
        "uitleg",
        "(https://a.be)",
        "en",
        "https://b.be",
    ]


def test_deep_lists_stay_on_the_page() -> None:
    text = "\n".join("  " * depth + f"- punt{depth}" for depth in range(60))
    lines = linear_text(Document(title="t", language="nl", blocks=blocks_from_markdown(text))).splitlines()
    assert max(map(len, lines)) <= 76
    assert "punt59" in lines[-2] + lines[-1]
