"""A network noted after a conversation, in a real terminal: names in one go, a fall, and the map."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.casework.network import Contact
from resokit_tui.core.dates import system_clock
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors
from tests.terminal.pty_app import PtyApp

ENTER, TAB, RIGHT = "\r", "\t", "\x1b[C"
STRONG = "paraplu kaars trein walnoot"
NAMES = ("Guy", "De buurman", "Salma", "نادية", "Whistclub", "Poes Minou", "Irène", "Karima", "Jef", "De Spoel")


def at_the_dossier(apps: list[PtyApp], home: Path) -> PtyApp:
    app = PtyApp(home=home)
    apps.append(app)
    app.wait_for("Wachtzin van Ann")
    app.send(STRONG + ENTER)
    app.wait_for("VERDER WAAR JE WAS")
    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(ENTER)
    app.wait_for("ROLONTWERP")
    return app


def test_names_typed_in_one_go_are_on_disk_when_the_screen_says_so(apps: list[PtyApp], tmp_path: Path) -> None:
    home = tmp_path / "home"
    doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", STRONG)
    workspace.new("Linde")
    workspace.close()

    app = at_the_dossier(apps, home)
    app.send("k")
    app.wait_for("Wie of wat hoort erbij?")
    app.send("".join(name + ENTER for name in NAMES))
    app.wait_for("10 namen bewaard.")
    app.kill()

    kept = doors.open(doors.vaults()[0].folder, STRONG)
    contacts = kept.open(kept.find("Linde")).dossier.all(Contact)
    assert tuple(contact.name for contact in contacts) == NAMES
    kept.close()

    app = at_the_dossier(apps, home)
    app.send("k")
    app.wait_for("● De buurman", "● Poes Minou", "Geen 10")
    app.send("a")
    app.wait_for("Wat is Guy?")
    app.send(TAB)
    app.wait_for("Bij welk levensdomein hoort Guy?")
    app.send("f")
    app.wait_for("familie     bekend")
    app.send("k")
    app.wait_for("Familie 1", "Geen 9")
