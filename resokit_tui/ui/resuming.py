"""Going on where somebody was writing: the screen of the draft that was left, with its cursor where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resokit_tui.core.errors import CannotError, ResokitError
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.services import Services
from resokit_tui.workspace.session import DossierSession
from resokit_tui.workspace.whereabouts import Whereabouts, drop_whereabouts, keep_whereabouts, read_whereabouts

if TYPE_CHECKING:
    from resokit_tui.ui.screens.writing import Typed

Opener = Callable[[Services, DossierSession, str, "Typed"], BaseScreen | None]
"""Services, dossier, name of the draft and the draft → the screen to go on with; `None` when it became pointless."""


async def remember(services: Services, session: DossierSession, draft: str) -> None:
    """Keeps where text is being typed; once for each place, however often its draft is kept."""
    at = Whereabouts(session.id, draft)
    workspace = services.workspace
    if workspace is not None and services.writing_at != at:
        await services.background(lambda: keep_whereabouts(workspace.own(), at))
        services.writing_at = at


async def forget(services: Services) -> None:
    """Nothing is being typed any more. A failure is harmless: one would only go on with an empty screen."""
    workspace, services.writing_at = services.workspace, None
    if workspace is not None:
        await services.background(lambda: drop_whereabouts(workspace.own()))


async def screen_to_go_on(services: Services) -> BaseScreen | None:
    """The screen of the text that was left unsaved, on its dossier; `None` when there is none."""
    from resokit_tui.ui.screens.writing import read_draft

    workspace = services.workspace
    if workspace is None:
        return None
    try:
        at = await services.background(lambda: read_whereabouts(workspace.own()))
        if at is None:
            return None
        session = await services.background(lambda: workspace.open(at.dossier))
        typed = await services.background(lambda: read_draft(session, at.draft))
    except ResokitError:  # the dossier is gone or cannot be read: that is told where it is opened
        return None
    opener = next((each for prefix, each in OPENERS.items() if at.draft.split("-")[0] == prefix), _page)
    if typed is None:
        return None
    if session.alias:
        services.session = session
    return opener(services, session, at.draft, typed)


def _note(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.note import Note
    from resokit_tui.ui.screens.note import NoteScreen, note_draft

    note = next((each for each in session.dossier.all(Note) if draft == note_draft(each)), None)
    return NoteScreen(services, session, typed, note=note)


def _answer(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.note import Answer
    from resokit_tui.ui.screens.answers import AnswerScreen, answer_draft

    answer = next((each for each in session.dossier.all(Answer) if draft == answer_draft(each)), None)
    return AnswerScreen(services, session, typed, answer) if answer is not None else None


def _reflection(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.reflection import Reflection
    from resokit_tui.ui.screens.reflection import ReflectionScreen, draft_of

    before = next((each for each in session.dossier.all(Reflection) if draft == draft_of(each)), None)
    return ReflectionScreen(services, session, typed, before=before)


def _idea(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """An idea for a role, or why one was rejected; one that came from the catalogue only begins again there."""
    from resokit_tui.casework.neighbourhood import Place
    from resokit_tui.casework.role import RoleIdea
    from resokit_tui.ui.screens.idea import IdeaScreen, RejectScreen

    known = next((each for each in session.dossier.all(RoleIdea) if each.id == typed.record), None)
    if draft.startswith("reject"):
        return RejectScreen(services, session, typed, known, draft) if known else None
    idea = known or RoleIdea(id=typed.record, name="", created=typed.created, changed=typed.created)
    places = services.workspace.own().dossier.all(Place) if services.workspace else ()
    return IdeaScreen(services, session, typed, idea, draft, places)


def _closing(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.ui.screens.closing import ClosingWordsScreen

    return ClosingWordsScreen(services, session, typed)


def _step(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.plan import Action
    from resokit_tui.ui.screens.step import StepScreen, step_draft

    step = next((each for each in session.dossier.all(Action) if draft == step_draft(each)), None)
    return StepScreen(services, session, typed, step)


def _aside(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.plan import Action
    from resokit_tui.ui.screens.step import ASIDE_SCREENS, aside_draft

    for step in session.dossier.all(Action):
        for kind in ASIDE_SCREENS.values():
            if draft == aside_draft(step, kind.STATUS):
                return kind(services, session, typed, step)
    return None


def _place(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.neighbourhood import Place
    from resokit_tui.ui.screens.place import PlaceScreen, draft_of

    place = next((each for each in session.dossier.all(Place) if draft == draft_of(each)), None)
    return PlaceScreen(services, session, typed, place)


def _contact(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.network import Contact
    from resokit_tui.ui.screens.network_contact import ContactScreen, draft_of

    contact = next((each for each in session.dossier.all(Contact) if draft == draft_of(each)), None)
    return ContactScreen(services, session, typed, contact) if contact else None


def _names(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """A name in the field of the network: its draft is the bare text."""
    from resokit_tui.ui.screens.network_base import Looking
    from resokit_tui.ui.screens.network_names import NamesScreen

    return NamesScreen(services, Looking(), typed.texts.get("text", ""))


def _form(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """A form on its stage."""
    from resokit_tui.ui.forms.all import FORMS
    from resokit_tui.ui.screens.form import FormScreen, form_draft

    form, stage = FORMS[draft.split("-")[0]]
    records = session.dossier.all(form.record)
    if form.single:
        record = records[-1] if records else None
    else:
        record = next((each for each in records if form_draft(form, each) == draft), None)
    return FormScreen(services, session, typed, form, record, stage=stage)


def _need(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """A row of what is needed: the name of its draft ends in that row."""
    from resokit_tui.ui.screens.needs import NeedsScreen

    try:
        return NeedsScreen(services, session, typed, draft.partition("-")[2])
    except ValueError:  # the need is gone
        return NeedsScreen(services, session, None)


def _point(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """A note on one point of a role check: its draft is named after both."""
    from resokit_tui.casework.check import CheckPoint
    from resokit_tui.ui.screens.role_check import PointNoteScreen

    _, about, point = draft.split("-", 2)
    return PointNoteScreen(services, session, typed, about, CheckPoint(point))


def _quality(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    from resokit_tui.casework.quality import QualityOfLife
    from resokit_tui.ui.screens.quality import QualityNoteScreen

    known = [each for each in session.dossier.all(QualityOfLife) if each.id == typed.record]
    fresh = QualityOfLife(id=typed.record, day=services.today, scores={}, created=typed.created, changed=typed.created)
    return QualityNoteScreen(services, session, typed, known[-1] if known else fresh)


def _page(services: Services, session: DossierSession, draft: str, typed: Typed) -> BaseScreen | None:
    """An answer that was being written on a page of the method: its draft is named after the question."""
    from resokit_tui.ui.screens.reader import ReaderScreen

    try:
        page = services.method.page(draft.rpartition(".")[0])
    except CannotError:
        return None
    return ReaderScreen(services, page, question=draft)


OPENERS: dict[str, Opener] = {
    "note": _note,
    "answer": _answer,
    "reflection": _reflection,
    "idea": _idea,
    "reject": _idea,
    "place": _place,
    "closing": _closing,
    "contact": _contact,
    "check": _point,
    "quality": _quality,
    "names": _names,
    **dict.fromkeys(("client", "consent", "profile", "role", "design", "plan", "review"), _form),
    "need": _need,
    "step": _step,
    "aside": _aside,
}
"""First part of a draft's name → how its screen is opened again; the rest are answers on a page."""
