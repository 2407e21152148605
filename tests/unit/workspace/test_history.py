from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from resokit_tui.casework.note import Note
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message, load_catalog
from resokit_tui.workspace import trash
from resokit_tui.workspace.history import dossier_at, record_history, redo, restore, undo, versions
from resokit_tui.workspace.records import Unreadable
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.unlock import Doors
from tests.conftest import CHEAP, NOW
from tests.unit.vault.support import version_path

STRONG = "paraplu kaars trein walnoot"
ADDED, CHANGED, REMOVED = Message("note added"), Message("note changed"), Message("note removed")
Window = Callable[[], DossierSession]


class Ticking:
    """A clock that is a second further each time it is asked."""

    def __init__(self) -> None:
        self.moment: datetime = NOW

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def window(doors: Doors) -> Window:
    """Opens the same dossier in one more window."""
    ticking = Doors(doors._folder, CHEAP, Ticking(), parameters=CHEAP.floor)
    workspace, _ = ticking.make("Ann", STRONG)
    dossier_id = workspace.new("Linde").id
    folder = ticking.vaults()[0].folder
    return lambda: ticking.open(folder, STRONG).open(dossier_id)


def note(text: str) -> Note:
    return Note(day=NOW.date(), text=text, created=NOW, changed=NOW)


def texts(session: DossierSession) -> list[str]:
    return [each.text for each in session.dossier.all(Note)]


class TestTwoWindows:
    def test_a_record_changed_in_both_is_kept_twice_and_shown_so(self, window: Window) -> None:
        one, two = window(), window()
        first = note("was")
        one.put(first, ADDED)
        two.refresh()
        one.put(first.replaced(NOW, text="links"), CHANGED)
        saved = two.put(first.replaced(NOW, text="rechts"), CHANGED)
        assert [each.id for each in saved.twice] == [first.id]
        one.refresh()
        for session in (one, two):
            assert sorted(texts(session)) == ["links", "rechts"]
            (beside,) = session.conflicts
            assert isinstance(beside, Note)
            assert (beside.text, beside.conflict.of if beside.conflict else "") == ("rechts", first.id)
        decided = two.put(beside.replaced(NOW, conflict=None), CHANGED)
        assert (two.conflicts, decided.twice) == ((), ())

    def test_a_form_that_read_an_older_state_does_not_replace_the_newer(self, window: Window) -> None:
        one, two = window(), window()
        read = note("was")
        two.put(read, ADDED)
        one.refresh()
        one.put(read.replaced(NOW, text="links"), CHANGED)
        two.refresh()
        two.put(read.replaced(NOW, text="rechts"), CHANGED, was=read)
        assert sorted(texts(two)) == ["links", "rechts"]
        two.put(read.replaced(NOW, text="wint"), CHANGED)
        assert "links" not in texts(two), "the control: without what the form had read, the last one wins"

    def test_many_records_of_another_window_leave_room_for_ours(self, window: Window) -> None:
        """TinyDB remembers the next free number of a table; after another window's save it is taken."""
        one, two = window(), window()
        one.put(note("links"), ADDED)
        two.put_many([note(str(n)) for n in range(5)], ADDED)
        one.put(note("nog een"), ADDED)
        one.put_many([note("en twee"), note("en drie")], ADDED)
        assert sorted(texts(one)) == ["0", "1", "2", "3", "4", "en drie", "en twee", "links", "nog een"]

    def test_several_records_are_one_version(self, window: Window) -> None:
        session = window()
        before = session.version
        session.put_many([note("een"), note("twee")], ADDED)
        assert session.version == before + 1


class TestUndo:
    def test_each_step_can_be_undone_and_done_again(self, window: Window) -> None:
        session = window()
        first = note("een")
        session.put(first, ADDED)
        session.put(first.replaced(NOW, text="twee"), CHANGED)
        session.remove(session.dossier.all(Note)[0], REMOVED)
        seen = []
        for _ in range(3):
            seen.append((undo(session), texts(session)))
        assert seen == [(REMOVED, ["twee"]), (CHANGED, ["een"]), (ADDED, [])]
        assert undo(session) is None
        seen = []
        for _ in range(3):
            seen.append((redo(session), texts(session)))
        assert seen == [(ADDED, ["een"]), (CHANGED, ["twee"]), (REMOVED, [])]
        assert redo(session) is None
        assert undo(session) == REMOVED
        assert texts(session) == ["twee"]

    def test_what_another_window_saved_in_between_stays(self, window: Window) -> None:
        one, two = window(), window()
        one.put(note("links"), ADDED)
        two.put(note("rechts"), ADDED)
        undo(one)
        assert texts(one) == ["rechts"]
        redo(one)
        assert sorted(texts(one)) == ["links", "rechts"]

    def test_a_record_that_another_window_changed_since_stays_as_they_left_it(self, window: Window) -> None:
        one, two = window(), window()
        first = note("een")
        one.put(first, ADDED)
        two.refresh()
        two.put(first.replaced(NOW, text="hun zin"), CHANGED)
        undo(one)
        assert texts(one) == ["hun zin"]

    def test_something_new_forgets_what_was_undone(self, window: Window) -> None:
        session = window()
        session.put(note("een"), ADDED)
        undo(session)
        session.put(note("twee"), ADDED)
        assert redo(session) is None

    def test_undoing_is_a_version_that_says_what_it_undid(self, window: Window) -> None:
        session = window()
        session.put(note("een"), ADDED)
        undo(session)
        line = versions(session)[0]
        assert load_catalog("en").render(line.label) == "undone: note added"
        assert line.ours

    def test_a_step_whose_versions_are_gone_says_so(self, window: Window) -> None:
        session = window()
        session.put(note("een"), ADDED)
        session.put(note("twee"), ADDED)
        version_path(session._vault, session.id, session.version - 1).unlink()
        with pytest.raises(CannotError):
            undo(session)
        assert len(texts(session)) == 2


class TestHistory:
    def test_the_versions_of_a_dossier_newest_first(self, window: Window) -> None:
        one, two = window(), window()
        one.put(note("links"), ADDED)
        two.put(note("rechts"), CHANGED)
        lines = versions(two)
        assert [(line.label.msgid, line.ours) for line in lines] == [
            ("note changed", True),
            ("note added", False),
            ("dossier made", False),
        ]
        assert [line.elsewhere for line in lines] == [False, True, False]
        assert not [line for line in versions(window()) if line.elsewhere]
        assert [each.text for each in dossier_at(two, lines[1].number).all(Note)] == ["links"]
        with pytest.raises(CannotError):
            dossier_at(two, 99)

    def test_a_record_is_followed_through_the_versions_in_which_it_changed(self, window: Window) -> None:
        session = window()
        first = note("een")
        session.put(first, ADDED)
        session.put(note("iets anders"), ADDED)
        session.put(first.replaced(NOW, text="twee"), CHANGED)
        undo(session)
        states = record_history(session, first.id)
        assert [s.record.text if isinstance(s.record, Note) else None for s in states] == ["een", "twee", "een"]
        restore(session, states[1].record)  # type: ignore[arg-type]
        assert "twee" in texts(session)
        undo(session)
        undo(session)
        assert record_history(session, "nobody") == []

    def test_what_does_not_fit_its_type_is_named_in_the_history(self, window: Window) -> None:
        session = window()
        session._storage.write({**session._storage.committed(), "notes": {"1": {"id": "abc", "text": "x"}}})
        session._storage.commit("by an older program", NOW)
        (state,) = record_history(session, "abc")
        assert isinstance(state.record, Unreadable)


class TestTrash:
    def test_what_was_removed_lies_in_the_trash_and_can_be_taken_out(self, window: Window) -> None:
        session = window()
        session.put_many([note("een"), note("twee")], ADDED)
        for each in session.dossier.all(Note):
            session.remove(each, REMOVED)
        assert texts(session) == []
        assert [each.text for each in trash.trashed(session) if isinstance(each, Note)] == ["twee", "een"]
        trash.take_out(session, trash.trashed(session)[:1])
        assert texts(session) == ["twee"]
