"""The walk of a first user on a shared workstation, in Dutch, at 80 × 24: from a new dossier to paper, keys only."""

from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.casework.network import Contact
from resokit_tui.casework.plan import Action
from resokit_tui.casework.quality import QualityDomain, QualityOfLife
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.dates import day_in_words, months_later, system_clock
from resokit_tui.core.i18n import Message, load_catalog
from resokit_tui.core.record import Record
from resokit_tui.vault.cost import REAL_BOUNDS
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.unlock import Doors
from tests.terminal.pty_app import PtyApp
from tests.terminal.test_journeys import CTRL_Q, DOWN, ENTER, ESC, HOME, RIGHT, STRONG, TAB

BACKTAB, DELETE, UP, F9, F12 = "\x1b[Z", "\x1b[3~", "\x1b[A", "\x1b[20~", "\x1b[24~"
NAMES = ("Selam", "Mieke", "Koor De Linde", "Poes", "Dr. Peeters", "Jef")
CANARIES = ("Оксана", "Selam", "Repetitie", "Koorlid")
"""Words of a client, none of which may stand in the terminal afterwards."""
LATER = "later"
"""Name of a file in the account's folder: once it is there, ten minutes have passed."""
MOVED_CLOCK = f"""
import os, sys
from resokit_tui.ui import idle
real, mark = idle.seconds_passed, os.path.join(os.environ["RESOKIT_HOME"], "{LATER}")
idle.Idle.__init__.__defaults__ = (lambda: real() + 600 * os.path.exists(mark),)
from resokit_tui.cli.run import run
sys.argv = ["resokit"]
sys.exit(run(sys.argv[1:], os.environ))
"""


@pytest.fixture
def doors(tmp_path: Path) -> Doors:
    """An account with an empty vault."""
    doors = Doors(tmp_path / "home" / "vaults", REAL_BOUNDS, system_clock, parameters=REAL_BOUNDS.floor)
    doors.make("Ann", STRONG)[0].close()
    return doors


def lived_in(doors: Doors) -> None:
    """Puts a dossier in it with a network, two ideas, and how life went three months ago."""
    workspace = doors.open(doors.vaults()[0].folder, STRONG)
    session = workspace.new("Оксана")
    now = session.now()
    records: list[Record] = [Contact(name=name, created=now, changed=now) for name in NAMES]
    records.append(RoleIdea(name="Koorlid", created=now, changed=now))
    records.append(Action(title="Affiche ophangen met Wannes", created=now, changed=now))
    records.append(
        QualityOfLife(
            day=months_later(now.date(), -3), scores=dict.fromkeys(QualityDomain, 2), created=now, changed=now
        )
    )
    session.put_many(records, Message("dossier made"))
    workspace.close()


def opened(doors: Doors) -> DossierSession:
    """What is on the disk now."""
    workspace = doors.open(doors.vaults()[0].folder, STRONG)
    return workspace.open(workspace.find("Оксана"))


def account(doors: Doors) -> Path:
    """The folder of the account."""
    return doors.vaults()[0].folder.parent.parent


def unlocked(doors: Doors, apps: list[PtyApp], code: str = "") -> PtyApp:
    """The app, with the vault open."""
    app = PtyApp(home=account(doors), code=code)
    apps.append(app)
    app.wait_for("Wachtzin van Ann")
    press(app, STRONG + ENTER, "Vandaag", "Enter")
    return app


def press(app: PtyApp, keys: str, *seen: str) -> str:
    """Keys, and what must be seen after them. Esc stands alone: with another key at once it would be a third one."""
    app.send(keys)
    app.pause(0.4 if keys == ESC else 0.1)
    return app.wait_for(*seen)


def write_step(app: PtyApp, what: str, who: str, when: str, understood: str) -> None:
    """One step, field by field, as fast as a person types: keys in one burst arrive before the next field has them."""
    for words in (what, who):
        press(app, words, words)
        press(app, ENTER)
    press(app, when, understood)
    press(app, ENTER, f"+ {what}")


def to_the_dossier(app: PtyApp) -> None:
    """From *Vandaag* to the only dossier."""
    press(app, "3", "Kies een dossier", "Оксана")
    press(app, ENTER, "ROLONTWERP")


def test_from_a_new_dossier_to_a_role_that_was_weighed(doors: Doors, apps: list[PtyApp]) -> None:
    app = unlocked(doors, apps)
    press(app, "n", "Welke schuilnaam kies je?")
    press(app, "Оксана" + ENTER, "ROLONTWERP", "De toestemming is nog niet gevraagd.")

    press(app, HOME + ENTER, "Waarom we beginnen")
    assert not any(word in app.text.lower() for word in ("geboorte", "rijksregister"))
    press(app, BACKTAB, "nog geen")
    press(app, ENTER, "Er is nog niets afgesproken.")
    press(app, "n", "Een toestemming", "● nog te vragen")
    press(app, RIGHT, "● gegeven")
    press(app, TAB * 7, "Hoe")
    press(app, " " + TAB * 3 + "over 6 maanden", f"→ {in_half_a_year()}")
    press(app, ESC, "Toestemmingen", "gegeven, opnieuw bespreken")
    press(app, ESC, "1 genoteerd")  # the form knows what was noted in its log meanwhile
    press(app, ESC, "De toestemming is gegeven.")

    press(app, "k", "Wie of wat hoort erbij?")
    press(app, "".join(name + ENTER for name in NAMES), "6 namen bewaard.")
    press(app, ESC, "6 onbetaald", "● Jef")
    press(app, "a", "Kenmerken", "Wat is Jef?")
    press(app, RIGHT, "■ Jef", "groep")
    press(app, ESC, "■ 1 groep")
    press(app, "o", "5 onbetaald")
    app.pause(0.3)
    assert not [name for name in NAMES if name in app.text]
    press(app, "o", "■ Jef")
    press(app, "u", "Ongedaan gemaakt", "● Jef", "6 onbetaald")
    press(app, ESC, "ROLONTWERP")

    press(app, HOME + DOWN + ENTER, "Interesses")
    press(app, TAB + "piano" + ENTER + "koor", "koor")
    press(app, ESC, "ROLONTWERP")
    press(app, "d", "VOORSTELLEN", "piano", "koor")
    app.wait_for("Leren", "Vrije tijd", "Buurt", "Zingeving", "Koorlid", "Muzikant bij vieringen")
    press(app, DOWN * 2 + ENTER, "nog open: piano")
    press(app, ENTER, "nog open: koor")  # the cursor stays where the row went
    press(app, BACKTAB + HOME + "x", "Waarom niet")
    press(app, "te ver met de tram", "te ver met de tram")
    press(app, ESC, "nee: te ver met de tram")
    press(app, HOME + "k", "Rolzin")
    press(app, BACKTAB + ENTER, "Rolcheck", "Gekozen door de persoon")
    press(app, RIGHT, "● ja")
    press(app, RIGHT + RIGHT, "○ nee", "Ga een stap terug: toon drie andere ideeën")
    press(app, DOWN, "► Meer dan een activiteit")  # a tip, and one goes on
    press(app, ESC, "Rolcheck", "naar de tien punten")
    press(app, ESC, "ROLONTWERP", "Mijn gekozen rol")
    app.kill()

    session = opened(doors)
    assert [each.name for each in session.dossier.all(Contact)] == list(NAMES)
    assert [each.reason for each in session.dossier.all(RoleIdea) if each.choice is IdeaChoice.REJECTED] == [
        "te ver met de tram"
    ]


def in_half_a_year() -> str:
    """The day six months from now, as a Dutch reader reads it."""
    today = system_clock().date()
    return day_in_words(months_later(today, 6), today, load_catalog("nl")).split(",")[0]


def test_steps_and_a_reflection_that_no_lock_takes_away(doors: Doors, apps: list[PtyApp]) -> None:
    lived_in(doors)
    app = unlocked(doors, apps, MOVED_CLOCK)
    to_the_dossier(app)
    press(app, HOME + DOWN * 9 + ENTER, "Affiche ophangen")
    press(app, "n", "Een nieuwe stap")
    write_step(app, "Repetitie bijwonen", "Oksana en Selam", "do", "→ donderdag")
    write_step(app, "Opbellen", "ik", "gisteren", "→")
    press(app, ESC, "Te laat", "! Opbellen", "Nog te doen", "○ Repetitie bijwonen")
    press(app, ESC, "ROLONTWERP", "1 te laat")

    lines = ("Ze kwam te laat.", "Ik zei niets.", "Toen lachte ze")
    press(app, "r", "Komt nooit in het rollenplan.")
    press(app, ENTER.join(lines), *lines)
    app.wait_for("Klad bewaard")
    (account(doors) / LATER).touch()  # nobody touches a key; locking starts the program anew, with the real clock
    app.wait_for("Wachtzin van Ann")
    assert not [word for word in (*CANARIES, *lines) if word in app.text]
    press(app, STRONG + ENTER, *lines)
    press(app, "!", "Toen lachte ze!")
    assert "Оксана" not in press(app, F12, "Wachtzin van Ann")
    press(app, STRONG + ENTER, *lines)
    press(app, "!", "Toen lachte ze!!")
    curtain = press(app, F9, "Esc")
    assert not [word for word in (*CANARIES, *lines) if word in curtain]
    press(app, ESC, *lines)


def test_removed_and_back_then_measured_then_on_paper_and_gone(doors: Doors, apps: list[PtyApp]) -> None:
    lived_in(doors)
    app = unlocked(doors, apps)
    to_the_dossier(app)
    press(app, "k", "6 onbetaald")
    press(app, DELETE, "Verwijderd. Ongedaan maken: u.", "5 onbetaald")
    press(app, "u", "6 onbetaald")
    press(app, DELETE, "5 onbetaald")
    press(app, ESC, "ROLONTWERP")
    press(app, HOME + DOWN * 14 + ENTER, "Geschiedenis van dit dossier", "contact verwijderd")
    press(app, "p", "Prullenbak", "contact")
    press(app, ENTER, "De prullenbak is leeg.")
    press(app, ESC, "Geschiedenis van dit dossier")
    press(app, ESC, "ROLONTWERP")

    press(app, HOME + DOWN * 13 + ENTER, "Persoonlijke ontwikkeli")
    press(app, RIGHT * 2 + DOWN + RIGHT * 2 + DOWN + RIGHT * 2, "Bewaard", "3 domeinen beter")
    press(app, ESC, "ROLONTWERP")

    press(app, "e", "Op papier", "Niet versleuteld")
    press(app, "m", "Het document is klaar.")
    press(app, DOWN + RIGHT * 3, "Deze woorden kunnen iemand nog verraden.", "Wannes:")
    press(app, "m", "Het document is klaar.")
    papers = sorted((account(doors) / "exports").glob("*.pdf"))
    assert len(papers) == 2
    assert all(paper.read_bytes().startswith(b"%PDF-") for paper in papers)
    assert sum("оксана" in paper.name for paper in papers) == 1  # the intervision sheet names nobody

    app.send(CTRL_Q)
    assert app.wait_for_end() == 0
    left = app.left_behind.decode()
    assert "exports" in left
    assert not [word for word in CANARIES if word in left]
    assert len(opened(doors).dossier.all(Contact)) == len(NAMES)
