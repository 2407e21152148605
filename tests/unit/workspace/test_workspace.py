from __future__ import annotations

import errno
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from resokit_tui.casework.dossier import RECORD_TYPES
from resokit_tui.casework.note import Answer, Note, Standing
from resokit_tui.casework.reflection import Reflection
from resokit_tui.compose import build_house
from resokit_tui.core.dates import Clock
from resokit_tui.core.errors import CannotError, DamagedError, LockedError
from resokit_tui.core.i18n import Message, load_catalog
from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import load_method
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.vault.files import Files
from resokit_tui.vault.vault import Vault
from resokit_tui.workspace.agenda import DueKind
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.export_places import file_stem
from resokit_tui.workspace.exporting import Author, Order, prepare, write
from resokit_tui.workspace.guide import course, next_stops, station_states
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.records import RecordTables
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.unlock import Doors
from tests.conftest import CHEAP, NOW

STRONG = "paraplu kaars trein walnoot"
SAVED = Message("note added")


REQUIRED: dict[str, dict[str, object]] = {
    "Need": {"area": "image"},
    "Note": {"day": NOW.date()},
    "Standing": {"level": 1},
    "Reflection": {"held": NOW.date()},
    "QualityOfLife": {"day": NOW.date(), "scores": {}},
    "Exported": {"day": NOW.date()},
    "KeptRoute": {"stops": ()},
}
"""What a record cannot be made without, besides words."""


def note(text: str) -> Note:
    return Note(day=NOW.date(), text=text, created=NOW, changed=NOW)


class TestDoors:
    def test_a_vault_is_made_listed_and_opened(self, doors: Doors) -> None:
        workspace, code = doors.make("Ann", STRONG)
        workspace.close()
        (door,) = doors.vaults()
        assert door.name == "Ann"
        assert doors.open(door.folder, STRONG).name == "Ann"
        assert doors.open_with_recovery(door.folder, code).name == "Ann"

    def test_a_wrong_passphrase_stays_outside(self, doors: Doors) -> None:
        doors.make("Ann", STRONG)[0].close()
        with pytest.raises(LockedError):
            doors.open(doors.vaults()[0].folder, STRONG + "x")

    @pytest.mark.parametrize("weak", ["kort", "wachtwoord123", "brussel brussel", "annannannann", "motdepasse1234"])
    def test_a_weak_passphrase_is_refused_with_the_reason(self, doors: Doors, weak: str) -> None:
        assert doors.weakness(weak, "Ann") is not None
        with pytest.raises(CannotError):
            doors.make("Ann", weak)
        assert doors.vaults() == []

    def test_a_long_passphrase_is_judged_and_not_a_crash(self, doors: Doors) -> None:
        assert doors.weakness("walnoot trein " * 30, "Ann") is None

    def test_two_vaults_cannot_share_a_name(self, doors: Doors) -> None:
        doors.make("Ann", STRONG)
        with pytest.raises(CannotError):
            doors.make("Ann", STRONG)

    def test_a_folder_that_is_no_vault_is_not_listed(self, doors: Doors, tmp_path: Path) -> None:
        (tmp_path / "vaults" / "other").mkdir(parents=True)
        assert doors.vaults() == []

    def test_real_vaults_get_the_real_bounds(self, tmp_path: Path, clock: Clock) -> None:
        house = build_house({"RESOKIT_HOME": str(tmp_path)}, clock=clock)
        assert house.doors().bounds is REAL_BOUNDS
        assert house.practice_doors(tmp_path).bounds is REAL_BOUNDS
        assert REAL_BOUNDS.floor.memory_kib >= 64 * 1024


class TestSession:
    def test_what_was_saved_is_there_after_locking(self, doors: Doors) -> None:
        workspace, _ = doors.make("Ann", STRONG)
        session = workspace.new("Linde")
        session.put(note("Eerste gesprek."), SAVED)
        assert session.saved_at == NOW
        workspace.close()
        again = doors.open(doors.vaults()[0].folder, STRONG)
        (found,) = again.open(again.find("linde")).dossier.all(Note)
        assert found.text == "Eerste gesprek."

    def test_a_changed_record_replaces_itself_and_nothing_else(self, practice: Workspace) -> None:
        session = practice.open(practice.find("Luc"))
        before = session.dossier.all(Note)
        first = note("een")
        session.put(first, SAVED)
        session.put(first.replaced(NOW, text="twee"), SAVED)
        assert [n.text for n in session.dossier.all(Note)] == [*(n.text for n in before), "twee"]

    def test_two_windows_keep_both_notes(self, doors: Doors) -> None:
        workspace, _ = doors.make("Ann", STRONG)
        dossier_id = workspace.new("Linde").id
        folder = doors.vaults()[0].folder
        one, two = (doors.open(folder, STRONG).open(dossier_id) for _ in range(2))
        one.put(note("van links"), SAVED)
        two.put(note("van rechts"), SAVED)
        one.refresh()
        for window in (one, two):
            assert {n.text for n in window.dossier.all(Note)} == {"van links", "van rechts"}

    def test_a_full_disk_leaves_the_dossier_as_it_was(self, doors: Doors, clock: Clock) -> None:
        class FullDisk(Files):
            full = False

            def write_new(self, path: Path, data: bytes) -> None:
                if self.full:
                    raise OSError(errno.ENOSPC, "No space left on device")
                super().write_new(path, data)

        files = FullDisk()
        vault, _ = Vault.create(doors._folder, "Ann", STRONG, bounds=CHEAP, parameters=CHEAP.floor, files=files)
        session = Workspace(vault, clock).new("Linde")
        files.full = True
        with pytest.raises(CannotError):
            session.put(note("verloren?"), SAVED)
        assert session.dossier.all(Note) == ()
        files.full = False
        session.put(note("toch bewaard"), SAVED)
        assert [n.text for n in session.dossier.all(Note)] == ["toch bewaard"]

    def test_answers_come_newest_first_and_none_is_lost(self, practice: Workspace) -> None:
        session = practice.open(practice.find("J."))
        for minute in range(3):
            moment = NOW + timedelta(minutes=minute)
            session.put(Answer(question="condition.trust.q1", text=str(minute), created=moment, changed=moment), SAVED)
        assert [a.text for a in session.answers("condition.trust.q1")] == ["2", "1", "0"]

    def test_a_draft_waits_until_it_is_dropped(self, doors: Doors) -> None:
        workspace, _ = doors.make("Ann", STRONG)
        session = workspace.new("Linde")
        session.keep_draft("note", "halve zin")
        workspace.close()
        again = doors.open(doors.vaults()[0].folder, STRONG)
        session = again.open(again.find("Linde"))
        assert session.draft("note") == "halve zin"
        session.drop_draft("note")
        assert session.draft("note") is None


class TestRecords:
    def test_a_record_that_does_not_fit_is_named_and_kept(self) -> None:
        storage = MemoryStorage()  # type: ignore[no-untyped-call]
        db = TinyDB(storage=lambda: storage)
        db.table("notes").insert({"id": "abc", "day": "no day", "text": "x", "created": "2026-01-01T00:00:00Z"})
        tables = RecordTables(storage)
        found = tables.read("d")
        (unreadable,) = found.unreadable
        assert found.dossier.all(Note) == ()
        assert (unreadable.table, unreadable.id) == ("notes", "abc")
        tables.put(note("ernaast"))
        assert len(db.table("notes")) == 2

    def test_the_trash_is_not_part_of_the_snapshot(self, practice: Workspace) -> None:
        session = practice.open(practice.find("Luc"))
        (first, *_) = session.dossier.all(Note)
        session.put(first.replaced(NOW, trashed=NOW), Message("note removed"))
        assert first.id not in {n.id for n in session.dossier.all(Note)}

    @pytest.mark.parametrize("kind", RECORD_TYPES.values())
    def test_every_kind_of_record_hides_itself_in_a_traceback(self, kind: type) -> None:
        words = {f.name: "Kanarie" for f in msgspec.structs.fields(kind) if f.type is str and f.name != "id"}
        record: object = kind(**words, created=NOW, changed=NOW, **REQUIRED.get(kind.__name__, {}))
        assert "Kanarie" not in repr(record)


class TestWorkspace:
    def test_the_practice_vault_holds_three_people_round_today(self, practice: Workspace) -> None:
        assert [line.alias for line in practice.lines()] == ["J.", "Luc", "Marie-Louise"]
        agenda = practice.agenda()
        assert ("Luc", DueKind.ACTION) in {(i.alias, i.kind) for i in agenda.late}
        assert [i.alias for i in agenda.week if i.kind is DueKind.ACTION] == ["J."]
        assert practice.practice

    def test_the_index_remembers_what_today_needs(self, practice: Workspace, doors: Doors, tmp_path: Path) -> None:
        expected = practice.agenda()
        practice.close()
        again = doors.open(tmp_path / "practice", PASSPHRASE)
        assert again.agenda() == expected
        assert set(again._sessions) == {again.own().id}

    def test_an_index_that_is_out_of_date_is_not_believed(
        self, practice: Workspace, doors: Doors, tmp_path: Path
    ) -> None:
        practice.agenda()
        practice.close()
        other = doors.open(tmp_path / "practice", PASSPHRASE)
        session = other.open(other.find("J."))
        session.put(session.dossier.client.replaced(NOW, alias="Jef"), Message("alias changed"))
        again = doors.open(tmp_path / "practice", PASSPHRASE)
        assert [line.alias for line in again.lines()] == ["Jef", "Luc", "Marie-Louise"]

    def test_one_unreadable_dossier_does_not_hide_the_others(
        self, practice: Workspace, doors: Doors, tmp_path: Path
    ) -> None:
        luc = practice.find("Luc")
        practice.close()
        for file in (tmp_path / "practice" / "o" / luc[:2] / luc).glob("[0-9]*"):
            file.write_bytes(b"nothing of what was here")
        again = doors.open(tmp_path / "practice", PASSPHRASE)
        assert len(again.lines()) == 3
        with pytest.raises(DamagedError):
            again.open(luc)

    def test_a_dossier_that_was_never_saved_is_in_no_list(self, practice: Workspace) -> None:
        practice._vault.create_dossier()
        assert len(practice.lines()) == 3

    def test_the_own_dossier_is_in_no_list(self, practice: Workspace) -> None:
        own = practice.own()
        own.put(Standing(page="skill.roles", level=2, created=NOW, changed=NOW), SAVED)
        assert own.id not in {line.id for line in practice.lines()}

    @pytest.mark.parametrize("alias", ["", "  ", "\u202e"])
    def test_an_empty_alias_is_refused(self, practice: Workspace, alias: str) -> None:
        with pytest.raises(CannotError):
            practice.new(alias)

    def test_an_alias_in_any_script_is_taken(self, practice: Workspace) -> None:
        practice.new("Оксана")
        assert practice.find("оксана")

    def test_the_same_alias_twice_is_refused(self, practice: Workspace) -> None:
        with pytest.raises(CannotError):
            practice.new("lúc")


class TestGuide:
    def test_suggestions_name_only_pages_that_exist(self, practice: Workspace) -> None:
        method = load_method(content_folder(), "nl")
        for line in practice.lines():
            dossier = practice.open(line.id).dossier
            stops = next_stops(dossier, practice.own().dossier, method, practice.today())
            assert 1 <= len(stops) <= 3
            assert {s.page for s in stops} <= set(method.pages)
            for language in ("nl", "fr", "en"):
                assert all(len(load_catalog(language).render(s.reason)) <= 47 for s in stops)

    def test_the_map_shows_conditions_of_the_dossier_and_skills_of_the_professional(self, practice: Workspace) -> None:
        method = load_method(content_folder(), "nl")
        own = practice.own()
        own.put(Standing(page="skill.roles", level=3, created=NOW, changed=NOW), SAVED)
        luc = practice.open(practice.find("Luc")).dossier
        states = station_states(luc, own.dossier, method)
        assert states["condition.trust"].level == 2
        assert states["skill.roles"].level == 2
        assert sum(state.here for state in states.values()) <= 1

    def test_the_course_of_a_standing_is_told_in_steps_each_once(self, practice: Workspace) -> None:
        method = load_method(content_folder(), "nl")
        page = method.page("skill.roles")
        own = practice.own()
        for day, level in ((0, 1), (1, 1), (2, 3)):
            moment = NOW + timedelta(days=day)
            own.put(Standing(page="skill.roles", level=level, created=moment, changed=moment), SAVED)
        luc = practice.open(practice.find("Luc")).dossier
        told = [(day.day, word.msgid) for day, word in course(luc, own.dossier, page)]
        assert told == [(23, "I am discovering it"), (25, "I do it on my own")]
        assert course(luc, own.dossier, method.page("condition.belief"))[-1][1].msgid == "grows"
        assert course(None, None, page) == []


def written(session: DossierSession, folder: Path) -> Path:
    """A full role plan as Markdown, written in this folder."""
    return write(session, prepare(session, Order(format="md"), Author()), exports=folder)


class TestExport:
    def test_a_plan_is_written_registered_and_never_holds_a_reflection(
        self, practice: Workspace, tmp_path: Path
    ) -> None:
        session = practice.open(practice.find("Marie-Louise"))
        secret = Reflection(held=NOW.date(), situation="Kanariewoord", created=NOW, changed=NOW)
        session.put(secret, Message("reflection added"))
        path = written(session, tmp_path / "out")
        text = path.read_text(encoding="utf-8")
        assert "Verstelmeter in het repaircafé" in text
        assert "Kanariewoord" not in text
        assert session.dossier.tables["exports"]

    def test_a_folder_that_cannot_be_made_is_named(self, practice: Workspace, tmp_path: Path) -> None:
        (tmp_path / "in the way").write_text("")
        session = practice.open(practice.find("J."))
        with pytest.raises(CannotError) as caught:
            written(session, tmp_path / "in the way")
        assert "in the way" in load_catalog("nl").render(caught.value.message)

    def test_a_document_that_cannot_be_registered_does_not_lie_about(
        self, practice: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = practice.open(practice.find("J."))

        def refuse(*_: object) -> None:
            raise CannotError(Message("not saved"))

        monkeypatch.setattr(session, "put", refuse)
        with pytest.raises(CannotError):
            written(session, tmp_path / "out")
        assert list((tmp_path / "out").iterdir()) == []

    def test_the_file_name_holds_alias_and_date_only(self) -> None:
        assert file_stem("Rollenplan", "Zoë / ../x", NOW.date()) == "rollenplan_zoe-x_2026-11-23"

    def test_a_second_plan_on_one_day_gets_a_name_of_its_own(self, practice: Workspace, tmp_path: Path) -> None:
        session: DossierSession = practice.open(practice.find("J."))
        made = {written(session, tmp_path) for _ in range(3)}
        assert len(made) == 3
