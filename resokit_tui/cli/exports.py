"""Documents and data from the command line."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from resokit_tui.casework.consent import PART_NAMES
from resokit_tui.cli.opening import open_workspace
from resokit_tui.cli.terminal import say, tell
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_CANNOT, EXIT_DONE, CannotError, ResokitError, UsageError
from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Message
from resokit_tui.core.spoken import spoken_passphrase
from resokit_tui.export.audience import Audience
from resokit_tui.export.data import dossier_json
from resokit_tui.export.documents import DocumentKind
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.export_places import file_stem, watched_by_cloud
from resokit_tui.workspace.exporting import Author, Order, Prepared, author_of, note_export, prepare, register, to_bytes
from resokit_tui.workspace.exporting import write as write_document
from resokit_tui.workspace.session import DossierSession


def export(house: House, options: argparse.Namespace) -> int:
    """A document, or a dossier as data; text and data without `-o` go to standard output."""
    order = order_of(options)
    if options.all == (options.alias is not None):
        raise UsageError(Message("Give one alias, or --all with -o FOLDER."))
    if options.all and options.output is None:
        raise UsageError(Message("Say with -o in which folder the documents must come."))
    with open_workspace(house, options) as workspace:
        if options.all:
            return _export_all(workspace, house, options, order)
        return export_from(workspace, house, options, workspace.find(options.alias), order)


def order_of(options: argparse.Namespace) -> Order:
    """What was asked for. Raises `UsageError` when it contradicts itself."""
    kind = DocumentKind(options.document)
    usual = Audience.INTERVISIE if kind is DocumentKind.INTERVISION else Audience.FULL
    audience = Audience(options.audience) if options.audience else usual
    if options.partner and audience is not Audience.PARTNER:
        raise UsageError(Message("--partner goes with --audience partner."))
    if options.protected and (options.all or options.format != "pdf"):
        raise UsageError(Message("--protected is for one pdf at a time."))
    return Order(
        kind=kind,
        audience=audience,
        partner=options.partner or "",
        language=options.lang or "",
        size=float(options.size or 0),
        format=options.format,
    )


def export_from(
    workspace: Workspace,
    house: House,
    options: argparse.Namespace,
    dossier_id: str,
    order: Order,
    *,
    agreed: bool = False,
) -> int:
    """Writes one dossier as the options say. A damaged newest version is said, and gives exit code 3."""
    session = workspace.open(dossier_id)
    output: Path | None = options.output
    if output is not None:
        _warn_of_cloud(house, output)
    if _is_data(options, order):
        _export_data(session, house, options)
    else:
        prepared = prepare(session, order, _author(workspace, house, order))
        _tell_what_to_know(prepared, house)
        if output is None and order.format != "pdf":
            _show(session, prepared, agreed=agreed or options.yes)
        else:
            _write(session, prepared, house, options, agreed=agreed or options.yes)
    return _end(session, house)


def _write(
    session: DossierSession, prepared: Prepared, house: House, options: argparse.Namespace, *, agreed: bool
) -> None:
    """Writes a file; the words that open a protected one are told once."""
    passphrase = spoken_passphrase(prepared.catalog.language) if getattr(options, "protected", False) else ""
    path = write_document(
        session,
        prepared,
        exports=house.paths.exports,
        path=options.output,
        force=options.force,
        agreed=agreed,
        passphrase=passphrase,
    )
    say(str(path))
    if passphrase:
        words = passphrase
        tell(house.catalog("It opens with: {words}. This is shown only now. Pass it on another way.", words=words))


def _show(session: DossierSession, prepared: Prepared, *, agreed: bool) -> None:
    """Text or data on standard output, registered before anything is seen."""
    if prepared.order.audience is Audience.INTERVISIE and not agreed:
        raise CannotError(Message("Read first what may still give somebody away, and say yes to it (--yes)."))
    data = to_bytes(prepared, session)
    if session.damage is None:
        register(session, prepared, data, "")
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def _export_data(session: DossierSession, house: House, options: argparse.Namespace) -> None:
    """The whole dossier, for another vault."""
    if options.output is None:
        sys.stdout.buffer.write(dossier_json(session.dossier))
        sys.stdout.flush()
    else:
        say(str(_write_data(session, options.output, options)))
    tell(house.catalog("This is the whole dossier, reflections included, and it is not encrypted."))


def _export_all(workspace: Workspace, house: House, options: argparse.Namespace, order: Order) -> int:
    """One document per dossier. Who may not be told about is named with the reason, and the others go on."""
    if order.audience is Audience.INTERVISIE or order.kind in (DocumentKind.INTERVISION, DocumentKind.REFLECTION):
        raise UsageError(Message("What has to be read first, or is for yourself, is made one at a time."))
    folder: Path = options.output
    if not folder.is_dir():
        raise CannotError(Message("There is no folder {path}. Make it first.", path=str(folder)))
    _warn_of_cloud(house, folder)
    author, lines, code = _author(workspace, house, order), workspace.lines(), EXIT_DONE
    names = _Names(folder, "json" if _is_data(options, order) else order.format)
    for number, line in enumerate(lines, 1):
        told = house.catalog("{n} of {all}", n=number, all=len(lines))
        try:
            session = workspace.open(line.id)
            if _is_data(options, order):
                path = _write_data(session, names.free("dossier", line.alias, workspace.today()), options)
            else:
                prepared = prepare(session, order, author)
                path = names.free(prepared.word, line.alias, prepared.day)
                write_document(session, prepared, exports=folder, path=path, force=options.force)
            say(str(path))
            tell(told)
            code = max(code, _end(session, house))
        except ResokitError as error:
            tell(f"{told}: {line.alias}. {house.catalog.render(error.message)}")
            code = max(code, EXIT_CANNOT)
    return code


class _Names:
    """Names in a folder; two dossiers never get the same one in one run."""

    def __init__(self, folder: Path, format: str) -> None:
        self._folder, self._format = folder, format
        self._given: set[Path] = set()

    def free(self, word: str, alias: str, day: date) -> Path:
        """A name nobody got yet; whether a file of an earlier day has it is not asked here."""
        stem, number = file_stem(word, alias, day), 1
        path = self._folder / f"{stem}.{self._format}"
        while path in self._given:
            number += 1
            path = self._folder / f"{stem}_v{number}.{self._format}"
        self._given.add(path)
        return path


def _is_data(options: argparse.Namespace, order: Order) -> bool:
    """Whether the dossier itself is asked for, for another vault, and not a document."""
    return order.format == "json" and options.audience is None and order.kind is DocumentKind.PLAN


def _write_data(session: DossierSession, path: Path, options: argparse.Namespace) -> Path:
    data = dossier_json(session.dossier)
    write_atomic(path, data, force=options.force)
    note_export(session, "dossier", Audience.FULL.value, "json", data, str(path.absolute()))
    return path.absolute()


def _author(workspace: Workspace, house: House, order: Order) -> Author:
    """Titles of pages are read only for papers that name pages."""
    named = order.kind in (DocumentKind.REFLECTION, DocumentKind.INTERVISION)
    titles = {page.id: page.title for page in house.method().pages.values()} if named else {}
    return author_of(workspace, titles)


def _tell_what_to_know(prepared: Prepared, house: House) -> None:
    """Says what was refused and is therefore left out, and which words may still be names."""
    if prepared.refused:
        parts = ", ".join(house.catalog.render(PART_NAMES[part]) for part in prepared.refused)
        tell(house.catalog("Left out, because it may not be shared: {parts}.", parts=parts))
    if prepared.doubts:
        tell(house.catalog("These words may still give somebody away. Read them:"))
        for doubt in prepared.doubts:
            tell(f"  {doubt.word}\t… {doubt.around} …")
    if prepared.order.audience is Audience.INTERVISIE:
        tell(house.catalog("Nothing can promise that a text names nobody. Read the document before you share it."))


def _warn_of_cloud(house: House, path: Path) -> None:
    if folder := watched_by_cloud(path):
        tell(
            house.catalog(
                "{folder} looks like a folder that is copied to another computer. A document is not encrypted.",
                folder=folder,
            )
        )


def _end(session: DossierSession, house: House) -> int:
    if session.damage is None:
        return EXIT_DONE
    tell(house.catalog.render(session.damage.message))
    return session.damage.exit_code
