from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from resokit_tui.casework.plan import Action
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.dates import Clock
from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import Audience
from resokit_tui.export.role_plan import role_plan
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.messages import Unlocked
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.reflection import ReflectionScreen
from resokit_tui.ui.screens.reflections import ReflectionsScreen
from resokit_tui.ui.screens.writing import WritingScreen, read_draft
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from resokit_tui.workspace.whereabouts import read_whereabouts
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at, here
from tests.ui.seen import rows, settle, text, type_text


async def begin(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await pilot.press("r")
    await settle(pilot)


async def test_one_moment_goes_through_six_phases_and_its_resolve_becomes_a_step(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    before = {each.id for each in services.session.dossier.all(Reflection)}
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert "Over je eigen handelen. Komt nooit in het rollenplan." in text(app)
        await type_text(pilot, "Eerste zaterdag")
        await pilot.press("tab")
        await type_text(pilot, "Ze kon het zelf.")
        await pilot.press("ctrl+t", "pagedown")
        await type_text(pilot, "Ik wilde helpen.")
        await pilot.press("pagedown")
        assert "Waaraan merk je dat deze persoon jou" in text(app)  # the questions of that page, where they are needed
        await pilot.press("enter", "down", "down", "down", "down", "space", "pagedown")
        await type_text(pilot, "Wachten")
        await pilot.press("pagedown", "pagedown")
        await type_text(pilot, "Eerst wachten.")
        await pilot.press("tab", "tab")
        await type_text(pilot, "over 2 weken")
        assert "maandag" in text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Bewaard 14:32" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
    (added,) = [each for each in services.session.dossier.all(Reflection) if each.id not in before]
    assert (added.moment, added.situation, added.looking_back) == (
        "Eerste zaterdag",
        "= Ze kon het zelf.",
        "Ik wilde helpen.",
    )
    assert (added.conditions, added.skills) == (("condition.trust",), ("skill.listening",))
    assert [each.way for each in added.alternatives] == ["Wachten"]
    (step,) = [each for each in services.session.dossier.all(Action) if each.id == added.step]
    assert (step.title, step.own) == ("Eerst wachten.", True)
    assert step.due == services.today + timedelta(days=14)
    plan = role_plan(services.session.dossier, Audience.FULL, services.today)
    assert "Eerst wachten." not in [each.title for each in plan.steps]
    assert services.session.draft("reflection") is None


async def test_one_may_stop_at_any_phase_and_go_on_there(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_text(pilot, "Bij de deur")
        await pilot.press("pagedown", "pagedown", "enter", "pagedown")
        await type_text(pilot, "een vraag stell")
        here(app, ReflectionScreen)._keep_draft_if_changed()
        await settle(pilot)
    typed = read_draft(services.session, "reflection")
    assert typed is not None
    app = ResokitApp(services, first=lambda given: ReflectionScreen(given, services.session, typed))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_text(pilot, "en")
        assert "een vraag stellen" in text(app)
        assert here(app, ReflectionScreen).read().choices["themes"] == "condition.trust"


async def test_a_day_nobody_understands_stays_and_is_asked_again(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(*["pagedown"] * 5)
        await type_text(pilot, "Eerst wachten.")
        await pilot.press("tab", "tab")
        await type_text(pilot, "ooit eens")
        assert "Deze dag begrijpen we niet." in text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "ooit eens" in text(app)
    assert not [each for each in services.session.dossier.all(Action) if each.own]


async def test_what_was_written_is_gone_on_with_from_the_list(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    before = len(session.dossier.all(Reflection))
    app = ResokitApp(services, first=lambda given: ReflectionsScreen(given, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("pagedown", "pagedown", "enter", "escape")
        await settle(pilot)
        assert at(app, ReflectionsScreen)
    assert len(session.dossier.all(Reflection)) == before
    assert [each for each in session.dossier.all(Reflection) if "condition.trust" in each.conditions]


async def test_reading_one_back_changes_nothing(practising: MakeServices) -> None:
    services = practising()
    session = services.session
    assert session is not None
    version = session.version
    app = ResokitApp(services, first=lambda given: ReflectionsScreen(given, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("pagedown", "pagedown", "escape")
        await settle(pilot)
    assert session.version == version


async def test_what_keeps_coming_back_is_told_here_and_over_all(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    session = services.session
    assert session is not None
    now = services.clock()
    for alias, times in (("Marie-Louise", 2), ("Luc", 1)):
        one = practice.open(practice.find(alias))
        for _ in range(times):
            one.put(
                Reflection(held=now.date(), created=now, changed=now, conditions=("condition.say",)), Message("test")
            )
    app = ResokitApp(services, first=lambda given: ReflectionsScreen(given, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = text(app)
    assert "2 keer" in told.partition("In dit dossier")[2]
    assert "3 keer" in told.partition("Over alles")[2]


async def test_it_hangs_on_the_page_that_was_read_before(practising: MakeServices) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert here(app, ReflectionScreen).typed.page in services.method.pages


async def test_a_draft_waits_with_the_cursor_where_it_was(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("tab")
        await type_text(pilot, "een halve zin")
        here(app, ReflectionScreen)._keep_draft_if_changed()
        await settle(pilot)
        assert "Klad bewaard 14:32" in text(app)
        assert services.session.dossier.all(Reflection)[-1].situation != "een halve zin"
    typed = read_draft(services.session, "reflection")
    assert typed is not None
    app = ResokitApp(services, first=lambda given: ReflectionScreen(given, services.session, typed))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "een halve zin" in text(app)
        assert "Klad van daarnet, nog niet bewaard" in text(app)
        await type_text(pilot, " en meer")
        assert "een halve zin en meer" in text(app)


async def test_locking_writes_the_draft_first(practising: MakeServices, doors: Doors, tmp_path: Path) -> None:
    services = practising()
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "nog niet klaar")
        await pilot.press("ctrl+l")
        await pilot.pause()
    assert app.return_value is Leave.LOCK
    assert services.workspace is None
    again = doors.open(tmp_path / "practice", PASSPHRASE)
    draft = read_draft(again.open(again.find("Marie-Louise")), "reflection")
    assert draft is not None
    assert draft.texts["moment"] == "nog niet klaar"


async def test_a_full_disk_keeps_text_and_message_on_the_screen(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk = FullDisk()
    services = make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "Ze zei dat ze het zelf kon.")
        disk.full = True
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Ze zei dat ze het zelf kon." in text(app)
        assert "NIET bewaard" in rows(app)[2]
        assert "de schijf is vol" in text(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert at(app, ReflectionScreen)
        disk.full = False
        await pilot.press("escape")
        await settle(pilot)
        assert [each.moment for each in services.session.dossier.all(Reflection)] == ["Ze zei dat ze het zelf kon."]


async def test_a_draft_that_cannot_be_kept_is_told_at_once(
    make_services: MakeServices, tmp_path: Path, clock: Clock
) -> None:
    disk = FullDisk()
    services = make_services()
    services.workspace = vault_on(disk, tmp_path / "vault", clock)
    services.session = services.workspace.new("Linde")
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "halve zin")
        disk.full = True
        here(app, WritingScreen)._keep_draft_if_changed()
        await settle(pilot)
        assert "NIET bewaard" in text(app)
        assert "halve zin" in text(app)
        disk.full = False
        here(app, WritingScreen)._keep_draft_if_changed()
        await settle(pilot)
        assert "NIET bewaard" not in text(app)


async def test_another_language_keeps_what_was_typed(practising: MakeServices) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "blijft staan")
        await app.run_action("language('fr')")
        await settle(pilot)
        assert "Sur votre propre action." in text(app)
        assert "blijft staan" in text(app)


async def test_another_dossier_does_not_get_this_ones_words(practising: MakeServices, practice: Workspace) -> None:
    services = practising()
    first = services.session
    assert first is not None
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await type_text(pilot, "over Marie-Louise")
        services.session = practice.open(practice.find("Luc"))
        here(app, ReflectionScreen).fill()
        await settle(pilot)
        assert at(app, DossierScreen)
        assert "over Marie-Louise" not in text(app)
    draft = read_draft(first, "reflection")
    assert draft is not None
    assert draft.texts["moment"] == "over Marie-Louise"


async def test_after_a_lock_one_goes_on_in_the_middle_of_the_sentence(
    practising: MakeServices, make_services: MakeServices, doors: Doors, tmp_path: Path
) -> None:
    app = ResokitApp(practising(), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("pagedown")
        await type_text(pilot, "Ik wilde te snel hel")
        await pilot.press("f12")
        await pilot.pause()
    assert app.return_value is Leave.LOCK
    again = ResokitApp(make_services())
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        again.screen.post_message(Unlocked(doors.open(tmp_path / "practice", PASSPHRASE)))
        await settle(pilot)
        assert at(again, ReflectionScreen)
        await type_text(pilot, "pen")
        assert "Ik wilde te snel helpen" in text(again)
        await pilot.press("escape")
        await settle(pilot)
        assert again.services.session is not None
        assert again.services.session.dossier.all(Reflection)[-1].looking_back == "Ik wilde te snel helpen"
    assert read_whereabouts(doors.open(tmp_path / "practice", PASSPHRASE).own()) is None
