"""A tool of the method as a sheet to fill in by hand: its own tables and lines, and its questions with room to write.

The texts of the tool come from its page, in the reader's language; what a table looks like is ours, by the tool's id.
"""

from __future__ import annotations

from collections.abc import Callable

from resokit_tui.casework.check import ANSWER_NAMES, CHECK_QUESTIONS
from resokit_tui.casework.design import AREA_NAMES
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.blocks import Block, Document, Heading, Paragraph, Table, plain
from resokit_tui.export.figures import WebMoment
from resokit_tui.export.forms import WritingLines
from resokit_tui.export.page_text import language_notice
from resokit_tui.export.parts.who import web_figure
from resokit_tui.export.plan_document import source_line
from resokit_tui.export.plan_words import inlines, title
from resokit_tui.method.page import Page, PageKind

_ROOM = 3
"""Lines of room in a table row for handwriting."""


def worksheet_document(page: Page, catalog: Catalog) -> Document:
    """The sheet of a tool page. Raises `CannotError` for a page that is no tool."""
    if page.kind is not PageKind.TOOL:
        raise CannotError(
            Message("{page} is no tool, so there is no sheet to fill in. Tools begin with “tool.”.", page=page.id)
        )
    special = _SHEETS.get(page.id, _no_table)(catalog)
    questions: list[Block] = [WritingLines(question.text, 3) for question in page.questions]
    if questions and page.id not in _WITHOUT_QUESTIONS:
        questions.insert(0, title(2, catalog("Questions")))
    else:
        questions.clear()
    return Document(
        title=f"{catalog('Worksheet')} – {page.title}",
        language=page.language,
        author="Resokit",
        mark=catalog("Filled in, this sheet is confidential"),
        running=(catalog("Worksheet"), page.title),
        blocks=(
            Heading(1, plain(page.title)),
            *language_notice(page, catalog),
            Paragraph(plain(page.gist)),
            Paragraph(plain(f"{catalog('For')} {_BLANK}   {catalog('Date')} {_BLANK}   {catalog('With')} {_BLANK}")),
            *special,
            *questions,
            source_line(catalog),
        ),
    )


_BLANK = "…" * 14
_WITHOUT_QUESTIONS = frozenset(("tool.reflection", "tool.intervision"))
"""Tools whose lines ask the questions already, in their own order."""


def _no_table(catalog: Catalog) -> tuple[Block, ...]:
    return ()


def _web(catalog: Catalog) -> tuple[Block, ...]:
    heads = (
        catalog("Who or what"),
        catalog("Part of my life"),
        catalog("How often"),
        catalog("What I get"),
        catalog("What I give"),
    )
    return (
        web_figure((WebMoment("", ()),), catalog("me"), catalog, blank=True),
        title(2, catalog("Who and what is around me?")),
        _blank_table(heads, 8, (3, 2.4, 2, 2.4, 2.4), room=2),
    )


def _match_matrix(catalog: Catalog) -> tuple[Block, ...]:
    heads = (
        catalog("About"),
        catalog("What the role asks"),
        catalog("What is there"),
        catalog("What is missing"),
        catalog("What we do"),
        catalog("Who, and when"),
    )
    labels = [catalog.render(name) for name in AREA_NAMES.values()]
    return (WritingLines(catalog("The role:"), 1), _labelled_table(heads, labels, (2.2, 3, 3, 3, 3, 2.4)))


def _role_check(catalog: Catalog) -> tuple[Block, ...]:
    words = " ".join(f"☐ {catalog.render(name)}" for name in ANSWER_NAMES.values())
    heads = (catalog("Question"), catalog("Answer"), catalog("One example"))
    rows = tuple(inlines((catalog.render(question), words, "")) for question in CHECK_QUESTIONS.values())
    table = Table(tuple(plain(head) for head in heads), rows, (3.4, 2.6, 4), row_heads=True, room=_ROOM)
    return (WritingLines(catalog("The role:"), 1), table)


def _profile(catalog: Catalog) -> tuple[Block, ...]:
    return (
        WritingLines(catalog("What people appreciate in me"), 5),
        WritingLines(catalog("What matters to me"), 5),
        WritingLines(catalog("How to support me well"), 5),
        WritingLines(catalog("My dream"), 3),
    )


def _talents(catalog: Catalog) -> tuple[Block, ...]:
    heads = (catalog("My talent"), catalog("One moment when it showed"))
    return (_blank_table(heads, 8, (4, 6)),)


def _neighbourhood(catalog: Catalog) -> tuple[Block, ...]:
    heads = (
        catalog("Place"),
        catalog("What happens there"),
        catalog("Who knows everybody"),
        catalog("How to get there"),
        catalog("What keeps people out"),
    )
    return (_blank_table(heads, 8, (2.4, 2.6, 2.4, 2.2, 2.6)),)


def _tracker(catalog: Catalog) -> tuple[Block, ...]:
    heads = (catalog("Whom we reach"), catalog("Who never comes"), catalog("What we change"), catalog("Look again on"))
    return (_blank_table(heads, 4, (3, 3, 3, 1.8)),)


def _reflection(catalog: Catalog) -> tuple[Block, ...]:
    return (
        title(2, catalog("What happened")),
        WritingLines(catalog("Situation"), 3),
        WritingLines(catalog("My task"), 2),
        WritingLines(catalog("What I did"), 3),
        WritingLines(catalog("What came of it"), 2),
        title(2, catalog("Looking back")),
        WritingLines(catalog("What I wanted, thought, felt and did"), 4),
        WritingLines(catalog("The other person"), 3),
        WritingLines(catalog("The surroundings"), 2),
        title(2, catalog("The core")),
        WritingLines(catalog("Conditions under pressure"), 2),
        WritingLines(catalog("Skills I used"), 2),
        title(2, catalog("Other ways")),
        _blank_table((catalog("Another way"), catalog("For it"), catalog("Against it")), 2, (4, 3, 3)),
        title(2, catalog("What I try")),
        WritingLines(catalog("What do I do now, and when?"), 2),
        WritingLines(catalog("By what I will notice it"), 2),
        title(2, catalog("Three checks")),
        WritingLines(catalog("Did I use the right method?"), 1),
        WritingLines(catalog("Did I weigh it rightly?"), 1),
        WritingLines(catalog("Does it fit me?"), 1),
    )


def _intervision(catalog: Catalog) -> tuple[Block, ...]:
    return (
        Paragraph(plain(catalog("No names, no places, no days. Take this sheet home again afterwards.")), quiet=True),
        WritingLines(catalog("My question to the group"), 2),
        WritingLines(catalog("What the group needs to know"), 6),
        title(2, catalog("In the group")),
        WritingLines(catalog("Which question of a colleague helped me on?"), 3),
        WritingLines(catalog("Which advice do I take along, and which not?"), 5),
        WritingLines(catalog("What do I do now, and when?"), 3),
    )


_SHEETS: dict[str, Callable[[Catalog], tuple[Block, ...]]] = {
    "tool.inclusionweb": _web,
    "tool.matchmatrix": _match_matrix,
    "tool.rolecheck": _role_check,
    "tool.profile": _profile,
    "tool.talents": _talents,
    "tool.neighbourhoodmap": _neighbourhood,
    "tool.inclusiontracker": _tracker,
    "tool.reflection": _reflection,
    "tool.intervision": _intervision,
}


def _blank_table(heads: tuple[str, ...], rows: int, shares: tuple[float, ...], room: int = _ROOM) -> Table:
    empty = tuple(() for _ in heads)
    return Table(tuple(plain(head) for head in heads), (empty,) * rows, shares, room=room)


def _labelled_table(heads: tuple[str, ...], labels: list[str], shares: tuple[float, ...]) -> Table:
    rows = tuple(inlines((label, *("" for _ in heads[1:]))) for label in labels)
    return Table(tuple(plain(head) for head in heads), rows, shares, row_heads=True, room=_ROOM)
