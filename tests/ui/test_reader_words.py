"""Links, terms, going back and forward, and finding a word on a page."""

from __future__ import annotations

import msgspec
import pytest

from resokit_tui.method.glossary import Glossary, Term
from resokit_tui.method.page import Page, Part, Provenance
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.dialogs.term import TermDialog
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.page_text import Reading
from resokit_tui.ui.widgets.text_flow import Row, lay_out, read_parts
from tests.ui.conftest import MakeServices
from tests.ui.places import at, here
from tests.ui.seen import rows, settle, text, type_text

RESERVED = Term(
    id="secrecy", nl="geheim", fr="secret", en="secret", explain={"nl": "Wat je zwijgt."}, provenance=Provenance.SRV
)
LONGER = msgspec.structs.replace(RESERVED, id="shared", nl="gedeeld geheim", forms=("gedeelde geheimen",))
WORDS = Glossary((RESERVED, LONGER))


def part(markdown: str, id: str = "what") -> Part:
    return Part(id, "Wat is het?", markdown, Provenance.DERIVED)


def with_page(services: Services, markdown: str, **changes: object) -> Page:
    """Puts a page with this text in the place of the first one."""
    page = services.method.page("condition.trust")
    own = msgspec.structs.replace(page, parts=(part(markdown), *page.parts[1:]), **changes)
    services.method.pages[page.id] = own
    return own


async def read(app: ResokitApp, page: str = "condition.trust") -> ReaderScreen:
    screen = ReaderScreen(app.services, app.services.method.page(page))
    await app.push_screen(screen)
    return screen


# -- which words open something --------------------------------------------------------------------------------------


def test_a_term_is_marked_once_a_part_the_longest_form_first_and_never_inside_a_link() -> None:
    first = part("Een gedeeld geheim. Nog een geheim, en nog een geheim. [Het geheim](page:theory.secrecy) blijft.")
    marks = read_parts([first, part("Weer een geheim.", "how")], WORDS).marks
    assert [(mark.flow, mark.term or mark.page) for mark in marks] == [
        (0, "shared"),
        (0, "secrecy"),
        (0, "theory.secrecy"),
        (2, "secrecy"),
    ]


def test_a_word_inside_another_word_is_no_term() -> None:
    assert not read_parts([part("Het beroepsgeheim, de geheimen, `geheim`.")], WORDS).marks


def test_a_link_in_two_styles_is_one_link() -> None:
    (mark,) = read_parts([part("Zie [het **plan**](page:stage.plan).")], WORDS).marks
    assert (mark.start, mark.end, mark.page) == (4, 12, "stage.plan")


def test_an_address_outside_the_method_opens_nothing() -> None:
    assert not read_parts([part("[daar](https://example.org) en [hier](file:///etc/passwd)")], WORDS).marks


@pytest.mark.parametrize("width", [1, 7, 20, 72])
def test_no_letter_is_lost_and_no_row_is_too_wide(width: int) -> None:
    text = read_parts([part("Eén zin met een aansprakelijkheidsverzekering.\n\n- een punt\n  - en nog een")], WORDS)
    laid = [row for row in lay_out(text, width + 4) if isinstance(row, Row)]
    for number, flow in enumerate(text.flows):
        pieces = [flow.text[row.start : row.end] for row in laid if row.flow == number]
        assert "".join("".join(pieces).split()) == "".join(flow.text.split())
        assert all(len(piece) <= width + 4 - flow.indent for piece in pieces)


# -- opening them ----------------------------------------------------------------------------------------------------


async def test_tab_reaches_a_term_enter_explains_it_and_escape_is_back_on_the_same_line(
    practising: MakeServices,
) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("tab", "tab")
        line = next(row for row in rows(app) if "beroepsgeheim" in row)
        assert line.startswith("  ►")
        await pilot.press("enter")
        await settle(pilot)
        shown = text(app)
        for words in (
            "beroepsgeheim",
            "fr  secret professionnel",
            "en  professional secrecy",
            "Herkomst van het woord",
        ):
            assert words in shown
        await pilot.press("escape")
        await settle(pilot)
        assert next(row for row in rows(app) if "beroepsgeheim" in row) == line


async def test_the_window_of_a_term_leads_to_its_page_and_back(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.page.id == app.services.glossary.terms["professional-secrecy"].page
        await pilot.press("escape")
        await settle(pilot)
        assert screen.page.id == "condition.trust"
        assert any(row.startswith("  ►") and "beroepsgeheim" in row for row in rows(app))


async def test_a_click_on_a_term_explains_it(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        y, line = next((y, row) for y, row in enumerate(rows(app)) if "beroepsgeheim" in row)
        await pilot.click(offset=(line.index("beroepsgeheim") + 2, y))
        await settle(pilot)
        assert here(app, TermDialog).term.nl == "beroepsgeheim"


async def test_after_the_last_word_tab_goes_on_to_the_standing(practising: MakeServices) -> None:
    services = practising()
    with_page(services, "Geen enkel moeilijk woord.")
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        reading = screen.query_one("#text", Reading)
        await settle(pilot)
        for _ in range(len(reading.page_text.text.marks) + 1):
            assert app.focused is reading
            await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "standing"


async def test_terms_are_not_sought_in_a_page_in_another_language(practising: MakeServices) -> None:
    services = practising()
    with_page(services, "Le lieu d’intervisie.", language="fr")
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)):
        screen = await read(app)
        assert not [mark for mark in screen.query_one("#text", Reading).page_text.text.marks if mark.term]


# -- back and forward ------------------------------------------------------------------------------------------------


async def test_back_and_forward_through_pages_each_as_it_was_left(practising: MakeServices) -> None:
    services = practising()
    with_page(services, "Eerst dit.\n\n" * 30 + "Zie [het plan](page:stage.plan).")
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        await pilot.press("tab")
        scrolled = screen.query_one("#text", Reading).scroll_offset.y
        assert scrolled > 20
        before = rows(app)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.page.id == "stage.plan"
        await pilot.press("right", "right", "right", "down", "enter")
        await settle(pilot)
        third = screen.page.id
        assert third not in ("stage.plan", "condition.trust")
        await pilot.press("escape")
        await settle(pilot)
        assert (screen.page.id, screen.place) == ("stage.plan", "onward")
        await pilot.press("backspace")
        await settle(pilot)
        assert rows(app)[:-1] == before[:-1]
        await pilot.press("f", "f", "f")
        await settle(pilot)
        assert screen.page.id == third
        for _ in range(3):
            await pilot.press("escape")
            await settle(pilot)
        assert at(app, WayfinderScreen)


async def test_a_sentence_being_typed_is_saved_before_another_page_opens(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "a")
        screen.action_part(2)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.page.id == "condition.understanding"
        assert services.session is not None
        assert services.session.answers("condition.trust.q2")[0].text == "a"


# -- finding a word --------------------------------------------------------------------------------------------------


async def test_a_word_is_found_in_every_part_of_the_page(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        await pilot.press("slash")
        await type_text(pilot, "AFSPRÁKEN")
        await settle(pilot)
        assert any(row.startswith("  ►") and "afspraken" in row for row in rows(app))
        seen = [screen.place]
        while seen[-1] != "onward":
            await pilot.press("enter")
            await settle(pilot)
            seen.append(screen.place)
        assert list(dict.fromkeys(seen)) == ["text", "questions", "signs", "onward"]
        assert f"{len(seen)} van {len(seen)}" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.place == "text"


async def test_escape_takes_the_marks_away_and_goes_on_reading_there(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        reading = screen.query_one("#text", Reading)
        await pilot.press("slash")
        await type_text(pilot, "beroepsgeheim")
        assert len(reading.page_text.hits) == 1
        await pilot.press("tab", "v", "escape")
        await settle(pilot)
        assert at(app, ReaderScreen)
        assert app.focused is reading
        assert not reading.page_text.hits
        assert "Zoek" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, WayfinderScreen)


async def test_a_word_that_is_not_there_says_so(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("slash")
        await type_text(pilot, "zeppelin")
        assert "niet op deze pagina" in text(app)
        await pilot.press("enter", "up")
        assert "niet op deze pagina" in text(app)


async def test_a_page_of_the_organisation_says_so_on_the_page_and_among_its_sources(practising: MakeServices) -> None:
    services = practising()
    with_page(services, "Onze eigen tekst.", own=True)
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        assert "Dit is een eigen pagina van je organisatie, niet van ons." in text(app)
        await pilot.press("h")
        await settle(pilot)
        assert any("▊" in row and "eigen pagina" in row for row in rows(app))
