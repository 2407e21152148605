"""A reflection on paper: whole, for oneself; or as an intervision sheet, nameless, with room for what colleagues say.

Both are made only when they are asked for by name. No plan, summary or caseload ever holds a reflection.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Block, Document, Facts, Heading, Item, ItemList, Paragraph, plain
from resokit_tui.export.forms import WritingLines
from resokit_tui.export.parts.work import note_line, paragraph
from resokit_tui.export.plan_words import spoken_day, spoken_month, title


def reflection_document(reflection: Reflection, catalog: Catalog, titles: Mapping[str, str], *, alias: str) -> Document:
    """The whole reflection, for who wrote it. `titles` gives the titles of the method's pages by id."""
    day = spoken_day(reflection.held, catalog)
    name = catalog("Reflection")
    blocks: list[Block] = [
        Heading(1, plain(f"{name} – {reflection.moment}" if reflection.moment else name)),
        note_line(catalog("For yourself. A reflection is about your own acting, and is no part of the client's plan.")),
        Facts(_present(((catalog("Moment"), day), (catalog("Client"), alias)))),
        *_told(catalog("What happened"), _happened(reflection, catalog)),
        *_told(catalog("Looking back"), _back(reflection, catalog)),
        *_told(catalog("The core"), _core(reflection, catalog, titles)),
        *_alternatives(reflection, catalog),
        *_told(catalog("What I try"), _resolve(reflection, catalog)),
        *_told(catalog("Three checks"), _checks(reflection, catalog)),
        *_told(catalog("My question to the group"), (("", reflection.group_question),)),
    ]
    return _sheet(name, blocks, day, catalog)


def intervision_document(reflection: Reflection, catalog: Catalog, titles: Mapping[str, str], today: date) -> Document:
    """The sheet to bring to intervision. `reflection` must be nameless already: see `anonymous`."""
    month = spoken_month(today, catalog)
    name = catalog("Intervision sheet")
    blocks: list[Block] = [
        Heading(1, plain(name)),
        note_line(catalog("No names, no places, no days. Take this sheet home again afterwards.")),
        title(2, catalog("My question to the group")),
        *(paragraph(reflection.group_question) or (WritingLines("", 2),)),
        *_told(catalog("What the group needs to know"), _happened(reflection, catalog)),
        *_told(catalog("Looking back"), _back(reflection, catalog)),
        *_told(catalog("The core"), _core(reflection, catalog, titles)),
        *_alternatives(reflection, catalog),
        title(2, catalog("In the group")),
        WritingLines(catalog("Which question of a colleague helped me on?"), 2),
        WritingLines(catalog("Which advice do I take along, and which not?"), 3),
        WritingLines(catalog("What do I do now, and when?"), 2),
    ]
    return _sheet(name, blocks, month, catalog)


def _sheet(name: str, blocks: list[Block], edition: str, catalog: Catalog) -> Document:
    return Document(
        title=name,
        language=catalog.language,
        blocks=tuple(blocks),
        mark=catalog("Confidential – professional secrecy"),
        edition=edition,
        running=(name, ""),
    )


def _happened(one: Reflection, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return (
        (catalog("Situation"), one.situation),
        (catalog("My task"), one.task),
        (catalog("What I did"), one.action),
        (catalog("What came of it"), one.result),
    )


def _back(one: Reflection, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return (
        (catalog("What I wanted, thought, felt and did"), one.looking_back),
        (catalog("The other person"), one.other),
        (catalog("The surroundings"), one.surroundings),
    )


def _core(one: Reflection, catalog: Catalog, titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (
        (catalog("Conditions under pressure"), ", ".join(titles.get(page, page) for page in one.conditions)),
        (catalog("Skills I used"), ", ".join(titles.get(page, page) for page in one.skills)),
        ("", one.core),
    )


def _resolve(one: Reflection, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return (("", one.resolve), (catalog("By what I will notice it"), one.resolve_sign))


def _checks(one: Reflection, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return (
        (catalog("Did I use the right method?"), one.technical),
        (catalog("Did I weigh it rightly?"), one.normative),
        (catalog("Does it fit me?"), one.personal),
    )


def _alternatives(one: Reflection, catalog: Catalog) -> tuple[Block, ...]:
    if not one.alternatives:
        return ()
    items = []
    for each in one.alternatives:
        blocks: list[Block] = [Paragraph(plain(each.way))]
        for label, text in ((catalog("For it"), each.for_it), (catalog("Against it"), each.against_it)):
            if text:
                blocks.append(Paragraph(plain(f"{label}: {text}")))
        items.append(Item(tuple(blocks)))
    return (title(2, catalog("Other ways")), ItemList(tuple(items), ordered=True))


def _told(name: str, texts: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """A part with its texts under their labels; nothing when nothing was written."""
    blocks: list[Block] = []
    for label, text in texts:
        if text:
            blocks += [title(3, label)] if label else []
            blocks += paragraph(text)
    return (title(2, name), *blocks) if blocks else ()


def _present(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in pairs if value)
