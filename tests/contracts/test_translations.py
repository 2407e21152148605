"""Every string of the interface exists in Dutch and French, with the same values to fill in."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import resokit_tui
from resokit_tui.core.i18n import LOCALE_FOLDER

PACKAGE = Path(resokit_tui.__file__).parent
TOOL = runpy.run_path(str(PACKAGE.parent / ".ci" / "update_translations.py"))
"""The tool that brings the catalogues up to date: what it reads from the code is what this test asks for."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def source_texts() -> set[str | tuple[str, ...]]:
    """Every source text in the code; a plural one is a pair."""
    found: set[str | tuple[str, ...]] = TOOL["source_texts"](PACKAGE)
    return found


def catalogue(language: str) -> Catalog:
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "resokit.po"
    with path.open("rb") as file:
        return read_po(file, locale=language.partition("@")[0])


def texts(value: str | tuple[str, ...] | list[str] | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from value or ("",)


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_nothing_is_missing(language: str) -> None:
    known = {m.id for m in catalogue(language) if m.id and all(texts(m.string))}
    assert source_texts() - known == set()


def test_the_polite_variant_says_each_of_its_texts_otherwise() -> None:
    polite, usual = catalogue("nl@polite"), catalogue("nl")
    same = [m.id for m in polite if m.id and m.string == getattr(usual.get(m.id), "string", None)]
    assert same == []


@pytest.mark.parametrize("language", ["nl", "fr", "nl@polite"])
class TestCatalogue:
    def test_nothing_is_left_over(self, language: str) -> None:
        assert {m.id for m in catalogue(language) if m.id} - source_texts() == set()

    def test_the_values_to_fill_in_are_the_same(self, language: str) -> None:
        wrong = [
            source
            for m in catalogue(language)
            if m.id
            for source, target in zip(texts(m.id), texts(m.string), strict=True)
            if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(target))
        ]
        assert wrong == []

    def test_the_compiled_one_is_not_older(self, language: str) -> None:
        source = LOCALE_FOLDER / language / "LC_MESSAGES" / "resokit.po"
        assert source.with_suffix(".mo").stat().st_mtime >= source.stat().st_mtime - 1, "run python .ci/build_hook.py"


def test_extraction_sees_both_kinds_of_messages() -> None:
    found = source_texts()
    inside = ast.parse("f'{self.tr(\"word\")}'")
    assert list(TOOL["texts_in"](inside)) == ["word"]
    assert "today" in found
    assert ("{n} day", "{n} days") in found
