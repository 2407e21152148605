from __future__ import annotations

from pathlib import Path

from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.dates import Clock
from resokit_tui.ui.app import Leave, ResokitApp
from resokit_tui.ui.screens.dossier import DossierScreen
from resokit_tui.ui.screens.reflection import ReflectionScreen
from resokit_tui.ui.screens.writing import WritingScreen, read_draft
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.practice import PASSPHRASE
from resokit_tui.workspace.unlock import Doors
from tests.ui.conftest import MakeServices
from tests.ui.full_disk import FullDisk, vault_on
from tests.ui.places import at, here
from tests.ui.seen import rows, settle, text, type_text


async def test_three_questions_become_one_reflection(practising: MakeServices) -> None:
    services = practising()
    assert services.session is not None
    before = len(services.session.dossier.all(Reflection))
    app = ResokitApp(services, first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Over je eigen handelen. Komt nooit in het rollenplan." in text(app)
        assert "Bewaard" not in text(app)
        for words in ("Eerste zaterdag.", "Het was te druk.", "Wachten tot ze kijkt."):
            await type_text(pilot, words)
            await pilot.press("tab")
        await pilot.press("right")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Bewaard 14:32" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert at(app, DossierScreen)
        added = services.session.dossier.all(Reflection)[before:]
        assert [(each.situation, each.looking_back, each.resolve) for each in added] == [
            ("Eerste zaterdag.", "Het was te druk.", "Wachten tot ze kijkt.")
        ]
        assert added[0].page == "condition.trust"
        assert services.session.draft("reflection") is None


async def test_it_hangs_on_the_page_that_was_read_before(practising: MakeServices) -> None:
    app = ResokitApp(practising(language="fr"), first=DossierScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        link = next(row for row in rows(app) if "Se rattache à" in row)
        assert "aucune page" not in link


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
        assert services.session.dossier.all(Reflection)[-1].looking_back != "een halve zin"
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
    assert draft.texts["situation"] == "nog niet klaar"


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
        assert [each.situation for each in services.session.dossier.all(Reflection)] == ["Ze zei dat ze het zelf kon."]


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
    assert draft.texts["situation"] == "over Marie-Louise"
