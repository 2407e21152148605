"""What the loader makes of content, and how it tells an editor what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from resokit_tui.core.errors import EXIT_CANNOT
from resokit_tui.core.i18n import load_catalog
from resokit_tui.method.loader import ContentError, check_content, load_method
from resokit_tui.method.page import PageKind, Provenance

ENGLISH = load_catalog("en")
ONE = "nl/conditions/one.md"
STUCK = "nl/situations/stuck.md"


def spoil(content: Path, file: str, old: str, new: str) -> int:
    """Puts `new` in the place of the first `old`; returns the line on which that begins."""
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_page_is_read_whole(content: Path) -> None:
    page = load_method(content, "nl").page("condition.one")
    assert (page.kind, page.language, page.title) == (PageKind.CONDITION, "nl", "Een titel")
    assert [part.id for part in page.parts] == ["what", "how", "pitfall", "example", "signs"], "in reading order"
    assert page.parts[1].title == "Zo doe je het"
    assert page.parts[1].markdown == "Doe het."
    assert page.parts[1].provenance is Provenance.SRV
    assert [question.id for question in page.questions] == ["condition.one.q1", "condition.one.q2"]
    assert page.onward[1].page == "skill.seeing"
    assert page.sources[0].reference == "De methode."
    assert page.name_provenance is Provenance.RESOKIT


def test_a_station_that_is_still_to_be_written_is_nowhere_on_the_map_and_no_fault(content: Path) -> None:
    method = load_method(content, "nl")
    assert method.planned == ("skill.planned",)
    assert method.lines[1].pages == ("skill.seeing",)
    assert "skill.planned" not in method.rows
    assert method.number("skill.seeing") == 2, "its number does not shift when the first one is written"
    assert check_content(content) == []


def test_a_page_that_a_language_lacks_is_shown_in_dutch(content: Path) -> None:
    french = content / "fr" / "conditions" / "one.md"
    french.parent.mkdir(parents=True)
    french.write_text((content / ONE).read_text("utf-8").replace("Een titel", "Un titre"), "utf-8")
    method = load_method(content, "fr")
    assert (method.page("condition.one").title, method.page("condition.one").language) == ("Un titre", "fr")
    assert method.page("stage.first").language == "nl"
    assert method.language == "fr"
    assert [line.name for line in method.lines] == ["Conditions", "Skills", "Stappen"]
    assert method.secrecy.reference == "La loi."
    assert load_method(content, "nl").page("condition.one").title == "Een titel"


def test_a_translation_must_keep_the_questions_for_answers_hang_on_them(content: Path) -> None:
    french = content / "fr" / "conditions" / "one.md"
    french.parent.mkdir(parents=True)
    french.write_text((content / ONE).read_text("utf-8").replace('q2 = "Wat nog?"\n', ""), "utf-8")
    [fault] = check_content(content)
    assert (fault.file, fault.line) == (french, 15)
    assert "q1, q2" in ENGLISH.render(fault.message)


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(content: Path) -> None:
    text = (content / ONE).read_text("utf-8")
    (content / ONE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert check_content(content) == []
    assert load_method(content, "nl").page("condition.one").parts[1].markdown == "Doe het."


FAULTS = [
    # what, file, what is replaced, by what, how many lines further the fault is, a word of the message
    ("no id", ONE, 'id = "condition.one"\n', "", None, "“id” is missing"),
    ("a wrong id", ONE, 'id = "condition.one"', 'id = "condition.two"', 0, "condition.one"),
    ("a kind that is none", ONE, 'kind = "condition"', 'kind = "conditie"', 0, "condition, skill"),
    ("the wrong folder", ONE, 'kind = "condition"', 'kind = "skill"', 0, "“skills”"),
    ("an unknown name", ONE, "gist =", "jist =", 0, "“jist” means nothing"),
    ("a value of a wrong type", ONE, 'short = "Kort"', "short = 5", 0, "wrong form"),
    ("no TOML", ONE, 'gist = "Waarover het gaat."', "gist = Waarover", 0, "not valid TOML"),
    ("a question twice", ONE, "q2 =", "q1 =", 0, "“q1” stands here twice"),
    ("origin of a name unknown", ONE, 'name_provenance = "resokit"', 'name_provenance = "ons"', 0, "“ons”"),
    ("origin of questions unknown", ONE, 'question_provenance = "derived"', 'question_provenance = "?"', 0, "“?”"),
    ("origin of a part unknown", ONE, "{#how .srv}", "{#how .svr}", 0, "“svr”"),
    ("a source that is not there", ONE, '["A"]', '["A", "Z"]', 0, "“Z” is not in method.toml"),
    ("a link in front matter", ONE, '{ page = "skill.seeing"', '{ page = "skill.planned"', 0, "“skill.planned”"),
    ("a link in the text", ONE, "(page:stage.first)", "(page:stage.fist)", 0, "“stage.fist”"),
    ("a reason left out", ONE, ', reason = "Ga dan hier."', "", 0, "“reason” is missing"),
    ("a reason too long", ONE, "Ga dan hier.", "x" * 48, 0, "48 characters"),
    ("a name too long for the map", ONE, '"Kort"', '"' + "x" * 22 + '"', 0, "1 to 21"),
    ("a stage too long for the map", "nl/stages/first.md", '"Kort"', '"' + "x" * 17 + '"', 0, "1 to 16"),
    ("a gist too long", ONE, "Waarover het gaat.", "x" * 45, 0, "1 to 44"),
    ("a part that is none", ONE, "{#how .srv}", "{#hoe .srv}", 0, "“hoe”"),
    ("a part twice", ONE, "{#signs .derived}", "{#how .derived}", 0, "“how” stands here twice"),
    ("a part left out", ONE, "## Valkuil {#pitfall .derived}\n\nPas op.\n", "", None, "“pitfall” is missing"),
    ("an empty part", ONE, "## Valkuil {#pitfall .derived}\n\nPas op.", "## Valkuil {#pitfall .derived}\n", 0, "empty"),
    ("a heading without id", ONE, "## Valkuil {#pitfall .derived}", "## Valkuil", 0, "Write this heading as"),
    ("text above the first part", ONE, "## Wat is het?", "Zomaar.\n\n## Wat is het?", 0, "in no part"),
    ("no front matter", ONE, "+++\n", "", 0, "begins with a line +++"),
    ("a step that is not there", STUCK, 'ask = "when"', 'ask = "then"', 0, "“then”"),
    ("a step twice", STUCK, 'id = "when"', 'id = "where"', 0, "“where” stands here twice"),
    ("a link of an answer", STUCK, '"stage.second", reason = "Kijk', '"stage.third", reason = "Kijk', 0, "stage.third"),
    ("a reason of an answer too long", STUCK, "Een tweede reden telt niet.", "x" * 48, 0, "48 characters"),
    ("a line that has no such station", "method.toml", '"condition.one"', '"condition.won"', None, "No line"),
    ("a row twice", "method.toml", "row = 2", "row = 0", 0, "Row 0"),
    ("a coupling off its row", "method.toml", '"stage.second"\n\n', '"stage.first"\n\n', 0, "share a row"),
    ("a coupling of nothing", "method.toml", '"skill.seeing" = "st', '"skill.saying" = "st', 0, "“skill.saying”"),
    ("a loop to nothing", "method.toml", 'loop = ["stage.second"', 'loop = ["stage.last"', 0, "“stage.last”"),
    ("a reference to nothing", "method.toml", 'reference = "A"', 'reference = "C"', 0, "“C”"),
    ("an order of stations", "method.toml", "situation = [", "skill = [", 0, "“skill”"),
    ("an order with a stranger", "method.toml", '["situation.stuck"]', '["tool.stuck"]', 0, "“tool.stuck”"),
    ("a line in the wrong place", "method.toml", 'kind = "skill"', 'kind = "stage"', 0, "“stage”"),
    ("a source without Dutch", "method.toml", '{ nl = "De wet.", fr', "{ fr", 0, "“nl” is missing"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "words"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_is_told_with_its_file_and_line(
    content: Path, file: str, old: str, new: str, line: int | None, words: str
) -> None:
    where = spoil(content, file, old, new)
    if line is None:  # something is not there: the fault is told at an end of the file, or at what lacks it
        where, file = {
            "“id” is missing": (1, ONE),
            "“pitfall” is missing": (len((content / ONE).read_text("utf-8").split("\n")), ONE),
            "No line": (2, ONE),
        }[words]
    faults = check_content(content)
    told = [(fault.file, fault.line) for fault in faults if words in ENGLISH.render(fault.fault)]
    assert told == [(content / file, where)], [ENGLISH.render(fault.message) for fault in faults]
    assert {fault.file for fault in faults} == {content / file}, "one fault does not bring others elsewhere"
    with pytest.raises(ContentError) as raised:
        load_method(content, "nl")
    assert raised.value.exit_code == EXIT_CANNOT


def test_of_two_equal_faults_each_is_told_on_its_own_line(content: Path) -> None:
    text = (content / STUCK).read_text("utf-8").replace('page = "stage.first"', 'page = "stage.fist"')
    (content / STUCK).write_text(text, "utf-8")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if "stage.fist" in line]
    assert len(lines) == 3
    assert [fault.line for fault in check_content(content)] == lines


def test_every_fault_of_a_folder_is_told_not_only_the_first(content: Path) -> None:
    spoil(content, ONE, "(page:stage.first)", "(page:nowhere)")
    spoil(content, "nl/stages/first.md", '["A"]', '["Z"]')
    spoil(content, "nl/stages/second.md", 'title = "Een titel"\n', "")
    assert {fault.file.name for fault in check_content(content)} >= {"one.md", "first.md", "second.md"}


@pytest.mark.parametrize("file", [ONE, STUCK, "method.toml"])
def test_whatever_line_is_lost_or_spoiled_the_editor_gets_an_answer(content: Path, file: str) -> None:
    lines = (content / file).read_text("utf-8").split("\n")
    for n, line in enumerate(lines):
        for other in ([], [line, line], [line[:-1]], ["[" + line], [line + " = ["]):
            (content / file).write_text("\n".join([*lines[:n], *other, *lines[n + 1 :]]), "utf-8")
            for fault in check_content(content):
                assert 1 <= fault.line <= len(fault.file.read_text("utf-8").split("\n"))
                assert "{" not in ENGLISH.render(fault.message).replace("{#part .provenance}", "")


def test_bytes_that_are_no_text_are_told_with_their_line(content: Path) -> None:
    (content / ONE).write_bytes((content / ONE).read_bytes().replace(b"Kort", b"Caf\xe9"))
    fault = next(fault for fault in check_content(content) if fault.file == content / ONE)
    assert (fault.line, "UTF-8" in ENGLISH.render(fault.message)) == (5, True)


def test_a_page_in_a_folder_that_is_no_kind_is_told(content: Path) -> None:
    (content / "nl" / "skils").mkdir()
    (content / ONE).rename(content / "nl" / "skils" / "one.md")
    assert content / "nl" / "skils" / "one.md" in {fault.file for fault in check_content(content)}


def test_a_folder_without_method_is_told(tmp_path: Path) -> None:
    [fault] = check_content(tmp_path)
    assert (fault.file, fault.line) == (tmp_path / "method.toml", 1)
    with pytest.raises(ContentError):
        load_method(tmp_path, "nl")


def test_a_fault_names_file_and_line_in_the_sentence_itself(content: Path) -> None:
    spoil(content, ONE, '["A"]', '["Z"]')
    [fault] = check_content(content)
    assert ENGLISH.render(fault.message).startswith(f"{content / ONE}, line 9: ")


def test_loading_reads_no_markdown_and_no_screen() -> None:
    code = (
        "import sys; from resokit_tui.method.folder import content_folder; "
        "from resokit_tui.method.loader import load_method; "
        "load_method(content_folder(), 'nl'); "
        "sys.exit(bool({'markdown_it', 'textual', 'rich', 'tinydb', 'fpdf'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
