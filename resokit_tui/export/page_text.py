"""A page of the method as a document: its parts, its questions, where to go on and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.blocks import Block, Document, Heading, Item, ItemList, Notice, Paragraph, Span, plain
from resokit_tui.export.from_markdown import blocks_from_markdown
from resokit_tui.method.page import PROVENANCE_NAMES, Onward, Page, Provenance, Step

LANGUAGE_NAMES = {"nl": Message("Dutch"), "fr": Message("French"), "en": Message("English")}


def page_document(page: Page, catalog: Catalog, titles: Mapping[str, str] | None = None) -> Document:
    """The blocks of one page, headings in the reader's language.

    `titles` gives the title of other pages by id; a page it does not know goes by its id. A page that is written in
    another language than the reader's starts with a notice that says so.
    """
    known = titles or {}
    blocks: list[Block] = [*language_notice(page, catalog), Heading(1, plain(page.title)), Paragraph(plain(page.gist))]
    blocks.append(
        _small(catalog("The name comes from: {provenance}", provenance=PROVENANCE_NAMES[page.name_provenance]))
    )
    for part in page.parts:
        blocks += [Heading(2, plain(part.title)), *blocks_from_markdown(part.markdown)]
        blocks.append(_origin(part.provenance, catalog))
    for step in page.steps:
        blocks += _step(step, catalog, known)
    if page.questions:
        blocks += [Heading(2, plain(catalog("Questions"))), _questions(page)]
        blocks.append(_origin(page.question_provenance, catalog))
    if onward := (*page.stops, *page.onward):
        blocks += [Heading(2, plain(catalog("Where to go on"))), _stops(onward, known)]
    if page.sources:
        sources = [Item((Paragraph(plain(f"{source.id}: {source.reference}")),)) for source in page.sources]
        blocks += [Heading(2, plain(catalog("Sources"))), ItemList(tuple(sources))]
    return Document(
        title=page.title,
        language=page.language,
        blocks=tuple(blocks),
        author="Resokit",
        running=("Resokit", page.title),
    )


def language_notice(page: Page, catalog: Catalog) -> tuple[Notice, ...]:
    """That a page is not yet in the reader's language; nothing when it is."""
    if page.language == catalog.language:
        return ()
    language: object = LANGUAGE_NAMES.get(page.language, page.language)
    return (Notice(plain(catalog("This page exists only in this language so far: {language}.", language=language))),)


def _origin(provenance: Provenance, catalog: Catalog) -> Paragraph:
    return _small(catalog("Comes from: {provenance}", provenance=PROVENANCE_NAMES[provenance]))


def _small(text: str) -> Paragraph:
    return Paragraph((Span(text, italic=True),), quiet=True)


def _questions(page: Page) -> ItemList:
    return ItemList(
        tuple(Item((Paragraph((*plain(one.text), Span(f" ({one.id})"))),)) for one in page.questions), ordered=True
    )


def _stops(stops: Sequence[Onward], titles: Mapping[str, str]) -> ItemList:
    return ItemList(tuple(Item((_stop(stop, titles),)) for stop in stops))


def _stop(stop: Onward, titles: Mapping[str, str]) -> Paragraph:
    title = titles.get(stop.page)
    name = Span(f"{title} ({stop.page})" if title else stop.page, bold=True)
    return Paragraph((name, Span(f": {stop.reason}")) if stop.reason else (name,))


def _step(step: Step, catalog: Catalog, titles: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = [Heading(2, plain(step.text))]
    if step.note:
        blocks.append(Paragraph(plain(step.note)))
    items = []
    for choice in step.choices:
        inner: list[Block] = [Paragraph((Span(choice.text, bold=True),))]
        if choice.note:
            inner.append(Paragraph(plain(choice.note)))
        if choice.stops:
            inner += [Paragraph(plain(catalog("Then go to:"))), _stops(choice.stops, titles)]
        items.append(Item(tuple(inner)))
    return [*blocks, ItemList(tuple(items))]
