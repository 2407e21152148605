"""What was noted about a page, noting from it, and how a standing grew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from resokit_tui.casework.note import Answer, Note, Standing
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.note import NoteScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text

PAGE = "condition.say"


async def read(app: ResokitApp, page: str = PAGE) -> ReaderScreen:
    screen = ReaderScreen(app.services, app.services.method.page(page))
    await app.push_screen(screen)
    return screen


async def test_everything_noted_about_a_page_is_read_back_newest_first(practising: MakeServices) -> None:
    services = practising()
    session, workspace = services.session, services.workspace
    assert session is not None
    assert workspace is not None
    old, new = NOW - timedelta(days=9), NOW - timedelta(days=2)
    session.put(
        Answer(question=f"{PAGE}.q1", text="Zij kiest het uur.", created=old, changed=old), Message("answer added")
    )
    note = Note(day=new.date(), text="Ze belde zelf.", pages=(PAGE,), created=new, changed=new)
    session.put(note, Message("note added"))
    other = Note(day=new.date(), text="Iets anders.", pages=("condition.trust",), created=new, changed=new)
    session.put(other, Message("note added"))
    mine = Reflection(held=old.date(), page=PAGE, situation="Ik besliste te snel.", created=old, changed=old)
    workspace.own().put(mine, Message("reflection added"))
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        shown = sentence(app)
        for _ in range(3):
            await pilot.press("pagedown")
            await settle(pilot)
            shown += sentence(app)
        assert shown.index("Ze belde zelf.") < shown.index("Zij kiest het uur.")
        assert shown.index("IN DIT DOSSIER") < shown.index("VAN JOU") < shown.index("Ik besliste te snel.")
        assert "Iets anders." not in shown


async def test_nothing_noted_yet_says_what_one_can_do(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, "theory.ties")
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert "Nog niets." in text(app)


async def test_a_note_from_a_page_hangs_on_it(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        title = services.method.page(PAGE).title
        assert any("Hoort bij" in row and f"[{title}" in row for row in rows(app))
        await type_text(pilot, "Ze koos")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, ReaderScreen)
        (note,) = [each for each in session.dossier.all(Note) if each.text == "Ze koos"]
        assert note.pages == (PAGE,)
        await pilot.press("g")
        await settle(pilot)
        assert "Ze koos" in text(app)


async def test_a_draft_that_was_begun_elsewhere_is_not_hung_on_the_page_unasked(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    session.keep_draft("note", "half")
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert any("Hoort bij" in row and "[" not in row for row in rows(app))
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        (note,) = [each for each in session.dossier.all(Note) if each.text == "half"]
        assert note.pages == ()


async def test_without_a_dossier_a_reflection_goes_to_ones_own(practising: MakeServices) -> None:
    services = practising()
    services.session = None
    workspace = services.workspace
    assert workspace is not None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "Ik zweeg")
        await pilot.press("escape")
        await settle(pilot)
        (kept,) = [each for each in workspace.own().dossier.all(Reflection) if each.moment == "Ik zweeg"]
        assert kept.page == PAGE


async def test_without_a_vault_noting_says_what_to_do(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert not at(app, NoteScreen)
        assert [note.message.partition(":")[0] for note in app._notifications] == ["Open eerst je kluis"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_standing_shows_its_steps_in_words_with_their_days(
    practising: MakeServices, size: tuple[int, int]
) -> None:
    services = practising()
    session = services.session
    assert session is not None
    page = "skill.care"
    workspace = services.workspace
    assert workspace is not None
    told = []
    for days, level, word in ((90, 1, "ik ontdek het"), (30, 3, "ik doe het zelf"), (3, 2, "met steun")):
        then = NOW - timedelta(days=days)
        workspace.own().put(Standing(page=page, level=level, created=then, changed=then), Message("standing noted"))
        told.append((word, f"{then:%d/%m/%Y}"))
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=size) as pilot:
        await read(app, page)
        await settle(pilot)
        shown = text(app)
        for word, day in told[1:]:
            assert any(row.index(word) < row.index(day) for row in rows(app) if day in row)
        assert shown.index(told[1][1]) < shown.index(told[2][1])


async def test_a_single_step_is_no_path(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app, "condition.belief")
        await settle(pilot)
        assert not screen.query_one("#standing-path").display
