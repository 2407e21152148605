"""`resokit find` and `resokit check --content`: no vault, one thing per line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from resokit_tui.cli.run import run
from resokit_tui.method.folder import content_folder


@pytest.fixture
def resokit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Resokit:
    return Resokit(tmp_path / "home", capsys)


class Resokit:
    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self.capsys = home, capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(arguments, {"RESOKIT_HOME": str(self.home)})
        out, err = self.capsys.readouterr()
        return code, out, err


@pytest.fixture
def own_pages(tmp_path: Path) -> Path:
    page = tmp_path / "eigen" / "nl" / "conditions" / "trust.md"
    page.parent.mkdir(parents=True)
    shutil.copy(content_folder() / "nl" / "conditions" / "trust.md", page)
    return tmp_path / "eigen"


class TestFind:
    def test_one_hit_a_line_with_group_id_and_excerpt(self, resokit: Resokit) -> None:
        code, out, err = resokit("find", "vertrouwen")
        assert (code, err) == (0, "")
        assert out.splitlines()[0].startswith("page\tcondition.trust\tWederzijds vertrouwen")
        assert all(line.count("\t") == 2 for line in out.splitlines())

    def test_the_id_of_a_page_can_be_shown(self, resokit: Resokit) -> None:
        _, out, _ = resokit("find", "buurt")
        ids = {line.split("\t")[1] for line in out.splitlines() if not line.startswith("term")}
        assert all(resokit("show", id)[0] == 0 for id in ids)

    def test_several_words_are_one_search(self, resokit: Resokit) -> None:
        assert resokit("find", "wederzijds", "vertrouwen")[1] == resokit("find", "wederzijds vertrouwen")[1]

    def test_a_typing_error_is_told_beside_the_hits(self, resokit: Resokit) -> None:
        code, out, err = resokit("find", "beeldvormng")
        assert code == 0
        assert "beeldvorming" in err
        assert "skill.image" in out

    def test_nothing_found_is_a_sentence(self, resokit: Resokit) -> None:
        code, out, err = resokit("find", "qqqqqq")
        assert (code, out) == (1, "")
        assert "Niets voor ‘qqqqqq’." in err

    def test_without_words_it_is_usage(self, resokit: Resokit) -> None:
        assert resokit("find")[0] == 2

    def test_it_loads_neither_screen_nor_paper_nor_vault(self, tmp_path: Path) -> None:
        code = (
            "import os, sys\nfrom resokit_tui.cli.run import run\nassert run(['find', 'buurt'], os.environ) == 0\n"
            "print(*sys.modules, file=sys.stderr)"
        )
        environment = {**os.environ, "RESOKIT_HOME": str(tmp_path)}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        assert not set(done.stderr.split()) & {"textual", "fpdf", "tinydb", "cryptography", "rapidfuzz"}


class TestCheck:
    def test_our_own_content_is_in_order(self, resokit: Resokit) -> None:
        code, out, err = resokit("check", "--content")
        assert (code, out) == (0, "")
        assert "in orde" in err

    def test_an_organisations_own_pages_are_checked_too(self, resokit: Resokit, own_pages: Path) -> None:
        assert resokit("check", "--content", "--overlay", str(own_pages))[:2] == (0, "")
        page = own_pages / "nl" / "conditions" / "trust.md"
        page.write_text(page.read_text().replace('kind = "condition"', 'kind = "conditie"'))
        code, out, _ = resokit("check", "--content", "--overlay", str(own_pages))
        assert code == 1
        (line,) = out.splitlines()
        file, number, sentence = line.split(":", 2)
        assert file == str(page)
        assert "conditie" in page.read_text().splitlines()[int(number) - 1]
        assert "conditie" in sentence

    def test_a_folder_that_is_not_there_is_told(self, resokit: Resokit, tmp_path: Path) -> None:
        code, _, err = resokit("check", "--content", "--overlay", str(tmp_path / "nergens"))
        assert code == 1
        assert "nergens" in err

    @pytest.mark.parametrize("arguments", [["check", "--overlay", "x"], ["check", "--all"]])
    def test_anything_else_is_usage(self, resokit: Resokit, arguments: list[str]) -> None:
        assert resokit(*arguments)[0] == 2


class TestKeys:
    def test_every_key_is_told_in_words_without_a_vault(self, resokit: Resokit) -> None:
        code, out, err = resokit("keys", "--lang", "nl")
        lines = [line.split("\t") for line in out.splitlines()]
        assert (code, err) == (0, "")
        assert all(len(line) == 3 and line[0] and line[2] for line in lines)
        assert ["Overal", "F9", "Verberg het scherm als iemand meekijkt. Er gaat niets dicht."] in lines
