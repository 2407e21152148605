"""What every screen and dialog shares: services, words, keys in the reader's language, and work in the background."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.worker import Worker

from resokit_tui.core.errors import LockedError, ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.areas import AREAS
from resokit_tui.ui.commands import bindings, textual_word
from resokit_tui.ui.faults import note_fault
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.key_line import KeyLine
from resokit_tui.ui.widgets.top_bar import AreaName, TopBar

if TYPE_CHECKING:  # the first screen must not wait for the workspace
    from resokit_tui.workspace.session import DossierSession

T = TypeVar("T")
WIDE, TALL = 104, 36
"""From so many columns and rows on there is room for more."""
_COLUMNS: list[tuple[int, str]] | None = [(0, "-tiny"), (76, "-narrow"), (WIDE, "-wide")]
_ROWS: list[tuple[int, str]] | None = [(0, "-low"), (24, "-short"), (TALL, "-tall")]


class Speaking(Screen[T]):
    """A screen that has its services and speaks the reader's language."""

    HORIZONTAL_BREAKPOINTS = _COLUMNS
    VERTICAL_BREAKPOINTS = _ROWS

    def __init__(self, services: Services, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.services = services
        self._waiting: set[Coroutine[Any, Any, None]] = set()
        """Jobs that did not begin yet."""

    def fit(self, size: Size) -> None:
        """Takes the classes of this size at once; Textual's come with the first resize, after the first picture."""
        for steps, cells in ((self.HORIZONTAL_BREAKPOINTS, size.width), (self.VERTICAL_BREAKPOINTS, size.height)):
            self.add_class(*[name for least, name in steps or () if cells >= least][-1:], update=False)

    def tr(self, text: str | Message, /, **params: object) -> str:
        """A source text or a message in the reader's language."""
        return self.services.catalog.render(text if isinstance(text, Message) else Message(text, **params))

    def notice(self, text: str | Message, /, **params: object) -> None:
        """Says for a moment what happened, and how to undo it."""
        self.notify(self.tr(text, **params), markup=False)

    def explain(self, error: ResokitError) -> None:
        """Shows an error until it is read: what happened and what one can do."""
        from resokit_tui.ui.dialogs.message import MessageDialog

        if self.services.workspace is not None and isinstance(error, LockedError):
            from resokit_tui.ui.dialogs.passphrase import ask_again

            if (dialog := ask_again(self.services, error)) is not None:
                self.app.push_screen(dialog)
                return
        self.app.push_screen(MessageDialog(self.services, error.message))

    def in_background(
        self, job: Coroutine[Any, Any, None], *, group: str = "default", exclusive: bool = False
    ) -> Worker[None]:
        """Runs a coroutine beside the screen. What goes wrong in it is shown; the app and what was typed stay."""
        self._waiting.add(job)
        return self.run_worker(partial(self._guarded, job), group=group, exclusive=exclusive, exit_on_error=False)

    async def _guarded(self, job: Coroutine[Any, Any, None]) -> None:
        self._waiting.discard(job)
        try:
            await job
        except ResokitError as error:
            self.explain(error)
        except NoMatches as error:
            if self._is_open:  # else the screen was closed while this went on: there is nothing left to show it in
                self.explain(note_fault(error, self.services))
        except Exception as error:
            self.explain(note_fault(error, self.services))

    @property
    def _is_open(self) -> bool:
        """Whether this screen is in front, or behind another one."""
        return any(self in stack for stack in self.app._screen_stacks.values())

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Closes this screen if it is in front: the second key of a burst must not take the screen below along."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_unmount(self) -> None:
        """Lets go of jobs that never began because the screen closed first."""
        for job in self._waiting:
            job.close()

    @property
    def active_bindings(self) -> dict[str, Any]:
        """Textual's, with each description in the reader's language; what we have no word for is not named."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=self._describe(active.binding)), tooltip=""
            )
            for key, active in super().active_bindings.items()
        }

    def _describe(self, binding: Any) -> str:
        if binding.id is not None:
            return self.tr(binding.description)
        word = textual_word(binding.action)
        return self.tr(word) if word else ""

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a second column."""
        return self.app.size.width >= WIDE

    @property
    def is_tall(self) -> bool:
        """Whether there is room for a second row to each thing."""
        return self.app.size.height >= TALL


class BaseScreen(Speaking[None]):
    """A screen of an area: top bar, the screen's own body, and the line of keys."""

    AREA: ClassVar[str] = ""
    """Which area is marked in the top bar; empty: no top bar."""
    _filled_at_mount = False

    def compose(self) -> ComposeResult:
        """Bar, body, keys."""
        if self.AREA:
            yield self._top_bar()
        yield from self.body()
        yield KeyLine(self.services.catalog, self.services.glyphs)

    def body(self) -> ComposeResult:
        """The widgets of this screen."""
        raise NotImplementedError

    def fill(self) -> None:
        """Puts what is known now into the widgets: when the screen is shown, shown again, or changes language."""

    @property
    def undoes_in(self) -> DossierSession | None:
        """The dossier in which *undo* takes back what was done last: the open one, where one sees it."""
        return self.services.session if self.AREA == "dossier" else None

    async def ready_to_leave(self) -> bool:
        """Saves what is being typed; `False` when that failed and the user should stay."""
        return True

    def on_mount(self) -> None:
        """Fills the screen."""
        self._filled_at_mount = True
        self.fill()

    def on_screen_resume(self) -> None:
        """Fills the screen again, unless it was made just now: another screen may have changed something."""
        if self._filled_at_mount or not self.is_mounted:
            self._filled_at_mount = False
            return
        for bar in self.query(TopBar):
            self._show_open(bar)
        self.fill()

    async def speak_anew(self) -> None:
        """Composes again, in another language or other symbols; the keyboard stays where it was if that is there."""
        focused = self.focused.id if self.focused is not None else None
        await self.recompose()
        self.fill()
        again = self.query(f"#{focused}") if focused else None
        self.set_focus(again.first() if again else next(iter(self.focus_chain), None))

    def _top_bar(self) -> TopBar:
        names = [AreaName(area.id, area.digit, self.tr(area.label)) for area in AREAS]
        bar = TopBar(names, self.AREA, practice_word=self.tr("PRACTICE VAULT"))
        self._show_open(bar)
        return bar

    def _show_open(self, bar: TopBar) -> None:
        bar.show_open(self._open_name(), practice=self._is_practice(), is_dossier=self.services.session is not None)

    def _is_practice(self) -> bool:
        return self.services.workspace is not None and self.services.workspace.practice

    def _open_name(self) -> str:
        if self.services.session is not None:
            return self.services.session.alias
        return self.tr("vault {name}", name=self.services.workspace.name) if self.services.workspace else ""


class BaseDialog(Speaking[T], ModalScreen[T]):
    """A window in front of a screen; Esc closes it without a result."""

    BINDINGS = bindings("dialog")

    def compose(self) -> ComposeResult:
        """Body and keys."""
        yield from self.body()
        yield KeyLine(self.services.catalog, self.services.glyphs)

    def body(self) -> ComposeResult:
        """The widgets of this dialog."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Closes without a result."""
        self.dismiss(None)
