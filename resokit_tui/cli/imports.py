"""A dossier from another vault, from the command line: looked at first, then taken in."""

from __future__ import annotations

import argparse
from pathlib import Path

from resokit_tui.cli.opening import open_workspace
from resokit_tui.cli.terminal import say, tell
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DAMAGED, EXIT_DONE, CannotError
from resokit_tui.core.files import reason_of
from resokit_tui.core.i18n import Message
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.importing import AliasTakenError, Preview, bring_together, look_at, take_in
from resokit_tui.workspace.session import DossierSession


def import_file(house: House, options: argparse.Namespace) -> int:
    """Takes in one dossier and prints its id. What could not be read is named, and gives exit code 3."""
    data = _read(options.file)
    with open_workspace(house, options) as workspace:
        preview = look_at(workspace, data)
        _tell(preview, house)
        if options.look:
            say(f"{preview.alias}\t{preview.dossier.id}")
        elif options.merge:
            say(bring_together(workspace, preview).id)
        else:
            say(_take_in(workspace, preview, options.alias or "").id)
    return EXIT_DAMAGED if preview.faults or preview.cut_short else EXIT_DONE


def _take_in(workspace: Workspace, preview: Preview, alias: str) -> DossierSession:
    """Names the options that help when the alias is taken; the app has keys for them."""
    try:
        return take_in(workspace, preview, alias)
    except AliasTakenError as error:
        merge = Message("--merge brings them together, --alias NAME gives this one another alias.")
        rename = Message("--alias NAME gives this one another alias.")
        how = merge if preview.is_known else rename
        raise AliasTakenError(Message("{reason} {how}", reason=error.message, how=how)) from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotError(
            Message("{path} could not be read ({reason}).", path=str(path), reason=reason_of(error))
        ) from None


def _tell(preview: Preview, house: House) -> None:
    """What is in the file, and what is wrong with it; of a fault only the place."""
    tr = house.catalog
    counts = ", ".join(f"{name} {number}" for name, number in preview.counts)
    tell(tr("{alias}: {counts}", alias=preview.alias, counts=counts))
    if preview.newer:
        tell(tr("A newer Resokit wrote this file. What this one does not know is left out."))
    if preview.cut_short:
        tell(tr("The end of this file is missing. What was whole is read."))
    for fault in preview.faults:
        if fault.lost:
            tell(tr("{field}: left out, because it is not as it should be.", field=fault.place))
        else:
            tell(tr("{field}: not known here, so left out; the rest of the record is kept.", field=fault.place))
