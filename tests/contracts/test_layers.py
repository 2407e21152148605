"""Who may import whom, and what a command loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def loaded_by(code: str, tmp_path: Path) -> set[str]:
    """The modules a fresh interpreter has loaded after running `code`."""
    script = f"import sys, os\nsys.stdout = open(os.devnull, 'w')\n{code}\nprint(*sys.modules, file=sys.__stdout__)"
    environment = {**os.environ, "RESOKIT_HOME": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True, cwd=ROOT
    )
    return {name.partition(".")[0] for name in result.stdout.split()} | set(result.stdout.split())


def test_the_rooms_keep_to_their_layers() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("arguments", [["show"], ["show", "condition.trust"], ["where"]])
def test_commands_without_screen_or_paper_load_neither(arguments: list[str], tmp_path: Path) -> None:
    loaded = loaded_by(f"from resokit_tui.cli.run import run\nassert run({arguments!r}, os.environ) == 0", tmp_path)
    assert not loaded & {"textual", "rich", "fpdf", "fontTools", "PIL", "pikepdf", "zxcvbn"}


def test_the_version_loads_no_room_at_all(tmp_path: Path) -> None:
    code = "from resokit_tui.cli.run import run\ntry: run(['--version'], os.environ)\nexcept SystemExit: pass"
    assert not loaded_by(code, tmp_path) & {"textual", "rich", "fpdf"}


def test_the_control_sees_what_the_app_does_load(tmp_path: Path) -> None:
    assert {"textual", "rich"} <= loaded_by("import resokit_tui.ui.app", tmp_path)


def test_the_app_does_not_load_the_paper_or_the_reader_before_they_are_needed(tmp_path: Path) -> None:
    loaded = loaded_by("import resokit_tui.ui.app, resokit_tui.ui.screens.unlock", tmp_path)
    assert not loaded & {"fpdf", "fontTools", "PIL", "pikepdf", "zxcvbn", "textual.widgets._markdown"}
    assert "resokit_tui.ui.screens.reader" not in loaded
    assert "resokit_tui.casework.dossier" not in loaded
