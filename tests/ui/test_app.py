from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.dialogs.help import HelpDialog
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.history import HistoryScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from resokit_tui.ui.widgets.pointer_list import PointerList
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text

SECRET = "Zinneke van de Zennestraat"


class Bench(BaseScreen):
    """A screen to try the app on: a field, and things that go wrong."""

    saved = True

    def body(self) -> ComposeResult:
        yield Static(SECRET)
        yield Input()

    async def ready_to_leave(self) -> bool:
        return self.saved

    async def refuse(self) -> None:
        raise CannotError(Message("The disk is full. Make room and try again."))

    async def fail(self) -> None:
        client = SECRET
        raise KeyError(client)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_key_that_opens_help_closes_it(practising: MakeServices, key: str) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, HelpDialog)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, WayfinderScreen)


async def test_help_names_the_keys_of_this_place_first_and_in_dutch(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        shown = text(app)
        assert shown.index("Op de kaart") < shown.index("In de wegwijzer")
        await pilot.press("end")
        await pilot.pause()
        assert "In een tekstveld" in text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, WayfinderScreen)


async def test_the_palette_finds_without_accents_and_runs_what_is_chosen(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="fr"), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await type_text(pilot, "theme a contraste eleve")
        await pilot.press("enter")
        await settle(pilot)
        assert app.theme == "resokit-contrast"
        assert app.services.settings.theme == "resokit-contrast"


async def test_the_palette_offers_no_way_to_write_the_screen_to_disk(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="en"), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await type_text(pilot, "screenshot")
        assert "Nothing with these letters." in text(app)


async def test_the_palette_runs_a_command_of_the_widget_that_had_the_keyboard(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="en"), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await type_text(pilot, "plain list")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one("#linear").display


async def test_another_language_takes_effect_at_once(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Wegwijzer" in rows(app)[0]
        await app.action_language("fr")
        await settle(pilot)
        assert "Wegwijzer" not in rows(app)[0]
        assert "aide" in rows(app)[-1]


async def test_the_curtain_hides_everything_and_opens_again(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Marie-Louise" in text(app)
        await pilot.press("f9")
        await pilot.pause()
        assert "Marie-Louise" not in text(app)
        assert "Resokit" not in text(app)
        await pilot.press("l", "escape")
        await pilot.pause()
        assert "Marie-Louise" in text(app)
        assert not app.screen.query_one("#linear").display


async def test_a_window_that_is_too_small_asks_for_room_and_keeps_what_was_open(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        station = app.screen.query_one("#map").station  # type: ignore[attr-defined]
        await pilot.resize_terminal(59, 19)
        await pilot.pause()
        assert "60 op 20" in sentence(app)
        assert "59 op 19" in sentence(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.screen.query_one("#map").station == station  # type: ignore[attr-defined]


@pytest.mark.parametrize(("key", "result"), [("ctrl+q", Leave.QUIT), ("ctrl+l", Leave.LOCK)])
async def test_leaving_closes_the_vault_first_and_leaves_a_blank_screen(
    practising: MakeServices, key: str, result: Leave
) -> None:
    services = practising()
    app = ResokitApp(services, first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert SECRET in text(app)
        await pilot.press(key)
        await pilot.pause()
    assert app.return_value is result
    assert services.workspace is None
    assert services.session is None


async def test_nobody_is_let_out_while_something_is_not_saved(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bench = app.screen
        assert isinstance(bench, Bench)
        bench.saved = False
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert services.workspace is not None
        assert app.is_running
        await app.leave(Leave.ENDED)
        assert services.workspace is None


async def test_an_expected_error_says_what_happened_and_what_to_do(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="en"), first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bench = app.screen
        assert isinstance(bench, Bench)
        bench.in_background(bench.refuse())
        await settle(pilot)
        assert "The disk is full. Make room and try again." in text(app)
        await pilot.press("escape")
        assert app.screen is bench


async def test_an_unexpected_error_in_the_background_leaves_the_app_and_the_text(
    practising: MakeServices, tmp_path: Path
) -> None:
    app = ResokitApp(practising(language="en"), first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bench = app.screen
        assert isinstance(bench, Bench)
        bench.query_one(Input).value = "half a sentence"
        bench.in_background(bench.fail())
        await settle(pilot)
        assert "KeyError, base.py:" in sentence(app)
        assert bench.query_one(Input).value == "half a sentence"
    log = (tmp_path / "state" / "events.log").read_text(encoding="utf-8")
    assert "KeyError base.py:" in log
    assert SECRET not in log


async def test_a_crash_tells_type_place_and_number_and_nothing_of_a_client(
    practising: MakeServices, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Crash(Bench):
        def on_input_submitted(self) -> None:
            client = SECRET
            raise KeyError(client)

    app = ResokitApp(practising(language="en"), first=Crash)

    async def provoke() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            app.screen.query_one(Input).focus()
            await pilot.press("enter")

    with pytest.raises(KeyError):
        await provoke()
    told = "".join(capsys.readouterr())
    log = (tmp_path / "state" / "events.log").read_text(encoding="utf-8")
    assert "KeyError" in told
    assert log.split()[2] in told.replace("\n", " ")
    assert SECRET not in told + log
    assert "Traceback" not in told


async def test_copying_stays_inside_the_app(practising: MakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ResokitApp(practising(), first=Bench)
    written: list[str] = []
    async with app.run_test(size=(80, 24)):
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        app.copy_to_clipboard(SECRET)
        assert app.clipboard == SECRET
        assert not any("\x1b]52" in piece for piece in written)


async def test_digits_and_the_keys_above_the_letters_on_azerty_go_to_the_areas(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.set_focus(None)
        await pilot.press("é")
        await settle(pilot)
        assert isinstance(app.screen, WayfinderScreen)


async def test_in_a_text_field_a_digit_is_text(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        field = app.screen.query_one(Input)
        field.focus()
        await pilot.press("2", "question_mark", "é")
        assert field.value == "2?é"
        assert "F1" in rows(app)[-1]


@pytest.mark.parametrize("motion", [True, False])
async def test_without_motion_nothing_moves_or_blinks(make_services: MakeServices, motion: bool) -> None:
    services = make_services()
    services.motion = motion
    app = ResokitApp(services, first=Bench)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Input).focus()
        await pilot.pause()
        assert (app.animation_level != "none") is motion
        assert app.screen.query_one(Input).cursor_blink is motion


async def test_the_second_key_of_a_burst_closes_no_second_screen(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert services.session is not None
        await app.push_screen(HistoryScreen(services, services.session))
        await settle(pilot)
        await pilot.press("f1")
        assert at(app, HelpDialog)
        for _ in range(3):
            app.post_message(Key("f1", None))
        await settle(pilot)
        assert any(isinstance(screen, HistoryScreen) for screen in app.screen_stack)


async def test_a_screen_that_was_to_take_the_place_of_one_that_is_gone_comes_on_top(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.action_area("dossier")
        await settle(pilot)
        assert services.session is not None
        app.switch_screen(HistoryScreen(services, services.session))
        await settle(pilot)
        assert at(app, HistoryScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_a_page_further_in_a_list_that_has_no_place_yet_is_no_fault(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows_of_it = PointerList(services.glyphs, Option("een"), Option("twee"))
        rows_of_it.highlighted = 1
        rows_of_it.action_page_up()  # type: ignore[no-untyped-call]
        rows_of_it.action_page_down()  # type: ignore[no-untyped-call]
        assert rows_of_it.highlighted == 1
