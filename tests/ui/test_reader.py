from __future__ import annotations

import pytest
from textual.widgets import Input

from resokit_tui.casework.note import Answer, Standing
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.method.page import PageKind
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.parts.answering import Answering
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.widgets.choice import Choice
from resokit_tui.ui.widgets.question_block import AnswerArea
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.vault.storage import Saved
from resokit_tui.workspace.session import DossierSession
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.seen import rows, sentence, settle, text, type_text

Q2 = "condition.trust.q2"


async def read(app: ResokitApp, page: str = "condition.trust") -> ReaderScreen:
    """Opens a page, as Enter on the map does."""
    screen = ReaderScreen(app.services, app.services.method.page(page))
    await app.push_screen(screen)
    return screen


def answers(session: DossierSession | None, question: str = Q2) -> list[str]:
    assert session is not None
    return [answer.text for answer in session.answers(question)]


def refuse(record: Record, label: Message) -> Saved:
    raise CannotError(Message("The disk is full. Make room and try again."))


async def test_the_text_has_the_keyboard_first_and_its_origin_is_in_sight(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        assert isinstance(app.focused, Sheet)
        shown = text(app)
        assert "BASISVOORWAARDE 1" in shown
        assert "◉ Wat is het? ━━━━ ○ Vragen ━━━━ ○ Klaar als ━━━━ ○ Hierna" in shown
        assert "Herkomst" in shown
        assert "naam: Resokit" in shown


async def test_arrows_go_through_the_parts_and_the_line_does_not_wrap(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        seen = []
        for _ in range(5):
            seen.append(screen.place)
            await pilot.press("right")
        assert seen == ["text", "questions", "signs", "onward", "onward"]


async def test_an_answer_written_where_the_question_stands_is_in_the_dossier(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        before = answers(services.session)
        await pilot.press("right", "down", "enter")
        await type_text(pilot, "We bellen op dinsdag")
        assert "Bewaard" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert answers(services.session) == ["We bellen op dinsdag", *before]
        assert "Bewaard 14:32" in text(app)
        assert "We bellen op dinsdag  23/11/2026" in text(app)


@pytest.mark.parametrize("key", ["escape", "ctrl+s", "tab"])
async def test_every_way_out_of_the_field_saves(practising: MakeServices, key: str) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "x", key)
        await settle(pilot)
        assert answers(services.session)[0] == "x"


async def test_keys_typed_right_after_enter_are_text_and_not_commands(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down")
        for key in ("enter", "s", "h", "1", "question_mark"):
            await pilot.press(key)
        assert app.screen.query_one(AnswerArea).text == "sh1?"


async def test_an_answer_of_today_is_written_on_and_an_older_one_stays(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    old = NOW.replace(month=6)
    session.put(Answer(question=Q2, text="van juni", created=old, changed=old), Message("answer added"))
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "a", "escape")
        await settle(pilot)
        await pilot.press("enter", "b", "escape")
        await settle(pilot)
        assert answers(session)[:2] == ["ab", "van juni"]
        assert "23/06/2026" in text(app)


async def test_emptying_todays_answer_takes_it_away(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        before = answers(services.session)
        await pilot.press("right", "down", "enter", "a", "escape")
        await settle(pilot)
        await pilot.press("enter", "backspace", "escape")
        await settle(pilot)
        assert answers(services.session) == before


async def test_when_saving_fails_the_text_stays_and_says_why(
    practising: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "a")
        with monkeypatch.context() as broken:
            broken.setattr(services.session, "put", refuse)
            await pilot.press("escape")
            await settle(pilot)
            assert "NIET bewaard" in text(app)
            assert app.screen.query_one(AnswerArea).text == "a"
            await pilot.press("escape", "ctrl+l", "ctrl+q")
            await settle(pilot)
            assert app.is_running
            assert isinstance(app.screen, ReaderScreen)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "NIET bewaard" not in text(app)
        assert answers(services.session)[0] == "a"


async def test_an_error_nobody_expected_keeps_the_text_too(
    practising: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(record: Record, label: Message) -> Saved:
        raise RuntimeError("a client's words")

    services = practising()
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        monkeypatch.setattr(services.session, "put", fail)
        await pilot.press("right", "down", "enter", "a", "escape")
        await settle(pilot)
        assert "NIET bewaard" in text(app)
        assert "RuntimeError" in sentence(app)
        assert "client's words" not in text(app)
        assert app.screen.query_one(AnswerArea).text == "a"


async def test_what_is_being_typed_is_kept_as_a_draft_until_it_is_saved(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter")
        await type_text(pilot, "half een zin")
        screen.query_one(Answering)._start_drafts()
        await settle(pilot)
        assert session.draft(Q2) == "half een zin"
        assert "Klad bewaard 14:32" in text(app)
        assert "half een zin" not in answers(session)
        await pilot.press("escape")
        await settle(pilot)
        assert answers(session)[0] == "half een zin"
        assert session.draft(Q2) is None


async def test_a_draft_that_was_left_is_offered_again_and_said_not_to_be_saved(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    session.keep_draft(Q2, "half een zin")
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter")
        await settle(pilot)
        assert app.screen.query_one(AnswerArea).text == "half een zin"
        assert "nog niet bewaard" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert answers(session)[0] == "half een zin"
        assert session.draft(Q2) is None


async def test_a_draft_that_is_wiped_by_hand_is_gone(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    session.keep_draft(Q2, "x")
    before = answers(session)
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "backspace", "escape")
        await settle(pilot)
        assert answers(session) == before
        assert session.draft(Q2) is None


async def test_locking_saves_the_sentence_that_is_being_typed(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    put: list[Record] = []
    real = session.put

    def note(record: Record, label: Message) -> Saved:
        put.append(record)
        return real(record, label)

    session.put = note  # type: ignore[method-assign, assignment]
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "a", "ctrl+l")
        await pilot.pause()
    assert [record.text for record in put if isinstance(record, Answer)] == ["a"]


async def test_without_a_dossier_answers_go_to_ones_own(practising: MakeServices) -> None:
    services = practising()
    services.session = None
    workspace = services.workspace
    assert workspace is not None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "down", "enter", "a", "escape")
        await settle(pilot)
        assert answers(workspace.own()) == ["a"]


async def test_without_a_vault_a_question_says_how_to_answer(make_services: MakeServices) -> None:
    app = ResokitApp(make_services(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert "Open eerst je kluis" in text(app)
        assert not app.screen.query(AnswerArea)


async def test_a_standing_in_words_with_its_sign_is_saved_at_enter(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = len(session.dossier.all(Standing))
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, "condition.say")
        await settle(pilot)
        await pilot.press("s")
        choice = app.screen.query_one(Choice)
        assert choice.has_focus
        choice.choose(None)
        await pilot.press("right", "right", "enter")
        await settle(pilot)
        await pilot.press("tab")
        app.screen.query_one("#sign", Input).value = ""
        await type_text(pilot, "ze koos zelf")
        await pilot.press("enter")
        await settle(pilot)
        standing = session.standing("condition.say")
        assert standing is not None
        assert (standing.level, standing.sign) == (1, "ze koos zelf")
        assert len(session.dossier.all(Standing)) == before + 1


async def test_a_skill_is_ones_own_standing_even_with_a_dossier_open(practising: MakeServices) -> None:
    services = practising()
    workspace, session = services.workspace, services.session
    assert workspace is not None
    assert session is not None
    app = ResokitApp(services, first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, "skill.strengths")
        await settle(pilot)
        assert "van jou" in text(app)
        await pilot.press("s", "right", "enter")
        await settle(pilot)
        standing = workspace.own().standing("skill.strengths")
        assert standing is not None
        assert standing.level == 1
        assert session.standing("skill.strengths") is None


async def test_onward_opens_the_next_page_and_escape_comes_back(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await read(app)
        await settle(pilot)
        await pilot.press("left", "right", "right", "right", "enter")
        await settle(pilot)
        assert first.page.id == "condition.understanding"
        assert first.place == "text"
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is first
        assert first.page.id == "condition.trust"
        assert first.place == "onward"


async def test_a_page_in_another_language_says_so(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="fr"), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        assert app.services.method.page("condition.trust").language == "nl"
        assert "Néerlandais" in text(app)


async def test_origin_names_every_piece_and_the_sources(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app)
        await settle(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert "Waar deze pagina vandaan komt" in text(app)
        assert "Valkuil" in text(app)
        assert "Bronnen" in text(app)


@pytest.mark.parametrize("kind", PageKind)
async def test_a_page_takes_few_widgets(practising: MakeServices, kind: PageKind) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    pages = [page.id for page in app.services.method.pages.values() if page.kind is kind]
    async with app.run_test(size=(80, 24)) as pilot:
        for page in pages:
            screen = await read(app, page)
            await settle(pilot)
            assert len(list(screen.walk_children())) <= 60, page


async def test_the_key_line_fits_in_both_languages(practising: MakeServices) -> None:
    for language in ("nl", "fr"):
        app = ResokitApp(practising(language=language), first=WayfinderScreen)
        async with app.run_test(size=(80, 24)) as pilot:
            assert len(rows(app)[-1]) <= 78
            await read(app)
            await settle(pilot)
            assert len(rows(app)[-1]) <= 78
            assert "?" in rows(app)[-1]
