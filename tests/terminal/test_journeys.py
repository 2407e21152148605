"""The main jobs, walked in a real terminal of 80 × 24, as a user would: keys in, screen out."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from resokit_tui.core.dates import system_clock
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.terminal.pty_app import PtyApp

ESC, ENTER, TAB, DOWN, CTRL_S, CTRL_L, CTRL_Q = "\x1b", "\r", "\t", "\x1b[B", "\x13", "\x0c", "\x11"
LEFT, RIGHT, HOME = "\x1b[D", "\x1b[C", "\x1b[H"
STRONG = "paraplu kaars trein walnoot"


def test_from_the_map_to_a_plan_on_paper(apps: list[PtyApp], tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    app = PtyApp("demo", home=tmp_path / "home", TMPDIR=str(temporary))
    apps.append(app)
    app.wait_for("Wachtzin", PASSPHRASE)
    app.send(PASSPHRASE + ENTER)
    app.wait_for("TE LAAT", "Marie-Louise")

    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(DOWN + DOWN + ENTER)
    app.wait_for("Mijn gekozen rol", "Verstelmeter in het repaircafé")

    app.send("2")
    app.wait_for("BASISVOORWAARDEN", "VOLGENDE HALTE")
    app.send(LEFT + LEFT + HOME)
    app.wait_for("► Wederzijds")
    app.send(ENTER)
    app.wait_for("BASISVOORWAARDE 1", "Wat is het?")
    app.send(RIGHT)
    app.wait_for("Waaraan merk je dat deze persoon jou vertrouwt?")
    app.send(ENTER)
    app.wait_for("Ctrl+S")
    app.send("Ze vroeg of ik bleef voor de koffie.")
    app.wait_for("Ze vroeg of ik bleef voor de koffie.")
    app.send(CTRL_S)
    app.wait_for("Bewaard ")
    app.send(ESC)
    app.wait_for("BASISVOORWAARDE 1")
    app.send(ESC)
    app.wait_for("VOLGENDE HALTE")

    app.send("3")
    app.wait_for("Mijn gekozen rol")
    app.send("r")
    app.wait_for("nooit in het rollenplan")
    app.send(TAB + "Ik luisterde meer dan ik sprak.")
    app.wait_for("Ik luisterde meer dan ik sprak.")
    app.send(CTRL_S)
    app.wait_for("Bewaard ")
    app.send(ESC)
    app.wait_for("Mijn gekozen rol")

    app.send("e")
    app.wait_for("Op papier", "Rollenplan – Marie-Louise")
    app.send("m")
    app.wait_for("Het document is klaar")
    (plan,) = temporary.glob("*/exports/*.pdf")
    assert plan.read_bytes().startswith(b"%PDF-")

    app.send(ESC + CTRL_Q)
    assert app.wait_for_end() == 0
    assert list(temporary.iterdir()) == []


def test_a_new_machine_makes_a_vault_locks_and_unlocks(apps: list[PtyApp], tmp_path: Path) -> None:
    app = PtyApp(home=tmp_path / "home")
    apps.append(app)
    app.wait_for("Nederlands", "Je naam")
    app.send("Ann" + TAB + "wachtwoord123" + TAB + "wachtwoord123" + ENTER)
    app.wait_for("makkelijk te raden")
    assert not list((tmp_path / "home").rglob("h/*"))
    app.kill()

    doors = Doors(tmp_path / "home" / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    doors.make("Ann", STRONG)[0].close()
    app = PtyApp(home=tmp_path / "home")
    apps.append(app)
    app.wait_for("Wachtzin van Ann")
    app.send("iets heel anders hier" + ENTER)
    app.wait_for("klopt niet")
    time.sleep(2)  # one second of patience is asked after the first mistake
    app.send(STRONG + ENTER)
    app.wait_for("Nieuw dossier", timeout=60)
    app.send(CTRL_L)
    app.wait_for("Wachtzin van Ann")
    app.send(STRONG + ENTER)
    app.wait_for("Nieuw dossier")
    app.send(CTRL_Q)
    assert app.wait_for_end() == 0


def test_text_that_was_being_typed_survives_a_kill(apps: list[PtyApp], tmp_path: Path) -> None:
    doors = Doors(tmp_path / "home" / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", STRONG)
    workspace.new("Linde")
    workspace.close()
    app = PtyApp(home=tmp_path / "home")
    apps.append(app)
    app.wait_for("Wachtzin van Ann")
    app.send(STRONG + ENTER)
    app.wait_for("VERDER WAAR JE WAS")
    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(ENTER)
    app.wait_for("ROLONTWERP")
    app.send("n")
    app.wait_for("Een nieuwe notitie")
    app.send("Een zin die nog niet af is")
    app.wait_for("Klad bewaard")
    app.kill()
    again = PtyApp(home=tmp_path / "home")
    apps.append(again)
    again.wait_for("Wachtzin van Ann")
    again.send(STRONG + ENTER)
    again.wait_for("Klad van daarnet", "Een zin die nog niet af is")  # it goes on there by itself
    again.send(", maar nu wel")
    again.wait_for("Een zin die nog niet af is, maar nu wel")


@pytest.mark.parametrize(("language", "words"), [("fr", "Votre phrase de passe"), ("en", "Passphrase")])
def test_the_door_speaks_other_languages(apps: list[PtyApp], tmp_path: Path, language: str, words: str) -> None:
    app = PtyApp("demo", "--lang", language, home=tmp_path)
    apps.append(app)
    app.wait_for(words.split()[-1])
    app.send(PASSPHRASE + ENTER)
    app.wait_for("Marie-Louise")
    assert not (tmp_path / "settings.json").exists() or json.loads((tmp_path / "settings.json").read_text()) == {}


def test_a_small_window_says_which_size_is_needed(apps: list[PtyApp], tmp_path: Path) -> None:
    app = PtyApp("demo", home=tmp_path, size=(15, 50))
    apps.append(app)
    assert "80" not in app.wait_for("60", "20")


def test_the_screen_stays_readable_without_colour(apps: list[PtyApp], tmp_path: Path) -> None:
    app = PtyApp("demo", home=tmp_path, NO_COLOR="1")
    apps.append(app)
    app.wait_for("Wachtzin")
    app.send(PASSPHRASE + ENTER)
    assert "! TE LAAT" in app.wait_for("►", "TE LAAT")
