"""Notes: written from anywhere, labelled, linked, found again, changed and removed. The dossier is Marie-Louise's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from resokit_tui.casework.note import Answer, Note
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.screens.answers import AnswersScreen
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.note import NoteScreen
from resokit_tui.ui.screens.note_reading import NoteReadingScreen
from resokit_tui.ui.screens.notes import NotesScreen
from resokit_tui.ui.screens.today import TodayScreen
from resokit_tui.ui.services import Services
from resokit_tui.workspace.labels import similar_label
from tests.conftest import NOW
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, sentence, settle, text, type_text

TRUST = "condition.trust"


def notes(services: Services) -> dict[str, Note]:
    assert services.session is not None
    return {note.text: note for note in services.session.dossier.all(Note)}


async def to_the_notes(app: ResokitApp, pilot: Pilot[Leave]) -> None:
    await settle(pilot)
    assert app.services.session is not None
    await app.push_screen(NotesScreen(app.services, app.services.session))
    await settle(pilot)


async def test_a_note_has_a_day_labels_and_what_it_is_about(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await type_text(pilot, "Ze belde")
        await pilot.press("tab", "ctrl+u", *["backspace"] * 10)
        await type_text(pilot, "gisteren")
        await pilot.press("enter")
        await type_text(pilot, "kennism")
        await pilot.press("down", "enter")  # completes a label that is there
        await type_text(pilot, "bellen")
        await pilot.press("enter", "enter")
        await type_text(pilot, "onderling")
        await pilot.press(*["backspace"] * 9)
        await type_text(pilot, "vertrouwen")
        await pilot.pause()
        await pilot.press("enter", "escape")
        await settle(pilot)
        note = notes(services)["Ze belde"]
        assert note.day == date(2026, 11, 22)
        assert note.labels == ("kennismaking", "bellen")
        assert note.pages == (TRUST,)


async def test_a_label_that_is_nearly_there_already_is_told(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("tab", "tab")
        await type_text(pilot, "mijlpalen")
        await pilot.press("enter")
        await pilot.pause()
        assert "Er is al een label “mijlpaal”" in sentence(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "[mijlpalen]" not in text(app)


@pytest.mark.parametrize(
    ("label", "known", "found"),
    [("huisvestiging", "huisvesting", "huisvesting"), ("wonen", "werken", ""), ("Wonen", "wonen", "wonen")],
)
def test_only_another_spelling_is_similar(label: str, known: str, found: str) -> None:
    assert similar_label(label, [known]) == found


async def test_ctrl_n_keeps_what_is_being_typed_elsewhere(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "half")
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert at(app, NoteScreen)
        assert "half" in (session.draft("reflection") or "")
        await type_text(pilot, "tussendoor")
        await pilot.press("ctrl+n")  # not a second one on the same draft
        await pilot.press("escape")
        await settle(pilot)
        assert "tussendoor" in notes(services)
        assert "half" in text(app)


async def test_without_a_dossier_ctrl_n_says_what_to_do(make_services: MakeServices, practising: MakeServices) -> None:
    services = practising()
    services.session = None
    app = ResokitApp(services, first=TodayScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert at(app, TodayScreen)
        assert [note.message.partition(":")[0] for note in app._notifications] == ["Open eerst een dossier"]


async def test_two_thousand_notes_are_sought_by_word_and_label(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    many = [
        Note(
            day=NOW.date() - timedelta(days=n), text=f"Café nummer {n}", labels=("deelnummer",) if n % 500 == 0 else (),
            created=NOW, changed=NOW,
        )
        for n in range(2000)
    ]  # fmt: skip
    session.put_many(many, Message("done"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_notes(app, pilot)
        shown = app.screen.query_one("#records")
        assert shown.option_count < 100  # type: ignore[attr-defined]
        await pilot.press("end", "enter")
        await settle(pilot)
        assert shown.option_count > 200  # type: ignore[attr-defined]
        await pilot.press("f")
        await type_text(pilot, "cafe 1999")
        await settle(pilot)
        assert any("Café nummer 1999" in row for row in rows(app))
        await pilot.press("escape", "l", "down", "enter")
        await settle(pilot)
        assert "label “deelnummer”" in text(app)
        assert shown.option_count == 4  # type: ignore[attr-defined]
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, NotesScreen)
        assert shown.option_count > 4  # type: ignore[attr-defined]


async def test_a_note_is_read_changed_removed_and_back(practising: MakeServices) -> None:
    services = practising(language="fr")
    session = services.session
    assert session is not None
    fresh = Note(day=NOW.date(), text="**Elle** choisit\nelle-même", pages=(TRUST,), created=NOW, changed=NOW)
    session.put(fresh, Message("done"))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_notes(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert at(app, NoteReadingScreen)
        assert any(row.strip() == "Elle choisit" for row in rows(app))  # line ends stay
        assert services.method.page(TRUST).title in text(app)
        await pilot.press("e")
        await settle(pilot)
        await type_text(pilot, "Oui. ")
        await pilot.press("escape")
        await settle(pilot)
        assert "Oui. " in session.dossier.all(Note)[-1].text
        assert session.dossier.all(Note)[-1].pages == (TRUST,)
        await pilot.press("delete")
        await settle(pilot)
        assert at(app, NotesScreen)
        assert fresh.id not in {note.id for note in session.dossier.all(Note)}
        await pilot.press("u")
        await settle(pilot)
        assert fresh.id in {note.id for note in session.dossier.all(Note)}


async def test_a_note_without_text_is_asked_for_it(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = len(notes(services))
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("escape")  # nothing typed: nothing asked
        await settle(pilot)
        assert at(app, DossierScreen)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("tab", "tab")
        await type_text(pilot, "los")
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert "De tekst van de notitie ontbreekt." in sentence(app)
        assert len(notes(services)) == before


async def test_an_answer_is_changed_and_the_others_to_that_question_stay(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    for words in ("eerste", "tweede"):
        session.put(
            Answer(question=f"{TRUST}.q1", text=words, created=session.now(), changed=session.now()), Message("done")
        )
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(AnswersScreen(services, session))
        await settle(pilot)
        assert any("►" in row for row in rows(app))
        await pilot.press("enter")
        await settle(pilot)
        await type_text(pilot, "nu ")
        await pilot.press("escape")
        await settle(pilot)
        assert {answer.text for answer in session.answers(f"{TRUST}.q1")} >= {"nu tweede", "eerste"}
