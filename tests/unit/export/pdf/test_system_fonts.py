"""Scripts that no font of ours has are printed with one of the machine, when it may be embedded."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from resokit_tui.export.blocks import Document, Paragraph, plain
from resokit_tui.export.pdf import system_fonts
from resokit_tui.export.pdf.document import missing_in
from tests.unit.export.pdf.printing import faults, printed, text_of


def make_font(path: Path, characters: str, *, may_embed: bool = True) -> None:
    """A TrueType font with a square for each of these characters."""
    names = [".notdef", *(f"uni{ord(one):04X}" for one in characters)]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (950, 700), (950, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(one): name for one, name in zip(characters, names[1:], strict=True)})
    font.setupGlyf(dict.fromkeys(names, square))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Proef", "styleName": "Regular", "psName": path.stem})
    font.setupOS2(fsType=0 if may_embed else 2)
    font.setupPost()
    font.save(path)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(system_fonts, "folders", lambda: (tmp_path,))
    system_fonts._candidates.cache_clear()
    return tmp_path


def lacking(text: str) -> tuple[str, ...]:
    return missing_in(Document(title="t", language="nl", blocks=(Paragraph(plain(text)),)))


def test_a_font_of_the_machine_is_used_and_the_paper_conforms(machine: Path) -> None:
    (machine / "deep").mkdir()
    make_font(machine / "deep" / "DroidSansFallback.ttf", "你好")
    data = printed(Paragraph(plain("naam 你好")))
    assert lacking("naam 你好") == ()
    assert "你好" in text_of(data)
    assert faults(data) == []


def test_two_fonts_together_cover_two_scripts(machine: Path) -> None:
    make_font(machine / "DroidSansFallback.ttf", "你好")
    make_font(machine / "malgun.ttf", "세계")
    assert lacking("你好 세계 あ") == ("あ",)
    found = text_of(printed(Paragraph(plain("你好 세계 あ"))))
    assert "你好 세계 □" in found


def test_a_font_that_may_not_be_embedded_is_left_alone(machine: Path) -> None:
    make_font(machine / "simsun.ttc", "你好", may_embed=False)
    (machine / "msyh.ttc").write_bytes(b"not a font")
    make_font(machine / "unknown.ttf", "你好")
    assert lacking("你好") == ("你", "好")
