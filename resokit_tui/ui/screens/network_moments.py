"""Then and now: two moments of one network, and who came, left, came nearer or went further off."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from resokit_tui.casework.network import Contact
from resokit_tui.casework.network_layout import shared_starts
from resokit_tui.casework.network_moments import MOVEMENT_WORDS, Change, Movement, changes, told
from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.screens.network_base import ContactsScreen, Looking
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, wrap
from resokit_tui.ui.widgets.network_map import MapView, NetworkMap
from resokit_tui.ui.widgets.network_signs import Signs, drawable, signs_for
from resokit_tui.ui.widgets.saved import SavedRow, TroubleRow
from resokit_tui.workspace.moments import Moment, network_moments

_TITLE = 16
_AROUND = 10


class MomentsScreen(ContactsScreen):
    """One map of both moments, on which only who changed has a name; two maps side by side where there is room."""

    BINDINGS = bindings("moments")

    def __init__(self, services: Services, looking: Looking) -> None:
        super().__init__(services, looking)
        self._moments: list[Moment] | None = None
        self._at = 0

    def body(self) -> ComposeResult:
        """The moment, the maps, what changed."""
        services = self.services
        yield SavedRow(services.glyphs, id="saved")
        yield TroubleRow(id="trouble")
        with Horizontal(id="maps"):
            for half in ("then", "now"):
                with Vertical(id=half, classes="half"):
                    yield Static(id=f"{half}-title", classes="title", markup=False)
                    shown = NetworkMap(services.glyphs, services.catalog, id=f"{half}-map")
                    shown.can_focus = False
                    yield shown
        yield Static(id="told")

    def show(self) -> None:
        """What is known; the earlier versions are read in the background."""
        self.query_one("#saved", SavedRow).show_title(self.tr("Then and now"))
        if self._moments is None:
            self.in_background(self._read(), group="read", exclusive=True)
        else:
            self._show_moment(self._moments)

    def on_resize(self) -> None:
        """Another width has one map or two."""
        if self._moments is not None:
            self._show_moment(self._moments)

    async def _read(self) -> None:
        session, now = self._open, self.services.clock()
        if session is not None:
            self._moments = await self.services.background(lambda: network_moments(session, now))
            self._at = 0
            self._show_moment(self._moments)
            self.refresh_bindings()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show_moment(self, moments: Sequence[Moment]) -> None:
        if not moments:
            self.query_one("#maps").display = False
            self.query_one("#told", Static).update(
                self.tr(
                    "There is no earlier moment of this network yet. Every day on which it changes can be looked back "
                    "to, from the next change on."
                )
            )
            return
        moment, now = moments[self._at], self.contacts
        two = self.is_wide
        self.query_one("#then").display = two
        then = self._day(moment)
        self.query_one("#then-title", Static).update(then)
        now_title = self.tr("now") if two else self.tr("{moment}, and now", moment=then)
        self.query_one("#now-title", Static).update(now_title)
        found = changes(moment.contacts, now)
        starts = shared_starts(moment.contacts, now)
        names = self.looking.names
        if two:
            only = frozenset(change.contact.id for change in found)
            for half, contacts in (("then", moment.contacts), ("now", tuple(now))):
                view = MapView(contacts=tuple(contacts), names=names, only=only, starts=starts, legend=False)
                self.query_one(f"#{half}-map", NetworkMap).show(view)
        else:
            self.query_one("#now-map", NetworkMap).show(one_map(now, found, starts, self._signs, names=names))
        self._tell(moment.contacts, now)

    @property
    def _signs(self) -> Signs:
        return signs_for(self.services.glyphs)

    def _day(self, moment: Moment) -> str:
        at = moment.at.astimezone(self.services.clock().tzinfo)
        if at.date() == self.services.today:
            return self.tr("today {time}", time=f"{at:%H:%M}")
        return self.services.catalog.date_long(at.date())

    def _tell(self, before: Sequence[Contact], after: Sequence[Contact]) -> None:
        """What changed, in rows; with the sign that stands on the one map."""
        room = self.app.size.width - _TITLE - _AROUND
        parts: list[str | tuple[str, str]] = []
        for title, words in told(before, after, names=self.looking.names):
            lines = wrap(words if isinstance(words, str) else self.tr(words), room)
            sign = self._movement_signs().get(title, " ")
            name = f"{sign} {self.tr(title)}"
            parts += ["\n" if parts else "", (pad(name, max(_TITLE, cell_len(name) + 1)), "bold $primary")]
            parts.append(("\n" + " " * _TITLE).join(lines))
        self.query_one("#told", Static).update(Content.assemble(*parts))

    def _movement_signs(self) -> dict[Message, str]:
        signs = self._signs
        by_movement = {
            Movement.CAME: signs.came,
            Movement.LEFT: signs.left,
            Movement.NEARER: signs.nearer,
            Movement.FURTHER: signs.further,
        }
        return {MOVEMENT_WORDS[movement]: sign for movement, sign in by_movement.items()}

    # -- going on ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense now has no key."""
        if action == "other":
            return bool(self._moments) and len(self._moments or ()) > 1
        return super().check_action(action, parameters)

    def action_other(self, step: int) -> None:
        """An earlier or a later moment."""
        if self._moments:
            self._at = min(max(self._at + step, 0), len(self._moments) - 1)
            self._show_moment(self._moments)


def one_map(
    now: Sequence[Contact], found: Sequence[Change], starts: tuple[float, ...], signs: Signs, *, names: bool
) -> MapView:
    """Everybody as they stand now, and where they stood those who left; who changed has a name and says how."""
    prefix = {Movement.CAME: signs.came, Movement.NEARER: signs.nearer, Movement.FURTHER: signs.further}
    left = {change.contact.id: change.contact for change in found if change.movement is Movement.LEFT}
    labels = {
        change.contact.id: f"{prefix.get(change.movement, '')} {drawable(change.contact.name)}".strip()
        for change in found
    }
    return MapView(
        contacts=(*now, *left.values()),
        names=names,
        only=frozenset(labels),
        labels=labels,
        marks=dict.fromkeys(left, signs.left),
        starts=starts,
    )
