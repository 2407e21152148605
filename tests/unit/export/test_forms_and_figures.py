"""Places to write by hand and pictures: the same words on paper, in linear text and in Markdown."""

from __future__ import annotations

import pytest

from resokit_tui.casework.network import ContactKind, Ring
from resokit_tui.casework.plan import ActionStatus
from resokit_tui.core.domains import LifeDomain
from resokit_tui.export.blocks import Block, Document, Heading, Table, plain
from resokit_tui.export.figures import Star, StarMoment, Timeline, TimelineStep, Web, WebMoment, WebPoint
from resokit_tui.export.forms import CodeGroups, Signature, Signatures, WritingLines
from resokit_tui.export.markdown import to_markdown
from resokit_tui.export.text import linear_text
from tests.unit.export.pdf.printing import faults, printed, text_of

FORMS: dict[str, Block] = {
    "lines": WritingLines("Wat gebeurde er?", 4),
    "many lines": WritingLines("", 60),
    "signatures": Signatures(tuple(Signature(f"Naam {n}", "datum en handtekening") for n in range(4))),
    "code": CodeGroups(tuple(f"AB{n:02}" for n in range(13))),
    "empty table": Table((plain("Rol"), plain("Nodig")), ((plain("kost"), ()), ((), ())), room=3),
}
FIGURES: dict[str, Block] = {
    "web": Web(
        (WebMoment("", (WebPoint("Fons", ContactKind.ANIMAL, Ring.CORE, LifeDomain.FAMILY),)),),
        "Luc",
        tuple((domain, domain.value) for domain in LifeDomain),
        tuple((ring, ring.name) for ring in Ring),
        "Eén dier in de kern.",
        "niet betaald",
        "betaald",
    ),
    "star": Star(("Rechten",), ("1", "2", "3", "4", "5"), (StarMoment("nu", (None,)),), "Rechten: nog niet besproken."),
    "timeline": Timeline((TimelineStep("Bellen", "3 mei", "klaar", ActionStatus.DONE),), "Eén stap is klaar."),
}


@pytest.mark.parametrize("name", [*FORMS, *FIGURES])
def test_paper_conforms(name: str) -> None:
    block = (FORMS | FIGURES)[name]
    assert faults(printed(Heading(1, plain("Kop")), block, block)) == []


def test_a_form_has_the_same_words_everywhere() -> None:
    blocks = tuple(FORMS.values())
    document = Document(title="t", language="nl", blocks=blocks)
    wanted = ["Wat gebeurde er?", "Naam 3", "datum en handtekening", "AB12", "kost"]
    for text in (linear_text(document), to_markdown(document), text_of(printed(*blocks))):
        assert [word for word in wanted if word not in text] == []


@pytest.mark.parametrize("name", list(FIGURES))
def test_a_picture_says_in_text_what_it_shows(name: str) -> None:
    document = Document(title="t", language="nl", blocks=(FIGURES[name],))
    says = getattr(FIGURES[name], "says")  # noqa: B009 (every figure has it, the union of blocks has not)
    assert says in linear_text(document)
    assert says in to_markdown(document)
