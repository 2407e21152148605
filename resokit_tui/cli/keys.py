"""Every key of the app as text, for whoever prints them or listens to them."""

from __future__ import annotations

import argparse

from resokit_tui.cli.terminal import say
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DONE


def keys(house: House, options: argparse.Namespace) -> int:
    """One command per line: `where<TAB>keys<TAB>what it does`; without keys it is only in the list of commands."""
    from resokit_tui.ui.commands import COMMANDS, TITLES
    from resokit_tui.ui.glyphs import RICH
    from resokit_tui.ui.keys import key_name

    catalog = house.catalog
    for command in COMMANDS:
        names = " ".join(key_name(key, catalog, RICH) for key in command.shown_keys)
        say(f"{catalog.render(TITLES[command.scope])}\t{names}\t{catalog.render(command.help)}")
    return EXIT_DONE
