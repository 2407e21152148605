from __future__ import annotations

import gettext
import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.core.dates import distance
from resokit_tui.core.errors import CannotError
from resokit_tui.core.eventlog import EventLog, place_of
from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Catalog, Message, load_catalog
from resokit_tui.core.paths import find_paths
from resokit_tui.core.record import Record
from resokit_tui.core.settings import Settings, load_settings, save_settings
from resokit_tui.core.text import clean, fold, sort_key

ENGLISH = Catalog("en", gettext.NullTranslations())


class TestMessage:
    def test_a_message_may_hold_another_and_a_day(self) -> None:
        inner = Message.counted("{n} day", "{n} days", 3)
        text = ENGLISH.render(Message("{late} since {day}", late=inner, day=date(2026, 3, 4)))
        assert text == "3 days since 04/03/2026"

    def test_repr_never_shows_the_values(self) -> None:
        assert "Canary" not in repr(Message("Dossier {alias}", alias="Canary"))
        assert "Canary" not in str(CannotError(Message("Dossier {alias}", alias="Canary")))

    def test_braces_in_a_value_are_left_alone(self) -> None:
        assert ENGLISH("Dossier {alias}", alias="{x}") == "Dossier {x}"

    def test_a_language_we_do_not_have_is_refused(self) -> None:
        with pytest.raises(ValueError, match="de"):
            load_catalog("de")

    def test_dates_are_in_belgian_order_and_in_the_readers_words(self) -> None:
        day = date(2026, 11, 23)
        assert load_catalog("nl").date_long(day) == "maandag 23 november 2026"
        assert load_catalog("fr").date_long(day) == "lundi 23 novembre 2026"
        assert ENGLISH.date_short(day) == "23/11/2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [(20, "3 days"), (22, "1 day"), (23, "today"), (24, "tomorrow"), (26, "Thursday"), (30, "in 7 days")],
)
def test_distance_is_told_as_people_say_it(day: int, words: str) -> None:
    assert ENGLISH.render(distance(date(2026, 11, day), date(2026, 11, 23))) == words


class TestText:
    @pytest.mark.parametrize(
        ("typed", "found"), [("Café", "cafe"), ("Małgorzata", "malgorzata"), ("D’Hondt", "d'hondt")]
    )
    def test_fold_forgives_case_and_accents(self, typed: str, found: str) -> None:
        assert fold(typed) == found

    def test_belgian_names_sort_on_the_whole_name(self) -> None:
        names = ["Zoë", "Van Damme", "De Smet", "IJzer", "Ibo", "Élodie"]
        assert sorted(names, key=sort_key) == ["De Smet", "Élodie", "Ibo", "IJzer", "Van Damme", "Zoë"]

    @given(st.text())
    def test_clean_keeps_letters_and_drops_what_can_trick_the_eye(self, text: str) -> None:
        cleaned = clean(text)
        assert clean(cleaned) == cleaned
        assert not set(cleaned) & set("\u202e\u2066\x1b\x00\t\r")


class TestFiles:
    def test_a_file_that_exists_is_not_replaced_unless_asked(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.pdf"
        write_atomic(path, b"first")
        with pytest.raises(CannotError):
            write_atomic(path, b"second")
        assert path.read_bytes() == b"first"
        write_atomic(path, b"second", force=True)
        assert path.read_bytes() == b"second"

    def test_only_the_owner_can_read_it_and_nothing_else_is_left(self, tmp_path: Path) -> None:
        write_atomic(tmp_path / "plan.pdf", b"x")
        assert stat.S_IMODE((tmp_path / "plan.pdf").stat().st_mode) == 0o600
        assert os.listdir(tmp_path) == ["plan.pdf"]

    def test_a_full_disk_leaves_nothing_behind_and_says_why(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(CannotError) as caught:
            write_atomic(tmp_path / "plan.pdf", b"x")
        assert "the disk is full" in ENGLISH.render(caught.value.message)
        assert os.listdir(tmp_path) == []


class TestSettings:
    def test_they_come_back_as_saved(self, tmp_path: Path) -> None:
        save_settings(tmp_path / "s" / "settings.json", Settings(language="fr"))
        assert load_settings(tmp_path / "s" / "settings.json").language == "fr"

    def test_a_misspelled_name_is_refused_with_file_and_field(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.json"
        path.write_text('{"langauge": "nl"}')
        with pytest.raises(CannotError) as caught:
            load_settings(path)
        told = ENGLISH.render(caught.value.message)
        assert str(path) in told
        assert "langauge" in told


def test_resokit_home_holds_everything(tmp_path: Path) -> None:
    paths = find_paths({"RESOKIT_HOME": str(tmp_path)})
    assert all(p.is_relative_to(tmp_path) for p in (paths.vaults, paths.exports, paths.settings, paths.log))


class TestEventLog:
    def test_a_crash_is_found_back_by_its_number_and_says_nothing_else(self, tmp_path: Path) -> None:
        log = EventLog(tmp_path / "state" / "events.log")
        try:
            raise KeyError("Canary")
        except KeyError as error:
            number = log.crash(type(error).__name__, place_of(error), datetime.now(UTC))
        written = (tmp_path / "state" / "events.log").read_text()
        assert number in written
        assert "KeyError test_core.py:" in written
        assert "Canary" not in written

    def test_a_log_that_cannot_be_written_stops_nobody(self, tmp_path: Path) -> None:
        (tmp_path / "state").write_text("in the way")
        assert EventLog(tmp_path / "state" / "events.log").crash("X", "y", datetime.now(UTC))


class _Secret(Record, frozen=True, kw_only=True):
    name: str


class TestRecord:
    moment = datetime(2026, 11, 23, tzinfo=UTC)

    def test_repr_does_not_speak_of_a_client(self) -> None:
        assert "Canary" not in repr(_Secret(name="Canary", created=self.moment, changed=self.moment))

    def test_it_survives_being_stored(self) -> None:
        record = _Secret(name="x", created=self.moment, changed=self.moment)
        assert msgspec.convert(msgspec.to_builtins(record), _Secret) == record

    def test_an_unknown_field_is_refused_rather_than_lost(self) -> None:
        stored = msgspec.to_builtins(_Secret(name="x", created=self.moment, changed=self.moment)) | {"more": 1}
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(stored, _Secret)
