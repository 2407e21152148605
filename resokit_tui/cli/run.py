"""Runs one command and turns whatever happens into an exit code and a sentence.

0 done · 1 cannot · 2 usage · 3 data damaged · 4 locked. Checks come in this order: usage, no such vault, no or wrong
passphrase, damage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import cast

from resokit_tui.cli.terminal import tell
from resokit_tui.compose import House, build_house, harden
from resokit_tui.core.errors import EXIT_CANNOT, EXIT_DONE, ResokitError
from resokit_tui.core.i18n import LANGUAGES, Catalog, Message, load_catalog
from resokit_tui.core.settings import Settings

_COMMANDS = {
    None: ("app", "open_app"),
    "demo": ("demo", "open_demo"),
    "show": ("pages", "show"),
    "find": ("content", "find"),
    "check": ("keeping", "check"),
    "backup": ("keeping", "backup"),
    "restore": ("keeping", "restore"),
    "passphrase": ("keeping", "passphrase"),
    "init": ("dossiers", "init"),
    "new": ("dossiers", "new"),
    "list": ("dossiers", "list_dossiers"),
    "note": ("dossiers", "note"),
    "export": ("exports", "export"),
    "import": ("imports", "import_file"),
    "where": ("pages", "where"),
    "keys": ("keys", "keys"),
}
"""Command → module and function; the module is imported when its command is typed, so that `show` loads no app."""


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs the command and returns its exit code."""
    harden()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    catalog = load_catalog(language_asked(arguments) or Settings().language)
    try:
        house = build_house(environment, language_asked(arguments))
        catalog = house.catalog
        return _run(arguments, house)
    except ResokitError as error:
        tell(catalog.render(error.message))
        return error.exit_code
    except KeyboardInterrupt:
        return EXIT_CANNOT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader had enough; say nothing more
        return EXIT_DONE
    except Exception as error:
        return _crash(error, catalog, environment)


def language_asked(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, before anything else is understood, so that errors are in that language."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in LANGUAGES:
            return value
    return None


def _run(arguments: Sequence[str], house: House) -> int:
    if not arguments:  # the app: it is there sooner without a parser, whose help is put into words as it is built
        from resokit_tui.cli.app import open_app

        return open_app(house)
    from resokit_tui.cli.parser import parse

    options = parse(arguments, house.catalog)
    module, name = _COMMANDS[options.command]
    command = getattr(import_module(f"resokit_tui.cli.{module}"), name)
    return cast("Callable[[House, object], int]", command)(house, options)


def _crash(error: Exception, catalog: Catalog, environment: Mapping[str, str]) -> int:
    """Type and place of an unexpected error, never its message or its variables: they may hold a client's words."""
    from resokit_tui.core.dates import system_clock
    from resokit_tui.core.eventlog import EventLog, place_of
    from resokit_tui.core.paths import find_paths

    kind, place = type(error).__name__, place_of(error)
    number = EventLog(find_paths(environment).log).crash(kind, place, system_clock())
    tell(
        catalog.render(
            Message(
                "Something went wrong that we did not expect ({kind}, {place}, number {number}). "
                "What was confirmed as saved is safe. Start again; if it comes back, report this line.",
                kind=kind,
                place=place,
                number=number,
            )
        )
    )
    return EXIT_CANNOT
