from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from resokit_tui.casework.note import Note
from resokit_tui.core.errors import CannotError, LockedError
from resokit_tui.core.i18n import Message
from resokit_tui.workspace import keeping, trash
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.history import record_history, undo, versions
from resokit_tui.workspace.unlock import Doors
from tests.conftest import CHEAP, NOW
from tests.unit.vault.support import version_path

OLD, NEW = "paraplu kaars trein walnoot", "lantaarn fiets mosterd zolder"
ADDED = Message("note added")


@pytest.fixture
def ann(doors: Doors) -> tuple[Workspace, str]:
    return doors.make("Ann", OLD)


def folder(doors: Doors) -> Path:
    return doors.vaults()[0].folder


def note(text: str) -> Note:
    return Note(day=NOW.date(), text=text, created=NOW, changed=NOW)


class TestPassphrase:
    def test_it_is_changed_by_whoever_knows_the_current_one(self, ann: tuple[Workspace, str], doors: Doors) -> None:
        workspace, _ = ann
        for wrong in ("verkeerd", None):
            with pytest.raises(LockedError):
                keeping.change_passphrase(workspace, doors, NEW, wrong)
        assert keeping.change_passphrase(workspace, doors, NEW, OLD) is None
        with pytest.raises(LockedError):
            doors.open(folder(doors), OLD)
        doors.open(folder(doors), NEW)

    def test_a_weak_one_is_refused(self, ann: tuple[Workspace, str], doors: Doors) -> None:
        with pytest.raises(CannotError):
            keeping.change_passphrase(ann[0], doors, "wachtwoord123", OLD)
        doors.open(folder(doors), OLD)

    def test_whoever_came_with_the_recovery_sheet_has_to_choose_a_new_one(
        self, ann: tuple[Workspace, str], doors: Doors
    ) -> None:
        assert not doors.open(folder(doors), OLD).needs_new_passphrase
        workspace = doors.open_with_recovery(folder(doors), ann[1])
        forced = workspace.needs_new_passphrase
        keeping.change_passphrase(workspace, doors, NEW)
        assert (forced, workspace.needs_new_passphrase) == (True, False)
        assert not doors.open(folder(doors), NEW).needs_new_passphrase
        assert doors.open_with_recovery(folder(doors), ann[1]).name == "Ann", "the sheet stays good"


class TestErasing:
    def test_a_dossier_is_gone_and_the_others_stay_open(self, ann: tuple[Workspace, str], doors: Doors) -> None:
        workspace, code = ann
        kept, gone = workspace.new("Linde"), workspace.new("Kanarie")
        kept.put(note("een"), ADDED)
        assert keeping.erase_dossier(workspace, gone.id, OLD) is None
        assert [line.alias for line in workspace.lines()] == ["Linde"]
        kept.put(note("twee"), ADDED)
        workspace.close()
        for way_in in (doors.open(folder(doors), OLD), doors.open_with_recovery(folder(doors), code)):
            assert len(way_in.open(kept.id).dossier.all(Note)) == 2
            with pytest.raises(CannotError):
                way_in.open(gone.id)

    def test_a_record_is_gone_from_the_history_too(self, ann: tuple[Workspace, str], doors: Doors) -> None:
        workspace, _ = ann
        session = workspace.new("Linde")
        session.put_many([note("blijft"), note("weg")], ADDED)
        secret = session.dossier.all(Note)[1]
        session.keep_draft("note", "weg")
        session.remove(secret, Message("note removed"))
        with pytest.raises(LockedError):
            session.erase(trash.trashed(session), "verkeerd")
        assert trash.trashed(session) != []
        assert session.erase(trash.trashed(session), OLD)
        assert (trash.trashed(session), record_history(session, secret.id), undo(session)) == ([], [], None)
        assert session.draft("note") is None
        assert [line.label.msgid for line in versions(session)] == ["erased for good"]
        session.put(note("verder"), ADDED)
        again = doors.open(folder(doors), OLD).open(session.id)
        assert [each.text for each in again.dossier.all(Note)] == ["blijft", "verder"]

    def test_a_window_left_behind_types_its_passphrase_and_saves_what_was_typed(
        self, ann: tuple[Workspace, str], doors: Doors
    ) -> None:
        workspace, _ = ann
        session = workspace.new("Linde")
        session.put(note("weg"), ADDED)
        other = doors.open(folder(doors), OLD)
        theirs = other.open(session.id)
        session.erase(session.dossier.all(Note), OLD)
        with pytest.raises(LockedError):
            theirs.put(note("getypt"), ADDED)
        keeping.renew(other, OLD)
        theirs.put(note("getypt"), ADDED)
        assert [each.text for each in theirs.dossier.all(Note)] == ["getypt"]


class TestBackup:
    def test_a_backup_that_was_read_back_is_remembered_and_asked_for_again_after_two_weeks(
        self, ann: tuple[Workspace, str], doors: Doors, tmp_path: Path
    ) -> None:
        workspace, _ = ann
        assert keeping.backup_is_due(workspace)
        assert keeping.back_up(workspace, tmp_path / "stick").verified
        assert (keeping.last_backup(workspace), keeping.backup_is_due(workspace)) == (NOW, False)
        later = Doors(doors._folder, CHEAP, lambda: NOW + timedelta(days=15))
        assert keeping.backup_is_due(later.open(folder(doors), OLD))

    def test_restoring_asks_the_passphrase_of_a_backup_from_before_an_erasing(
        self, ann: tuple[Workspace, str], tmp_path: Path
    ) -> None:
        workspace, _ = ann
        gone = workspace.new("Kanarie")
        copy = keeping.back_up(workspace, tmp_path / "stick").folder
        keeping.erase_dossier(workspace, gone.id, OLD)
        with pytest.raises(LockedError):
            keeping.restore(workspace, copy)
        assert keeping.restore(workspace, copy, OLD).erased == (gone.id,)
        assert keeping.restore(workspace, copy, OLD, [gone.id]).missing == (gone.id,)
        assert [line.alias for line in workspace.lines()] == ["Kanarie"]

    def test_checking_and_repairing_say_what_they_do(self, ann: tuple[Workspace, str]) -> None:
        workspace, _ = ann
        session = workspace.new("Linde")
        session.put(note("een"), ADDED)
        assert keeping.check(workspace) == []
        version_path(workspace.vault, session.id, 1).write_bytes(b"?")
        findings = keeping.check(workspace)
        assert [finding.kind.value for finding in findings] == ["version"]
        assert keeping.repair(workspace, findings) == 1
        assert keeping.check(workspace) == []
