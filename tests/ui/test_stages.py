"""From stage to stage with one key, and what a new field of a dossier takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resokit_tui.casework.dossier import RECORD_TYPES, TABLES
from resokit_tui.casework.plan import Plan
from resokit_tui.core.i18n import Message
from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.forms.fields import Line
from resokit_tui.ui.forms.plan import PLAN_FORM
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.form import FormScreen
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.words import STAGE_NAMES
from tests.ui.conftest import MakeServices
from tests.ui.places import at
from tests.ui.seen import rows, settle, text, type_text


@pytest.mark.parametrize("language", ["nl", "fr"])
async def test_one_key_walks_the_whole_path_and_another_walks_it_back(practising: MakeServices, language: str) -> None:
    app = ResokitApp(practising(language=language), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        walked = []
        for key in ["f4"] * 8 + ["f3"] * 8:
            walked.append(getattr(app.screen, "stage", ""))
            await pilot.press(key)
            await settle(pilot)
        there = list(STAGE_NAMES)
        assert walked == [*there[:-1], *reversed(there[1:])]
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)


async def test_the_contents_drop_over_any_stage_and_its_page_is_one_key_away(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", *["down"] * 4, "enter")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert any("► ✓ 4 Rolideeën" in row for row in rows(app))
        assert "1 te laat" in text(app)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "8 Opvolgen" in text(app)
        await pilot.press("f2")
        await settle(pilot)
        assert at(app, ReaderScreen)


async def test_where_there_is_room_the_stages_stand_beside_the_form(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert any("► ✓ 0 Vertrekken" in row and "Schuilnaam" in row for row in rows(app))
        assert "━" not in text(app)
        await pilot.press("shift+tab", "down", "enter")
        await settle(pilot)
        assert any("► ✓ 1 Wie ben je?" in row for row in rows(app))
        assert "vakvrouw met een zeer vaste hand" in text(app)


class PlanWithMore(Plan, frozen=True, kw_only=True):
    """A plan as it would be with one more field: the record is the first of the three files."""

    first_sign: str = ""


async def test_a_new_field_takes_a_record_a_line_in_its_form_and_words(
    practising: MakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RECORD_TYPES, "plans", PlanWithMore)
    monkeypatch.setattr("resokit_tui.casework.dossier.TABLES", TABLES | {PlanWithMore: "plans"})
    monkeypatch.setattr("resokit_tui.workspace.records.TABLES", TABLES | {PlanWithMore: "plans"})
    form = replace(
        PLAN_FORM,
        record=PlanWithMore,
        fields=(Line(name="first_sign", label=Message("First sign")), *PLAN_FORM.fields),
    )
    services = practising()
    workspace = services.workspace
    assert workspace is not None
    services.session = session = workspace.new("Linde")
    app = ResokitApp(services, first=lambda given: FormScreen(given, session, None, form, None))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "First sign" in text(app)
        await type_text(pilot, "ze fluit")
        await pilot.press("tab")
        await type_text(pilot, "haar buur")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Bewaard" in text(app)
    kept = workspace.look(session.id).newest(PlanWithMore)
    assert kept is not None
    assert (kept.first_sign, kept.supporters) == ("ze fluit", "haar buur")
