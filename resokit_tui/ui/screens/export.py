"""A dossier on paper: choose document, reader and form, read what will be in it, and make it. Nothing leaves before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from resokit_tui.core.errors import CannotError, ResokitError
from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import AUDIENCE_ABOUT, Audience
from resokit_tui.export.documents import DocumentKind
from resokit_tui.ui.base import BaseScreen
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.opening import open_document
from resokit_tui.ui.parts.paper_choices import LABELS, PROTECTED, documents, formats, languages, readers, sizes
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.ui.widgets.press import Press, Pressed
from resokit_tui.ui.widgets.sheet import Sheet
from resokit_tui.workspace.session import DossierSession

if TYPE_CHECKING:
    from resokit_tui.casework.reflection import Reflection
    from resokit_tui.workspace.exporting import Order, Prepared


class ExportScreen(BaseScreen):
    """Rows of choices, a sentence about them, the button, and below it the text of the document itself."""

    AREA: ClassVar[str] = "dossier"
    CSS_PATH: ClassVar[str] = "export.tcss"
    AUTO_FOCUS = "#kind"
    BINDINGS = bindings("paper")

    def __init__(
        self,
        services: Services,
        session: DossierSession,
        kind: DocumentKind = DocumentKind.PLAN,
        reflection: str = "",
    ) -> None:
        """`kind` is chosen at first; `reflection`: id of the one to print, else the newest."""
        super().__init__(services)
        self.session = session
        self._kind, self._reflection = kind, reflection
        self._prepared: Prepared | None = None
        self._partners: tuple[str, ...] = ()
        self._accepts_boxes = False
        """Whether it was said and accepted that some characters are printed as □."""
        self._busy = False
        self._made: Path | None = None

    def body(self) -> ComposeResult:
        """The choices, what they mean, and what will be in the document."""
        client, glyphs = self.session.dossier.client, self.services.glyphs
        yield Static(self.tr("On paper"), id="title", markup=False)
        with Vertical(id="choices"):
            for_whom = readers(self._kind, self.tr)
            yield from self._row("kind", documents(self.tr), self._kind)
            yield from self._row("audience", for_whom, for_whom[0][0])
            yield from self._row("partner", [("", "")], "")
            yield from self._row("language", languages(), client.language)
            yield from self._row("size", sizes(self.tr), _usual_size(for_whom[0][0]))
            yield from self._row("format", formats(self.tr), "pdf")
            with Horizontal(classes="row"):
                yield Static(self.tr(LABELS["place"]), classes="label", markup=False)
                yield Field(id="place")
        yield Static(id="about", markup=False)
        yield Press(glyphs, self.tr("Make the document"), id="make")
        yield Static(self.tr("This will be in it"), id="inside", markup=False)
        with Sheet(id="preview"):
            yield Static(id="text", markup=False)

    def fill(self) -> None:
        """Looks at what may be in it."""
        self.query_one("#place", Field).placeholder = self.tr("the app's own folder")
        self._look_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open once it was made."""
        return action != "open" or self._made is not None

    def on_option_row_changed(self, event: OptionRow.Changed) -> None:
        """Another choice: the rows that depend on it follow, and so does the text."""
        if event.row == "kind":
            kind = DocumentKind(event.value)
            row, options = self.query_one("#audience", OptionRow), readers(kind, self.tr)
            row.options = tuple(options)
            row.choose(row.value if row.value in dict(options) else options[0][0])
        if event.row in ("kind", "audience"):
            self.query_one("#size", OptionRow).choose(_usual_size(self._value("audience")))
        self._look_again()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the folder goes on to the button."""
        event.stop()
        self.query_one("#make").focus()

    def on_pressed(self, event: Pressed) -> None:
        """The button."""
        self.action_make()

    def action_make(self) -> None:
        """Makes it, unless it is being made or may not be made."""
        if not self._busy and self._prepared is not None:
            self.in_background(self._make(self._prepared), group="make")

    def action_open(self) -> None:
        """Opens what was made, in the program this system has for it."""
        if self._made is not None:
            self.in_background(self._open(self._made), group="open")

    def action_back(self) -> None:
        """Back; not while it is being written, for then one would not see where it went."""
        if not self._busy:
            self.dismiss(None)

    # -- what will be in it ------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self._prepared, self._made, self._accepts_boxes = None, None, False
        self.refresh_bindings()
        self.in_background(self._look(), group="look", exclusive=True)

    async def _look(self) -> None:
        order = self._order()
        try:
            prepared, text = await self.services.background(lambda: self._prepare(order))
        except ResokitError as error:
            self._show_partners(order)
            self._say(self.tr(error.message), bad=True)
            self._show(None, "")
            return
        self._show_partners(order)
        self._say(self._about(prepared))
        self._show(prepared, text)

    def _prepare(self, order: Order) -> tuple[Prepared, str]:
        from resokit_tui.export.permission import partners
        from resokit_tui.export.text import linear_text
        from resokit_tui.workspace.exporting import Author, author_of, prepare

        self._partners = partners(self.session.dossier, self.services.today)
        if order.audience is Audience.PARTNER and order.partner not in self._partners:
            order = msgspec.structs.replace(order, partner=self._partners[0] if self._partners else "")
        workspace = self.services.workspace
        titles = {page.id: page.title for page in self.services.method.pages.values()}
        prepared = prepare(self.session, order, author_of(workspace, titles) if workspace else Author())
        return prepared, linear_text(prepared.document, max(40, self.app.size.width - 12))

    def _show_partners(self, order: Order) -> None:
        """The row of partners is there when there is somebody to choose from."""
        asked = order.audience is Audience.PARTNER and len(self._partners) > 1
        row = self.query_one("#partner", OptionRow)
        row.options = tuple((name, name) for name in self._partners) or (("", ""),)
        if row.parent is not None:
            row.parent.display = asked
        row.redraw()

    def _about(self, prepared: Prepared) -> str:
        from resokit_tui.casework.consent import PART_NAMES

        said = [self.tr(AUDIENCE_ABOUT[prepared.order.audience])]
        if (reflection := self._printed(prepared.order)) is not None:
            said = [self.tr("Your reflection of {day}.", day=reflection.held), *said]
            if prepared.order.kind is DocumentKind.REFLECTION:
                said[1:] = [self.tr("For yourself: it is in no other document.")]
        if prepared.refused:
            parts = ", ".join(self.tr(PART_NAMES[part]) for part in prepared.refused)
            said.append(self.tr("Left out, because it may not be shared: {parts}.", parts=parts))
        if self._value("format") == PROTECTED:
            said.append(self.tr("Only who has the passphrase can open it. It is no archive copy."))
        else:
            client = self.services.client_word
            said.append(self.tr("Not encrypted: keep it where only you and your {client} can reach it.", client=client))
        return " ".join(said)

    def _printed(self, order: Order) -> Reflection | None:
        from resokit_tui.workspace.exporting import reflection_asked

        if order.kind not in (DocumentKind.REFLECTION, DocumentKind.INTERVISION):
            return None
        return reflection_asked(self.session.dossier, order)

    def _show(self, prepared: Prepared | None, text: str) -> None:
        self._prepared = prepared
        button = self.query_one("#make", Press)
        button.display = prepared is not None
        label = self.tr("Make the document")
        if prepared is not None and prepared.order.audience is Audience.INTERVISIE:
            label = self.tr("I have read these words: make the document")
            words = "\n".join(f"  {doubt.word}: … {doubt.around} …" for doubt in prepared.doubts)
            said = self.tr("These words may still give somebody away. Read them:") if words else ""
            promise = self.tr("Nothing can promise that a text names nobody. Read the document before you share it.")
            text = "\n".join(part for part in (said, words, promise, "", text) if part or not text)
        button.say(label)
        self.query_one("#text", Static).update(text)
        self.query_one("#preview", Sheet).scroll_home(animate=False)

    # -- making it ---------------------------------------------------------------------------------------------------

    async def _make(self, prepared: Prepared) -> None:
        self._busy = True
        self._say(self.tr("One moment, the document is being made…"))
        passphrase = self._new_passphrase(prepared)
        try:
            if await self._stops_for_boxes(prepared):
                return
            path = await self.services.background(lambda: self._write(prepared, passphrase))
        except ResokitError as error:
            self._say(self.tr(error.message), bad=True)
        else:
            self._tell_where(path, passphrase)
        finally:
            self._busy = False

    async def _stops_for_boxes(self, prepared: Prepared) -> bool:
        """Says once which characters no font has, before they are printed as □."""
        if prepared.order.format != "pdf" or self._accepts_boxes:
            return False
        missing = await self.services.background(lambda: _missing(prepared))
        if not missing:
            return False
        self._accepts_boxes = True
        shown = " ".join(missing)
        self._say(self.tr("No font here has these characters: {shown}. They are printed as □.", shown=shown), bad=True)
        self.query_one("#make", Press).say(self.tr("Make it all the same"))
        return True

    def _new_passphrase(self, prepared: Prepared) -> str:
        if self._value("format") != PROTECTED:
            return ""
        from resokit_tui.core.spoken import spoken_passphrase

        return spoken_passphrase(prepared.catalog.language)

    def _write(self, prepared: Prepared, passphrase: str) -> Path:
        from resokit_tui.workspace.export_places import file_stem, free_name
        from resokit_tui.workspace.exporting import write

        typed = self.query_one("#place", Field).value.strip()
        path = Path(typed).expanduser().absolute() if typed else None
        if path is not None and path.is_dir():
            path = free_name(path, file_stem(prepared.word, self.session.alias, prepared.day), prepared.order.format)
        elif path is not None and path.exists():
            raise CannotError(Message("There is a file {path} already. Choose another name.", path=str(path)))
        return write(
            self.session, prepared, exports=self.services.exports, path=path, agreed=True, passphrase=passphrase
        )

    def _tell_where(self, path: Path, passphrase: str) -> None:
        from resokit_tui.workspace.export_places import watched_by_cloud

        self._made = path
        said = [self.tr("The document is made. It is here: {path}", path=str(path))]
        if passphrase:
            words = passphrase
            said.append(self.tr("It opens with: {words}. This is shown only now. Pass it on another way.", words=words))
        if watched_by_cloud(path):
            said.append(self.tr("This folder seems to be copied to another computer."))
        self._say("\n".join(said))
        self.refresh_bindings()

    async def _open(self, path: Path) -> None:
        if not await self.services.background(lambda: open_document(path)):
            self._say(self.tr("No program here opens this document. It is here: {path}", path=str(path)), bad=True)

    # -- small things ------------------------------------------------------------------------------------------------

    def _order(self) -> Order:
        from resokit_tui.workspace.exporting import Order

        form = self._value("format")
        return Order(
            kind=DocumentKind(self._value("kind")),
            audience=Audience(self._value("audience")),
            partner=self._value("partner") if self._value("audience") == Audience.PARTNER else "",
            reflection=self._reflection,
            language=self._value("language"),
            size=float(self._value("size")),
            format="pdf" if form == PROTECTED else form,
        )

    def _value(self, row: str) -> str:
        return self.query_one(f"#{row}", OptionRow).value

    def _row(self, id: str, options: list[tuple[str, str]], chosen: str) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(self.tr(LABELS[id]), classes="label", markup=False)
            yield OptionRow(self.services.glyphs, options, chosen, id=id)

    def _say(self, text: str, *, bad: bool = False) -> None:
        row = self.query_one("#about", Static)
        row.update(f"{self.services.glyphs.late} {text}" if bad else text)
        row.set_class(bad, "-bad")


def _usual_size(audience: str) -> str:
    """Points of the letters that suit a reader."""
    return "12" if audience == Audience.CLIENT else "11"


def _missing(prepared: Prepared) -> tuple[str, ...]:
    from resokit_tui.export.pdf.document import missing_in

    return missing_in(prepared.document)
