from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

import pytest

from resokit_tui.core.errors import CannotError
from resokit_tui.workspace.saving import save_merged
from tests.unit.vault.support import NOW, WatchedFiles, dossier_with, make_vault, note, open_vault, texts


@pytest.mark.parametrize("for_good", [False, True])
def test_a_colleagues_save_that_cannot_be_read_just_now_is_never_built_over(tmp_path: Path, for_good: bool) -> None:
    """A disk that refuses in the middle of a conflict must not make us go on from the version before."""
    files = WatchedFiles()
    vault, _ = make_vault(tmp_path / "v", files)
    dossier = dossier_with(vault, "een")
    for call in range(20):
        mine, theirs = vault.storage(dossier), open_vault(vault.folder).storage(dossier)
        note(theirs, f"hun zin {call}")
        theirs.commit("theirs", NOW)
        note(mine, f"mijn zin {call}")
        files.watch(call, errno.EIO, for_good=for_good)
        with suppress(CannotError):
            save_merged(mine, "mine", NOW)
        files.watch()
        assert f"hun zin {call}" in texts(open_vault(vault.folder).storage(dossier))
