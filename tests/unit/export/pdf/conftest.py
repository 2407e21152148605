"""Printing does not depend on the fonts of the machine that tests run on."""

from __future__ import annotations

import pytest

from resokit_tui.export.pdf import system_fonts


@pytest.fixture(autouse=True)
def no_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_fonts, "folders", tuple)
