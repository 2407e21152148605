"""Commands on the content: searching the method, and checking what stands in its files. No vault is opened."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from resokit_tui.cli.terminal import say, tell
from resokit_tui.compose import House, content_faults, read_glossary
from resokit_tui.core.errors import EXIT_CANNOT, EXIT_DONE, CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.findable import method_entries
from resokit_tui.workspace.search import Hit, SearchIndex


def find(house: House, options: argparse.Namespace) -> int:
    """What the method and the glossary say, one `group<TAB>id<TAB>excerpt` per line; the id is that of a page or term.

    Raises `CannotError` when nothing is found.
    """
    sought = " ".join(options.words)
    index = SearchIndex()
    index.put("method", method_entries(house.method(), read_glossary()))
    found = index.search(sought)
    if not found.hits:
        raise CannotError(Message("Nothing for ‘{words}’. Try a shorter word, or another one.", words=sought))
    if found.corrected:
        alike = house.catalog("Nothing for ‘{words}’. This looks like it:", words=sought)
        tell(f"{alike} {' '.join(found.words)}")
    for hit in found.hits:
        say("\t".join((hit.entry.group, hit.entry.target, " · ".join(_said(hit)))))
    return EXIT_DONE


def check(house: House, options: argparse.Namespace) -> int:
    """Every fault in the content, one `file:line: sentence` per line."""
    if options.overlay is not None and not options.overlay.is_dir():
        raise CannotError(Message("There is no folder {path}. Check how it is written.", path=str(options.overlay)))
    faults = content_faults(options.overlay)
    for fault in faults:
        say(f"{fault.file}:{fault.line}: {house.catalog.render(fault.fault)}")
    if not faults:
        tell(house.catalog("The content is in order."))
    return EXIT_CANNOT if faults else EXIT_DONE


def _said(hit: Hit) -> Iterator[str]:
    for text in (hit.entry.title, hit.excerpt):
        if text:
            yield " ".join(text.split())
