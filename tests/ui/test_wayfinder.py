from __future__ import annotations

import re

import pytest

from resokit_tui.core.i18n import load_catalog
from resokit_tui.method.page import PageKind
from resokit_tui.method.wayfinder import Route, Stop
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.glyphs import ASCII, RICH, Glyphs
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.themes import colours
from resokit_tui.ui.widgets.canvas import Canvas
from resokit_tui.ui.widgets.map_drawing import MapDrawing
from resokit_tui.ui.widgets.map_plan import MapPlan, make_plan
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.transit_map import TransitMap
from resokit_tui.workspace.guide import StationState, station_states
from resokit_tui.workspace.routes import keep_route, open_route, tick_stop
from tests.ui.conftest import MakeServices
from tests.ui.methods import whole, written
from tests.ui.seen import rows, settle, text


def plan_of(language: str = "nl", states: dict[str, StationState] | None = None) -> MapPlan:
    method = whole(language)
    known = station_states(None, None, method) if states is None else states
    return make_plan(method, known, load_catalog(language), in_dossier=True)


def drawn(plan: MapPlan, width: int, height: int, focus: str, glyphs: Glyphs = RICH) -> list[str]:
    canvas = Canvas(width, height)
    MapDrawing(canvas, plan, glyphs, focus, True).draw()
    return [canvas.strip(y, colours("resokit-light")).text for y in range(height)]


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("glyphs", [RICH, ASCII], ids=["symbols", "ascii"])
def test_all_twenty_five_stations_stand_in_full_words_on_80_columns(language: str, glyphs: Glyphs) -> None:
    plan = plan_of(language)
    shown = drawn(plan, 77, 13, "stage.plan", glyphs)
    for line in plan.lines:
        for station in line.stations:
            if line.kind is not PageKind.CONDITION:
                assert station.short in shown[1 + station.row]
    whole_text = " ".join(row[:22] for row in shown)
    for station in plan.lines[0].stations:
        assert all(word in whole_text for word in station.title.split()), station.title


def test_skill_and_stage_that_belong_together_share_a_row_joined_by_dots_or_a_line() -> None:
    shown = drawn(plan_of(), 77, 13, "skill.networks")
    assert "━" in shown[5]
    assert "·" in shown[6]
    assert "━" not in shown[6]
    assert "·" not in shown[2]


def test_the_return_line_goes_from_the_last_stage_back_to_the_roles() -> None:
    shown = drawn(plan_of(), 77, 13, "skill.care")
    assert shown[4].rstrip().endswith("╮")
    assert "◄" in shown[4]
    assert shown[11].rstrip().endswith("╯")
    assert all(row.rstrip().endswith("│") for row in shown[5:11])


def test_state_is_a_symbol_and_where_you_are_is_said_in_words() -> None:
    from resokit_tui.core.i18n import Message

    states = {"stage.start": StationState(1, Message("under way"), here=True)}
    shown = drawn(plan_of(states=states), 77, 13, "skill.care")
    assert "◉" in shown[1]
    assert "0 Vertrekken ◄ hier" in shown[1]
    ascii_shown = drawn(plan_of(states=states), 77, 13, "skill.care", ASCII)
    assert "[@]" in ascii_shown[1]
    assert not [char for row in ascii_shown for char in row if ord(char) > 0x2000 and char not in "‘’…"]


def test_wide_and_tall_every_state_is_written_out() -> None:
    plan = plan_of()
    wide = drawn(plan, 116, 13, "stage.plan")
    tall = drawn(plan, 77, 25, "stage.plan")
    assert sum("nog niet" in row for row in wide) >= 11
    assert sum("nog niet" in row for row in tall) >= 11


def test_the_smallest_screen_shows_the_line_with_the_cursor() -> None:
    plan = plan_of()
    shown = drawn(plan, 58, 13, "stage.plan")
    assert all(line.name.upper() in shown[0] for line in plan.lines)
    assert len([row for row in shown[1:] if row.strip()]) == 9


def test_a_map_with_few_stations_or_none_is_drawn_as_far_as_it_goes() -> None:
    method = written()
    plan = make_plan(method, {}, load_catalog("nl"), in_dossier=False)
    assert drawn(plan, 77, 13, plan.start())
    empty = MapPlan((), {}, None, "", "", "")
    assert empty.start() == ""


def test_the_cursor_goes_along_a_line_without_wrapping_and_across_to_the_partner() -> None:
    plan = plan_of()
    assert plan.along("skill.listening", -1) == "skill.listening"
    assert plan.along("skill.listening", 1) == "skill.mindset"
    assert plan.across("skill.networks", 1) == "stage.network"
    assert plan.across("stage.network", -1) == "skill.networks"
    assert plan.across("stage.network", 1) == "stage.network"
    assert plan.across("skill.mindset", 1) in ("stage.start", "stage.self")
    assert plan.across("skill.listening", -1) == "condition.trust"


async def test_the_map_opens_a_page_and_escape_comes_back_to_the_same_station(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(TransitMap).station = "condition.trust"
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "BASISVOORWAARDE 2" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(TransitMap).station == "condition.understanding"


async def test_the_next_stops_give_a_reason_and_light_up_on_the_map(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "VOLGENDE HALTE" in text(app)
        await pilot.press("tab")
        await pilot.pause()
        first = app.screen.query_one("#stops").chosen  # type: ignore[attr-defined]
        assert app.screen.query_one(TransitMap).station == first
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.page.id == first


async def test_the_same_as_a_plain_list_with_the_cursor_on_the_same_station(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(TransitMap).station = "condition.say"
        await pilot.press("l")
        await settle(pilot)
        assert any(row.startswith(" ► ") and "Inspraak, participatie en co-creatie" in row for row in rows(app))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_without_a_vault_the_map_still_shows_the_way(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "BASISVOORWAARDEN" in text(app)
        assert "◉ " not in "\n".join(rows(app)[2:15])


async def test_without_a_dossier_the_map_is_ones_own(practising: MakeServices) -> None:
    services = practising()
    services.session = None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "in dit dossier" not in text(app)
        assert text(app).count("van jou") == 3


async def test_a_click_moves_and_a_second_click_opens(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#map", offset=(7, 4))
        await settle(pilot)
        assert app.screen.query_one(TransitMap).station == "condition.understanding"
        await pilot.click("#map", offset=(7, 4))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


# -- a route on the map ----------------------------------------------------------------------------------------------

ROUTE = Route(
    "situation.stuck",
    (Stop("skill.image", "Eerst dit."), Stop("stage.ideas", "Dan dat."), Stop("tool.reflection", "En dit blad.")),
)


def following(practising: MakeServices) -> ResokitApp:
    """On the map, in a dossier with a route of which the first stop is done."""
    services = practising()
    assert services.session is not None
    keep_route(services.session, ROUTE)
    route = open_route(services.session.dossier)
    assert route is not None
    tick_stop(services.session, route, "skill.image", done=True)
    return ResokitApp(services, first=WayfinderScreen)


async def test_the_stops_of_a_kept_route_come_first_with_their_reasons_and_ticked_ones_are_gone(
    practising: MakeServices,
) -> None:
    app = following(practising)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        below = "\n".join(rows(app)[17:22])
        assert "VOLGENDE HALTE  op je route" in below
        assert below.index("Dan dat.") < below.index("En dit blad.")
        assert "Eerst dit." not in below
        assert "Ik zit zelf vast: 1 van 3 gedaan" in below
        await pilot.press("tab", "down")  # a tool lies on no line: the map stays where it was
        assert app.screen.query_one(TransitMap).station == "stage.ideas"


async def test_the_same_words_stand_in_the_plain_list_and_below_the_map(practising: MakeServices) -> None:
    app = following(practising)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(TransitMap).station = "stage.ideas"
        await pilot.pause()
        assert "op je route" in rows(app)[16]
        await pilot.press("l")
        await settle(pilot)
        assert any("kunnen het worden?" in row and "op je route" in row for row in rows(app))
        assert not any("Beeldvorming" in row and "op je route" in row for row in rows(app))


def test_stops_still_to_come_are_lit_on_the_map_without_colour() -> None:
    method = whole()
    plan = make_plan(method, {}, load_catalog("nl"), in_dossier=True, route=("skill.image", "condition.say"))
    canvas = Canvas(77, 13)
    MapDrawing(canvas, plan, RICH, "stage.plan", True).draw()
    lit = {
        segment.text.strip()
        for y in range(13)
        for segment in canvas.strip(y, colours("resokit-light"))
        if segment.style and segment.style.underline
    }
    assert lit == {"Beeldvorming", "Inspraak,", "participatie en", "co-creatie"}


def test_the_last_stage_or_skill_is_followed_by_the_first_station_again() -> None:
    plan = plan_of()
    assert plan.beginning_with("b", "condition.trust") == "condition.understanding"
    assert plan.beginning_with("B", "condition.understanding") == "skill.image"
    assert plan.beginning_with("b", "skill.bridges") == "condition.understanding"
    assert plan.beginning_with("v", "stage.review") == "condition.trust"
    assert plan.beginning_with("v", "condition.trust") == "skill.securing"
    assert plan.beginning_with("x", "stage.review") is None


async def test_a_letter_goes_to_the_next_station_that_begins_with_it(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(TransitMap).station = "condition.trust"
        seen = []
        for key in ("B", "B", "k", "V", "W"):
            await pilot.press(key)
            seen.append(app.screen.query_one(TransitMap).station)
        assert seen == ["condition.understanding", "skill.image", "stage.choice", "condition.trust", "stage.self"]


async def test_a_letter_that_is_a_command_stays_one_and_jumps_with_shift(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        linear = app.screen.query_one("#linear", PointerList)
        assert linear.has_focus
        seen = []
        for key in ("K", "k", "L", "W"):
            await pilot.press(key)
            seen.append(linear.chosen)
        assert seen == ["skill.strengths", "stage.choice", "skill.listening", "stage.self"]
        await pilot.press("l")
        assert app.screen.query_one(TransitMap).has_focus


async def test_help_tells_about_first_letters(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        seen = [text(app)]
        for _ in range(3):
            await pilot.press("pagedown")
            await pilot.pause()
            seen.append(text(app))
        assert any("A-Z" in shown and "begint" in shown for shown in seen)


async def test_the_row_about_a_station_tells_how_it_came_along(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("left", "left", "home")
        await settle(pilot)
        assert re.search(r"\d\d/06 begin › \d\d/10 stevig", text(app))
