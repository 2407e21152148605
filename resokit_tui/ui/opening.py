"""Opens a document in the program the system has for it: only ever because somebody pressed a key."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_document(path: Path) -> bool:
    """Whether a program was started for it. Its name is seen by that program; its words never pass through here."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 (a document that we wrote)
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        return False
    subprocess.Popen(  # noqa: S603 (found on the path; the argument is a document that we wrote)
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True
