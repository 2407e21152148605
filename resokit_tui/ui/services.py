"""What the face is given to work with: handed over once by `compose`, passed down by constructor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from resokit_tui.core.dates import Clock
from resokit_tui.core.eventlog import EventLog
from resokit_tui.core.i18n import Catalog, load_catalog
from resokit_tui.core.settings import Settings
from resokit_tui.ui.glyphs import Glyphs, glyphs_for

if TYPE_CHECKING:  # the unlock screen must not wait for casework and vault
    from resokit_tui.casework.preferences import Preferences
    from resokit_tui.method.catalogue import Catalogue
    from resokit_tui.method.faults import ContentError
    from resokit_tui.method.glossary import Glossary
    from resokit_tui.method.method import Method
    from resokit_tui.workspace.dossiers import Workspace
    from resokit_tui.workspace.finding import Finding
    from resokit_tui.workspace.session import DossierSession
    from resokit_tui.workspace.unlock import Doors, VaultDoor
    from resokit_tui.workspace.whereabouts import Whereabouts

T = TypeVar("T")


@dataclass
class Services:
    """Everything behind the face. `workspace` and `session` are what is open now; the rest does not change hands."""

    settings: Settings
    clock: Clock
    doors: Doors
    events: EventLog
    load_method: Callable[[str, Path | None], Method]
    """Language and the organisation's own folder → method."""
    load_glossary: Callable[[], Glossary]
    """The words of the trade, in every language."""
    load_catalogue: Callable[[], Catalogue]
    """Roles to think with."""
    keep_settings: Callable[[Settings], None]
    exports: Path
    """Where papers go when no place is chosen."""
    draft_every: float = 2.0
    """Seconds between two drafts of text that is being typed: no more than that can get lost in a fall."""
    motion: bool = True
    """`False` with ACCESSIBLE=1: nothing moves or blinks."""
    chosen: VaultDoor | None = None
    """The vault that was asked for on the command line."""
    shown_passphrase: str = ""
    """Passphrase of the practice vault, to be shown on the unlock screen; never a real one."""
    workspace: Workspace | None = None
    session: DossierSession | None = None
    check_overlay: Callable[[Path], Sequence[ContentError]] = lambda _: ()
    """What is wrong in an organisation's own folder."""
    preferences: Preferences | None = None
    """The professional's own choices, while the vault is open."""
    writing_at: Whereabouts | None = None
    """Where text is being typed now, as it was last kept."""
    _finding: Finding | None = field(default=None, repr=False)
    _methods: dict[str, Method] = field(default_factory=dict, repr=False)
    _glossary: Glossary | None = field(default=None, repr=False)
    _catalogue: Catalogue | None = field(default=None, repr=False)
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "resokit-vault"), repr=False, compare=False
    )

    @property
    def catalog(self) -> Catalog:
        """The words of the reader's language."""
        return load_catalog(self.settings.language)

    @property
    def glyphs(self) -> Glyphs:
        """The symbols in use."""
        return glyphs_for(self.settings.ascii)

    @property
    def method(self) -> Method:
        """The method in the reader's language; read once."""
        language = self.settings.language
        if language not in self._methods:
            overlay = self.preferences.overlay if self.preferences else ""
            self._methods[language] = self.load_method(language, Path(overlay) if overlay else None)
        return self._methods[language]

    @property
    def glossary(self) -> Glossary:
        """The words of the trade; read once, when they are first needed."""
        if self._glossary is None:
            self._glossary = self.load_glossary()
        return self._glossary

    @property
    def catalogue(self) -> Catalogue:
        """The roles to think with; read once, when they are first needed."""
        if self._catalogue is None:
            self._catalogue = self.load_catalogue()
        return self._catalogue

    @property
    def finding(self) -> Finding:
        """The search over everything; empty until it is read."""
        if self._finding is None:
            from resokit_tui.workspace.finding import Finding

            self._finding = Finding()
        return self._finding

    @property
    def still(self) -> bool:
        """Whether nothing may move or blink: asked of this machine, or for this once."""
        return self.settings.still or not self.motion

    @property
    def client_word(self) -> str:
        """What a client is called here, in the reader's language."""
        from resokit_tui.casework.preferences import CLIENT_WORDS, ClientWord

        return self.catalog.render(
            CLIENT_WORDS[self.preferences.client_word if self.preferences else ClientWord.CLIENT]
        )

    def take_preferences(self, preferences: Preferences | None) -> bool:
        """Lets other choices of the professional hold; tells whether the pages of the method are others now."""
        before = self.preferences.overlay if self.preferences else ""
        self.preferences = preferences
        changed = before != (preferences.overlay if preferences else "")
        if changed:
            self._methods.clear()
        return changed

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock().date()

    def change_settings(self, **changes: object) -> None:
        """Takes other settings and keeps them for the next time. Raises `CannotError` when they cannot be written."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.keep_settings(self.settings)

    async def background(self, work: Callable[[], T]) -> T:
        """Runs blocking work of vault or paper off the screen's thread; one piece at a time, in the order asked.

        Whatever it raises is raised here.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def close(self) -> None:
        """Closes the dossier and the vault, after everything that was still being saved."""
        workspace, self.workspace, self.session, self.writing_at = self.workspace, None, None, None
        if workspace is not None:
            await self.background(workspace.close)
        self.preferences = None
        if self._finding is not None:
            self._finding.clear()
        self._thread.shutdown(wait=False)
