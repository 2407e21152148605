"""The content itself: whole, linked, honest about its origin, and easy to read on one small screen."""

from __future__ import annotations

import hashlib
import re
import textwrap
from pathlib import Path

import pytest

from resokit_tui.core.i18n import LANGUAGES, load_catalog
from resokit_tui.core.text import fold
from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import check_content, load_method
from resokit_tui.method.page import Page, PageKind
from resokit_tui.method.wayfinder import MOST_QUESTIONS, Route, walk, ways

CONTENT = content_folder()
METHOD = load_method(CONTENT, "nl")
PAGES = tuple(METHOD.pages.values())
STATIONS = tuple(id for line in METHOD.lines for id in line.pages)
SITUATIONS = METHOD.of_kind(PageKind.SITUATION)

SCREEN_ROWS, SCREEN_CELLS = 16, 72
LONGEST_SENTENCE, MEAN_SENTENCE, SENTENCES_A_PARAGRAPH = 25, 15, 4
WINDOW = 8
SOURCE_WINDOWS = Path(__file__).with_name("source_windows.txt")

every_page = pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])


def plain(markdown: str) -> str:
    """Markdown as it is read: a link is its words, emphasis is gone."""
    return re.sub(r"[*`]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", markdown))


def paragraphs(markdown: str) -> list[str]:
    """Paragraphs and items of lists, each one text."""
    blocks = re.split(r"\n\s*\n|\n(?=- |\d+\. )", plain(markdown))
    return [" ".join(block.split()) for block in blocks if block.strip()]


def sentences(text: str) -> list[str]:
    """Sentences, without the mark of a list item."""
    return [s for s in re.split(r"(?<=[.!?…])[’”)]*\s+", text.removeprefix("- ")) if re.search(r"\w", s)]


def all_sentences(page: Page) -> list[str]:
    """Every sentence of a page: parts, questions and steps."""
    texts = [text for part in page.parts for text in paragraphs(part.markdown)]
    texts += [question.text for question in page.questions]
    for step in page.steps:
        texts += [step.text, step.note, *(text for choice in step.choices for text in (choice.text, choice.note))]
    return [sentence for text in texts for sentence in sentences(text)]


def windows(text: str) -> set[str]:
    """Every row of eight words, folded and hashed: enough to find it again, not to read it."""
    words = re.findall(r"\w+", fold(text))
    rows = (" ".join(words[n : n + WINDOW]) for n in range(len(words) - WINDOW + 1))
    return {hashlib.sha256(row.encode()).hexdigest()[:16] for row in rows}


def test_the_content_has_no_faults() -> None:
    english = load_catalog("en")
    assert [english.render(fault.message) for fault in check_content(CONTENT)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_content_loads_in_every_language(language: str) -> None:
    method = load_method(CONTENT, language)
    assert method.pages.keys() == METHOD.pages.keys()
    assert {page.language for page in method.pages.values()} <= {language, "nl"}


def test_the_four_conditions_are_there() -> None:
    assert METHOD.lines[0].pages == ("condition.trust", "condition.understanding", "condition.belief", "condition.say")
    assert all(METHOD.page(id).name_provenance == "resokit" for id in METHOD.lines[0].pages)


@every_page
def test_a_station_asks_answers_and_leads_on(page: Page) -> None:
    if page.id in STATIONS:
        assert 3 <= len(page.questions) <= 6
        assert len(page.onward) >= 2
        assert page.sources
        assert next(part for part in page.parts if part.id == "signs").markdown.startswith("- ")


def test_question_ids_are_unique() -> None:
    ids = [question.id for page in PAGES for question in page.questions]
    assert len(ids) == len(set(ids))


def test_every_station_lies_on_some_route_and_no_question_is_a_dead_end() -> None:
    reached: set[str] = set()
    for situation in SITUATIONS:
        for choices in ways(situation):
            route = walk(situation, choices)
            assert isinstance(route, Route)
            assert len(choices) <= MOST_QUESTIONS
            assert 3 <= len(route.stops) <= 6
            reached.update(stop.page for stop in route.stops)
    assert set(STATIONS) <= reached


@every_page
def test_sentences_are_short(page: Page) -> None:
    found = all_sentences(page)
    lengths = [len(re.findall(r"[\w’-]+", sentence)) for sentence in found]
    assert sum(lengths) / len(lengths) <= MEAN_SENTENCE
    assert [s for s, n in zip(found, lengths, strict=True) if n > LONGEST_SENTENCE] == []


@every_page
def test_a_part_fits_on_one_small_screen_and_a_paragraph_holds_one_idea(page: Page) -> None:
    for part in page.parts:
        texts = paragraphs(part.markdown)
        gaps = sum(not text.startswith("- ") for text in texts[1:])
        rows = sum(len(textwrap.wrap(text, SCREEN_CELLS)) for text in texts) + gaps
        assert rows <= SCREEN_ROWS, part.id
        assert [text for text in texts if len(sentences(text)) > SENTENCES_A_PARAGRAPH] == [], part.id


def test_a_skill_says_that_the_list_of_the_brochure_is_unknown_to_us() -> None:
    for id in METHOD.lines[1].pages:
        page = METHOD.page(id)
        what = page.parts[0].markdown
        assert page.name_provenance != "resokit"
        assert "brochure" in what, id
        assert "nl/skills" in what, id


def test_the_law_is_cited_in_one_place() -> None:
    files = [file for file in CONTENT.rglob("*.md") if re.search(r"\b(458|352)\b", file.read_text("utf-8"))]
    assert files == []
    assert "458" in METHOD.secrecy.reference


def test_no_eight_words_in_a_row_are_those_of_the_source() -> None:
    known = set(SOURCE_WINDOWS.read_text("utf-8").split())
    assert windows(METHOD.reference.reference) & known, "a control: the reference itself is in the source"
    copied = {}
    for file in [CONTENT / "method.toml", *CONTENT.rglob("*.md")]:
        text = file.read_text("utf-8").replace(METHOD.reference.reference, "")
        if shared := windows(text) & known:
            copied[file.name] = len(shared)
    assert copied == {}
