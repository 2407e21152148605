"""Brings the catalogues up to date with the code: new source texts come in empty, texts that are gone go out.

Run: `python .ci/update_translations.py`, fill in what is empty in `resokit_tui/locale/*/LC_MESSAGES/resokit.po`, then
`python .ci/build_hook.py`. Source texts are read from the syntax tree: Babel's own extraction overlooks what stands
inside an f-string.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SPEAKING = frozenset(("Message", "tr", "catalog", "_catalog", "counted", "notice"))
"""Names of what takes a source text as its first argument; `counted` takes a second one for the plural."""

Text = str | tuple[str, str]
"""A source text, or its singular and plural."""


def source_texts(package: Path) -> set[Text]:
    """Every source text in a package."""
    return {text for file in package.rglob("*.py") for text in texts_in(ast.parse(file.read_text(encoding="utf-8")))}


def texts_in(tree: ast.AST) -> Iterator[Text]:
    """Every source text in one syntax tree."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in SPEAKING and texts and texts[0]:
            yield (texts[0], texts[1]) if name == "counted" else texts[0]


def update(file: Path, texts: set[Text]) -> None:
    """Writes the catalogue anew, sorted, with what was translated already.

    A variant such as `nl@polite` holds only what it says otherwise: nothing comes in by itself.
    """
    locale, _, variant = file.parts[-3].partition("@")
    with file.open("rb") as source:
        before = read_po(source, locale=locale)
    after = Catalog(locale=locale, project="Resokit", header_comment=before.header_comment, fuzzy=False)
    after.mime_headers = (
        before.mime_headers
    )  # the plural forms the texts were written for, whatever Babel thinks of them now
    for text in texts:
        known = before.get(text if isinstance(text, str) else text[0])
        if variant and not known:
            continue
        after.add(text, known.string if known else "")
    with file.open("wb") as target:
        write_po(target, after, width=110, sort_output=True, no_location=True)


if __name__ == "__main__":
    for catalogue in sorted((ROOT / "resokit_tui" / "locale").rglob("*.po")):
        update(catalogue, source_texts(ROOT / "resokit_tui"))
