"""A dossier travels between vaults without loss, and nothing here is overwritten unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from resokit_tui.casework.client import Client
from resokit_tui.casework.profile import Strength
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.export.data import dossier_json
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.importing import bring_together, look_at, take_in
from resokit_tui.workspace.unlock import Doors
from tests.conftest import NOW
from tests.unit.export.dossiers import marie_louise

Change = Callable[[Any], None]


@pytest.fixture
def empty(tmp_path: Path, doors: Doors) -> Workspace:
    """A vault without dossiers."""
    return doors.make("Ann", "paraplu kaars trein walnoot")[0]


def changed(change: Change) -> bytes:
    """The file of Marie-Louise with one thing made otherwise."""
    file = json.loads(dossier_json(marie_louise()))
    change(file)
    return json.dumps(file, ensure_ascii=False).encode()


def set_at(path: str, value: object) -> Change:
    def change(file: Any) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in steps:
            file = file[step]
        file[last] = value

    return change


def test_every_dossier_comes_in_as_it_went_out(practice: Workspace, empty: Workspace) -> None:
    for line in practice.lines():
        before = practice.open(line.id).dossier
        session = take_in(empty, look_at(empty, dossier_json(before)))
        assert session.id == before.id
        tables = {name: rows for name, rows in session.dossier.tables.items() if rows}
        assert tables == {name: rows for name, rows in before.tables.items() if rows}


def test_looking_changes_nothing(empty: Workspace) -> None:
    preview = look_at(empty, dossier_json(marie_louise()))
    assert (preview.alias, preview.is_known, preview.alias_taken, preview.faults) == ("Marie-Louise", False, False, ())
    assert ("contacts", 4) in preview.counts
    assert empty.lines() == []


def test_the_same_dossier_again_asks_for_a_choice(empty: Workspace) -> None:
    data = dossier_json(marie_louise())
    first = take_in(empty, look_at(empty, data))
    again = look_at(empty, data)
    assert again.is_known
    with pytest.raises(CannotError):
        take_in(empty, again)
    copy = take_in(empty, again, "Kopie")
    assert copy.id != first.id
    assert sorted(line.alias for line in empty.lines()) == ["Kopie", "Marie-Louise"]


def test_an_alias_in_use_is_not_taken_twice(empty: Workspace) -> None:
    empty.new("marie-louise")
    preview = look_at(empty, dossier_json(marie_louise()))
    assert preview.alias_taken
    with pytest.raises(CannotError):
        take_in(empty, preview)
    assert take_in(empty, preview, "Linde").alias == "Linde"


def test_bringing_together_adds_what_is_new_and_keeps_what_is_later(empty: Workspace) -> None:
    data = dossier_json(marie_louise())
    session = take_in(empty, look_at(empty, data))
    mine = session.dossier.all(Strength)[0]
    later = msgspec.structs.replace(mine, text="hier gewijzigd", changed=NOW)
    session.put(later, Message("strength changed"))
    new = msgspec.structs.replace(mine, id="f" * 32, text="van elders")
    theirs = marie_louise()
    strengths = (*theirs.all(Strength), new)
    other = msgspec.structs.replace(theirs, tables={**theirs.tables, "strengths": strengths})
    texts = [one.text for one in bring_together(empty, look_at(empty, dossier_json(other))).dossier.all(Strength)]
    assert "hier gewijzigd" in texts
    assert "van elders" in texts
    newer = msgspec.structs.replace(mine, text="later elders", changed=NOW + timedelta(hours=1))
    other = msgspec.structs.replace(theirs, tables={**theirs.tables, "strengths": (newer,)})
    texts = [one.text for one in bring_together(empty, look_at(empty, dossier_json(other))).dossier.all(Strength)]
    assert "later elders" in texts
    assert "van elders" in texts


def test_there_must_be_something_to_bring_together_with(empty: Workspace) -> None:
    with pytest.raises(CannotError):
        bring_together(empty, look_at(empty, dossier_json(marie_louise())))


@pytest.mark.parametrize(
    ("change", "place", "lost", "left"),
    [
        (set_at("tables.contacts.1.ring", 9), "contacts[1].ring", True, 3),
        (set_at("tables.contacts.1.nieuw", "x"), "contacts[1].nieuw", False, 4),
        (set_at("tables.contacts.1.name", None), "contacts[1].name", True, 3),
        (set_at("tables.contacts.1", "woord"), "contacts[1]", True, 3),
        (set_at("tables.toekomst", [{"id": "x"}]), "toekomst", True, 4),
        (set_at("afzender", "x"), "afzender", False, 4),
    ],
)
def test_what_is_wrong_is_named_and_what_is_right_is_kept(
    empty: Workspace, change: Change, place: str, lost: bool, left: int
) -> None:
    preview = look_at(empty, changed(change))
    assert [(fault.place, fault.lost) for fault in preview.faults] == [(place, lost)]
    assert dict(preview.counts)["contacts"] == left


def test_a_newer_program_is_told_and_what_is_known_is_read(empty: Workspace) -> None:
    preview = look_at(empty, changed(set_at("schema", "resokit-dossier/2")))
    assert preview.newer
    assert preview.faults == ()


def test_a_file_that_is_cut_short_anywhere_gives_whole_records_or_says_it_cannot(empty: Workspace) -> None:
    data = dossier_json(marie_louise())
    whole = {record.id: record for rows in marie_louise().tables.values() for record in rows}
    seen = set()
    for end in range(0, len(data) - 3, 97):
        try:
            preview = look_at(empty, data[:end])
        except CannotError:
            continue
        records = [record for rows in preview.dossier.tables.values() for record in rows]
        assert preview.cut_short
        assert preview.faults == ()
        assert all(whole[record.id] == record for record in records)
        seen.add(len(records))
    assert len(seen) > 10


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"[1, 2]",
        b'{"schema": "iets-anders/1"}',
        b'{"schema": "resokit-plan/1", "id": "0"}',
        b'{"schema": "resokit-dossier/1", "id": "../../x", "tables": {}}',
        b'{"schema": "resokit-dossier/1", "id": "00000000000000000000000000000001", "tables": {}}',
    ],
)
def test_another_shape_gives_nothing(empty: Workspace, data: bytes) -> None:
    with pytest.raises(CannotError):
        look_at(empty, data)
    assert empty.lines() == []


def test_what_belongs_to_a_professional_does_not_come_along(empty: Workspace) -> None:
    place = {"id": "a" * 32, "created": NOW.isoformat(), "changed": NOW.isoformat(), "name": "De Spoel"}
    session = take_in(empty, look_at(empty, changed(set_at("tables.places", [place]))))
    assert not session.dossier.tables.get("places")
    assert session.dossier.newest(Client) is not None
