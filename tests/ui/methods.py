"""A method with all twenty-five stations: what is not written yet gets a page with names of the longest kind."""

from __future__ import annotations

import msgspec

from resokit_tui.method.folder import content_folder
from resokit_tui.method.loader import load_method
from resokit_tui.method.method import Line, Method
from resokit_tui.method.page import Page, PageKind, Provenance

SKILLS = (
    "listening",
    "mindset",
    "strengths",
    "roles",
    "networks",
    "neighbourhood",
    "designing",
    "competencies",
    "image",
    "bridges",
    "securing",
    "care",
)
STAGES = ["start", "self", "roles", "network", "ideas", "choice", "needs", "plan", "review"]
CONDITIONS = ["trust", "understanding", "belief", "say"]
STAGE_ROWS = (0, 2, 3, 4, 5, 6, 7, 9, 10)
CONDITION_ROWS = (0, 3, 5, 8)
STAGE_OF = {
    "listening": "start",
    "strengths": "self",
    "roles": "roles",
    "networks": "network",
    "neighbourhood": "ideas",
    "designing": "choice",
    "competencies": "needs",
    "bridges": "plan",
    "securing": "review",
}


def written(language: str = "nl") -> Method:
    """What stands in `content/` now."""
    return load_method(content_folder(), language)


def whole(language: str = "nl") -> Method:
    """Every station present."""
    method = written(language)
    places = {
        **{f"condition.{word}": row for word, row in zip(CONDITIONS, CONDITION_ROWS, strict=True)},
        **{f"skill.{word}": row for row, word in enumerate(SKILLS)},
        **{f"stage.{word}": row for word, row in zip(STAGES, STAGE_ROWS, strict=True)},
    }
    pages = {id: method.pages.get(id) or _filler(id) for id in places}
    lines = tuple(
        Line(line.kind, line.name, tuple(id for id in places if id.startswith(f"{line.kind}.")))
        for line in method.lines
    )
    numbers = {id: index for line in lines for index, id in enumerate(line.pages, line.kind is not PageKind.STAGE)}
    return msgspec.structs.replace(
        method,
        pages={**method.pages, **pages},
        lines=lines,
        rows=places,
        numbers=numbers,
        couplings={f"skill.{skill}": f"stage.{stage}" for skill, stage in STAGE_OF.items()},
    )


def _filler(id: str) -> Page:
    kind, _, word = id.partition(".")
    long = {PageKind.SKILL: 21, PageKind.STAGE: 16}.get(PageKind(kind), 16)
    return Page(
        id=id,
        kind=PageKind(kind),
        language="nl",
        title=f"{word} heet voluit heel lang zo".capitalize(),
        short=(word + "-" * long)[:long],
        gist="Een zin over deze halte.",
        name_provenance=Provenance.DERIVED,
        parts=(),
        questions=(),
        question_provenance=Provenance.DERIVED,
        onward=(),
        sources=(),
    )
