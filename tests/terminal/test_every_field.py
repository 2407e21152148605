"""Nothing typed is lost: words in every text field of every form, the power cut, and each word back in its field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resokit_tui.casework.network import Contact
from resokit_tui.casework.role import RoleIdea
from resokit_tui.core.dates import system_clock
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.all import FORMS
from resokit_tui.ui.forms.fields import Choice
from resokit_tui.ui.forms.form import Form
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.unlock import Doors
from tests.terminal.pty_app import PtyApp
from tests.terminal.test_journeys import DOWN, ENTER, HOME, STRONG, TAB

BACKTAB = "\x1b[Z"
WAYS = {
    "client": HOME + ENTER,
    "consent": HOME + ENTER,
    "profile": HOME + DOWN + ENTER,
    "role": HOME + DOWN * 2 + ENTER,
    "design": HOME + DOWN * 5 + ENTER,
    "need": HOME + DOWN * 6 + ENTER,
    "plan": HOME + DOWN * 7 + ENTER,
    "review": HOME + DOWN * 8 + ENTER,
}
"""From the contents of a dossier to each form, or to the list it is opened from."""
WITHOUT_PROTECTION = """
import os, sys
from resokit_tui.ui.screens.writing import WritingScreen
WritingScreen._keep_draft_if_changed = lambda self: None
from resokit_tui.cli.run import run
sys.argv = ["resokit"]
sys.exit(run(sys.argv[1:], os.environ))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An account with a vault, and one dossier in it."""
    doors = Doors(tmp_path / "home" / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace, _ = doors.make("Ann", STRONG)
    workspace.new("Linde")
    workspace.close()
    return tmp_path / "home"


def unlocked(home: Path, apps: list[PtyApp], code: str = "") -> PtyApp:
    """The app, with the vault open."""
    app = PtyApp(home=home, code=code)
    apps.append(app)
    app.wait_for("Wachtzin van Ann")
    app.send(STRONG + ENTER)
    return app


def go_to(app: PtyApp, id: str) -> None:
    """From *Vandaag* to a form."""
    app.wait_for("VERDER WAAR JE WAS")
    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(ENTER)
    app.wait_for("ROLONTWERP")
    app.send(WAYS[id])
    app.wait_for("Ctrl+G ga naar")
    if id == "consent":
        app.wait_for("Schuilnaam")
        app.send(BACKTAB + ENTER)
        app.wait_for("Toestemmingen")
    if id in ("consent", "role", "review"):
        app.send("n")
    if id == "need":
        app.wait_for("De rol vraagt")
        app.send(ENTER)
    else:
        app.wait_for("bewaren")


def words(form: Form) -> list[str]:
    """What is typed in each field, in their order; nothing where one chooses."""
    return ["" if isinstance(field, Choice) else f"z{number}z" for number, field in enumerate(form.fields)]


def type_everywhere(app: PtyApp, form: Form) -> None:
    """Types in every text field, and leaves the keyboard in the last one that was typed in."""
    typed = words(form)
    last = max(number for number, word in enumerate(typed) if word)
    for number, word in enumerate(typed[: last + 1]):
        if word:
            app.send("\x05" + word)  # Ctrl+E: behind what stands there
            app.wait_for(word)
        if number < last:
            app.send(TAB)


def walk_back(app: PtyApp, form: Form) -> None:
    """From the last text field to the first one: the words of each must come in sight."""
    typed = words(form)
    last = max(number for number, word in enumerate(typed) if word)
    for number in range(last, -1, -1):
        if typed[number]:
            app.wait_for(typed[number])
        app.send(BACKTAB)


@pytest.mark.parametrize("id", FORMS)
def test_what_was_typed_in_every_field_survives_a_kill(home: Path, apps: list[PtyApp], id: str) -> None:
    form, _ = FORMS[id]
    app = unlocked(home, apps)
    go_to(app, id)
    type_everywhere(app, form)
    app.wait_for("Klad bewaard")
    app.pause(3)  # the draft of the last word: drafts are kept every two seconds
    app.kill()

    again = unlocked(home, apps)
    again.wait_for("Klad van daarnet")
    last = [word for word in words(form) if word][-1]
    again.send("!")  # at the same cursor: behind the last word
    again.wait_for(f"{last}!")
    walk_back(again, form)


def test_without_drafts_it_would_be_gone(home: Path, apps: list[PtyApp]) -> None:
    form, _ = FORMS["profile"]
    app = unlocked(home, apps, WITHOUT_PROTECTION)
    go_to(app, "profile")
    type_everywhere(app, form)
    app.pause(3)
    app.kill()

    again = unlocked(home, apps)
    go_to(again, "profile")
    assert not [word for word in words(form) if word and word in again.text]


PGDN, PGUP, END = "\x1b[6~", "\x1b[5~", "\x05"
BY_HAND: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "note": ((("n", "Een nieuwe notitie"),), ("", TAB, TAB, TAB)),
    "step": (((HOME + DOWN * 9 + ENTER, "Nog geen stappen"), ("n", "Een nieuwe stap")), ("", TAB, TAB)),
    "idea": ((("d", "Voorstellen komen"), ("n", "Levensdomein")), ("", TAB, TAB + TAB)),
    "rejection": ((("d", "Voorstellen komen"), ("x", "Waarom niet")), ("",)),
    "contact": ((("k", "Jef"), (ENTER, "bewaren")), ("", TAB, TAB * 7)),
    "point note": ((("d", "Voorstellen komen"), ("v", "Gekozen door"), (ENTER, "bewaren")), ("",)),
    "quality note": (((HOME + DOWN * 13 + ENTER, "Zelfbepaling"), (ENTER, "bewaren")), ("", TAB)),
    "closing words": (((HOME + DOWN * 15 + ENTER, "Dit dossier is open"), (DOWN + ENTER, "bewaren")), ("",)),
    "reflection": (
        (("r", "nooit in het rollenplan"),),
        ("", *[TAB] * 4, PGDN, TAB, TAB, PGDN + TAB, PGDN, *[TAB] * 8, PGDN, TAB, TAB, PGDN, TAB, TAB),
    ),
}
"""Screens that are no list of fields: the keys to them with what is seen then; the keys before each text field."""


@pytest.fixture
def lived_in(home: Path) -> Path:
    """The same account, with somebody in the network and a role idea."""
    doors = Doors(home / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    workspace = doors.open(doors.vaults()[0].folder, STRONG)
    session = workspace.open(workspace.find("Linde"))
    now = session.now()
    session.put(Contact(name="Jef", created=now, changed=now), Message("contact added"))
    session.put(RoleIdea(name="Koorlid", created=now, changed=now), Message("role idea kept"))
    workspace.close()
    return home


def press_each(app: PtyApp, keys: str) -> None:
    """Presses keys one by one: a page of fields or the end of a line must be there before what comes next."""
    for key in re.findall(r"\x1b\[5~|\x1b\[6~|\x1b\[Z|.", keys, re.DOTALL):
        app.send(key)
        app.pause(0.5 if key in (PGDN, PGUP) else 0.05)


@pytest.mark.parametrize("id", BY_HAND)
def test_what_was_typed_on_a_screen_made_by_hand_survives_a_kill(lived_in: Path, apps: list[PtyApp], id: str) -> None:
    way, moves = BY_HAND[id]
    app = unlocked(lived_in, apps)
    app.wait_for("VERDER WAAR JE WAS")
    app.send("3")
    app.wait_for("Kies een dossier")
    app.send(ENTER)
    app.wait_for("ROLONTWERP")
    for keys, seen in way:
        app.send(keys)
        app.wait_for(seen)
    app.pause(0.5)
    for number, move in enumerate(moves):
        press_each(app, move)
        press_each(app, END)
        app.send(f"z{number}z")
        app.wait_for(f"z{number}z")
    app.pause(3)  # the draft of the last word: drafts are kept every two seconds
    app.kill()

    again = unlocked(lived_in, apps)
    again.wait_for("Klad van daarnet", f"z{len(moves) - 1}z")
    again.pause(0.5)
    pages = sum(move.count(PGDN) for move in moves)
    press_each(again, PGUP * pages or BACKTAB * sum(len(move) for move in moves))
    for number, move in enumerate(moves):
        press_each(again, move)
        again.wait_for(f"z{number}z")
