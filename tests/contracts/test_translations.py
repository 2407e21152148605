"""Every string of the interface exists in Dutch and French, with the same values to fill in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import resokit_tui
from resokit_tui.core.i18n import LOCALE_FOLDER

PACKAGE = Path(resokit_tui.__file__).parent
SPEAKING = frozenset(("Message", "tr", "catalog", "_catalog", "counted", "notice"))
"""Names of what takes a source text as its first argument; `counted` takes a second one for the plural."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def source_texts() -> set[str | tuple[str, ...]]:
    """Every source text in the code; a plural one is a pair.

    Read from the syntax tree, because Babel overlooks what stands inside an f-string.
    """
    return {text for file in PACKAGE.rglob("*.py") for text in _texts_in(ast.parse(file.read_text(encoding="utf-8")))}


def _texts_in(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in SPEAKING and texts:
            yield (texts[0], texts[1]) if name == "counted" else texts[0]


def catalogue(language: str) -> Catalog:
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "resokit.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts(value: str | tuple[str, ...] | list[str] | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from value or ("",)


@pytest.mark.parametrize("language", ["nl", "fr"])
class TestCatalogue:
    def test_nothing_is_missing(self, language: str) -> None:
        known = {m.id for m in catalogue(language) if m.id and all(texts(m.string))}
        assert source_texts() - known == set()

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
    assert list(_texts_in(inside)) == ["word"]
    assert "today" in found
    assert ("{n} day", "{n} days") in found
