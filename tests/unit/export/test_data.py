"""A dossier travels as JSON without loss, and a broken file says where it is broken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.data import dossier_json, read_dossier_json
from tests.unit.export.dossiers import marie_louise


def test_there_and_back_nothing_is_lost(any_dossier: Dossier) -> None:
    again = read_dossier_json(dossier_json(any_dossier))
    assert again.id == any_dossier.id
    assert again.tables == any_dossier.tables


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert dossier_json(marie_louise()) == dossier_json(read_dossier_json(dossier_json(marie_louise())))


def test_it_says_which_schema_it_is() -> None:
    assert json.loads(dossier_json(marie_louise()))["schema"] == "resokit-dossier/1"


def broken(change: str, value: object) -> bytes:
    data: Any = json.loads(dossier_json(marie_louise()))
    *path, last = change.split(".")
    at = data
    for step in path:
        at = at[int(step) if step.isdigit() else step]
    if value is None:
        del at[last]
    else:
        at[int(last) if last.isdigit() else last] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("change", "value", "field"),
    [
        ("tables.contacts.1.ring", 9, "contacts[1].ring"),
        ("tables.client.0.alias", 5, "client[0].alias"),
        ("tables.actions.0.status", "geheim", "actions[0].status"),
        ("tables.actions.0.vreemd", "geheim", "actions[0].vreemd"),
        ("tables.strengths.0.text", None, "strengths[0].text"),
        ("tables.onbekend", [], "onbekend"),
        ("tables.client", [], "client"),
        ("id", None, "id"),
    ],
)
def test_the_field_that_is_wrong_is_named_and_its_words_are_not(change: str, value: object, field: str) -> None:
    with pytest.raises(CannotError) as caught:
        read_dossier_json(broken(change, value))
    said = load_catalog("en").render(caught.value.message)
    assert f"“{field}”" in said
    assert "geheim" not in said


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b'{"schema": "resokit-dossier/2"}'])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(CannotError):
        read_dossier_json(data)
