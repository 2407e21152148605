"""Words of a client are typed, the app crashes, and the words are looked for everywhere they must not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from resokit_tui.core.dates import system_clock
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors
from tests.terminal.pty_app import PtyApp
from tests.terminal.test_journeys import ENTER

PASSPHRASE = "kanariegeel paraplu trein walnoot"
ALIAS, NOTE = "Kwetterdop", "zilverzangvogel"
CANARIES = ("kanariegeel", ALIAS, NOTE)

CRASH = """
import os, sys
from resokit_tui.__main__ import clean_environment
clean_environment()
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
def fill(self):
    alias = self.services.session.alias
    raise KeyError(alias + " {note}")
WayfinderScreen.fill = fill
{control}
from resokit_tui.cli.run import run
sys.exit(run([], os.environ))
"""
WITHOUT_PROTECTION = """
from resokit_tui.ui.leaving import OrderlyApp
del OrderlyApp._handle_exception
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    doors = Doors(tmp_path / "home" / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", PASSPHRASE)
    workspace.new(ALIAS)
    workspace.close()
    (tmp_path / "tmp").mkdir()
    return tmp_path / "home"


def crash(home: Path, control: str = "") -> PtyApp:
    """Types a passphrase and a note, waits until the draft is kept, and crashes the app."""
    code = CRASH.replace("{control}", control).replace("{note}", NOTE)
    app = PtyApp(home=home, code=code, TMPDIR=str(home.parent / "tmp"), TEXTUAL_LOG=str(home.parent / "tmp" / "log"))
    app.wait_for("Wachtzin van Ann")
    app.send(PASSPHRASE + ENTER)
    app.wait_for(ALIAS)
    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(ENTER)
    app.wait_for("ROLONTWERP")
    app.send("n")
    app.wait_for("Een nieuwe notitie")
    app.send(f"Een {NOTE} op het balkon")
    app.wait_for("Klad bewaard")
    app.send("\x13")
    app.wait_for("Bewaard ")
    app.send("\x1b")
    app.wait_for("ROLONTWERP")
    app.send("2")
    app.wait_for_end()
    return app


def readable_files(folder: Path) -> Iterator[bytes]:
    """Every file below a folder, with its name."""
    for path in folder.rglob("*"):
        yield path.name.encode()
        if path.is_file():
            yield path.read_bytes()


def told(data: bytes) -> set[str]:
    """The canaries that stand in these bytes, in any usual encoding and any case."""
    low = data.lower()
    return {
        word for word in CANARIES if any(word.lower().encode(e) in low for e in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def test_no_word_of_a_client_is_left_behind(home: Path) -> None:
    app = crash(home)
    assert NOTE in app.raw.decode("utf-8", "replace"), "the canary was on the screen"
    assert told(app.left_behind) == set()
    assert set().union(*map(told, readable_files(home.parent))) == set()
    titles = re.findall(rb"\x1b\][^\x07\x1b]*", app.raw)
    assert told(b" ".join(titles)) == set()


def test_the_crash_says_where_it_was_and_under_which_number(home: Path) -> None:
    shown = crash(home).left_behind.decode("utf-8", "replace")
    log = (home / "state" / "events.log").read_text()
    assert "KeyError" in shown
    number = log.split()[2]
    assert number in shown


def test_without_the_protection_the_same_crash_does_leak(home: Path) -> None:
    assert told(crash(home, WITHOUT_PROTECTION).left_behind)


def test_a_vault_in_clear_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "note").write_text(f"Een {NOTE}", encoding="utf-16")
    assert set().union(*map(told, readable_files(tmp_path))) == {NOTE}
