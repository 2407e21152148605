"""An organisation's own pages on top of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import check_overlay, load_method

OURS = content_folder()


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A folder with one page of the organisation's own making, in place of ours."""
    target = tmp_path / "nl" / "conditions" / "trust.md"
    target.parent.mkdir(parents=True)
    shutil.copy(OURS / "nl" / "conditions" / "trust.md", target)
    edit(target, "Wederzijds vertrouwen", "Vertrouwen zoals bij ons")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_own_page_takes_the_place_of_ours_and_says_so(overlay: Path) -> None:
    method = load_method(OURS, "nl", overlay)
    assert method.page("condition.trust").title == "Vertrouwen zoals bij ons"
    assert method.page("condition.trust").own
    assert not method.page("condition.say").own
    assert check_overlay(OURS, overlay) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "condition.trust"', ""),
        ("page = ", "paeg = "),
        ('question_provenance = "derived"', 'question_provenance = "hearsay"'),
        ("## Valkuil {#pitfall .derived}", ""),
        ('page = "', 'page = "skill.nowhere'),
    ],
)
def test_a_broken_own_page_never_hides_ours_and_is_named(overlay: Path, old: str, new: str) -> None:
    file = overlay / "nl" / "conditions" / "trust.md"
    edit(file, old, new)
    assert load_method(OURS, "nl", overlay).page("condition.trust").title == "Wederzijds vertrouwen"
    faults = check_overlay(OURS, overlay)
    assert {fault.file for fault in faults} == {file}
    assert all(fault.line >= 1 for fault in faults)


def test_an_own_page_in_french_is_only_for_french(overlay: Path) -> None:
    target = overlay / "fr" / "conditions" / "trust.md"
    target.parent.mkdir(parents=True)
    shutil.move(overlay / "nl" / "conditions" / "trust.md", target)
    assert load_method(OURS, "nl", overlay).page("condition.trust").title == "Wederzijds vertrouwen"
    french = load_method(OURS, "fr", overlay).page("condition.trust")
    assert (french.title, french.language) == ("Vertrouwen zoals bij ons", "fr")


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert load_method(OURS, "nl", tmp_path / "gone").pages == load_method(OURS, "nl").pages
