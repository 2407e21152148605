"""The nine stages of a dossier: which screen each one opens, and how one goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resokit_tui.casework.progress import stage_progress
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import command
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.services import Services
from resokit_tui.ui.words import STAGE_NAMES
from resokit_tui.workspace.session import DossierSession

if TYPE_CHECKING:
    from resokit_tui.ui.forms.form import Form

Opener = Callable[[Services, DossierSession, str], BaseScreen]
"""Services, dossier and stage → its screen; blocks, because it reads drafts."""


def beside(stage: str, step: int) -> str:
    """The stage so many further on; the first and the last have nothing beyond them."""
    stages = list(STAGE_NAMES)
    return stages[max(0, min(len(stages) - 1, stages.index(stage) + step))]


def show_stages(screen: BaseScreen, services: Services, session: DossierSession, here: str) -> None:
    """Shows how far each stage is: on the line above a screen, or beside it."""
    from resokit_tui.ui.screens.dossier_parts import stage_rows
    from resokit_tui.ui.widgets.stage_line import StageLine
    from resokit_tui.ui.widgets.stage_side import StageSide

    names = {stage: services.catalog.render(name) for stage, name in STAGE_NAMES.items()}
    progress = {stage: int(level) for stage, level in stage_progress(session.dossier).items()}
    go_to = command("stages.contents")
    key = key_name(go_to.keys, services.catalog, services.glyphs)
    for line in screen.query(StageLine):
        line.show(progress, names, here, f"{key} {services.catalog.render(go_to.label)}")
    for side in screen.query(StageSide):
        side.show_at(stage_rows(session.dossier, services), here)


def stage_screen(stage: str, services: Services, session: DossierSession) -> BaseScreen:
    """The screen of a stage, with its draft if one was left; blocks."""
    return STAGES[stage](services, session, stage)


def link_screen(link: str, services: Services, session: DossierSession, stage: str) -> BaseScreen | None:
    """The screen a row of a form leads to."""
    opener = LINKS.get(link)
    return opener(services, session, stage) if opener else None


def _form(form: Form, services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.form import FormScreen, form_draft
    from resokit_tui.ui.screens.writing import read_draft

    typed = read_draft(session, form_draft(form, None))
    return FormScreen(services, session, typed, form, session.dossier.newest(form.record), stage=stage)


def _start(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.client import CLIENT_FORM

    return _form(CLIENT_FORM, services, session, stage)


def _self(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.profile import PROFILE_FORM

    return _form(PROFILE_FORM, services, session, stage)


def _roles(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.lists import ROLES
    from resokit_tui.ui.screens.rows import RowsScreen

    return RowsScreen(services, session, ROLES, stage)


def _network(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.network import NetworkScreen

    return NetworkScreen(services)


def _ideas(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.ideas import IdeasScreen

    return IdeasScreen(services, session, stage)


def _choice(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.design import DESIGN_FORM

    return _form(DESIGN_FORM, services, session, stage)


def _needs(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.needs import NeedsScreen, draft_of, first_row
    from resokit_tui.ui.screens.writing import read_draft

    row = first_row(session)
    typed = read_draft(session, draft_of(row))
    return NeedsScreen(services, session, typed, row, stage=stage)


def _plan(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.plan import PLAN_FORM

    return _form(PLAN_FORM, services, session, stage)


def _review(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.forms.lists import REVIEWS
    from resokit_tui.ui.screens.rows import RowsScreen

    return RowsScreen(services, session, REVIEWS, stage)


def _consents(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.consents import ConsentsScreen

    return ConsentsScreen(services, session, stage)


def _steps(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.steps import StepsScreen

    return StepsScreen(services, session)


def _check(services: Services, session: DossierSession, stage: str) -> BaseScreen:
    from resokit_tui.ui.screens.role_check import RoleCheckScreen

    return RoleCheckScreen(services, session, stage)


STAGES: dict[str, Opener] = {
    "stage.start": _start,
    "stage.self": _self,
    "stage.roles": _roles,
    "stage.network": _network,
    "stage.ideas": _ideas,
    "stage.choice": _choice,
    "stage.needs": _needs,
    "stage.plan": _plan,
    "stage.review": _review,
}
LINKS: dict[str, Opener] = {"consents": _consents, "steps": _steps, "check": _check}
"""Id of a link in a form → the screen it leads to."""
