"""Leaving in order: save first, close second, and nothing of a client left on the terminal or in a report."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from enum import StrEnum

from textual import work
from textual.app import App
from textual.events import Event, InputEvent, MouseMove, Paste

from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.dialogs.curtain import BlankScreen, CurtainScreen
from resokit_tui.ui.faults import note_fault
from resokit_tui.ui.housekeeping import QUIET, tidy_if_due
from resokit_tui.ui.idle import Idle
from resokit_tui.ui.services import Services

_CLEAR = "\x1b[2J\x1b[H"
_LAST_RESORT = 15.0
"""Seconds after which a program without a terminal ends whatever happens: everything was saved long before."""
_LOOK_EVERY = 5.0
"""Seconds between two looks whether anybody is there."""


def _nowhere(data: str) -> None:
    """Writes nothing."""


class Leave(StrEnum):
    """Why the app ended: `lock` asks to be started anew, `ended` came from the system (SIGTERM, SIGHUP)."""

    QUIT = "quit"
    LOCK = "lock"
    ENDED = "ended"


class OrderlyApp(App[Leave]):
    """An app on services that closes them before it ends, whatever ends it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.idle = Idle()

    def listen_to_system(self) -> None:
        """Closes in order when the system asks for it; tidies up and locks when nobody is there."""
        self.set_interval(_LOOK_EVERY, self.tidy_when_quiet)
        self.set_interval(_LOOK_EVERY, self.lock_when_idle)
        if os.name == "posix" and not self.is_headless:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self._end)
            loop.add_signal_handler(signal.SIGHUP, self._hang_up)

    def _hang_up(self) -> None:
        """The terminal is gone: nothing is drawn any more.

        Textual's writer dies of a closed terminal, and the app would wait for it for ever, with the vault open.
        """
        if self._driver is not None:
            vars(self._driver).update(write=_nowhere, _writer_thread=None)
        last_resort = threading.Timer(_LAST_RESORT, os._exit, (1,))
        last_resort.daemon = True
        last_resort.start()
        self._end()

    def tidy_when_quiet(self) -> None:
        """Between two sentences, never within one."""
        if self.idle.for_seconds(QUIET):
            tidy_if_due()

    def open_screens(self) -> list[BaseScreen]:
        """Every screen of every area, the ones behind included."""
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, BaseScreen)]

    async def on_event(self, event: Event) -> None:
        """Every key, click and paste says that somebody is there."""
        if isinstance(event, InputEvent | Paste) and not isinstance(event, MouseMove):
            self.idle.touch()
        await super().on_event(event)

    async def lock_when_idle(self) -> None:
        """Locks an open vault that nobody has touched for the minutes of the setting. Never asks.

        What cannot be saved is not thrown away: then the curtain hides it, and it is tried again.
        """
        if self.services.workspace is None or not self.idle.for_minutes(self.services.settings.idle_minutes):
            return
        await self.leave(Leave.LOCK)
        if self.services.workspace is not None and not isinstance(self.screen, CurtainScreen):
            await self.push_screen(CurtainScreen(self.services))

    async def action_quit(self) -> None:
        """Saves and quits."""
        await self.leave(Leave.QUIT)

    async def action_lock(self) -> None:
        """Saves and locks; the caller starts the program anew."""
        await self.leave(Leave.LOCK)

    async def leave(self, how: Leave) -> None:
        """Saves first, closes second; stays when something could not be saved, unless the system insists."""
        for screen in self.open_screens():
            if not await screen.ready_to_leave() and how is not Leave.ENDED:
                return
        await self.services.close()
        await self.push_screen(BlankScreen(self.services))
        self.exit(how)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies inside the app only: the terminal's clipboard is read by other programs."""
        self._clipboard = text

    @work(exclusive=True, group="leave")
    async def _end(self) -> None:
        await self.leave(Leave.ENDED)

    def _handle_exception(self, error: Exception) -> None:
        """Says type, place and number of an unexpected error: Textual's own report prints the variables around it."""
        if self._exit_renderables:
            return  # one fault, told once; those it causes say nothing new
        self._return_code = 1
        self._exception = error
        told = note_fault(error, self.services)
        if self._driver is not None:
            self._driver.write(_CLEAR)
        self.panic(self.services.catalog.render(told.message))
        self._exception_event.set()
