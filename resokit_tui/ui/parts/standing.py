"""Where things stand on a page, in words, by what it is noticed, and how it stood before."""

from __future__ import annotations

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.note import Standing
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Page, PageKind
from resokit_tui.ui.faults import note_fault
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.choice import Choice, ChoiceStep
from resokit_tui.workspace.guide import CONDITION_STEPS, SKILL_STEPS
from resokit_tui.workspace.session import DossierSession

_LEVELS = {PageKind.CONDITION: (0, 1, 1, 2), PageKind.SKILL: (0, 1, 1, 2, 2)}
"""How full the symbol of each step is; the exact step is in the word."""


def has_standing(page: Page) -> bool:
    """Whether one can say where one stands on this page: on a condition or a skill, never on a stage."""
    return page.kind in _LEVELS


_INSET = 6
"""Cells of the card that are not for text."""
_ROWS = 3
"""Rows for the steps of before; the oldest go first."""


class StandingCard(Vertical):
    """A choice in words and one sentence. Saved at Enter; each other step is a new record, so that progress shows."""

    def __init__(self, page: Page, services: Services, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page, self.services = page, services
        self.session: DossierSession | None = None

    def compose(self) -> ComposeResult:
        """Heading, steps, sentence."""
        catalog = self.services.catalog
        yield Static(id="standing-title", markup=False)
        yield Static(id="standing-path", markup=False)
        yield Choice(self._steps(), self.services.glyphs, id="standing")
        with Horizontal(id="sign-row"):
            yield Static(catalog("How do you notice it?"), id="sign-label", markup=False)
            yield Input(id="sign", compact=True, select_on_focus=False)

    def show(self, session: DossierSession | None, *, own: bool) -> None:
        """The standing in this dossier, or one's own."""
        self.session = session
        self.display = session is not None
        catalog = self.services.catalog
        whose = catalog("your own") if own else catalog("in this dossier")
        title = Content.assemble(
            (catalog("Where do you stand here?").upper(), "bold $here"), "  ", (whose, "$ink-soft")
        )
        self.query_one("#standing-title", Static).update(title)
        standing = session.standing(self.page.id) if session is not None else None
        self.query_one(Choice).choose(standing.level if standing else None)
        self.query_one("#sign", Input).value = standing.sign if standing else ""
        self._show_path()

    async def save(self) -> bool:
        """Saves what differs from the disk; `False` when it could not."""
        session, level = self.session, self.query_one(Choice).value
        sign = self.query_one("#sign", Input).value.strip()
        if session is None or level is None:
            return True
        before = session.standing(self.page.id)
        if before is not None and (before.level, before.sign) == (level, sign):
            return True
        now = self.services.clock()
        if before is not None and before.level == level:
            record = before.replaced(now, sign=sign)
        else:
            record = Standing(page=self.page.id, level=level, sign=sign, created=now, changed=now)
        try:
            saved = await self.services.background(lambda: session.put(record, Message("standing noted")))
        except ResokitError as error:
            return self._refuse(error)
        except Exception as error:
            return self._refuse(note_fault(error, self.services))
        self._say(Message("Saved {time}", time=f"{saved.at:%H:%M}"))
        self._show_path()
        return True

    def on_choice_kept(self) -> None:
        """Enter on a step."""
        self._save()

    def on_input_submitted(self) -> None:
        """Enter after the sentence."""
        self._save()

    def on_input_blurred(self) -> None:
        """Leaving the sentence is saving it."""
        self._save()

    @work(group="standing", exit_on_error=False)
    async def _save(self) -> None:
        await self.save()

    def _steps(self) -> list[ChoiceStep]:
        words = SKILL_STEPS if self.page.kind is PageKind.SKILL else CONDITION_STEPS
        first = 1 if self.page.kind is PageKind.SKILL else 0
        levels = _LEVELS.get(self.page.kind, (0, 1, 1, 2))
        render = self.services.catalog.render
        return [ChoiceStep(step, levels[step], render(words[step])) for step in range(first, len(words))]

    def on_resize(self) -> None:
        """Another width holds another number of steps."""
        self._show_path()

    def _show_path(self) -> None:
        """How it stood before, once there is a before: the steps that were noted last, the newest at the end."""
        taken = standings(self.session.dossier, self.page.id) if self.session is not None else []
        shown = self.query_one("#standing-path", Static)
        shown.display = len(taken) > 1
        words = {step.value: self.services.glyphs.mark(step.level) + " " + step.word for step in self._steps()}
        catalog, between = self.services.catalog, f"  {self.services.glyphs.hint} "
        said = [f"{words.get(each.level, '')}  {catalog.date_short(each.created.date())}" for each in taken]
        rows: list[str] = []
        for piece in said:
            longer = rows[-1] + between + piece if rows else piece
            if rows and cell_len(longer) <= self.size.width - _INSET:
                rows[-1] = longer
            else:
                rows.append(piece)
        shown.update("\n".join(rows[-_ROWS:]))

    def _say(self, message: Message) -> None:
        self.notify(self.services.catalog.render(message), markup=False)

    def _refuse(self, error: ResokitError) -> bool:
        catalog = self.services.catalog
        reason = catalog.render(error.message)
        text = catalog("NOT saved. {reason}", reason=reason)
        self.notify(text, severity="error", timeout=20, markup=False)
        return False


def standings(dossier: Dossier, page: str) -> list[Standing]:
    """The steps that were noted for a page, the oldest first."""
    return sorted((each for each in dossier.all(Standing) if each.page == page), key=lambda each: each.created)
