"""The app: areas, settings, and the keys that work everywhere."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.events import DescendantFocus, Resize
from textual.geometry import Size

from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.areas import AREAS, welcome
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import COMMANDS, TITLES, Command, bindings, command
from resokit_tui.ui.dialogs.curtain import BlankScreen, CurtainScreen
from resokit_tui.ui.dialogs.small import SmallScreen, is_too_small
from resokit_tui.ui.going import FIRST, GoingApp
from resokit_tui.ui.housekeeping import give_way_to_keys
from resokit_tui.ui.leaving import Leave
from resokit_tui.ui.messages import MethodChanged
from resokit_tui.ui.services import Services
from resokit_tui.ui.themes import THEMES

if TYPE_CHECKING:
    from resokit_tui.workspace.session import DossierSession

__all__ = ["FIRST", "Leave", "ResokitApp"]

UNDONE, REDONE = Message("Undone: {what}. Do it again: U."), Message("Done again: {what}. Undo: u.")
NEWS_SECONDS = 4.0
"""How often an open dossier looks whether another window saved it: a listing of one folder."""


class ResokitApp(GoingApp):
    """Resokit in a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Resokit"
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_MODE = FIRST
    BINDINGS = bindings("app")

    def __init__(self, services: Services, first: Callable[[Services], BaseScreen] = welcome) -> None:
        super().__init__(services)
        for theme in THEMES:
            self.register_theme(theme)
        self._start_with(services.settings.theme)
        self._move_or_not()
        self._first = first
        for area in AREAS:
            self.add_mode(area.id, partial(area.open, services))

    def _start_with(self, theme: str) -> None:
        """Takes theme and symbols before anything is drawn: setting `theme` would have all styles made again."""
        self.set_reactive(ResokitApp.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.services.settings.ascii, "-ascii", update=False)

    def get_default_screen(self) -> BaseScreen:
        """The door and its rules: added as a mode, it would have every rule of the app parsed once more."""
        screen = self._first(self.services)
        screen.fit(self.size)
        self.stylesheet.read_all(screen.css_path)
        return screen

    def on_mount(self) -> None:
        """Listens to the system, and looks whether somebody else saved."""
        self.listen_to_system()
        self.set_interval(NEWS_SECONDS, self._look_for_news)

    def on_app_focus(self) -> None:
        """Back at this window: another one may have saved meanwhile."""
        self._look_for_news()

    def _look_for_news(self) -> None:
        if self.services.session is not None:
            self.run_worker(self._take_news(), group="news", exclusive=True, exit_on_error=False)

    async def _take_news(self) -> None:
        """Shows what another window saved in the open dossier; what is being typed stays as it is."""
        session = self.services.session
        if session is not None and await self.services.background(session.refresh):
            for screen in self.open_screens():
                screen.fill()
            self._front().notice("This dossier was saved in another window. You see its newest version.")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Without motion the cursor of a text field does not blink."""
        if hasattr(event.widget, "cursor_blink"):  # Input, TextArea; to import the latter would slow down the start
            event.widget.cursor_blink = not self.services.still

    # -- help, palette, curtain --------------------------------------------------------------------------------------

    def action_help(self) -> None:
        """The keys that work here."""
        from resokit_tui.ui.dialogs.help import HelpDialog

        scopes = dict.fromkeys(command(id).scope for id in self._active())
        self.push_screen(HelpDialog(self.services, [scope for scope in scopes if scope in TITLES]))

    def action_palette(self) -> None:
        """All commands by name; the chosen one runs where its key would."""
        from resokit_tui.ui.dialogs.palette import PaletteDialog

        places = self._active() | {each.id: self for each in COMMANDS if each.scope == "app" and not each.keys}
        offers = [each for each in COMMANDS if each.id in places and each.palette]

        async def run(chosen: str | None) -> None:
            if chosen is not None:
                await self.run_action(command(chosen).action, places[chosen])

        self.push_screen(PaletteDialog(self.services, sorted(offers, key=_everywhere_last)), run)

    def _active(self) -> dict[str, DOMNode]:
        return {active.binding.id: active.node for active in self.screen.active_bindings.values() if active.binding.id}

    def action_curtain(self) -> None:
        """Hides everything, or shows it again."""
        if isinstance(self.screen, CurtainScreen):
            self.screen.action_open()
        elif not isinstance(self.screen, (BlankScreen, SmallScreen)):
            self.push_screen(CurtainScreen(self.services))

    def action_undo_last(self) -> None:
        """Takes back what was done last."""
        from resokit_tui.workspace.history import undo

        self._take_back(undo, Message("There is nothing to undo."), UNDONE)

    def action_redo_last(self) -> None:
        """Does again what was undone last."""
        from resokit_tui.workspace.history import redo

        self._take_back(redo, Message("There is nothing to do again."), REDONE)

    def _take_back(self, work: Callable[[DossierSession], Message | None], nothing: Message, told: Message) -> None:
        screen = self.screen
        if isinstance(screen, BaseScreen) and (session := screen.undoes_in) is not None:
            screen.in_background(self._taken_back(screen, session, work, nothing, told), group="undo")

    async def _taken_back(
        self,
        screen: BaseScreen,
        session: DossierSession,
        work: Callable[[DossierSession], Message | None],
        nothing: Message,
        told: Message,
    ) -> None:
        if await screen.ready_to_leave():
            what = await self.services.background(lambda: work(session))
            screen.notice(nothing if what is None else Message(told.msgid, what=what))
            screen.fill()

    def action_help_quit(self) -> None:
        """Ctrl+C copies inside Resokit; says how to leave to whoever expects otherwise."""
        self._front().notice("Ctrl+Q closes Resokit, Ctrl+L locks it.")

    def on_ready(self) -> None:
        """Looks at the size it starts with: no resize tells of that one."""
        if not gc.isenabled():  # `compose.run_app` turned it off for the start, and what that made stays to the end
            give_way_to_keys()
        self.add_mode(FIRST, partial(self._first, self.services))  # the way back to the door, once it stands
        self._suit(self.size)

    def on_resize(self, event: Resize) -> None:
        """Looks at the new size."""
        self._suit(event.size)

    def _suit(self, size: Size) -> None:
        """Asks for more room below the smallest size, and goes on when it is there."""
        if isinstance(self.screen, SmallScreen) != is_too_small(size):
            if is_too_small(size):
                self.push_screen(SmallScreen(self.services))
            else:
                self.pop_screen()

    async def on_method_changed(self, message: MethodChanged) -> None:
        """Other pages: every screen shows them."""
        await self._speak_anew()

    # -- settings ----------------------------------------------------------------------------------------------------

    async def action_look(self, theme: str) -> None:
        """Another theme."""
        self.theme = theme
        self._keep(theme=theme)

    async def action_language(self, language: str) -> None:
        """Another language for the interface."""
        await self._speak_anew(language=language)

    async def action_plain(self) -> None:
        """Plain characters, or symbols again."""
        await self._speak_anew(ascii=not self.services.settings.ascii)

    def action_still(self) -> None:
        """Without motion, or with it again."""
        self._keep(still=not self.services.settings.still)
        self._move_or_not()

    def action_idle(self, minutes: int) -> None:
        """Another time before an open vault locks by itself."""
        self._keep(idle_minutes=minutes)

    def _move_or_not(self) -> None:
        self.animation_level = "none" if self.services.still else "full"

    async def _speak_anew(self, **changes: object) -> None:
        """Makes every screen again; not while something on one of them could not be saved."""
        for screen in self.open_screens():
            if not await screen.ready_to_leave():
                return
        if changes:
            self._keep(**changes)
        self.set_class(self.services.settings.ascii, "-ascii")
        for screen in self.open_screens():
            await screen.speak_anew()

    def _keep(self, **changes: object) -> None:
        try:
            self.services.change_settings(**changes)
        except ResokitError as error:
            self._front().explain(error)


def _everywhere_last(each: Command) -> bool:
    return each.scope == "app"
