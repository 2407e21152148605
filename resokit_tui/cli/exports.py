"""Documents and data from the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from resokit_tui.cli.opening import open_workspace
from resokit_tui.cli.terminal import say, tell
from resokit_tui.compose import House
from resokit_tui.core.errors import EXIT_DONE
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.audience import Audience, require_ready
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.exporting import plan_bytes, write_plan


def readable_audience(options: argparse.Namespace) -> Audience:
    """The reader that was asked for; refused before any vault is opened (`UsageError`) when we cannot filter for it."""
    audience = Audience(options.audience)
    require_ready(audience)
    return audience


def export(house: House, options: argparse.Namespace) -> int:
    """A role plan, or a dossier as data; text and data without `-o` go to standard output."""
    audience = readable_audience(options)
    with open_workspace(house, options) as workspace:
        return export_from(workspace, house, options, workspace.find(options.alias), audience)


def export_from(
    workspace: Workspace, house: House, options: argparse.Namespace, dossier_id: str, audience: Audience
) -> int:
    """Writes one dossier as the options say. A damaged newest version is said, and gives exit code 3."""
    session = workspace.open(dossier_id)
    catalog = load_catalog(session.dossier.client.language)
    output: Path | None = options.output
    if output is None and options.format != "pdf":
        data = plan_bytes(
            session,
            audience,
            catalog,
            options.format,
            professional=workspace.professional,
            organisation=workspace.organisation,
        )
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        path = write_plan(
            session,
            audience,
            catalog,
            format=options.format,
            path=output,
            exports=house.paths.exports,
            professional=workspace.professional,
            organisation=workspace.organisation,
            force=options.force,
        )
        say(str(path))
    if options.format == "json":
        tell(house.catalog("This is the whole dossier, reflections included, and it is not encrypted."))
    if session.damage is not None:
        tell(house.catalog.render(session.damage.message))
        return session.damage.exit_code
    return EXIT_DONE
