"""Settings: of this machine, and one's own. Every choice holds at once; nothing has to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from resokit_tui.casework.client import Address
from resokit_tui.casework.preferences import CLIENT_WORDS, ClientWord, Preferences
from resokit_tui.core.i18n import Message
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.messages import MethodChanged
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.languages import OWN_NAMES
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.workspace.preferences import keep_preferences, preferences_of

_MINUTES = (2, 5, 10, 20, 60)
_MONTHS = (6, 12, 24, 60, 120)
_YEAR = 12
_THEMES = (
    ("resokit-light", Message("light")),
    ("resokit-dark", Message("dark")),
    ("resokit-contrast", Message("high contrast")),
)
LABELS = {
    "language": Message("Language"),
    "theme": Message("Theme"),
    "signs": Message("Characters"),
    "motion": Message("Motion"),
    "idle": Message("Lock after"),
    "client_word": Message("Word for client"),
    "address": Message("New client, on paper"),
    "retention": Message("Ask again after"),
    "organisation": Message("Organisation"),
    "overlay": Message("Folder with own pages"),
}
ABOUT = {
    "language": Message("The language of the screen. Paper has the language of the client."),
    "theme": Message("Colours of the screen. Nothing is said by colour alone."),
    "signs": Message("Plain characters are for an old terminal or a braille line."),
    "motion": Message("Without motion nothing blinks or glides."),
    "idle": Message("So many minutes without a key, and the vault locks. What you were typing is kept."),
    "client_word": Message("What the people you work with are called on this screen."),
    "address": Message("How a plan in Dutch speaks to a new client. You can change it in each dossier."),
    "retention": Message("So long after a dossier is closed you are asked whether it may go. Nothing goes by itself."),
    "organisation": Message("Stands on the role plan. May stay empty."),
    "overlay": Message("Pages of your organisation take the place of ours with the same id. May stay empty."),
}


class _Rows(VerticalScroll, inherit_bindings=False):
    """Scrolls by itself to the row with the keyboard: up and down belong to the rows."""


class SettingsScreen(BaseScreen):
    """Rows of choices and two fields; below them one sentence about the row that has the keyboard."""

    AREA: ClassVar[str] = "settings"
    CSS_PATH: ClassVar[str] = "settings.tcss"
    AUTO_FOCUS = "#language"
    BINDINGS = bindings("settings")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._mine: Preferences | None = None

    def body(self) -> ComposeResult:
        """The two groups, and the sentence."""
        with _Rows(id="rows", can_focus=False):
            yield Static(self.tr("ON THIS COMPUTER"), classes="group", markup=False)
            for row in self._machine_rows():
                yield from self._labelled(row)
            yield Static(self.tr("YOUR OWN"), classes="group second", markup=False)
            yield Static(self.tr("These open with your vault."), id="closed", markup=False)
            with Vertical(id="mine"):
                for row in self._own_rows():
                    yield from self._labelled(row)
        yield Static(id="about", markup=False)

    def fill(self) -> None:
        """Shows what holds; the own choices follow from the vault."""
        has_vault = self.services.workspace is not None
        self.query_one("#mine").display = has_vault
        self.query_one("#closed").display = not has_vault
        settings = self.services.settings
        for id, value in (
            ("language", settings.language),
            ("theme", settings.theme),
            ("signs", str(settings.ascii)),
            ("motion", str(settings.still)),
            ("idle", str(settings.idle_minutes)),
        ):
            self.query_one(f"#{id}", OptionRow).choose(value)
        if has_vault:
            self.in_background(self._read(), group="read", exclusive=True)

    async def ready_to_leave(self) -> bool:
        """Keeps what stands in the two fields."""
        if self._mine is not None:
            await self._keep_field("organisation")
            await self._keep_field("overlay")
        return True

    # -- rows --------------------------------------------------------------------------------------------------------

    def _machine_rows(self) -> Iterator[Widget]:
        settings = self.services.settings
        yield self._row("language", list(OWN_NAMES.items()), settings.language)
        yield self._row("theme", [(theme, self.tr(word)) for theme, word in _THEMES], settings.theme)
        signs = [("False", self.tr("with symbols")), ("True", self.tr("plain"))]
        yield self._row("signs", signs, str(settings.ascii))
        motion = [("False", self.tr("with motion")), ("True", self.tr("without"))]
        yield self._row("motion", motion, str(settings.still))
        minutes = sorted({*_MINUTES, settings.idle_minutes})
        yield self._row("idle", [(str(n), self._minutes(n)) for n in minutes], str(settings.idle_minutes))

    def _own_rows(self) -> Iterator[Widget]:
        mine = self._mine
        words = [(word.value, self.tr(CLIENT_WORDS[word])) for word in ClientWord]
        yield self._row("client_word", words, mine.client_word if mine else "")
        yield self._row("address", [(each.value, each.value) for each in Address], mine.address if mine else "")
        months = sorted({*_MONTHS, mine.retention_months if mine else 12})
        yield self._row(
            "retention", [(str(n), self._months(n)) for n in months], str(mine.retention_months if mine else 12)
        )
        yield Field(id="organisation", value=mine.organisation if mine else "")
        yield Field(id="overlay", value=mine.overlay if mine else "")

    def _row(self, id: str, options: list[tuple[str, str]], chosen: str) -> OptionRow:
        return OptionRow(self.services.glyphs, options, chosen, id=id)

    def _minutes(self, n: int) -> str:
        return self.tr(Message.counted("{n} minute", "{n} min", n))

    def _months(self, n: int) -> str:
        if n % _YEAR:
            return self.tr(Message.counted("{n} month", "{n} months", n))
        return self.tr(Message.counted("{n} year", "{n} years", n // _YEAR))

    def _labelled(self, row: Widget) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(self.tr(LABELS[row.id or ""]), classes="label", markup=False)
            yield row

    # -- telling -----------------------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Tells about the row that has the keyboard."""
        if (about := ABOUT.get(event.widget.id or "")) is not None:
            self._say(self.tr(about))

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(text)

    # -- taking effect -----------------------------------------------------------------------------------------------

    def on_option_row_changed(self, event: OptionRow.Changed) -> None:
        """Another choice holds now. The app makes this very row anew for some, so it is asked to do that later."""
        do = self.app.run_action
        match event.row:
            case "language":
                self.app.call_later(do, f"language('{event.value}')")
            case "theme":
                self.app.call_later(do, f"look('{event.value}')")
            case "signs":
                self.app.call_later(do, "plain")
            case "motion":
                self.app.call_later(do, "still")
            case "idle":
                self.app.call_later(do, f"idle({event.value})")
            case "retention":
                self._keep_later(retention_months=int(event.value))
            case "client_word":
                self._keep_later(client_word=ClientWord(event.value))
            case "address":
                self._keep_later(address=Address(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next row, and leaving the field keeps it."""
        event.stop()
        self.focus_next()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """A field that is left holds."""
        if isinstance(event.widget, Field) and self._mine is not None:
            self.in_background(self._keep_field(event.widget.id or ""), group="keep")

    async def action_leave(self) -> None:
        """Back, once the fields are kept."""
        if await self.ready_to_leave():
            self.dismiss(None)

    # -- one's own ---------------------------------------------------------------------------------------------------

    async def _read(self) -> None:
        workspace = self.services.workspace
        if workspace is None:
            return
        self._mine = mine = await self.services.background(lambda: preferences_of(workspace.own()))
        self.query_one("#client_word", OptionRow).choose(mine.client_word)
        self.query_one("#address", OptionRow).choose(mine.address)
        self.query_one("#retention", OptionRow).choose(str(mine.retention_months))
        for name, text in (("organisation", mine.organisation), ("overlay", mine.overlay)):
            field = self.query_one(f"#{name}", Field)
            if not field.has_focus:
                field.value = text

    def _keep_later(self, **changes: object) -> None:
        self.in_background(self._keep(**changes), group="keep")

    async def _keep(self, **changes: object) -> None:
        workspace = self.services.workspace
        if workspace is None:
            return
        await self.services.background(lambda: keep_preferences(workspace.own(), **changes))
        self._mine = await self.services.background(lambda: preferences_of(workspace.own()))
        if self.services.take_preferences(self._mine):
            self.post_message(MethodChanged())

    async def _keep_field(self, name: str) -> None:
        fields = self.query(f"#{name}")
        if not fields or self._mine is None:
            return
        text = fields.first(Field).value.strip()
        if text == getattr(self._mine, name):
            return
        if name == "overlay" and text:
            folder = await self.services.background(lambda: _folder(text))
            if folder is None:
                self._say(self.tr("There is no folder {path}. Check how it is written.", path=text))
                return
            fields.first(Field).value = str(folder)
            await self._keep(overlay=str(folder))
            await self._look_at_overlay(folder)
        else:
            await self._keep(**{name: text})

    async def _look_at_overlay(self, folder: Path) -> None:
        """Says what is wrong in the organisation's pages: those are left out, and ours stay."""
        faults = await self.services.background(lambda: self.services.check_overlay(folder))
        if faults:
            first = faults[0]
            some = Message.counted(
                "{n} fault: {first}", "{n} faults, the first: {first}", len(faults), first=first.message
            )
            more = Message("All of them: resokit check --content --overlay {path}", path=str(folder))
            self.notice("{faults} {more}", faults=some, more=more)
        else:
            self.notice("The pages of your organisation are in order.")


def _folder(text: str) -> Path | None:
    """The folder that was meant, whole; `None` when there is none."""
    folder = Path(text).expanduser().absolute()
    return folder if folder.is_dir() else None
