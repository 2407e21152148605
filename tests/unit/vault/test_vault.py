from __future__ import annotations

import errno
import os
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
import pytest

from resokit_tui.core.errors import CannotError, DamagedError, ResokitError
from resokit_tui.core.record import new_id
from resokit_tui.vault.envelope import Kind, read_header
from resokit_tui.vault.files import Files
from resokit_tui.vault.index import new_entry
from resokit_tui.vault.opening import vault_label
from resokit_tui.vault.vault import Vault
from tests.unit.vault.independent_reader import read_vault
from tests.unit.vault.support import (
    BOUNDS,
    CHEAP,
    NOW,
    PASSPHRASE,
    WatchedFiles,
    dossier_with,
    flip,
    folder_of,
    make_vault,
    note,
    open_vault,
    texts,
    version_path,
)

CANARY = "Kanariepietje"
INDEX = "00/00000000000000000000000000000000"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "v")[0]


def test_a_vault_opens_with_everything_that_was_saved(vault: Vault) -> None:
    dossiers = {dossier_with(vault, text): text for text in ("een", "twee")}
    again = open_vault(vault.folder)
    assert (again.name, again.id, again.own_id, again.practice) == ("Testkluis", vault.id, vault.own_id, False)
    assert set(again.dossier_ids()) == set(dossiers)
    for dossier, text in dossiers.items():
        assert texts(again.storage(dossier)) == [text]


def test_the_own_dossier_is_made_with_the_vault_and_is_of_a_kind_of_its_own(vault: Vault) -> None:
    assert vault.own_id not in vault.dossier_ids()
    storage = vault.storage(vault.own_id)
    note(storage, "over mij")
    storage.commit("note", NOW)
    assert texts(open_vault(vault.folder).storage(vault.own_id)) == ["over mij"]
    assert read_header(version_path(vault, vault.own_id, 1).read_bytes()).kind == Kind.OWN_DOSSIER


def test_the_label_is_read_without_a_key_and_cleaned(tmp_path: Path) -> None:
    Vault.create(tmp_path / "p", " Oefen\x1b[2J\nkluis ", PASSPHRASE, bounds=BOUNDS, parameters=CHEAP, practice=True)
    label = vault_label(tmp_path / "p")
    assert label.practice
    assert "\x1b" not in label.name
    assert "\n" not in label.name


def test_an_independent_reader_agrees(vault: Vault) -> None:
    dossier = dossier_with(vault, "een", "lang " * 5000)
    note(own := vault.storage(vault.own_id), "over mij")
    own.commit("mine", NOW)
    found = read_vault(vault.folder, PASSPHRASE)
    assert [document["text"] for document in found[dossier]["tables"]["notes"].values()] == ["een", "lang " * 5000]
    assert (found[dossier]["label"], found[dossier]["schema"]) == ("added", 1)
    assert found[vault.own_id]["tables"]["notes"]["1"] == {"text": "over mij"}


def _found(folder: Path, word: str) -> list[str]:
    encodings = [word.encode(), word.encode("utf-16-le"), word.lower().encode()]
    hits = []
    for path in folder.rglob("*"):
        if word.lower() in path.name.lower():
            hits.append(path.name)
        if path.is_file() and any(form in path.read_bytes() for form in encodings):
            hits.append(path.name)
    return hits


def test_no_word_of_a_dossier_a_draft_a_field_or_the_index_is_on_the_disk_in_clear(vault: Vault) -> None:
    dossier = dossier_with(vault, CANARY, CANARY * 3000)
    vault.write_draft(dossier, CANARY, CANARY)
    vault.cache_summaries({dossier: (2, {"alias": CANARY})})
    assert _found(vault.folder, CANARY) == []
    assert _found(vault.folder, PASSPHRASE) == []
    (vault.folder / "leak").write_text(f"… {CANARY} …")
    assert _found(vault.folder, CANARY) == ["leak"], "the control: this search finds what is there"


def test_folders_are_0700_and_files_0600(vault: Vault) -> None:
    os.umask(0o022)
    dossier = dossier_with(vault, "een")
    vault.write_draft(dossier, "field", "text")
    paths = [vault.folder, *vault.folder.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o600}


def test_opening_a_vault_makes_everything_else_private_too(vault: Vault) -> None:
    os.umask(0o022)
    open_vault(vault.folder)
    assert os.umask(0o077) == 0o077


@pytest.mark.parametrize("rights", [0o770, 0o702])
def test_a_folder_that_others_may_change_is_refused(vault: Vault, rights: int) -> None:
    vault.folder.chmod(rights)
    with pytest.raises(CannotError) as failure:
        open_vault(vault.folder)
    assert failure.value.message.params["path"] == str(vault.folder)


def test_a_folder_that_is_no_vault_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        for attempt in (lambda f: vault_label(f), lambda f: open_vault(f)):
            with pytest.raises(CannotError):
                attempt(folder)


def test_a_vault_is_only_made_in_a_new_or_empty_folder(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.odt").touch()
    (tmp_path / "file").touch()
    before = read_vault(vault.folder, PASSPHRASE)
    for folder in (vault.folder, tmp_path / "full", tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CannotError):
            make_vault(folder)
    assert read_vault(vault.folder, PASSPHRASE) == before
    (tmp_path / "empty").mkdir(mode=0o777)
    make_vault(tmp_path / "empty")
    open_vault(tmp_path / "empty")
    make_vault(tmp_path / "a" / "b" / "c")


def test_a_vault_without_a_name_or_passphrase_is_refused(tmp_path: Path) -> None:
    for name, passphrase in (("", PASSPHRASE), (" \x07", PASSPHRASE), ("Naam", "")):
        with pytest.raises(CannotError):
            Vault.create(tmp_path / "v", name, passphrase, bounds=BOUNDS, parameters=CHEAP)
    assert not (tmp_path / "v").exists()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_making_a_vault_fails_at_any_call_with_a_sentence_and_can_be_tried_again(tmp_path: Path, error: int) -> None:
    files = WatchedFiles()
    for call in range(200):
        folder = tmp_path / str(call)
        files.watch(call, error, for_good=True)
        with suppress(CannotError):  # and no other error
            make_vault(folder, files)
        reached = files.failed
        files.watch()
        try:
            make_vault(folder)
        except CannotError:  # it had come so far that it is a vault; then it is a whole one
            assert open_vault(folder).own_id
        if not reached:
            break
    assert not reached


def test_a_dossier_made_in_another_window_is_found(vault: Vault) -> None:
    other = open_vault(vault.folder)
    made_here, made_there = dossier_with(vault, "hier"), dossier_with(other, "daar")
    assert texts(vault.storage(made_there)) == ["daar"]
    assert texts(other.storage(made_here)) == ["hier"]
    assert set(open_vault(vault.folder).dossier_ids()) == {made_here, made_there}


class Overtaken(Files):
    """Another window publishes its index just before ours, once."""

    def __init__(self) -> None:
        self.other: Vault | None = None
        self.made = ""

    def publish(self, temporary: Path, final: Path) -> None:
        if self.other is not None:
            other, self.other = self.other, None
            self.made = other.create_dossier()
        super().publish(temporary, final)


def test_two_windows_that_make_a_dossier_at_once_both_keep_its_key(tmp_path: Path) -> None:
    files = Overtaken()
    vault, _ = make_vault(tmp_path / "v", files)
    files.other = open_vault(vault.folder)
    mine = vault.create_dossier()
    assert set(open_vault(vault.folder).dossier_ids()) == {mine, files.made}


def test_an_unknown_dossier_is_said_so(vault: Vault) -> None:
    with pytest.raises(CannotError):
        vault.storage("ab" * 16)


@pytest.mark.parametrize("copy", ["o", "o2"])
@pytest.mark.parametrize("how", ["flip", "gone"])
def test_one_damaged_copy_of_the_index_does_not_matter(vault: Vault, copy: str, how: str) -> None:
    dossier = dossier_with(vault, "een")
    newest = max((vault.folder / copy / INDEX).iterdir())
    flip(newest) if how == "flip" else newest.unlink()
    again = open_vault(vault.folder)
    assert texts(again.storage(dossier)) == ["een"]
    assert again.index_damage == ()
    if how == "gone":
        assert newest.exists(), "opening puts the missing copy back"
    dossier_with(again, "twee")
    assert len(open_vault(vault.folder).dossier_ids()) == 2


def test_an_index_damaged_in_both_copies_is_told(vault: Vault) -> None:
    first, second = dossier_with(vault, "een"), dossier_with(vault, "twee")
    for copy in ("o", "o2"):
        flip(vault.folder / copy / INDEX / "0000000003")
    again = open_vault(vault.folder)
    assert (again.dossier_ids(), again.index_damage) == ((first,), (3,))
    third = again.create_dossier()
    assert set(open_vault(vault.folder).dossier_ids()) == {first, third}
    assert (vault.folder / "o" / INDEX / "0000000003").exists()
    assert folder_of(vault, second).exists()
    for path in vault.folder.glob(f"o*/{INDEX}/*"):
        flip(path, 300)
    with pytest.raises(DamagedError):
        open_vault(vault.folder)


def test_an_index_of_another_vault_is_refused(vault: Vault, tmp_path: Path) -> None:
    other, _ = make_vault(tmp_path / "w")
    for copy in ("o", "o2"):
        stolen = (other.folder / copy / INDEX / "0000000001").read_bytes()
        (vault.folder / copy / INDEX / "0000000001").write_bytes(stolen)
    with pytest.raises(DamagedError):
        open_vault(vault.folder)


def test_summaries_are_kept_with_their_version_and_an_older_one_never_wins(vault: Vault) -> None:
    dossier, other = dossier_with(vault, "een", "twee"), open_vault(vault.folder)
    assert vault.cached(dossier) is None
    vault.cache_summaries({dossier: (2, {"alias": "Bever", "next": None}), "ff" * 16: (1, {})})
    other.cache_summaries({dossier: (1, {"alias": "Oud"})})
    cached = open_vault(vault.folder).cached(dossier)
    assert cached is not None
    assert (cached.version, cached.data) == (2, {"alias": "Bever", "next": None})


def test_summaries_that_did_not_change_are_not_written(vault: Vault) -> None:
    dossier = dossier_with(vault, "een")
    vault.cache_summaries({dossier: (1, {"alias": "Bever"})})
    before = sorted((vault.folder / "o" / INDEX).iterdir())
    vault.cache_summaries({dossier: (1, {"alias": "Bever"})})
    assert sorted((vault.folder / "o" / INDEX).iterdir()) == before


def test_errors_never_carry_words_of_the_user(vault: Vault) -> None:
    storage = vault.storage(dossier_with(vault, "een"))
    note(storage, CANARY)
    theirs = open_vault(vault.folder).storage(vault.dossier_ids()[0])
    note(theirs, "x")
    theirs.commit("x", NOW)
    with pytest.raises(ResokitError) as failure:
        storage.commit(CANARY, NOW)
    assert CANARY not in f"{failure.value!r} {failure.value} {failure.value.message!r}"


def test_a_save_writes_the_same_whatever_else_is_in_the_vault(tmp_path: Path) -> None:
    written: list[list[int]] = []
    for clients in (1, 300):
        files = CountedFiles()
        vault, _ = make_vault(tmp_path / str(clients), files)
        fresh = {new_id(): new_entry() for _ in range(clients)}
        entries = {**vault.index.content.entries, **fresh}
        vault.index.update(partial(msgspec.structs.replace, entries=entries))
        storage = vault.storage(dossier_with(vault, "een"))
        note(storage, "twee")
        files.written.clear()
        storage.commit("added", NOW)
        written.append(files.written)
    assert written[0] == written[1]
    assert len(written[0]) == 1, "one file: the dossier, and nothing of the others"


class CountedFiles(Files):
    """Remembers how much is written."""

    def __init__(self) -> None:
        self.written: list[int] = []

    def write_new(self, path: Path, data: bytes) -> None:
        super().write_new(path, data)
        self.written.append(len(data))
