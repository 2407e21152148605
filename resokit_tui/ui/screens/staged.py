"""Screens of the stages that are not one form: the way to the other stages, and the line of stages above a list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import OpenPage, OpenStage
from resokit_tui.ui.services import Services
from resokit_tui.ui.stages import beside, show_stages
from resokit_tui.ui.widgets.stage_line import StageLine
from resokit_tui.ui.widgets.stage_side import StageSide
from resokit_tui.workspace.session import DossierSession


class OnStage(BaseScreen):
    """Base: one key to the stage before, to the next one, to any of them, and to the page about this one."""

    BINDINGS = bindings("stages")
    stage: str = ""
    """The stage this screen is about; a screen about none has no stage beside it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a dossier there are no stages to go along."""
        if action in ("page", "stage", "contents"):
            return bool(self.stage) and self.services.session is not None
        return super().check_action(action, parameters)

    def action_page(self) -> None:
        """The page of the method about this stage."""
        self.post_message(OpenPage(self.stage))

    def action_stage(self, step: int) -> None:
        """A stage beside this one."""
        self.post_message(OpenStage(beside(self.stage, step), instead=True))

    def action_contents(self) -> None:
        """Another stage, from the contents."""
        from resokit_tui.ui.dialogs.contents import ContentsDialog

        def go(stage: str | None) -> None:
            if stage is not None:
                self.post_message(OpenStage(stage, instead=True))

        if self.services.session is not None:
            self.app.push_screen(ContentsDialog(self.services, self.services.session, self.stage), go)

    def on_stage_line_chosen(self, event: StageLine.Chosen) -> None:
        """A click on a stage."""
        self.post_message(OpenStage(event.stage, instead=True))


class StagedScreen(OnStage):
    """Base of the lists: subclasses say what stands below the line, and put the dossier's facts into it."""

    AREA: ClassVar[str] = "dossier"
    AUTO_FOCUS = ""

    def __init__(self, services: Services, session: DossierSession, stage: str) -> None:
        super().__init__(services)
        self.session, self.stage = session, stage

    def body(self) -> ComposeResult:
        """The line, and what is below it."""
        if self.stage:
            yield StageLine(self.services.glyphs, id="stages")
            yield StageSide(self.services.glyphs, id="side")
        yield from self.content()

    def content(self) -> ComposeResult:
        """What stands below the line."""
        raise NotImplementedError

    def show(self) -> None:
        """Puts what is known now into the widgets."""
        raise NotImplementedError

    def fill(self) -> None:
        """Goes when another dossier was opened meanwhile."""
        if self.services.session is not self.session:
            self.dismiss(None)
            return
        show_stages(self, self.services, self.session, self.stage)
        self.show()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
