"""Going about: areas, pages, dossiers and stages, as screens ask for them, and what any screen may open on top."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from resokit_tui.core.errors import ResokitError
from resokit_tui.ui.areas import AREAS
from resokit_tui.ui.base import BaseScreen, Speaking
from resokit_tui.ui.leaving import OrderlyApp
from resokit_tui.ui.messages import OpenArea, OpenDossier, OpenPage, OpenStage, Unlocked

FIRST = "first"
"""Mode of the door: the screen before any vault is open."""


class GoingApp(OrderlyApp):
    """An app whose screens ask by message where to go next."""

    def switch_screen(self, screen: Screen[Any] | str) -> AwaitComplete:
        """On top instead when only the screen of an area is left: somebody went back while this one was on its way."""
        if len(self.screen_stack) > 1:
            return super().switch_screen(screen)
        self.push_screen(screen)
        return AwaitComplete()

    async def action_area(self, area_id: str) -> None:
        """Goes to an area; to the door when it needs a vault and none is open."""
        area = next(area for area in AREAS if area.id == area_id)
        closed = area.needs_vault and self.services.workspace is None
        await self.switch_mode(FIRST if closed else area.id)

    async def on_open_area(self, message: OpenArea) -> None:
        """A screen asks for an area."""
        await self.action_area(message.area)

    async def on_open_page(self, message: OpenPage) -> None:
        """A screen asks for a page."""
        from resokit_tui.ui.screens.reader import ReaderScreen

        try:
            page = self.services.method.page(message.page)
        except ResokitError as error:
            self._front().explain(error)
            return
        if isinstance(self.screen, ReaderScreen):
            self.screen.post_message(OpenPage(page.id))
        else:
            await self.push_screen(ReaderScreen(self.services, page))

    def on_open_dossier(self, message: OpenDossier) -> None:
        """A screen asks for a dossier."""
        self._front().in_background(self._open_dossier(message), group="open", exclusive=True)

    async def _open_dossier(self, wish: OpenDossier) -> None:
        from resokit_tui.ui.shelves import shelf_screen

        workspace = self.services.workspace
        if workspace is None:
            return
        session = self.services.session = await self.services.background(lambda: workspace.open(wish.dossier_id))
        await self.action_area("dossier")
        if not wish.shelf:
            return
        screen = await self.services.background(lambda: shelf_screen(self.services, session, wish.shelf, wish.record))
        if screen is not None:
            self.call_after_refresh(self.push_screen, screen)  # once the list one chose from is gone

    def on_open_stage(self, message: OpenStage) -> None:
        """A screen asks for a stage of the open dossier."""
        self._front().in_background(self._open_stage(message.stage, message.instead), group="open", exclusive=True)

    async def _open_stage(self, stage: str, instead: bool) -> None:
        from resokit_tui.ui.stages import stage_screen

        session = self.services.session
        if session is not None:
            screen = await self.services.background(lambda: stage_screen(stage, self.services, session))
            # Later: this runs as work of the screen in front, which cannot wait for its own removal.
            self.call_later(self.switch_screen if instead else self.push_screen, screen)

    async def on_unlocked(self, message: Unlocked) -> None:
        """A vault is open: its owner's choices hold, and what is in it is made findable."""
        self.services.workspace = message.workspace
        if message.workspace.needs_new_passphrase:
            from resokit_tui.ui.dialogs.passphrase import NewPassphraseDialog

            await self.push_screen(NewPassphraseDialog(self.services, forced=True), self._has_new_passphrase)
        else:
            await self._enter()

    async def _has_new_passphrase(self, done: bool | None) -> None:
        if done:
            await self._enter()

    async def _enter(self) -> None:
        from resokit_tui.ui.entering import take_own_choices

        try:
            await take_own_choices(self.services)
        except ResokitError as error:
            self._front().explain(error)
        await self.action_area("today")
        await self._go_on()
        await self._name_left_documents()
        await self._remind_of_backup()
        self.run_worker(self._read_for_search(), group="finding", exclusive=True, exit_on_error=False)

    async def _remind_of_backup(self) -> None:
        """Says so when there is something to lose and the last backup that was read back is long ago."""
        from resokit_tui.workspace.keeping import backup_is_due, last_backup

        workspace = self.services.workspace
        if workspace is None or not await self.services.background(
            lambda: bool(workspace.lines()) and backup_is_due(workspace)
        ):
            return
        if await self.services.background(lambda: last_backup(workspace)) is None:
            self._front().notice("No backup has been made of this vault yet. On Today: m, my vault.")
        else:
            self._front().notice("No backup for two weeks or more. On Today: m, my vault.")

    async def _name_left_documents(self) -> None:
        """Names the documents that still lie in the app's folder in clear, with the choice to delete them."""
        from resokit_tui.ui.dialogs.left_documents import LeftDocumentsDialog
        from resokit_tui.workspace.export_places import left_behind

        if left := await self.services.background(lambda: left_behind(self.services.exports)):
            await self.push_screen(LeftDocumentsDialog(self.services, left))

    async def _go_on(self) -> None:
        """Back to the text that was being written when the vault was locked, or the app fell."""
        from resokit_tui.ui.resuming import screen_to_go_on

        screen = await screen_to_go_on(self.services)
        if screen is not None:
            await self.push_screen(screen)

    async def _read_for_search(self) -> None:
        from resokit_tui.ui.entering import read_for_search

        async for _ in read_for_search(self.services):
            pass

    # -- screens that any area opens ---------------------------------------------------------------------------------

    async def action_find(self) -> None:
        """One box for everything; not on top of a question that waits for an answer."""
        from resokit_tui.ui.screens.search import SearchScreen

        if isinstance(self.screen, SearchScreen):
            self.screen.look_for_more()
        elif isinstance(self.screen, BaseScreen):
            await self.push_screen(SearchScreen(self.services))

    async def action_settings(self) -> None:
        """How it is set up."""
        from resokit_tui.ui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            await self.push_screen(SettingsScreen(self.services))

    async def action_keeping(self) -> None:
        """What keeps the vault itself well; the door when none is open."""
        from resokit_tui.ui.screens.keeping import KeepingScreen

        if self.services.workspace is None:
            await self.action_area("today")  # the door, while no vault is open
        elif not isinstance(self.screen, KeepingScreen):
            await self.push_screen(KeepingScreen(self.services))

    async def action_places(self) -> None:
        """One's own map of the neighbourhood; the door when no vault is open."""
        from resokit_tui.ui.screens.neighbourhood import NeighbourhoodScreen

        if self.services.workspace is None:
            await self.action_area("today")  # the door, while no vault is open
        elif not isinstance(self.screen, NeighbourhoodScreen):
            await self.push_screen(NeighbourhoodScreen(self.services))

    async def action_quick_note(self) -> None:
        """A note in the dossier that is open, on top of whatever is shown: what is being typed there is kept first."""
        from resokit_tui.ui.screens.note import NoteScreen
        from resokit_tui.ui.screens.writing import read_draft

        session, front = self.services.session, self._front()
        if session is None:
            front.notice("Open a dossier first: press 3. A note belongs to one.")
        elif any(isinstance(screen, NoteScreen) and screen.note is None for screen in self.open_screens()):
            front.notice("You are writing a note already. Save that one first.")
        elif isinstance(front, BaseScreen) and await front.ready_to_leave():
            typed = await self.services.background(lambda: read_draft(session, NoteScreen.DRAFT))
            await self.push_screen(NoteScreen(self.services, session, typed))

    def action_about(self) -> None:
        """Who made the method, the texts and the program."""
        from resokit_tui.ui.dialogs.about import AboutDialog

        self.push_screen(AboutDialog(self.services))

    def _front(self) -> Speaking[object]:
        """The screen in front; every screen of ours can speak."""
        if not isinstance(self.screen, Speaking):
            raise TypeError(type(self.screen).__name__)
        return self.screen
