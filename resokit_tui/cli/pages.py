"""Commands that need no vault: pages of the method as text, and where things are kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from resokit_tui.cli.terminal import say
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DONE, UsageError
from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Message
from resokit_tui.export.page_text import page_document
from resokit_tui.export.text import linear_text


def show(house: House, options: argparse.Namespace) -> int:
    """One page as linear text; without a page one `id<TAB>kind<TAB>title` per line."""
    method = house.method()
    if options.pdf is not None:
        return _worksheet(house, options)
    if options.page is None:
        for page in method.pages.values():
            say(f"{page.id}\t{page.kind}\t{page.title}")
    else:
        titles = {page.id: page.title for page in method.pages.values()}
        say(linear_text(page_document(method.page(options.page), house.catalog, titles)).rstrip())
    return EXIT_DONE


def _worksheet(house: House, options: argparse.Namespace) -> int:
    """The sheet of a tool page, to fill in by hand; no vault is needed."""
    if options.page is None:
        raise UsageError(Message("Say which tool: resokit show PAGE --pdf FILE. “resokit show” lists the pages."))
    from resokit_tui.workspace.sheets import worksheet_bytes

    path: Path = options.pdf.absolute()
    page = house.method().page(options.page)
    write_atomic(path, worksheet_bytes(page, house.catalog, house.clock()), force=options.force)
    say(str(path))
    return EXIT_DONE


def where(house: House, options: argparse.Namespace) -> int:
    """The folders in use, one `name<TAB>path` per line."""
    paths = house.paths
    for name, path in (
        ("vaults", options.vault or paths.vaults),
        ("exports", paths.exports),
        ("settings", paths.settings),
        ("log", paths.log),
    ):
        say(f"{name}\t{path}")
    return EXIT_DONE
