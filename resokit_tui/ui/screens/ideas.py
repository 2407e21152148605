"""Rolideeën: what was thought of and what is said of it, and below it suggestions to think with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.errors import ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.method.catalogue import Catalogue
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.staged import OnStage
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, shorten
from resokit_tui.ui.widgets.pointer_list import PointerList
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.ideas import Ideas, PlaceSuggestion, RoleSuggestion, make_ideas
from resokit_tui.workspace.session import DossierSession

CHOICE_WORDS = {
    IdeaChoice.CHOSEN: Message("yes"),
    IdeaChoice.OPEN: Message("not said yet"),
    IdeaChoice.LATER: Message("not yet"),
    IdeaChoice.REJECTED: Message("no"),
}
_NAME, _INDENT = 38, 2
_AROUND = 8
"""Cells of a row that are not text."""
_ROWS_LOW, _ROWS, _ROWS_TALL = 6, 10, 16
"""Rows for the ideas there are, where suggestions stand below them."""


def read_places(workspace: Workspace) -> tuple[Place, ...]:
    """The professional's own places; blocks."""
    return workspace.own().dossier.all(Place)


class IdeasScreen(OnStage):
    """Two lists: ideas with what the client says of them, and suggestions to keep or to reject."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "ideas.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("ideas")
    stage = "stage.ideas"

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._ideas: Ideas | None = None
        self._places: tuple[Place, ...] = ()
        self._before: RoleIdea | None = None
        """What the idea that was changed last becomes again; one that was new lies in the trash then."""
        self._sought = ""
        """The idea that was written or changed last: the cursor goes to it once it is in the list."""

    def body(self) -> ComposeResult:
        """Title and state, the two lists, and whether there is enough to choose from."""
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

    def fill(self) -> None:
        """Reads the dossier that is open, one's own places and the catalogue."""
        self.query_one("#saved", SavedRow).show_title(self.tr("Role ideas"))
        self._show()
        self.in_background(self._read(), group="read", exclusive=True)

    def on_resize(self) -> None:
        """Another width has other columns."""
        self._show()

    async def _read(self) -> None:
        services, session, workspace = self.services, self.services.session, self.services.workspace
        if session is None or workspace is None:
            self.dismiss(None)
            return

        def read() -> tuple[tuple[Place, ...], Catalogue]:
            return read_places(workspace), services.catalogue

        self._places, catalogue = await services.background(read)
        self._ideas = await services.background(lambda: make_ideas(session.dossier, self._places, catalogue))
        self._show()

    # -- what is under the cursor ------------------------------------------------------------------------------------

    def _idea(self) -> RoleIdea | None:
        """The idea in the list that has the keyboard; of a suggestion the idea it would become."""
        session = self.services.session
        if self._ideas is None or session is None:
            return None
        if self.focused is self.query_one("#ideas"):
            chosen = self.query_one("#ideas", PointerList).chosen
            return next((idea for idea in self._ideas.kept if idea.id == chosen), None)
        role = self._role()
        return self._new(session, name=role.name, domain=role.domain) if role else None

    def _role(self) -> RoleSuggestion | None:
        chosen = self.query_one("#suggestions", PointerList).chosen
        if self._ideas is None or self.focused is not self.query_one("#suggestions"):
            return None
        return next((role for role in self._ideas.roles if role.id == chosen), None)

    def _place(self) -> PlaceSuggestion | None:
        chosen = self.query_one("#suggestions", PointerList).chosen
        return next((place for place in (self._ideas.places if self._ideas else ()) if place.id == chosen), None)

    def _new(
        self, session: DossierSession, *, name: str = "", domain: LifeDomain | None = None, place: str = ""
    ) -> RoleIdea:
        now = session.now()
        return RoleIdea(name=name, domain=domain, place=place, created=now, changed=now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        if action in ("mark", "reject"):
            return self.is_mounted and self._idea() is not None
        return self._before is not None if action == "undo" else True

    # -- doing -------------------------------------------------------------------------------------------------------

    def on_option_list_option_highlighted(self) -> None:
        """A place has other keys than a role."""
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """So has another list."""
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: PointerList.OptionSelected) -> None:
        """Changes an idea, keeps a suggestion, or begins an idea at a place."""
        session, role, place = self.services.session, self._role(), self._place()
        if session is None:
            return
        if event.option_list.id == "ideas":
            if (idea := self._idea()) is not None:
                self.in_background(self._write(session, idea, f"idea-{idea.id}"), group="write", exclusive=True)
        elif role is not None:
            self._keep(session, role)
        elif place is not None:
            new = self._new(session, place=place.name, domain=place.domain)
            self.in_background(self._write(session, new, f"idea-{place.id}"), group="write", exclusive=True)

    def on_pressed(self, event: Pressed) -> None:
        """The button where there are no suggestions."""
        self.action_new()

    def action_new(self) -> None:
        """An idea in one's own words."""
        if (session := self.services.session) is not None:
            self.in_background(self._write(session, self._new(session), "idea"), group="write", exclusive=True)

    def action_mark(self, choice: str) -> None:
        """Yes, or not yet; once more, and it is open again. A suggestion is kept with it."""
        idea, wanted = self._idea(), IdeaChoice(choice)
        if idea is not None:
            to = IdeaChoice.OPEN if idea.choice is wanted else wanted
            self.in_background(
                self._put(idea.replaced(self.services.clock(), choice=to), Message("role idea weighed")), group="put"
            )

    def action_reject(self) -> None:
        """No, with the reason."""
        session, idea, role = self.services.session, self._idea(), self._role()
        if session is not None and idea is not None:
            draft = f"reject-{role.id if role else idea.id}"
            self.in_background(self._reject(session, idea, draft), group="write", exclusive=True)

    def action_undo(self) -> None:
        """Puts back what the idea that was changed last was before."""
        if self._before is not None:
            before = self._before.replaced(self.services.clock())
            self.in_background(self._put(before, Message("role idea put back"), undoing=True), group="put")

    def action_leave(self) -> None:
        """Back to the dossier."""
        self.dismiss(None)

    def _keep(self, session: DossierSession, role: RoleSuggestion) -> None:
        """Keeps a suggestion; where places of one's own fit, asks which."""
        if not role.places:
            self._kept(session, role, "")
            return
        from resokit_tui.ui.dialogs.idea_place import IdeaPlaceDialog

        self.app.push_screen(IdeaPlaceDialog(self.services, role.name, role.places), partial(self._kept, session, role))

    def _kept(self, session: DossierSession, role: RoleSuggestion, place: str | None) -> None:
        if place is not None:
            idea = self._new(session, name=role.name, domain=role.domain, place=place)
            self.in_background(self._put(idea, Message("role idea kept")), group="put")

    async def _put(self, idea: RoleIdea, label: Message, *, undoing: bool = False) -> None:
        session, row, trouble = self.services.session, self.query_one("#saved", SavedRow), self.query_one(TroubleRow)
        if session is None:
            return
        was = next((each for each in session.dossier.all(RoleIdea) if each.id == idea.id), None)
        try:
            saved = await self.services.background(lambda: session.put(idea, label))
        except ResokitError as error:
            row.show_state(self.tr("NOT saved"), bad=True)
            trouble.tell(self.tr(error.message))
            return
        trouble.tell("")
        row.show_state(self.tr("Saved {time}", time=f"{saved.at:%H:%M}"))
        self._before = None if undoing else was or idea.replaced(idea.changed, trashed=idea.changed)
        self._sought = idea.id
        await self._read()

    async def _write(self, session: DossierSession, idea: RoleIdea, draft: str) -> None:
        from resokit_tui.ui.screens.idea import IdeaScreen
        from resokit_tui.ui.screens.writing import read_draft

        typed = await self.services.background(lambda: read_draft(session, draft))
        self._sought = typed.record if typed else idea.id
        await self.app.push_screen(IdeaScreen(self.services, session, typed, idea, draft, self._places))

    async def _reject(self, session: DossierSession, idea: RoleIdea, draft: str) -> None:
        from resokit_tui.ui.screens.idea import RejectScreen
        from resokit_tui.ui.screens.writing import read_draft

        typed = await self.services.background(lambda: read_draft(session, draft))
        self._sought = typed.record if typed else idea.id
        await self.app.push_screen(RejectScreen(self.services, session, typed, idea, draft))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        ideas = self._ideas
        if ideas is None:
            return
        shown, onward = self.query_one("#ideas", PointerList), self.query_one("#suggestions", PointerList)
        room = self._room()
        shown.show([Option(self._idea_row(idea, room), id=idea.id) for idea in ideas.kept])
        shown.display = bool(ideas.kept)
        most = _ROWS_TALL if self.is_tall else _ROWS_LOW if self.has_class("-low") else _ROWS
        shown.styles.height = "1fr" if self.is_wide else min(2 * len(ideas.kept), most)
        onward.show(self._suggestions(ideas, room))
        onward.display = bool(ideas.roles or ideas.places)
        none = self.query_one("#none", Static)
        none.display = self.query_one("#new").display = not onward.display
        none.update(
            self.tr("No suggestion of the catalogue is left. The best role may be one that stands in no list.")
            if ideas.has_ground
            else self.tr(
                "Suggestions come from what somebody likes and is good at (stage 1). Nothing is known of it yet."
            )
        )
        self.query_one("#enough", Static).update(self.tr(ideas.enough))
        if self._sought in {idea.id for idea in ideas.kept}:
            shown.highlighted, self._sought = shown.get_option_index(self._sought), ""
            if self.focused is self.query_one("#new"):
                shown.focus()
        if self.focused is None or not self.focused.display:
            next(each for each in (shown, onward, self.query_one("#new")) if each.display).focus()
        self.refresh_bindings()

    def _room(self) -> int:
        """Cells for a row of either list."""
        width = self.app.size.width
        return (width // 2 if self.is_wide else width) - _AROUND

    def _idea_row(self, idea: RoleIdea, room: int) -> Content:
        """Sign, name and part of life; below it what is said of it, why, and where."""
        glyphs = self.services.glyphs
        signs = {
            IdeaChoice.CHOSEN: glyphs.done,
            IdeaChoice.OPEN: glyphs.todo,
            IdeaChoice.LATER: glyphs.busy,
            IdeaChoice.REJECTED: glyphs.dropped,
        }
        domain = self.tr(DOMAIN_NAMES[idea.domain]) if idea.domain else ""
        gap = room - _INDENT - cell_len(domain)
        said = self.tr(CHOICE_WORDS[idea.choice])
        about = f"  {glyphs.leader}  ".join(
            " ".join(part.split()) for part in (idea.reason, idea.place) if part.strip()
        )
        soft = "$ink-soft" if idea.choice is IdeaChoice.REJECTED else "bold"
        return Content.assemble(
            (f"{signs[idea.choice]} ", "bold"),
            (pad(shorten(idea.name, gap - 1), gap), soft),
            (domain, "$ink-soft"),
            "\n  ",
            (said, "bold" if idea.choice is not IdeaChoice.OPEN else "$ink-soft"),
            (shorten(f": {about}", room - _INDENT - cell_len(said)) if about else "", "$ink-soft"),
        )

    def _suggestions(self, ideas: Ideas, room: int) -> list[Option | None]:
        """The places that fit, then the roles of the catalogue by part of life."""
        by_domain: dict[LifeDomain, list[RoleSuggestion]] = {}
        for role in ideas.roles:
            by_domain.setdefault(role.domain, []).append(role)
        rows: list[Option | None] = []
        for domain, roles in by_domain.items():
            rows.append(self._group(rows, DOMAIN_NAMES[domain]))
            rows += [Option(self._suggestion_row(role.name, self._about(role), room), id=role.id) for role in roles]
        if ideas.places:
            rows.append(self._group(rows, Message("Your own places: who could do what there?")))
            rows += [self._place_row(place, room) for place in ideas.places]
        return rows

    def _group(self, rows: Sequence[Option | None], name: Message) -> Option:
        """A heading; the first one says what these are."""
        above = "" if rows else self.tr("SUGGESTIONS") + "  "
        return Option(
            Content.assemble((above, "bold $ink-soft"), (self.tr(name), "bold $primary")),
            disabled=True,
        )

    def _about(self, role: RoleSuggestion) -> str:
        if not role.places:
            return ", ".join(role.because)
        return f"{role.places[0]}  {self.services.glyphs.leader}  {', '.join(role.because)}"

    def _place_row(self, place: PlaceSuggestion, room: int) -> Option:
        kind = self.tr("place")
        about = " ".join(place.happens.split())
        return Option(
            self._suggestion_row(place.name, f"{kind}: {about}" if about else kind, room),
            id=place.id,
        )

    @staticmethod
    def _suggestion_row(name: str, about: str, room: int) -> Content:
        width = min(_NAME, room * 2 // 3)
        return Content.assemble(
            (pad(shorten(name, width - 1), width), "bold"), (shorten(about, room - width), "$ink-soft")
        )
