"""Rolideeën: what was thought of and what is said of it, and below it what leads to more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.role import GOOD_NAMES, IdeaChoice, RoleIdea
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings, command
from resokit_tui.ui.keys import key_name
from resokit_tui.ui.messages import OpenStage
from resokit_tui.ui.parts.idea_rows import idea_row
from resokit_tui.ui.parts.suggestion_rows import suggestion_rows
from resokit_tui.ui.screens.staged import StagedScreen
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.choosing import choose
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.exporting import paper_catalog
from resokit_tui.workspace.ideas import Ideas, PlaceSuggestion, RoleSuggestion, Source, make_ideas
from resokit_tui.workspace.session import DossierSession

Onward = RoleSuggestion | PlaceSuggestion | Source
"""What may lead to an idea."""
_AROUND = 8
"""Cells of a row that are not text."""
_ROWS_LOW, _ROWS, _ROWS_TALL = 6, 10, 16
"""Rows for the ideas there are, where suggestions stand below them."""


class IdeasScreen(StagedScreen):
    """Two lists: ideas with what the client says of them, and what leads to more."""

    CSS_PATH: ClassVar[str] = "ideas.tcss"
    BINDINGS = bindings("ideas")

    def __init__(
        self, services: Services, session: DossierSession, stage: str = "stage.ideas", record: str = ""
    ) -> None:
        """`record`: where the cursor is to be."""
        super().__init__(services, session, stage)
        self._ideas: Ideas | None = None
        self._places: tuple[Place, ...] = ()
        self._sought = record
        """The idea that was written or changed last: the cursor goes to it once it is in the list."""

    def content(self) -> ComposeResult:
        """State, the two lists, and whether there is enough to choose from."""
        glyphs = self.services.glyphs
        yield SavedRow(glyphs, id="saved")
        yield TroubleRow(id="trouble")
        with Vertical(id="lists"):
            yield PointerList(glyphs, id="ideas")
            with Vertical(id="onward"):
                yield Static(id="none", markup=False)
                yield Press(glyphs, self.tr("Note an idea in your own words"), id="new")
                yield PointerList(glyphs, id="suggestions")
        yield Static(id="enough", markup=False)

    def show(self) -> None:
        """Reads the dossier that is open, one's own places and the catalogue."""
        self._show()
        if self.services.workspace is not None:
            self.in_background(self._read(self.services.workspace), group="read", exclusive=True)

    def on_resize(self) -> None:
        """Another width has other columns."""
        self._show()

    async def _read(self, workspace: Workspace) -> None:
        def read() -> tuple[tuple[Place, ...], Ideas]:
            places = workspace.own().dossier.all(Place)
            return places, make_ideas(self.session.dossier, places, self.services.catalogue)

        self._places, self._ideas = await self.services.background(read)
        self._show()

    # -- what is under the cursor ------------------------------------------------------------------------------------

    def _idea(self) -> RoleIdea | None:
        """The idea in the list that has the keyboard; of a suggestion the idea it would become."""
        if self._ideas is None:
            return None
        if self.focused is self.query_one("#ideas"):
            chosen = self.query_one("#ideas", PointerList).chosen
            return next((idea for idea in self._ideas.kept if idea.id == chosen), None)
        onward = self._onward()
        return self._from_role(onward) if isinstance(onward, RoleSuggestion) else None

    def _onward(self) -> Onward | None:
        """What leads to an idea, in the list that has the keyboard."""
        shown = self.query_one("#suggestions", PointerList)
        if self._ideas is None or self.focused is not shown:
            return None
        ideas = self._ideas
        every: list[Onward] = [*ideas.sources, *ideas.roles, *ideas.places]
        return next((each for each in every if each.id == shown.chosen), None)

    def _new(self, **known: object) -> RoleIdea:
        now = self.session.now()
        return RoleIdea(**{"name": "", "created": now, "changed": now, **known})  # type: ignore[arg-type]

    def _from_role(self, role: RoleSuggestion, place: str = "") -> RoleIdea:
        return self._new(name=role.name, domain=role.domain, place=place, interest=role.interest, brings=role.brings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        if action in ("mark", "reject", "choose"):
            return self.is_mounted and self._idea() is not None
        if action == "compare":
            return self._ideas is not None and bool(self._ideas.kept)
        return super().check_action(action, parameters)

    def on_option_list_option_highlighted(self) -> None:
        """A place has other keys than a role."""
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """So has another list."""
        self.refresh_bindings()

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Changes an idea, keeps a suggestion, or begins an idea from an interest, a strength or a place."""
        onward = self._onward()
        if isinstance(onward, RoleSuggestion):
            self._keep(onward)
        elif isinstance(onward, Source):
            self._write(self._new(interest=onward.text), f"idea-{onward.id}")
        elif isinstance(onward, PlaceSuggestion):
            self._write(self._new(place=onward.name, domain=onward.domain), f"idea-{onward.id}")
        elif (idea := self._idea()) is not None:
            self._write(idea, f"idea-{idea.id}")

    def on_pressed(self, event: Pressed) -> None:
        """The button where there are no suggestions."""
        self.action_new()

    def action_new(self) -> None:
        """An idea in one's own words."""
        self._write(self._new(), "idea")

    def action_mark(self, choice: str) -> None:
        """Yes, or not yet; once more, and it is open again. A suggestion is kept with it."""
        idea, wanted = self._idea(), IdeaChoice(choice)
        if idea is not None:
            to = IdeaChoice.OPEN if idea.choice is wanted else wanted
            was = idea if self.session.dossier.same(idea) else None
            self._put(idea.replaced(self.session.now(), choice=to), Message("role idea weighed"), was)

    def action_reject(self) -> None:
        """No, with the reason."""
        idea, onward = self._idea(), self._onward()
        if idea is not None:
            self.in_background(self._reject(idea, f"reject-{(onward or idea).id}"), group="write", exclusive=True)

    def action_choose(self) -> None:
        """This one becomes the role that is worked out: on to stage 5."""
        if (idea := self._idea()) is not None:
            self.in_background(self._choose(idea), group="put", exclusive=True)

    def action_compare(self) -> None:
        """The role check of the first ideas, side by side."""
        from resokit_tui.ui.screens.role_check import RoleCheckScreen

        self.app.push_screen(RoleCheckScreen(self.services, self.session, "stage.choice"))

    def _keep(self, role: RoleSuggestion) -> None:
        """Keeps a suggestion; where places of one's own fit, asks which."""
        if not role.places:
            self._kept(role, "")
            return
        from resokit_tui.ui.dialogs.idea_place import IdeaPlaceDialog

        self.app.push_screen(IdeaPlaceDialog(self.services, role.name, role.places), partial(self._kept, role))

    def _kept(self, role: RoleSuggestion, place: str | None) -> None:
        if place is not None:
            self._put(self._from_role(role, place), Message("role idea kept"))

    def _put(self, idea: RoleIdea, label: Message, was: RoleIdea | None = None) -> None:
        async def put() -> None:
            await self._saved(idea, lambda: self.session.put(idea, label, was=was))

        self.in_background(put(), group="put")

    async def _choose(self, idea: RoleIdea) -> None:
        def work() -> None:
            catalog = paper_catalog(self.session.dossier)
            choose(self.session, idea, {good: catalog.render(name) for good, name in GOOD_NAMES.items()})

        if await self._saved(idea, work):
            self.post_message(OpenStage("stage.choice", instead=True))

    async def _saved(self, idea: RoleIdea, work: Callable[[], object]) -> bool:
        """Whether this is on the disk; what went wrong is said, and nothing is shown that is not kept."""
        row, trouble = self.query_one("#saved", SavedRow), self.query_one(TroubleRow)
        try:
            await self.services.background(work)
        except ResokitError as error:
            row.show_state(self.tr("NOT saved"), bad=True)
            trouble.tell(self.tr(error.message))
            return False
        trouble.tell("")
        if self.session.saved_at is not None:
            row.show_state(self.tr("Saved {time}", time=f"{self.session.saved_at:%H:%M}"))
        self._sought = idea.id
        self.fill()
        return True

    def _write(self, idea: RoleIdea, draft: str) -> None:
        self.in_background(self._open_idea(idea, draft), group="write", exclusive=True)

    async def _open_idea(self, idea: RoleIdea, draft: str) -> None:
        from resokit_tui.ui.screens.idea import IdeaScreen
        from resokit_tui.ui.screens.writing import read_draft

        typed = await self.services.background(lambda: read_draft(self.session, draft))
        self._sought = typed.record if typed else idea.id
        await self.app.push_screen(IdeaScreen(self.services, self.session, typed, idea, draft, self._places))

    async def _reject(self, idea: RoleIdea, draft: str) -> None:
        from resokit_tui.ui.screens.idea import RejectScreen
        from resokit_tui.ui.screens.writing import read_draft

        typed = await self.services.background(lambda: read_draft(self.session, draft))
        self._sought = typed.record if typed else idea.id
        await self.app.push_screen(RejectScreen(self.services, self.session, typed, idea, draft))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        ideas = self._ideas
        if ideas is None:
            return
        shown, onward = self.query_one("#ideas", PointerList), self.query_one("#suggestions", PointerList)
        room = (self.app.size.width // 2 if self.is_wide else self.app.size.width) - _AROUND
        rows = [
            (idea.id, idea_row(idea, self.services, room, is_role=idea.id == ideas.worked_out)) for idea in ideas.kept
        ]
        shown.show([Option(row, id=id) for id, row in rows])
        shown.display = bool(rows)
        most = _ROWS_TALL if self.is_tall else _ROWS_LOW if self.has_class("-low") else _ROWS
        shown.styles.height = "1fr" if self.is_wide else min(2 * len(rows), most)
        onward.show(suggestion_rows(ideas, self.services, room))
        onward.display = bool(ideas.sources or ideas.places)
        self._show_none(ideas)
        self.query_one("#enough", Static).update(self._enough(ideas))
        if self._sought in {idea.id for idea in ideas.kept}:
            shown.highlighted, self._sought = shown.get_option_index(self._sought), ""
            if self.focused is self.query_one("#new"):
                shown.focus()
        if self.focused is None or not self.focused.display:
            next(each for each in (shown, onward, self.query_one("#new")) if each.display).focus()
        self.refresh_bindings()

    def _enough(self, ideas: Ideas) -> str:
        """How far the ideas reach; once there is enough to choose from, also with which key."""
        if not ideas.is_enough:
            return self.tr(ideas.enough)
        work = command("ideas.work")
        key = key_name(work.keys, self.services.catalog, self.services.glyphs)
        return f"{self.tr(ideas.enough)}  {key} {self.tr(work.label)}"

    def _show_none(self, ideas: Ideas) -> None:
        """Why the catalogue suggests nothing, when it does not."""
        none = self.query_one("#none", Static)
        none.display = not ideas.roles
        self.query_one("#new").display = not (ideas.sources or ideas.places)
        none.update(
            self.tr("No suggestion of the catalogue is left. The best role may be one that stands in no list.")
            if ideas.sources
            else self.tr(
                "Suggestions come from what somebody likes and is good at (stage 1). Nothing is known of it yet."
            )
        )
