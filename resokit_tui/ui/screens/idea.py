"""One idea for a role in one's own words, and why an idea is rejected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import TextArea

from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.role import GOOD_NAMES, GoodThing, IdeaChoice, RoleIdea
from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record
from resokit_tui.ui.screens.writing import Typed, WritingScreen, labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import shorten
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.ui.widgets.word_choice import WordChoice
from resokit_tui.workspace.session import DossierSession

PLACE, SOURCE, BRINGS = "place", "source", "brings"
"""Names of fields that are not called as in the record, or hold choices."""
BEFORE = "before"
"""Stands for an interest that is in no list any more."""
_LONGEST = 44
"""Cells of an interest on one row."""


class AboutAnIdea(WritingScreen):
    """Base of both: what was only looked at is not saved."""

    def __init__(
        self, services: Services, session: DossierSession, typed: Typed | None, idea: RoleIdea, draft: str
    ) -> None:
        """`idea` may be a new one; `draft` is the name of its draft."""
        super().__init__(services, session, typed)
        self.idea, self._draft = idea, draft
        if typed is None:
            self.typed = self.as_typed(idea)

    def as_typed(self, idea: RoleIdea) -> Typed:
        """What stands on the screen at first."""
        raise NotImplementedError

    @property
    def draft_name(self) -> str:
        """Each idea has its own."""
        return self._draft

    def changed_idea(self, typed: Typed, **values: object) -> RoleIdea:
        """The idea with other values, under the id it was begun with."""
        return msgspec.structs.replace(
            self.idea, id=typed.record, created=typed.created, changed=self.session.now(), **values
        )


class IdeaScreen(AboutAnIdea):
    """Name, place, part of life, why it fits, what it came from and may bring; the reason too once there is one."""

    LABEL: ClassVar[Message] = Message("role idea kept")

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        typed: Typed | None,
        idea: RoleIdea,
        draft: str,
        places: Sequence[Place],
    ) -> None:
        likes, strengths = session.dossier.all(Interest), session.dossier.all(Strength)
        self._sources = {like.id: like.text for like in likes} | {each.id: each.text for each in strengths}
        if idea.interest and idea.interest not in self._sources.values():
            self._sources[BEFORE] = idea.interest
        super().__init__(services, session, typed, idea, draft)
        self._places = tuple(place.name for place in places)

    def as_typed(self, idea: RoleIdea) -> Typed:
        """Everything that is known of it."""
        texts = {"name": idea.name, "why": idea.why, "reason": idea.reason, PLACE: idea.place}
        choices = {"domain": idea.domain or "", SOURCE: self._source_id(idea.interest), BRINGS: " ".join(idea.brings)}
        return Typed(record=idea.id, created=idea.created, texts=texts, choices=choices)

    def heading(self) -> str:
        """Which idea it is."""
        return self.idea.name or self.tr("A new role idea")

    def about(self) -> str:
        """The question that leads from something liked to a role."""
        return self.tr("Who usually does this, and what is that person called?")

    def fields(self) -> ComposeResult:
        """The fields, the place completed from one's own places."""
        yield from labelled(
            self.tr("Role idea"), self.tr("“I am …”: a person, not an activity."), self._area("name", "one-row")
        )
        place = Field(id=PLACE, value=self.typed.texts.get(PLACE, ""))
        place.suggester = SuggestFromList(self._places, case_sensitive=False)
        hint = self.tr("Right arrow completes one of your own places.") if self._places else ""
        yield from labelled(self.tr("Place"), hint, place)
        options = [("", self.tr("not chosen")), *((each.value, self.tr(DOMAIN_NAMES[each])) for each in LifeDomain)]
        row = OptionRow(self.services.glyphs, options, self.typed.choices.get("domain", ""), id="domain")
        yield from labelled(self.tr("Part of life"), "", row)
        yield from labelled(self.tr("Why it fits"), self.tr("In the person's own words."), self._area("why"))
        yield from self._came_from()
        goods = [(good.value, self.tr(name)) for good, name in GOOD_NAMES.items()]
        brings = WordChoice(self.services.glyphs, goods, self.typed.choices.get(BRINGS, ""), id=BRINGS, several=True)
        yield from labelled(self.tr("What it may bring"), self.tr("Space takes or leaves one."), brings)
        if self.idea.reason or self.idea.choice is IdeaChoice.REJECTED:
            yield from labelled(self.tr("Why not"), "", self._area("reason"))

    def _came_from(self) -> ComposeResult:
        """What the person likes and is good at, where that is known."""
        if not self._sources:
            return
        options = [(id, shorten(" ".join(text.split()), _LONGEST)) for id, text in self._sources.items()]
        chosen = self.typed.choices.get(SOURCE, "")
        yield from labelled(
            self.tr("Where it came from"),
            self.tr("Something the person likes or is good at."),
            WordChoice(self.services.glyphs, options, chosen, id=SOURCE),
        )

    def _source_id(self, interest: str) -> str:
        return next((id for id, text in self._sources.items() if text == interest), "")

    def _area(self, name: str, classes: str = "") -> TextArea:
        return TextArea(id=name, soft_wrap=True, highlight_cursor_line=False, classes=classes)

    def record(self, typed: Typed) -> Record:
        """The idea; what the client says of it stays as it was."""
        texts = {name: text.strip() for name, text in typed.texts.items()}
        domain = typed.choices.get("domain")
        return self.changed_idea(
            typed,
            name=" ".join(texts.get("name", "").split()) or self.tr("An idea without a name"),
            place=texts.get(PLACE, ""),
            why=texts.get("why", ""),
            reason=texts.get("reason", ""),
            domain=LifeDomain(domain) if domain else None,
            interest=self._sources.get(typed.choices.get(SOURCE, ""), ""),
            brings=tuple(GoodThing(good) for good in typed.choices.get(BRINGS, "").split()),
        )


class RejectScreen(AboutAnIdea):
    """One field. Without a reason nothing is rejected."""

    LABEL: ClassVar[Message] = Message("role idea rejected")

    def as_typed(self, idea: RoleIdea) -> Typed:
        """The reason there was."""
        return Typed(record=idea.id, created=idea.created, texts={"reason": idea.reason})

    def heading(self) -> str:
        """Which idea it is."""
        return self.idea.name

    def about(self) -> str:
        """What is asked."""
        return self.tr("Why not, in the person's own words? Without a reason nothing changes.")

    def fields(self) -> ComposeResult:
        """The reason."""
        area = TextArea(id="reason", soft_wrap=True, highlight_cursor_line=False)
        yield from labelled(self.tr("No, because…"), self.tr("The idea stays, with the reason."), area)

    def action_done(self) -> None:
        """Back; a reason that stands there already counts too."""
        if self.idea.reason and self.idea.choice is not IdeaChoice.REJECTED:
            self._only_read = False
        super().action_done()

    def record(self, typed: Typed) -> Record:
        """The idea, rejected."""
        return self.changed_idea(typed, choice=IdeaChoice.REJECTED, reason=typed.texts.get("reason", "").strip())
