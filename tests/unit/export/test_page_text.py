"""A page of the method as linear text."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog, load_catalog
from resokit_tui.export.page_text import page_document
from resokit_tui.export.text import linear_text
from resokit_tui.method.page import Choice, Onward, Page, PageKind, Part, Provenance, Question, Source, Step

PAGE = Page(
    id="condition.trust",
    kind=PageKind.CONDITION,
    language="nl",
    title="Wederzijds vertrouwen",
    short="vertrouwen",
    gist="zonder vertrouwen geen rol",
    name_provenance=Provenance.RESOKIT,
    parts=(Part("what", "Wat is het?", "Vertrouwen **groeit**.\n\n- traag\n- samen", Provenance.DERIVED),),
    questions=(Question("condition.trust.q1", "Waar merk je het aan?"),),
    question_provenance=Provenance.SRV,
    onward=(Onward("skill.listening", "want wie luistert, wint vertrouwen"),),
    sources=(Source("R1", "Resokit, 2024"),),
    steps=(Step("s1", "Kent ze jou?", (Choice("nee", "Begin klein.", (Onward("stage.start", "eerst dit"),)),)),),
)


def test_parts_questions_onward_origin_and_sources_are_read_in_order() -> None:
    text = linear_text(page_document(PAGE, load_catalog("en"), {"skill.listening": "Luisteren"}))
    places = [
        text.index(part)
        for part in (
            "exists only in this language so far: Dutch",
            "Wederzijds vertrouwen\n",
            "zonder vertrouwen geen rol",
            "The name comes from: Resokit",
            "Wat is het?\n",
            "Vertrouwen groeit.",
            "- traag",
            "Comes from: our own derivation",
            "Kent ze jou?",
            "Begin klein.",
            "stage.start: eerst dit",
            "1. Waar merk je het aan? (condition.trust.q1)",
            "Comes from: role theory (SRV)",
            "- Luisteren (skill.listening): want wie luistert",
            "R1: Resokit, 2024",
        )
    ]
    assert places == sorted(places)


def test_a_reader_of_that_language_gets_no_notice() -> None:
    dutch = Catalog("nl", load_catalog("en").translations)
    assert "exists only" not in linear_text(page_document(PAGE, dutch))


def test_a_page_without_known_title_goes_by_its_id() -> None:
    assert "- skill.listening: want" in linear_text(page_document(PAGE, load_catalog("en")))
