"""The short way to paper gives what fpdf2 would have given: the same letters at the same places in the same inks."""

from __future__ import annotations

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops

from resokit_tui.export.pdf.paper import Pen
from tests.unit.export.pdf.printing import printed_markdown

TEXT = (
    "# Kop (met haakjes)\n\nGewoon, **vet**, *schuin*, ***beide*** en `code`; een \\\\ en (haakjes), Ελένη, Олена.\n\n"
    "- punt met [een link](https://a.be)\n- ~~doorgehaald~~ en فاطمة en שלום\n\n" + "nog een woord " * 60
)


def picture(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(BytesIO(data))
    try:
        page: Image.Image = document[0].render(scale=2).to_pil().convert("L")
        return page
    finally:
        document.close()


def test_both_ways_give_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    short = printed_markdown(TEXT)
    monkeypatch.setattr(Pen, "write_line", lambda *_: False)
    long = printed_markdown(TEXT)
    assert short != long, "the control: two ways were taken"
    difference = ImageChops.difference(picture(short), picture(long))
    assert sum(difference.histogram()[64:]) == 0
