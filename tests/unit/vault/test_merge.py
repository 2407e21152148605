from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.vault.commit import Tables
from resokit_tui.vault.merge import Merged, merge

AT = datetime(2026, 3, 4, 14, 31, tzinfo=UTC)
WINDOW = "ab" * 16

Texts = dict[str, str]
"""Record id → its text: the content of one table."""


def content(texts: Texts) -> Tables:
    return {"notes": {str(n): {"id": key, "text": text} for n, (key, text) in enumerate(texts.items(), 7)}}


def merged(base: Tables, mine: Tables, theirs: Tables) -> Merged:
    return merge(base, mine, theirs, writer=WINDOW, at=AT)


def notes(tables: Tables) -> list[dict[str, Any]]:
    return list(tables.get("notes", {}).values())


def texts_of(tables: Tables) -> set[str]:
    return {note["text"] for note in notes(tables)}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ({}, {"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}),
        ({"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "1", "b": "2"}, {"a": "2", "b": "2"}),
        ({"a": "1"}, {}, {"a": "1", "b": "2"}, {"b": "2"}),
        ({"a": "1"}, {}, {"a": "2"}, {"a": "2"}),
        ({"a": "1"}, {"a": "2"}, {}, {"a": "2"}),
        ({"a": "1"}, {"a": "2"}, {"a": "2"}, {"a": "2"}),
        ({"a": "1"}, {}, {}, {}),
    ],
    ids=["added on both", "changed on one", "taken out", "out and changed", "changed and out", "the same", "both out"],
)
def test_what_one_side_did_is_taken_over(base: Texts, mine: Texts, theirs: Texts, expected: Texts) -> None:
    found = merged(content(base), content(mine), content(theirs))
    assert {note["id"]: note["text"] for note in notes(found.tables)} == expected
    assert found.twice == ()


def test_a_record_changed_on_both_sides_is_kept_twice_and_says_whose_and_when() -> None:
    found = merged(content({"a": "was"}), content({"a": "mijn"}), content({"a": "hun"}))
    theirs, mine = notes(found.tables)
    assert theirs == {"id": "a", "text": "hun"}
    assert mine["text"] == "mijn"
    assert mine["conflict"] == {"of": "a", "writer": WINDOW, "at": "2026-03-04T14:31:00Z"}
    (twice,) = found.twice
    assert (twice.table, twice.id, twice.mine) == ("notes", "a", mine["id"])
    assert mine["id"] != "a"


def test_the_trash_is_a_change_like_any_other() -> None:
    base, mine = {"id": "a", "text": "was"}, {"id": "a", "text": "was", "trashed": "2026-03-04T14:00:00Z"}
    theirs = {"id": "a", "text": "hun"}
    found = merged({"notes": {"1": base}}, {"notes": {"1": mine}}, {"notes": {"1": theirs}})
    first, second = notes(found.tables)
    assert first == theirs
    assert second["trashed"] == mine["trashed"]


def test_the_same_change_made_at_another_moment_is_no_conflict() -> None:
    sides = [{"notes": {"1": {"id": "a", "text": text, "changed": at}}} for text, at in (("x", 1), ("y", 2), ("y", 3))]
    found = merged(*sides)
    assert notes(found.tables) == [{"id": "a", "text": "y", "changed": 3}]
    assert found.twice == ()


def test_merging_again_makes_no_third_copy() -> None:
    base, mine, theirs = content({"a": "was"}), content({"a": "mijn"}), content({"a": "hun"})
    once = merged(base, mine, theirs).tables
    assert merged(base, mine, once).tables == once


def test_documents_without_an_identity_of_their_own_are_kept_too() -> None:
    base: Tables = {"notes": {"1": {"text": "oud"}, "2": {"id": "a", "text": "x"}, "3": {"id": "a", "text": "y"}}}
    mine, theirs = deepcopy(base), deepcopy(base)
    mine["notes"]["4"], theirs["later"] = {"text": "van mij"}, {"1": {"anything": 1}}
    found = merged(base, mine, theirs).tables
    assert sorted(note["text"] for note in notes(found)) == ["oud", "van mij", "x", "y"]
    assert found["later"] == {"1": {"anything": 1}}


_TEXTS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["1", "2", "3"]), max_size=4)


@given(_TEXTS, _TEXTS, _TEXTS)
def test_nothing_that_either_side_wrote_disappears(base: Texts, mine: Texts, theirs: Texts) -> None:
    sides = content(base), content(mine), content(theirs)
    untouched = deepcopy(sides)
    found = merged(*sides)
    assert sides == untouched
    written = {t for side in (mine, theirs) for key, t in side.items() if base.get(key) != t}
    assert written <= texts_of(found.tables)
    assert len({note["id"] for note in notes(found.tables)}) == len(notes(found.tables))
    for key in base.keys() & mine.keys() & theirs.keys():
        assert key in {note["id"] for note in notes(found.tables)}


def test_control_the_last_one_wins_would_lose_a_text() -> None:
    """What the property above guards against."""
    mine, theirs = content({"a": "mijn"}), content({"a": "hun"})
    assert "hun" not in texts_of({**theirs, **mine})
