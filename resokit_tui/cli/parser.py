"""What can be typed after `resokit`, in the reader's language.

Global options are accepted before and after the command: argparse would let the second set of defaults win, so they
have none (`SUPPRESS`) and are filled in afterwards.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from resokit_tui import __version__
from resokit_tui.core.errors import UsageError
from resokit_tui.core.i18n import LANGUAGES, Catalog, Message

AUDIENCES = ("full", "client", "partner", "intervisie")
DOCUMENTS = ("plan", "summary", "network", "intervision", "reflection")
_DEFAULTS = {"vault": None, "lang": None, "passphrase_fd": None}

AddCommand = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command by its name and what it is for."""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the reader's language, and raises instead of leaving."""

    def __init__(self, *, catalog: Catalog, **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **kwargs)
        self._catalog = catalog
        self._positionals.title = catalog("what you give")
        self._optionals.title = catalog("options")
        self.add_argument("--help", "-h", action="help", help=catalog("show this and stop"))

    def error(self, message: str) -> NoReturn:
        """Says how the command is used, in place of argparse's own English."""
        usage = self.format_usage().partition(":")[2].strip()
        raise UsageError(
            Message("This is not a complete command. Use it like this:\n  {usage}\nMore: resokit --help", usage=usage)
        )

    def format_help(self) -> str:
        """The help text, with its first word translated."""
        return super().format_help().replace("usage:", self._catalog("usage:"), 1)


def parse(arguments: Sequence[str], catalog: Catalog) -> argparse.Namespace:
    """The options as typed, with defaults filled in. Raises `UsageError`; leaves for `--help` and `--version`."""
    options = _build(catalog).parse_args(arguments)
    for name, default in _DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, default)
    return options


def _build(catalog: Catalog) -> _Parser:
    tr = catalog
    parser = _Parser(
        catalog=tr,
        prog="resokit",
        description=tr("A wayfinder to socially valued roles. Without a command the app opens."),
    )
    parser.add_argument("--version", action="version", version=__version__, help=tr("show the version and stop"))
    _add_global(parser, tr)
    commands = parser.add_subparsers(
        dest="command", metavar=tr("COMMAND"), title=tr("commands"), parser_class=_Parser, required=False
    )

    def command(name: str, about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, catalog=tr, help=about, description=about)
        _add_global(sub, tr)
        return sub

    _add_method_commands(command, tr)
    _add_vault_commands(command, tr)
    _add_keeping_commands(command, tr)
    command("where", tr("where vaults, documents and settings are kept"))
    command("keys", tr("every key of the app: where it works, the keys, what they do"))
    return parser


def _add_method_commands(command: AddCommand, tr: Catalog) -> None:
    """What needs no vault of one's own."""
    demo = command("demo", tr("the app with fictional people, in a private folder that disappears at the end"))
    demo.add_argument("--pdf", type=Path, metavar=tr("FILE"), help=tr("only write the practice role plan"))
    demo.add_argument("--keep", type=Path, metavar=tr("FOLDER"), help=tr("keep the practice vault here"))
    demo.add_argument("--practice-folder", type=Path, help=argparse.SUPPRESS)
    _add_audience(demo, tr)
    _add_force(demo, tr)

    show = command("show", tr("a page of the method as plain text; without a page: the list of pages"))
    show.add_argument("page", nargs="?", metavar=tr("PAGE"), help=tr("id of the page, such as condition.trust"))
    show.add_argument(
        "--pdf", type=Path, metavar=tr("FILE"), help=tr("write the worksheet of a tool, to fill in by hand")
    )
    _add_force(show, tr)

    find = command("find", tr("search the method and the glossary; one hit per line"))
    find.add_argument("words", nargs="+", metavar=tr("WORDS"), help=tr("what you are looking for"))

    check = command("check", tr("check every file of the vault; one fault per line"))
    check.add_argument("--repair", action="store_true", help=tr("put copies back and move damaged files aside"))
    check.add_argument("--content", action="store_true", help=tr("check pages, glossary and roles instead"))
    check.add_argument("--overlay", type=Path, metavar=tr("FOLDER"), help=tr("your organisation's own pages as well"))


def _add_vault_commands(command: AddCommand, tr: Catalog) -> None:
    """What makes a vault, or opens one."""
    init = command("init", tr("make a vault; shows its recovery code once"))
    init.add_argument("name", metavar=tr("NAME"), help=tr("name of the vault"))

    new = command("new", tr("make a dossier"))
    new.add_argument("alias", metavar=tr("ALIAS"), help=tr("a name that is not the legal name"))

    command("list", tr("the dossiers: alias, id, stage, next date"))

    note = command("note", tr("add a note from standard input, dated today"))
    note.add_argument("alias", metavar=tr("ALIAS"), help=tr("alias or id of the dossier"))

    export = command("export", tr("write a role plan, or a dossier as data"))
    export.add_argument("alias", nargs="?", metavar=tr("ALIAS"), help=tr("alias or id of the dossier"))
    export.add_argument("--all", action="store_true", help=tr("every dossier, into the folder of -o"))
    export.add_argument("--document", choices=DOCUMENTS, default="plan", help=tr("which document"))
    export.add_argument(
        "--format", choices=("pdf", "md", "csv", "json"), default="pdf", help=tr("pdf, md, csv or json")
    )
    export.add_argument("-o", "--output", type=Path, metavar=tr("FILE"), help=tr("where to write it"))
    export.add_argument("--size", type=int, choices=(11, 12, 14), help=tr("size of the text in points"))
    export.add_argument("--partner", metavar=tr("NAME"), help=tr("the partner who will read it"))
    export.add_argument("--protected", action="store_true", help=tr("a pdf that opens with words that are shown once"))
    export.add_argument("--yes", action="store_true", help=tr("you have read what may still give somebody away"))
    _add_audience(export, tr)
    _add_force(export, tr)

    take = command("import", tr("take in a dossier that was exported as json"))
    take.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("the file"))
    take.add_argument("--alias", metavar=tr("ALIAS"), help=tr("the alias it gets here"))
    take.add_argument("--merge", action="store_true", help=tr("bring it together with the dossier of the same id"))
    take.add_argument("--look", action="store_true", help=tr("only say what is in it"))


def _add_keeping_commands(command: AddCommand, tr: Catalog) -> None:
    """What looks after a vault."""
    backup = command("backup", tr("copy the vault to a folder and read the copy back"))
    backup.add_argument("folder", type=Path, metavar=tr("FOLDER"), help=tr("a folder on another disk"))

    restore = command("restore", tr("bring back what is missing from a backup; overwrites nothing"))
    restore.add_argument("folder", type=Path, metavar=tr("FOLDER"), help=tr("the folder of the backup"))
    restore.add_argument(
        "--also", action="append", default=[], metavar="ID", help=tr("a dossier that was erased and must come back")
    )

    passphrase = command("passphrase", tr("choose a new passphrase"))
    passphrase.add_argument(
        "--new-passphrase-fd", type=int, metavar="N", help=tr("read the new passphrase from this open file descriptor")
    )


def _add_global(parser: argparse.ArgumentParser, tr: Catalog) -> None:
    group = parser.add_argument_group(tr("everywhere"))
    group.add_argument(
        "--vault", type=Path, default=argparse.SUPPRESS, metavar=tr("FOLDER"), help=tr("the folder of the vault itself")
    )
    group.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tr("language: nl, fr or en"))
    group.add_argument(
        "--passphrase-fd",
        type=int,
        default=argparse.SUPPRESS,
        metavar="N",
        help=tr("read the passphrase from this open file descriptor"),
    )


def _add_audience(parser: argparse.ArgumentParser, tr: Catalog) -> None:
    parser.add_argument("--audience", choices=AUDIENCES, help=tr("for whom; full unless said"))


def _add_force(parser: argparse.ArgumentParser, tr: Catalog) -> None:
    parser.add_argument("--force", action="store_true", help=tr("replace a file that exists"))
