"""The practice vault: the app on fictional people, or only the plan of one of them."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resokit_tui.cli.app import need_terminal, start_anew, still
from resokit_tui.cli.exports import export_from
from resokit_tui.compose import House, run_app
from resokit_tui.core.paths import make_private
from resokit_tui.export.audience import Audience
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.exporting import Order
from resokit_tui.workspace.practice import FIRST, PASSPHRASE, make_practice_vault


def open_demo(house: House, options: argparse.Namespace) -> int:
    """The app on a practice vault; or, with `--pdf`, only its role plan."""
    if options.pdf is not None:
        return _practice_plan(house, options)
    need_terminal()
    folder: Path = options.keep or options.practice_folder or Path(tempfile.mkdtemp(prefix="resokit-")) / "practice"
    if options.keep is not None and not folder.exists():
        make_private(folder.parent)
    locked = False
    try:
        if not folder.exists() or not any(folder.iterdir()):
            _fill(house, folder).close()
        doors = house.practice_doors(folder.parent)
        outcome = run_app(
            house,
            doors,
            chosen=doors.door(folder),
            passphrase_shown=PASSPHRASE,
            still=still(),
            exports=folder.parent / "exports",  # practice goes as a whole, its papers too
        )
        locked = outcome.locked
        return start_anew("--practice-folder", str(folder)) if locked else outcome.code
    finally:
        if options.keep is None and not locked:
            shutil.rmtree(folder.parent, ignore_errors=True)


def _fill(house: House, folder: Path) -> Workspace:
    doors = house.practice_doors(folder.parent)
    return make_practice_vault(folder, doors, house.catalog("Practice"), house.demo_content, house.clock())


def _practice_plan(house: House, options: argparse.Namespace) -> int:
    """The plan of one practice dossier, through the whole path: vault, save, open, filter, paper."""
    order = Order(
        audience=Audience(options.audience or "full"),
        language=options.lang or "",
    )
    with _temporary_folder() as folder:
        _fill(house, folder / "practice").close()
        doors = house.practice_doors(folder)
        workspace = doors.open(folder / "practice", PASSPHRASE)
        try:
            options.output = options.pdf
            return export_from(workspace, house, options, workspace.find(FIRST), order, agreed=True)
        finally:
            workspace.close()


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="resokit-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
