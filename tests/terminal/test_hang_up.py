"""The window is closed: what was typed is kept, and no process stays behind with an open vault."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.workspace.practice import PASSPHRASE
from tests.terminal.pty_app import PtyApp
from tests.terminal.test_journeys import ENTER

WITHOUT_PROTECTION = """
import os, sys
from resokit_tui.ui.leaving import OrderlyApp
OrderlyApp._hang_up = lambda self: self._end()
from resokit_tui.cli.run import run
sys.argv = ["resokit", "demo"]
sys.exit(run(sys.argv[1:], os.environ))
"""


def unlocked(tmp_path: Path, code: str = "") -> PtyApp:
    """The practice vault, open."""
    (tmp_path / "tmp").mkdir()
    app = PtyApp("demo", home=tmp_path / "home", code=code, TMPDIR=str(tmp_path / "tmp"))
    app.wait_for("Wachtzin", PASSPHRASE)
    app.send(PASSPHRASE + ENTER)
    app.wait_for("TE LAAT")
    return app


def test_nothing_stays_behind(tmp_path: Path) -> None:
    assert unlocked(tmp_path).hang_up(patience=12)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_without_the_protection_it_would_wait_for_ever(tmp_path: Path) -> None:
    assert not unlocked(tmp_path, WITHOUT_PROTECTION).hang_up(patience=4)
