"""`resokit check`, `backup`, `restore` and `passphrase`: what they print, and their exit codes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import PASSPHRASE, Run, home, resokit, vault

__all__ = ["home", "resokit", "vault"]
NEW = "lantaarn fiets mosterd zolder"


@contextmanager
def descriptor(text: str) -> Iterator[str]:
    reading, writing = os.pipe()
    os.write(writing, text.encode() + b"\n")
    os.close(writing)
    try:
        yield str(reading)
    finally:
        os.close(reading)


def versions(folder: Path) -> list[Path]:
    return [path for path in folder.glob("o/[!0]*/*/*") if path.name.isdigit()]


class TestCheck:
    def test_a_whole_vault_says_so(self, resokit: Run, vault: Path) -> None:
        code, out, err = resokit("check", "--lang", "en", passphrase=PASSPHRASE)
        assert (code, out) == (0, "")
        assert "whole" in err

    def test_damage_is_3_with_a_line_and_repair_moves_it_aside(self, resokit: Run, vault: Path) -> None:
        resokit("note", "Linde", passphrase=PASSPHRASE, stdin="een")
        newest = max(versions(vault), key=lambda path: path.name)
        newest.write_bytes(b"nothing of what was here")
        code, out, _ = resokit("check", passphrase=PASSPHRASE)
        assert code == 3
        assert len(out.splitlines()) == 1
        assert newest.parent.name in out
        assert resokit("check", "--repair", passphrase=PASSPHRASE)[0] == 0
        assert not newest.exists()
        assert len(list((vault / "aside").iterdir())) == 1

    def test_without_a_passphrase_what_can_be_seen_from_outside(self, resokit: Run, vault: Path) -> None:
        assert resokit("check")[0] == 0
        (vault / "h2" / "0000000001").write_bytes(b"?")
        code, out, _ = resokit("check")
        assert (code, len(out.splitlines())) == (3, 1)
        assert resokit("check", "--repair")[0] == 4

    def test_no_vault_and_a_wrong_passphrase(self, resokit: Run, home: Path) -> None:
        assert resokit("check")[0] == 1

    def test_a_wrong_passphrase_is_4(self, resokit: Run, vault: Path) -> None:
        assert resokit("check", passphrase="verkeerd")[0] == 4


class TestBackup:
    def test_there_and_back_again(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        code, out, _ = resokit("backup", str(tmp_path / "stick"), passphrase=PASSPHRASE)
        folder = Path(out.strip())
        assert (code, folder.parent) == (0, tmp_path / "stick")
        shutil.rmtree(vault)
        assert resokit("restore", str(tmp_path / "stick"), passphrase="verkeerd")[0] == 4
        assert resokit("restore", str(tmp_path / "stick"), passphrase=PASSPHRASE)[0] == 0
        code, out, _ = resokit("list", passphrase=PASSPHRASE)
        assert (code, out.split("\t")[0]) == (0, "Linde")

    def test_a_dossier_that_was_ruined_comes_back(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        resokit("backup", str(tmp_path / "stick"), passphrase=PASSPHRASE)
        _, listed, _ = resokit("list", passphrase=PASSPHRASE)
        dossier = listed.split("\t")[1]
        for path in (vault / "o" / dossier[:2] / dossier).iterdir():
            path.write_bytes(b"?")
        code, out, _ = resokit("restore", str(tmp_path / "stick"), passphrase=PASSPHRASE)
        assert (code, out.split("\t")[0]) == (0, dossier)
        assert resokit("list", passphrase=PASSPHRASE)[1].split("\t")[0] == "Linde"

    def test_a_folder_without_a_backup_is_named(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        code, _, err = resokit("restore", str(tmp_path / "nergens"), passphrase=PASSPHRASE)
        assert code == 1
        assert "nergens" in err


class TestPassphrase:
    def test_the_new_one_opens_and_the_old_one_does_not(self, resokit: Run, vault: Path) -> None:
        with descriptor(NEW) as new:
            assert resokit("passphrase", "--new-passphrase-fd", new, passphrase=PASSPHRASE)[0] == 0
        assert resokit("list", passphrase=PASSPHRASE)[0] == 4
        assert resokit("list", passphrase=NEW)[0] == 0

    @pytest.mark.parametrize(("current", "new", "code"), [("verkeerd", NEW, 4), (PASSPHRASE, "kort", 1)])
    def test_otherwise_nothing_changes(self, resokit: Run, vault: Path, current: str, new: str, code: int) -> None:
        with descriptor(new) as typed:
            assert resokit("passphrase", "--new-passphrase-fd", typed, passphrase=current)[0] == code
        assert resokit("list", passphrase=PASSPHRASE)[0] == 0
