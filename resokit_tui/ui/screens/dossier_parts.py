"""What the home of a dossier shows, part by part: from records to words. Knows no widgets' state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from resokit_tui.casework.consent import Consent, ConsentStatus
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.note import Answer, Note
from resokit_tui.casework.plan import Action, Review
from resokit_tui.casework.progress import late_actions, stage_progress
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.dates import MONTHS, distance
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.ui.change_words import kind_of, title_of
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.canvas import pad, wrap
from resokit_tui.ui.widgets.pointer_list import heading
from resokit_tui.ui.words import STAGE_NAMES, due_words
from resokit_tui.workspace.agenda import AgendaItem, make_agenda, summarise
from resokit_tui.workspace.guide import next_stops
from resokit_tui.workspace.session import DossierSession

CLOSING, HISTORY, QUALITY = "closing", "history", "quality"
"""Ids of the rows that lead to rounding off, to what was done before, and to quality of life."""
CONTENTS_WIDTH = 27
"""Cells for a row of the contents, without the pointer."""
_LEGEND = 29
_WHEN = 13
_INDENT = " " * (2 + _WHEN)
_LEAST = 10
_LINE_END = "\n"
_FEW = 2

_TWICE = 24
"""Cells for the words of a record that stands twice."""

Parts = list[str | tuple[str, str]]


def contents(dossier: Dossier, services: Services) -> list[Option | None]:
    """The nine stages with their state, and what was written."""
    catalog = services.catalog
    rows = stage_rows(dossier, services)
    rows += [heading(""), heading(catalog("ALWAYS AT HAND"), "$ink-soft")]
    for shelf, name, count in (
        ("actions", Message("Steps"), sum(1 for each in dossier.all(Action) if each.is_open)),
        ("notes", Message("Notes"), len(dossier.all(Note))),
        ("reflections", Message("Reflections"), len(dossier.all(Reflection))),
        ("answers", Message("Answers"), len(dossier.all(Answer))),
    ):
        rows.append(Option(_ends(f"  {catalog.render(name)}", str(count) if count else ""), id=f"shelf-{shelf}"))
    rows.append(Option(f"  {catalog('Quality of life')}", id=QUALITY))
    rows.append(Option(f"  {catalog('History and trash')}", id=HISTORY))
    closed = catalog("closed") if dossier.client.closed else ""
    rows.append(Option(_ends(f"  {catalog('Rounding off')}", closed), id=CLOSING))
    return rows


def stage_rows(dossier: Dossier, services: Services) -> list[Option | None]:
    """A heading, and the nine stages with their state."""
    glyphs, catalog = services.glyphs, services.catalog
    signs = (glyphs.todo, glyphs.busy, glyphs.done)
    late = len(late_actions(dossier, services.today))
    rows: list[Option | None] = [heading(catalog("ROLE DESIGN"), "$ink-soft")]
    for number, (stage, progress) in enumerate(stage_progress(dossier).items()):
        right = catalog("{n} late", n=late) if stage == "stage.plan" and late else ""
        text = f"{signs[progress]} {number} {catalog.render(STAGE_NAMES[stage])}"
        rows.append(Option(_ends(text, right), id=stage))
    return rows


def damage(session: DossierSession, catalog: Catalog) -> str:
    """What is wrong with this dossier, or stands in it twice; empty when all is well."""
    said = [catalog.render(session.damage.message)] if session.damage else []
    if session.rolled_back is not None:
        said.append(catalog.render(session.rolled_back))
    if session.read_only:
        said.append(catalog("A newer version of Resokit wrote this dossier: you can read it here, not change it."))
    if twice := session.conflicts:
        names = ", ".join(f"{kind_of(TABLES[type(each)], catalog)} “{title_of(each, _TWICE)}”" for each in twice)
        said.append(catalog("Changed in two windows at once, so it stands here twice: {what}. Keep one.", what=names))
    if session.unreadable:
        said.append(
            catalog.render(
                Message.counted(
                    "{n} record cannot be read by this program. It is kept as it is.",
                    "{n} records cannot be read by this program. They are kept as they are.",
                    len(session.unreadable),
                )
            )
        )
    return "\n".join(said)


def legend(services: Services) -> str:
    """What the signs before the stages mean, in as many rows as it takes."""
    glyphs, catalog = services.glyphs, services.catalog
    words = ((glyphs.done, catalog("done")), (glyphs.busy, catalog("under way")), (glyphs.todo, catalog("not yet")))
    rows = [""]
    for sign, word in words:
        longer = f"{rows[-1]}  {sign} {word}" if rows[-1] else f"{sign} {word}"
        if cell_len(longer) <= _LEGEND:
            rows[-1] = longer
        else:
            rows.append(f"{sign} {word}")
    return "\n".join(rows)


def due(dossier: Dossier, services: Services, room: int) -> Content:
    """What is late, then what comes, in rows of so many cells."""
    agenda = make_agenda([(dossier.id, summarise(dossier))], services.today)
    coming = (*agenda.today, *agenda.week, *agenda.later)
    parts: Parts = []
    if agenda.late:
        parts.append((services.catalog("Late"), "bold $here"))
        parts += _more(len(agenda.late) - _FEW, services.catalog)
        for item in agenda.late[:_FEW]:
            parts += _late(item, dossier, services, room)
    if coming:
        parts += ["\n\n"] if parts else []
        parts.append((services.catalog("Soon"), "bold $primary"))
        parts += _more(len(coming) - _FEW, services.catalog)
        for item in coming[:_FEW]:
            parts += _coming(item, services, room)
    return Content.assemble(*parts) if parts else Content(services.catalog("Nothing is late, and nothing is planned."))


def _late(item: AgendaItem, dossier: Dossier, services: Services, room: int) -> Parts:
    catalog = services.catalog
    when = pad(catalog.render(distance(item.day, services.today)), _WHEN - 1) + " "
    what = due_words(item.kind, item.what, catalog)
    who = next((a.who for a in dossier.all(Action) if a.title == item.what and a.due == item.day), "")
    until = catalog("by {day}", day=_day(item.day, catalog))
    about = f"{who} {services.glyphs.leader} {until}" if who else until
    return [
        "\n",
        (f"{services.glyphs.late} ", "bold $here"),
        (when, "bold"),
        (_hanging(what, room), "bold"),
        (f"\n{_INDENT}{_hanging(about, room)}", "$ink-soft"),
    ]


def _coming(item: AgendaItem, services: Services, room: int) -> Parts:
    catalog = services.catalog
    what = _hanging(due_words(item.kind, item.what, catalog), room)
    return ["\n  ", (pad(_day(item.day, catalog), _WHEN), "$ink-soft"), what]


def _hanging(text: str, room: int) -> str:
    """Text beside a day, its further rows below its first."""
    return f"\n{_INDENT}".join(wrap(text, max(_LEAST, room - len(_INDENT))))


def _more(number: int, catalog: Catalog) -> Parts:
    if number <= 0:
        return []
    return [("  " + catalog.render(Message.counted("and {n} more", "and {n} more", number)), "$ink-soft")]


def chosen_role(dossier: Dossier, services: Services) -> Content | None:
    """The role that was chosen, as on the first page of the paper; `None` when there is none yet."""
    design = dossier.newest(RoleDesign)
    if design is None:
        return None
    parts: Parts = [(services.catalog("My chosen role"), "bold $here"), "\n", (design.name, "bold $primary")]
    if design.quote:
        parts += ["\n", (f"‘{design.quote.strip('‘’')}’", "italic")]
    return Content.assemble(*parts)


def stops(dossier: Dossier, services: Services, most: int, room: int) -> tuple[list[Option | None], int]:
    """The stops that may help next, each with its reason, in rows of so many cells; and how many rows that takes."""
    method, catalog = services.method, services.catalog
    options: list[Option | None] = []
    height = 0
    for stop in next_stops(dossier, None, method, services.today)[:most]:
        title, reason = wrap(method.page(stop.page).title, room), wrap(catalog.render(stop.reason), room)
        text = Content.assemble(("\n".join(title), "bold"), "\n", ("\n".join(reason), "$ink-soft"))
        options.append(Option(text, id=stop.page))
        height += len(title) + len(reason)
    return options, height


def agreement(dossier: Dossier, services: Services) -> Content:
    """What the client agreed to, in the words it was made in, and what was refused."""
    catalog, consent = services.catalog, dossier.newest(Consent)
    parts: Parts = [(catalog("Agreement"), "bold $primary"), "  "]
    if consent is None or consent.status is ConsentStatus.TO_ASK:
        parts.append(catalog("Permission has not been asked yet."))
    elif consent.status is ConsentStatus.WITHDRAWN:
        parts.append((catalog("Permission was withdrawn."), "bold"))
    else:
        parts.append(consent.words or catalog("Permission was given."))
    if consent is not None and consent.refused:
        parts += [" ", (catalog("Not: {what}", what=", ".join(consent.refused)), "bold")]
    return Content.assemble(*parts)


def last_written(dossier: Dossier, services: Services, room: int) -> Content:
    """The three things written last, in rows of so many cells: shown where there is room."""
    catalog = services.catalog
    parts: Parts = [(catalog("Written last"), "bold $primary")]
    for day, name, text in sorted(_written(dossier), key=lambda each: each[0], reverse=True)[:3]:
        parts += [
            "\n  ",
            (pad(_day(day, catalog), _WHEN), "$ink-soft"),
            catalog.render(name),
            (f"\n{_INDENT}{_hanging(text.partition(_LINE_END)[0], room)}", "$ink-soft"),
        ]
    return Content.assemble(*parts) if len(parts) > 1 else Content("")


def _written(dossier: Dossier) -> Iterator[tuple[date, Message, str]]:
    for note in dossier.all(Note):
        yield note.day, Message("Note"), note.text
    for reflection in dossier.all(Reflection):
        yield reflection.held, Message("Reflection"), reflection.resolve or reflection.situation
    for review in dossier.all(Review):
        if review.held:
            yield review.held, Message("Evaluation of the role"), review.works


def _day(day: date, catalog: Catalog) -> str:
    return f"{day.day} {catalog.render(MONTHS[day.month - 1])}"


def _ends(left: str, right: str) -> str:
    """Text at both ends of a row of the contents."""
    return left + " " * max(1, CONTENTS_WIDTH - cell_len(left) - cell_len(right)) + right
