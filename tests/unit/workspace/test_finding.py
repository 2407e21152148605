"""Search, links to pages, and following a route."""

from __future__ import annotations

from datetime import timedelta

import pytest

from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action
from resokit_tui.casework.route import KeptRoute
from resokit_tui.core.i18n import Message
from resokit_tui.core.text import fold
from resokit_tui.method.folder import content_folder
from resokit_tui.method.glossary import load_glossary
from resokit_tui.method.loader import load_method
from resokit_tui.method.wayfinder import Route, Stop
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.findable import Group, dossier_entries, method_entries
from resokit_tui.workspace.finding import Finding
from resokit_tui.workspace.linked import linked_to
from resokit_tui.workspace.preferences import keep_preferences, preferences_of
from resokit_tui.workspace.routes import keep_route, leave_route, open_route, take_up_route, tick_stop
from resokit_tui.workspace.search import MOST_PER_GROUP, SearchIndex, places_of
from tests.conftest import NOW

METHOD = load_method(content_folder(), "nl")


@pytest.fixture
def index(practice: Workspace) -> SearchIndex:
    index = SearchIndex()
    index.put("method", method_entries(METHOD, load_glossary(content_folder())))
    for line in practice.lines():
        index.put(line.id, dossier_entries(practice.open(line.id).dossier, line.alias), line.alias)
    return index


class TestSearch:
    def test_one_box_finds_the_method_and_the_dossiers(self, index: SearchIndex) -> None:
        groups = [hit.entry.group for hit in index.search("beeldvorming").hits]
        assert groups == sorted(groups, key=list(Group).index)
        assert {Group.TERM, Group.PAGE} <= set(groups)
        assert any(hit.entry.title == "Marie-Louise" for hit in index.search("trouwkleed").hits)

    def test_words_are_found_inside_compounds(self, index: SearchIndex) -> None:
        assert any("rolversterking" in hit.entry.title for hit in index.search("versterking").hits)
        assert any(hit.entry.target == "tool.neighbourhoodmap" for hit in index.search("kaart").hits)

    def test_a_word_in_the_title_goes_before_one_in_the_text(self, index: SearchIndex) -> None:
        pages = [hit.entry for hit in index.search("vertrouwen").hits if hit.entry.group is Group.PAGE]
        assert pages[0].target == "condition.trust"

    @pytest.mark.parametrize(("typed", "meant"), [("beeldvormng", "beeldvorming"), ("INCLUSIEWEB", "inclusieweb")])
    def test_case_and_typing_errors_are_forgiven(self, index: SearchIndex, typed: str, meant: str) -> None:
        assert index.search(typed).hits == index.search(meant).hits
        assert index.search(typed).words == (meant,)

    def test_an_error_in_one_of_two_words_leaves_the_other_as_it_is(self, index: SearchIndex) -> None:
        assert index.search("rol beeldvormng").words == ("rol", "beeldvorming")

    def test_all_words_must_be_there(self, index: SearchIndex) -> None:
        assert index.search("rol").hits
        assert index.search("trouwkleed").hits
        for hit in index.search("rol trouwkleed").hits:
            assert "trouwkleed" in fold(hit.entry.text)
            assert "rol" in fold(hit.entry.text)

    def test_an_alias_finds_the_client_and_narrows_the_rest(self, index: SearchIndex) -> None:
        (client,) = (hit.entry for hit in index.search("marie-louise").hits if hit.entry.group is Group.DOSSIER)
        assert client.table == "client"
        narrowed = [hit.entry for hit in index.search("marie-louise trouwkleed").hits]
        assert narrowed
        assert {entry.title for entry in narrowed} == {"Marie-Louise"}

    def test_a_group_says_how_many_there_are_beyond_the_six_it_shows(self, index: SearchIndex) -> None:
        found = index.search("rol")
        shown = [hit for hit in found.hits if hit.entry.group is Group.PAGE]
        assert len(shown) == MOST_PER_GROUP < found.totals[Group.PAGE]

    def test_the_excerpt_is_one_short_row_with_the_word_in_sight(self, index: SearchIndex) -> None:
        for word in ("café", "buurt", "vertrouwen"):
            for hit in index.search(word).hits:
                assert len(hit.excerpt) <= 70
                assert "\n" not in hit.excerpt
                said = fold(word) in fold(hit.entry.title)
                if not said and hit.entry.group is not Group.TERM:
                    assert places_of(hit.excerpt, [fold(word)])

    def test_nothing_is_found_where_nothing_is(self, index: SearchIndex) -> None:
        assert index.search("qqqqqq").hits == ()
        assert index.search("  ").hits == ()

    def test_after_locking_nothing_is_left(self, index: SearchIndex) -> None:
        index.clear()
        assert index.search("vertrouwen").hits == ()

    def test_a_hit_in_a_traceback_does_not_speak(self, index: SearchIndex) -> None:
        found = index.search("trouwkleed")
        assert "trouwkleed" not in repr(found) + repr(found.hits[0]) + repr(found.hits[0].entry)


@pytest.mark.parametrize(
    ("text", "word", "marked"),
    [("Een Café hier", "cafe", ["Café"]), ("Straße 3", "strasse", ["Straße"]), ("rol, rollen", "rol", ["rol", "rol"])],
)
def test_what_was_sought_is_marked_as_it_is_written(text: str, word: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in places_of(text, [word])] == marked


class TestFinding:
    @pytest.fixture
    def finding(self, practice: Workspace) -> Finding:
        finding = Finding()
        finding.read_method(METHOD, load_glossary(content_folder()))
        self.catch_up(finding, practice)
        return finding

    def catch_up(self, finding: Finding, workspace: Workspace) -> int:
        pieces = finding.to_read(workspace)
        for piece in pieces:
            piece()
        return len(pieces)

    def test_only_a_dossier_that_was_saved_is_read_again(self, finding: Finding, practice: Workspace) -> None:
        assert self.catch_up(finding, practice) == 0
        session = practice.open(practice.find("Marie-Louise"))
        now = session.now()
        session.put(Note(day=now.date(), text="zinnekeparade", created=now, changed=now), Message("note added"))
        assert not finding.search("zinnekeparade").hits
        assert self.catch_up(finding, practice) == 1
        assert [hit.entry.table for hit in finding.search("zinnekeparade").hits] == ["notes"]

    def test_what_goes_to_the_trash_is_found_no_more(self, finding: Finding, practice: Workspace) -> None:
        own = practice.own()
        now = own.now()
        place = Place(name="Zennebibliotheek", created=now, changed=now)
        own.put(place, Message("place kept"))
        self.catch_up(finding, practice)
        (hit,) = finding.search("zennebibliotheek").hits
        assert (hit.entry.group, hit.entry.table) == (Group.OWN, "places")
        own.put(place.replaced(now, trashed=now), Message("place removed"))
        self.catch_up(finding, practice)
        assert not finding.search("zennebibliotheek").hits

    def test_looking_leaves_no_dossier_open(self, practice: Workspace) -> None:
        id = practice.find("Luc")
        practice._sessions.clear()
        assert practice.look(id).client.alias == "Luc"
        assert not practice._sessions

    def test_at_lock_everything_is_forgotten(self, finding: Finding) -> None:
        finding.clear()
        assert not finding.search("trouwkleed").hits
        assert not finding.search("vertrouwen").hits


def test_a_page_shows_what_was_written_about_it(practice: Workspace) -> None:
    session = practice.open(practice.find("Marie-Louise"))
    later = NOW + timedelta(minutes=1)
    linked = Note(day=NOW.date(), text="hoort hierbij", pages=("condition.belief",), created=later, changed=later)
    session.put(linked, Message("note added"))
    step = Action(title="samen kijken", pages=("condition.belief",), created=later, changed=later)
    session.put(step, Message("step added"))
    kinds = [each.kind.msgid for each in linked_to(session.dossier, "condition.belief")]
    assert len(set(kinds)) == 5
    assert {"hoort hierbij", "samen kijken"} <= {each.text for each in linked_to(session.dossier, "condition.belief")}
    assert linked_to(session.dossier, "skill.image") == []


class TestRoutes:
    route = Route(
        "situation.stuck", (Stop("skill.mindset", "a"), Stop("condition.trust", "b"), Stop("skill.care", "c"))
    )

    def test_it_is_kept_ticked_off_and_done(self, practice: Workspace) -> None:
        session = practice.own()
        keep_route(session, self.route)
        for stop in self.route.stops:
            kept = open_route(session.dossier)
            assert kept is not None
            tick_stop(session, kept, stop.page, done=True)
        assert open_route(session.dossier) is None
        assert all(stop.done for stop in session.dossier.all(KeptRoute)[0].stops)

    def test_a_new_route_leaves_the_old_one_and_keeps_it(self, practice: Workspace) -> None:
        session = practice.own()
        keep_route(session, self.route)
        keep_route(session, Route("situation.group", self.route.stops))
        assert len(session.dossier.all(KeptRoute)) == 2
        kept = open_route(session.dossier)
        assert kept is not None
        assert kept.situation == "situation.group"
        leave_route(session, kept)
        assert open_route(session.dossier) is None

    def test_one_that_was_left_is_taken_up_again_with_what_was_done(self, practice: Workspace) -> None:
        session = practice.own()
        keep_route(session, self.route)
        first = open_route(session.dossier)
        assert first is not None
        tick_stop(session, first, "skill.mindset", done=True)
        keep_route(session, Route("situation.group", self.route.stops))
        before = next(route for route in session.dossier.all(KeptRoute) if route.id == first.id)
        take_up_route(session, before)
        assert [route.id for route in session.dossier.all(KeptRoute) if route.is_open] == [first.id]
        again = open_route(session.dossier)
        assert again is not None
        assert again.stops[0].done


def test_preferences_stay(practice: Workspace) -> None:
    keep_preferences(practice.own(), organisation="Buurthuis")
    keep_preferences(practice.own(), retention_months=24)
    kept = preferences_of(practice.own())
    assert (kept.organisation, kept.retention_months) == ("Buurthuis", 24)
