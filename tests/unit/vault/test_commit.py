from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from resokit_tui.core.errors import CannotError, DamagedError
from resokit_tui.vault.commit import MIGRATIONS, SCHEMA, Tables, read_commit, read_tables
from resokit_tui.vault.envelope import Identity, Kind, seal
from resokit_tui.vault.vault import Vault
from tests.unit.vault.support import NOW, dossier_with, make_vault, note, open_vault, texts, version_path

CONTENT: Tables = {"notes": {"1": {"id": "a", "text": "een"}}}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def plain(schema: int, **more: object) -> bytes:
    return msgspec.json.encode({"schema": schema, "label": "x", "at": NOW, "tables": CONTENT, **more})


def test_older_content_is_brought_up_to_date_step_by_step() -> None:
    def rename(tables: Tables) -> Tables:
        return {"papers": tables["notes"]}

    def add(tables: Tables) -> Tables:
        return {**tables, "new": {}}

    steps = {1: rename, 2: add}
    commit = read_commit(plain(1), known=3, migrations=steps)
    assert (commit.schema, read_tables(commit.tables)) == (3, {"papers": CONTENT["notes"], "new": {}})
    assert read_tables(read_commit(plain(2), known=3, migrations=steps).tables) == {**CONTENT, "new": {}}
    assert read_tables(read_commit(plain(3), known=3, migrations=steps).tables) == CONTENT


def test_every_schema_before_ours_has_a_way_here() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"schema": 1}', b'{"schema": "x"}'])
def test_what_is_no_commit_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_commit(data)


def test_what_a_newer_program_wrote_can_be_read_and_never_saved_over(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    identity = Identity(Kind.DOSSIER, vault.id, bytes.fromhex(dossier))
    newer = seal(vault._keys.of(dossier), identity, 2, plain(SCHEMA + 1, later="?"))
    version_path(vault, dossier, 2).write_bytes(newer)
    storage = vault.storage(dossier)
    assert (storage.read_only, texts(storage)) == (True, ["een"])
    note(storage, "twee")
    with pytest.raises(CannotError) as failure:
        storage.commit("added", NOW)
    assert "newer version" in failure.value.message.msgid
    assert vault.newest_version(dossier) == 2


def test_an_index_of_a_newer_program_is_read_only(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.index.update(lambda content: msgspec.structs.replace(content, schema=2))
    opened = open_vault(vault.folder)
    assert opened.read_only
    with pytest.raises(CannotError):
        opened.create_dossier()
    note(storage := opened.storage(dossier), "twee")
    storage.commit("added", NOW)
    assert texts(open_vault(vault.folder).storage(dossier)) == ["een", "twee"]
