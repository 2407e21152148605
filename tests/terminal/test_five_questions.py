"""Five questions a professional really asks, each answered in at most five key presses from the map."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from resokit_tui.workspace.practice import PASSPHRASE
from tests.terminal.pty_app import PtyApp

ENTER, ESC = "\r", "\x1b"
DOWN, RIGHT, LEFT, HOME = "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H"
MOST = 5


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PtyApp]:
    """The practice vault, open."""
    app = PtyApp("demo", home=tmp_path_factory.mktemp("home"))
    app.wait_for("Wachtzin", PASSPHRASE)
    app.send(PASSPHRASE + ENTER)
    app.wait_for("TE LAAT")
    yield app
    app.kill()


def ask(app: PtyApp, *presses: tuple[str, str]) -> str:
    """From the first stop of the map: each key press, and what is seen after it. Gives the screen at the end."""
    assert len(presses) <= MOST
    app.send("2")
    app.wait_for("VOLGENDE HALTE", "Wederzijds")
    for key, seen in presses:
        app.send(key)
        app.wait_for(seen)
        app.pause(0.2)  # what is seen first may still find its place: a page further is counted from there
    return app.text


@pytest.fixture(autouse=True)
def back_to_the_map(app: PtyApp) -> Iterator[None]:
    """Leaves the map as it was found, its cursor on the first stop."""
    yield
    for _ in range(MOST):
        press_alone(app, ESC)
        press_alone(app, "2")
        if "VOLGENDE HALTE" in app.text:
            break
    app.send(HOME + LEFT + LEFT + HOME)
    app.wait_for("Durf eerlijk zijn")


def press_alone(app: PtyApp, key: str) -> None:
    """A key that no other follows at once: Esc and a digit in one breath would be another key."""
    app.send(key)
    time.sleep(0.4)
    app.read()


def test_how_do_i_ask_permission_to_take_notes(app: PtyApp) -> None:
    shown = ask(
        app,
        (RIGHT, "Luisteren  "),
        (RIGHT, "Aanleiding, taal, toestemming"),
        (ENTER, "Vraag toestemming, en zeg dat die"),
    )
    assert "Leg uit wat je noteert en waarvoor." in shown


def test_what_is_a_role_communicator(app: PtyApp) -> None:
    shown = ask(
        app,
        ("4", "100 begrippen"),
        ("c", "Zoek  c "),
        ("o", "Zoek  co "),
        ("m", "Zoek  com "),
        ("m", "Alles wat toont welke rol iemand heeft"),
    )
    assert "► rolcommunicator" in shown


def test_the_person_says_he_can_do_nothing_where_do_i_begin(app: PtyApp) -> None:
    shown = ask(
        app,
        ("w", "Kies wat het dichtst komt"),
        (DOWN, "► De persoon kent"),
        (DOWN, "► De persoon zegt dat hij niets kan"),
        ("l", "Zo pak je het aan"),
    )
    assert "Vraag naar één dag waarop iets wel lukte" in " ".join(shown.split())


def test_which_step_comes_after_role_ideas(app: PtyApp) -> None:
    ask(app)
    below = [line for line in app.lines if "4 Rolideeën" in line or "5 Kiezen, toetsen" in line]
    assert ["4 Rolideeën" in line for line in below] == [True, False]
    assert app.lines.index(below[1]) == app.lines.index(below[0]) + 1


def test_how_do_i_notice_that_somebody_trusts_me(app: PtyApp) -> None:
    shown = ask(app, (ENTER, "BASISVOORWAARDE 1"), (RIGHT, "vertrouwt?"), (RIGHT, "◉ Klaar als"))
    assert "De persoon zegt het als iets niet goed zit." in shown
