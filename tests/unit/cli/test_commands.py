"""The command line is a contract: what goes to standard output, what to standard error, and which exit code."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from resokit_tui import __version__
from resokit_tui.cli.run import run
from resokit_tui.core.dates import system_clock
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors

PASSPHRASE = "paraplu kaars trein walnoot"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def resokit(home: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this home; gives exit code, standard output and standard error."""

    def go(*arguments: str, passphrase: str | None = None, stdin: str = "") -> tuple[int, str, str]:
        typed = list(arguments)
        if passphrase is not None:
            reading, writing = os.pipe()
            os.write(writing, passphrase.encode() + b"\n")
            os.close(writing)
            typed += ["--passphrase-fd", str(reading)]
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        try:
            code = run(typed, {"RESOKIT_HOME": str(home)})
        except SystemExit as stop:
            code = int(stop.code or 0)
        if passphrase is not None:
            os.close(reading)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return go


@pytest.fixture
def vault(home: Path) -> Path:
    """A vault of Ann with one dossier, *Linde*."""
    doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", PASSPHRASE)
    workspace.new("Linde")
    workspace.close()
    return doors.vaults()[0].folder


def newest(vault: Path, dossier_id: str) -> Path:
    """The newest version file of a dossier."""
    return max((vault / "o" / dossier_id[:2] / dossier_id).glob("[0-9]*"))


class TestWithoutVault:
    def test_version(self, resokit: Run) -> None:
        assert resokit("--version") == (0, f"{__version__}\n", "")

    def test_show_lists_every_page_one_a_line(self, resokit: Run) -> None:
        code, out, err = resokit("show")
        assert (code, err) == (0, "")
        assert "condition.trust\tcondition\tWederzijds vertrouwen" in out.splitlines()
        assert all(line.count("\t") == 2 for line in out.splitlines())

    def test_show_gives_a_page_as_lines_that_fit(self, resokit: Run) -> None:
        code, out, _ = resokit("show", "condition.trust")
        assert code == 0
        assert "Wederzijds vertrouwen" in out
        assert max(len(line) for line in out.splitlines()) <= 76

    def test_every_page_can_be_read_as_lines_that_fit(self, resokit: Run) -> None:
        _, listed, _ = resokit("show")
        ids = [line.split("\t")[0] for line in listed.splitlines()]
        assert len(ids) >= 60
        for id in ids:
            code, out, err = resokit("show", id)
            assert (code, err) == (0, "")
            assert max(len(line) for line in out.splitlines()) <= 76, id

    def test_an_unknown_page_is_refused_with_what_it_might_have_been(self, resokit: Run) -> None:
        code, out, err = resokit("show", "condition.trsut")
        assert (code, out) == (1, "")
        assert "condition.trust" in err

    @pytest.mark.parametrize(("language", "notice"), [("fr", "néerlandais"), ("en", "Dutch")])
    def test_a_page_that_is_only_dutch_says_so(self, resokit: Run, language: str, notice: str) -> None:
        for arguments in (
            ("--lang", language, "show", "condition.trust"),
            ("show", "condition.trust", "--lang", language),
        ):
            code, out, _ = resokit(*arguments)
            assert code == 0
            assert notice.lower() in out.lower()
            assert "Wederzijds vertrouwen" in out

    def test_where_names_the_folders(self, resokit: Run, home: Path) -> None:
        code, out, _ = resokit("where")
        assert code == 0
        assert f"vaults\t{home / 'vaults'}" in out.splitlines()

    @pytest.mark.parametrize("arguments", [["nonsense"], ["show", "a", "b"], ["note"], ["--lang", "de", "show"]])
    def test_a_command_we_do_not_know_is_usage(self, resokit: Run, arguments: list[str]) -> None:
        code, out, err = resokit(*arguments)
        assert (code, out) == (2, "")
        assert "Gebruik ze zo" in err

    def test_without_a_vault_there_is_nothing_to_open(self, resokit: Run) -> None:
        code, _, err = resokit("list", passphrase=PASSPHRASE)
        assert code == 1
        assert "resokit init" in err

    def test_without_a_terminal_the_app_says_what_else_works(self, resokit: Run) -> None:
        for arguments in ([], ["demo"]):
            code, out, err = resokit(*arguments)
            assert (code, out) == (1, "")
            assert "resokit demo --pdf" in err

    def test_a_misspelled_setting_is_named_with_its_file(self, resokit: Run, home: Path) -> None:
        home.mkdir()
        (home / "settings.json").write_text('{"langauge": "fr"}')
        code, _, err = resokit("show")
        assert code == 1
        assert "settings.json" in err
        assert "langauge" in err

    @pytest.mark.parametrize("language", ["nl", "fr"])
    def test_help_is_in_the_readers_language(self, resokit: Run, language: str) -> None:
        code, out, _ = resokit("--help", "--lang", language)
        assert code == 0
        for english in ("usage:", "show this", "options:\n  -h, --help  show", "positional", "COMMAND ", "commands:\n"):
            assert english not in out


class TestVault:
    def test_init_prints_the_recovery_code_once_and_alone(self, resokit: Run) -> None:
        code, out, err = resokit("init", "Karim", passphrase=PASSPHRASE)
        assert code == 0
        assert len(out.splitlines()) == 1
        assert PASSPHRASE not in out + err

    def test_init_refuses_a_weak_passphrase(self, resokit: Run, home: Path) -> None:
        code, out, err = resokit("init", "Karim", passphrase="wachtwoord12")
        assert (code, out) == (1, "")
        assert "raden" in err
        assert not list((home / "vaults").glob("*"))

    def test_new_note_list_export_make_one_journey(self, resokit: Run, vault: Path) -> None:
        code, made, _ = resokit("new", "Оксана", passphrase=PASSPHRASE)
        assert code == 0
        code, note_id, _ = resokit("note", "Оксана", passphrase=PASSPHRASE, stdin="Zingt in het koor.\n")
        assert code == 0
        _, listed, _ = resokit("list", passphrase=PASSPHRASE)
        assert f"Оксана\t{made.strip()}\tstage.start\t" in listed.splitlines()
        code, data, err = resokit("export", made.strip(), "--format", "json", passphrase=PASSPHRASE)
        assert code == 0
        assert err
        (note,) = json.loads(data)["tables"]["notes"]
        assert (note["id"], note["text"]) == (note_id.strip(), "Zingt in het koor.")

    def test_an_empty_note_is_refused(self, resokit: Run, vault: Path) -> None:
        assert resokit("note", "Linde", passphrase=PASSPHRASE, stdin="  \n")[0] == 1

    def test_an_unknown_alias_is_refused(self, resokit: Run, vault: Path) -> None:
        code, _, err = resokit("note", "Niemand", passphrase=PASSPHRASE, stdin="x")
        assert code == 1
        assert "Niemand" in err

    def test_a_wrong_passphrase_is_locked_and_nothing_is_printed(self, resokit: Run, vault: Path) -> None:
        code, out, err = resokit("list", passphrase="iets heel anders hier")
        assert (code, out) == (4, "")
        assert "wachtzin" in err.lower()

    def test_without_a_passphrase_it_stays_locked(self, resokit: Run, vault: Path) -> None:
        assert resokit("list", passphrase="")[0] == 4

    def test_a_folder_that_is_no_vault(self, resokit: Run, tmp_path: Path) -> None:
        code, _, err = resokit("list", "--vault", str(tmp_path), passphrase=PASSPHRASE)
        assert code == 1
        assert err

    def test_two_vaults_need_a_choice(self, resokit: Run, vault: Path, home: Path) -> None:
        doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
        doors.make("Karim", PASSPHRASE)[0].close()
        code, _, err = resokit("list", passphrase=PASSPHRASE)
        assert code == 2
        assert "Ann" in err
        assert "Karim" in err
        assert resokit("--vault", str(vault), "list", passphrase=PASSPHRASE)[0] == 0


class TestExport:
    def test_without_permission_only_the_person_and_the_own_file_get_a_plan(
        self, resokit: Run, vault: Path, tmp_path: Path
    ) -> None:
        for audience, code in (("full", 0), ("client", 0), ("partner", 1)):
            target = tmp_path / f"{audience}.pdf"
            assert (
                resokit("export", "Linde", "--audience", audience, "-o", str(target), passphrase=PASSPHRASE)[0] == code
            )
            assert target.exists() == (code == 0)

    def test_a_refused_plan_says_why(self, resokit: Run, vault: Path) -> None:
        code, out, err = resokit("export", "Linde", "--audience", "partner", "--format", "md", passphrase=PASSPHRASE)
        assert (code, out) == (1, "")
        assert "nog niet gevraagd" in err

    def test_intervision_asks_for_a_yes_first(self, resokit: Run, vault: Path) -> None:
        asked = ("export", "Linde", "--audience", "intervisie", "--format", "md")
        code, out, err = resokit(*asked, passphrase=PASSPHRASE)
        assert (code, out) == (1, "")
        assert "--yes" in err
        code, out, _ = resokit(*asked, "--yes", passphrase=PASSPHRASE)
        assert code == 0
        assert "Linde" not in out

    def test_text_goes_to_the_screen_and_is_registered(self, resokit: Run, vault: Path) -> None:
        code, out, _ = resokit("export", "Linde", "--format", "md", passphrase=PASSPHRASE)
        assert code == 0
        assert out.startswith("# Rollenplan – Linde")
        _, data, _ = resokit("export", "Linde", "--format", "json", passphrase=PASSPHRASE)
        (entry,) = json.loads(data)["tables"]["exports"]
        assert (entry["document"], entry["audience"], entry["format"]) == ("plan", "full", "md")

    def test_data_for_a_reader_is_the_plan_and_no_dossier(self, resokit: Run, vault: Path) -> None:
        _, out, _ = resokit("export", "Linde", "--format", "json", "--audience", "client", passphrase=PASSPHRASE)
        assert json.loads(out)["schema"] == "resokit-plan/1"

    def test_every_dossier_goes_into_a_folder_with_progress(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        resokit("new", "J.", passphrase=PASSPHRASE)
        resokit("new", "J/", passphrase=PASSPHRASE)
        out_folder = tmp_path / "caseload"
        out_folder.mkdir()
        code, out, err = resokit("export", "--all", "--format", "md", "-o", str(out_folder), passphrase=PASSPHRASE)
        assert code == 0
        assert sorted(map(Path, out.split())) == sorted(out_folder.iterdir())
        assert len(out.split()) == 3
        assert "3 van 3" in err
        code, _, err = resokit("export", "--all", "--audience", "partner", "-o", str(out_folder), passphrase=PASSPHRASE)
        assert code == 1
        assert "Linde" in err

    @pytest.mark.parametrize(
        "arguments",
        [
            ["export"],
            ["export", "Linde", "--all"],
            ["export", "--all"],
            ["export", "Linde", "--partner", "x"],
            ["export", "Linde", "--document", "reflection", "--audience", "client"],
            ["show", "--pdf", "x.pdf"],
        ],
    )
    def test_what_contradicts_itself_is_usage(self, resokit: Run, vault: Path, arguments: list[str]) -> None:
        assert resokit(*arguments, passphrase=PASSPHRASE)[0] == 2

    def test_a_folder_that_a_cloud_client_watches_is_warned_for(
        self, resokit: Run, vault: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "OneDrive - Stad").mkdir()
        target = tmp_path / "OneDrive - Stad" / "plan.md"
        _, _, err = resokit("export", "Linde", "--format", "md", "-o", str(target), passphrase=PASSPHRASE)
        assert "OneDrive - Stad" in err
        assert target.exists()

    def test_the_worksheet_of_every_tool_needs_no_vault(self, resokit: Run, tmp_path: Path) -> None:
        _, listed, _ = resokit("show")
        tools = [line.split("\t")[0] for line in listed.splitlines() if "\ttool\t" in line]
        assert len(tools) == 9
        for tool in tools:
            target = tmp_path / f"{tool}.pdf"
            assert resokit("show", tool, "--pdf", str(target))[0] == 0
            assert target.read_bytes().startswith(b"%PDF-")
        assert resokit("show", tools[0], "--pdf", str(tmp_path / f"{tools[0]}.pdf"))[0] == 1
        assert resokit("show", "condition.trust", "--pdf", str(tmp_path / "x.pdf"))[0] == 1

    def test_a_file_that_exists_is_left_alone(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        target = tmp_path / "plan.pdf"
        target.write_text("van mij")
        code, _, err = resokit("export", "Linde", "-o", str(target), passphrase=PASSPHRASE)
        assert code == 1
        assert "--force" in err
        assert target.read_text() == "van mij"
        assert resokit("export", "Linde", "-o", str(target), "--force", passphrase=PASSPHRASE)[0] == 0
        assert target.read_bytes().startswith(b"%PDF-")

    def test_the_practice_plan_is_written_through_the_whole_path(self, resokit: Run, tmp_path: Path) -> None:
        target = tmp_path / "plan.pdf"
        code, out, _ = resokit("demo", "--pdf", str(target))
        assert (code, out.strip()) == (0, str(target))
        assert target.read_bytes().startswith(b"%PDF-")


class TestImport:
    def test_a_dossier_is_looked_at_taken_in_and_not_twice(
        self, resokit: Run, vault: Path, home: Path, tmp_path: Path
    ) -> None:
        _, data, _ = resokit("export", "Linde", "--format", "json", passphrase=PASSPHRASE)
        file = tmp_path / "linde.json"
        file.write_text(data)
        doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
        doors.make("Karim", PASSPHRASE)[0].close()
        other = next(str(door.folder) for door in doors.vaults() if door.name == "Karim")
        into = ("import", str(file), "--vault", other)
        code, out, err = resokit(*into, "--look", passphrase=PASSPHRASE)
        assert (code, out.partition("\t")[0]) == (0, "Linde")
        assert "client 1" in err
        assert resokit("list", "--vault", other, passphrase=PASSPHRASE)[1] == ""
        code, out, _ = resokit(*into, passphrase=PASSPHRASE)
        assert (code, out.strip()) == (0, json.loads(data)["id"])
        code, _, err = resokit(*into, passphrase=PASSPHRASE)
        assert code == 1
        assert "--merge" in err
        assert resokit(*into, "--merge", passphrase=PASSPHRASE)[0] == 0
        assert resokit(*into, "--alias", "Kopie", passphrase=PASSPHRASE)[0] == 0
        _, listed, _ = resokit("list", "--vault", other, passphrase=PASSPHRASE)
        assert [line.partition("\t")[0] for line in listed.splitlines()] == ["Kopie", "Linde"]

    def test_what_is_missing_is_named_and_the_rest_comes_in(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        resokit("note", "Linde", passphrase=PASSPHRASE, stdin="geheim woord")
        _, data, _ = resokit("export", "Linde", "--format", "json", passphrase=PASSPHRASE)
        broken = json.loads(data)
        broken["tables"]["notes"][0]["day"] = "geheim woord"
        file = tmp_path / "linde.json"
        file.write_text(json.dumps(broken))
        code, out, err = resokit("import", str(file), "--alias", "Kopie", passphrase=PASSPHRASE)
        assert code == 3
        assert out.strip()
        assert "notes[0].day" in err
        assert "geheim" not in err

    def test_a_file_that_is_not_there(self, resokit: Run, vault: Path, tmp_path: Path) -> None:
        assert resokit("import", str(tmp_path / "niets.json"), passphrase=PASSPHRASE)[0] == 1


class TestDamage:
    @pytest.mark.parametrize("harm", ["flip", "cut"])
    def test_the_newest_good_version_goes_out_and_the_exit_code_says_it(
        self, resokit: Run, vault: Path, harm: str
    ) -> None:
        _, listed, _ = resokit("list", passphrase=PASSPHRASE)
        dossier_id = listed.split("\t")[1]
        resokit("note", "Linde", passphrase=PASSPHRASE, stdin="goed")
        resokit("note", "Linde", passphrase=PASSPHRASE, stdin="beschadigd")
        file = newest(vault, dossier_id)
        content = bytearray(file.read_bytes())
        file.chmod(0o600)
        if harm == "flip":
            content[300] ^= 1
            file.write_bytes(content)
        else:
            file.write_bytes(content[:250])
        code, out, err = resokit("export", "Linde", "--format", "json", passphrase=PASSPHRASE)
        assert code == 3
        assert "beschadigd" in err
        assert [n["text"] for n in json.loads(out)["tables"]["notes"]] == ["goed"]
        assert file.exists()
