"""Pictures: whole on their page, with their heading, and spoken as sentences."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pikepdf
import pytest

from resokit_tui.casework.network import KIND_NAMES, RING_NAMES, ContactKind, Ring
from resokit_tui.casework.plan import ActionStatus
from resokit_tui.core.domains import DOMAIN_NAMES, LifeDomain
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.blocks import Block, Document, Heading, Paragraph, plain
from resokit_tui.export.figures import Star, StarMoment, Timeline, TimelineStep, Web, WebMoment, WebPoint
from resokit_tui.export.pdf.document import render_pdf
from tests.unit.export.dossiers import CREATED
from tests.unit.export.pdf.printing import elements, faults, pages_of, text_of

CATALOG = load_catalog("nl")
AXES = tuple(f"Levensdomein nummer {number}" for number in range(8))
FONS = WebPoint("Fons", ContactKind.ANIMAL, Ring.CORE, LifeDomain.FAMILY)
CROWD = tuple(
    WebPoint(
        f"Naam {n} Vanderstraeten", [*ContactKind][n % 4], Ring(1 + n % 4), [*LifeDomain, None][n % 11], n % 3 == 0
    )
    for n in range(150)
)


def web(*moments: WebMoment) -> Web:
    return Web(
        moments,
        "Luc",
        tuple((domain, CATALOG.render(name)) for domain, name in DOMAIN_NAMES.items()),
        tuple((ring, CATALOG.render(name)) for ring, name in RING_NAMES.items()),
        "Wat het web zegt.",
        "niet betaald",
        "betaald",
        tuple((kind, CATALOG.render(name)) for kind, name in KIND_NAMES.items()),
        "nieuw",
        "elders",
    )


def star(*steps: tuple[int | None, ...]) -> Star:
    words = ("heel moeilijk", "moeilijk", "gaat zo", "goed", "heel goed")
    moments = tuple(StarMoment(f"Moment {number}", one) for number, one in enumerate(steps))
    return Star(AXES, words, moments, "Wat de ster zegt.")


def timeline(count: int) -> Timeline:
    statuses = [*ActionStatus]
    steps = tuple(TimelineStep("Stap", f"{n + 1} mei 2026", "klaar", statuses[n % 5]) for n in range(count))
    return Timeline(steps, "Wat de lijn zegt.")


FIGURES: dict[str, Block] = {
    "web": web(WebMoment("", (FONS,))),
    "two moments": web(WebMoment("Juni", ()), WebMoment("Nu", (FONS,))),
    "crowded web": web(WebMoment("Juni", CROWD), WebMoment("Nu", CROWD)),
    "star": star((1, 2, 3, 4, 5, None, 1, 2), (5, 4, 3, 2, 1, 1, 1, 1)),
    "star of one moment": star((3,) * 8),
    "star without a word": star((None,) * 8),
    "star of three voices": star((1,) * 8, (2,) * 8, (3,) * 8),
    "timeline": timeline(7),
    "one step": timeline(1),
}


def printed_at(body: float, *blocks: Block) -> bytes:
    return render_pdf(Document(title="Proef", language="nl", blocks=blocks), CATALOG, created=CREATED, body=body)


def figures_of(data: bytes) -> list[tuple[str, list[float]]]:
    """Alternative text and box of each figure."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [one for one in elements(pdf.Root.StructTreeRoot.K[0]) if one.S == "/Figure"]
        return [(str(one.Alt), [float(side) for side in list(one.A.BBox)]) for one in found]


@pytest.mark.parametrize("name", list(FIGURES))
def test_a_figure_conforms_lies_on_its_page_and_says_what_it_shows(name: str) -> None:
    for body in (11.0, 14.0):
        data = printed_at(body, Heading(1, plain("Kop")), FIGURES[name])
        assert faults(data) == []
        ((says, (left, bottom, right, top)),) = figures_of(data)
        assert says.startswith("Wat ")
        assert 0 < left < right < 596
        assert 45 < bottom < top < 842


@pytest.mark.parametrize(("name", "before"), product(FIGURES, (5, 25, 38)))
def test_a_figure_stays_with_its_heading(name: str, before: int) -> None:
    pages = pages_of(printed_at(11, *[Paragraph(plain("x"))] * before, Heading(1, plain("Tussenkop")), FIGURES[name]))
    (with_heading,) = (one for one in pages if "Tussenkop" in one)
    assert any(word in with_heading for word in ("Luc", "heel goed", "mei 2026"))


def test_names_stand_on_the_web_and_who_is_new_has_a_plus() -> None:
    new = WebPoint("Ingrid", ContactKind.PERSON, Ring.CLOSE, None, True, True)
    found = text_of(printed_at(11, web(WebMoment("", (FONS, new)))))
    assert "Fons" in found
    assert "+ Ingrid" in found
    for word in ("niet betaald", "betaald", "nieuw", "elders", "kern", "Familie"):
        assert word in found


def test_long_words_round_the_star_stay_whole_in_large_type() -> None:
    axes = ("Autodétermination", "Développement personnel", "Bien-être émotionnel", "Droits")
    found = text_of(printed_at(14, Star(axes, ("un",) * 5, (StarMoment("12 juin 2026", (1, 2, 3, 4)),), "Wat.")))
    assert {"Autodétermination", "Développement", "émotionnel"} <= set(found.split())


def test_without_names_only_signs_are_drawn() -> None:
    hidden = WebPoint("", ContactKind.PERSON, Ring.CLOSE, LifeDomain.WORK)
    assert faults(printed_at(11, web(WebMoment("", (hidden, hidden))))) == []


def test_more_steps_than_make_a_picture_are_told_in_words() -> None:
    data = printed_at(11, timeline(200))
    assert figures_of(data) == []
    assert "Wat de lijn zegt." in text_of(data)
