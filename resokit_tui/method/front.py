"""What stands between the +++ lines of a page, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.method.faults import ContentError
from resokit_tui.method.page import Onward, PageKind, Provenance, Source, Step
from resokit_tui.method.toml import Place, Toml

FOLDERS = {
    PageKind.CONDITION: "conditions",
    PageKind.SKILL: "skills",
    PageKind.STAGE: "stages",
    PageKind.SITUATION: "situations",
    PageKind.THEORY: "theory",
    PageKind.TOOL: "tools",
}
"""The folder of each kind, in the folder of a language; the name of a file is the last word of the page's id."""

LONGEST_SHORT, LONGEST_STAGE, LONGEST_GIST, LONGEST_REASON = 21, 16, 44, 47
"""In cells, which nl, fr and en fill one by one. A stage has 18 on the map, of which its number takes two."""


class Front(msgspec.Struct):
    """The front matter of a page, as it is written."""

    id: str
    kind: str
    title: str
    short: str
    gist: str
    name_provenance: str
    question_provenance: str
    sources: tuple[str, ...] = ()
    questions: dict[str, str] = {}
    next: tuple[Onward, ...] = ()
    stops: tuple[Onward, ...] = ()
    steps: tuple[Step, ...] = ()


def front_faults(toml: Toml, front: Front, sources: Mapping[str, Source]) -> Iterator[ContentError]:
    """Everything in a front matter that has the right form and is wrong all the same, but for links to pages."""
    kinds = [(("kind",), front.kind, PageKind)]
    provenances = [(("name_provenance",), front.name_provenance, Provenance)]
    provenances += [(("question_provenance",), front.question_provenance, Provenance)]
    for place, value, known in (*kinds, *provenances):
        if value not in set(known):
            yield toml.fault(place, not_one_of(value, known))
    if front.kind in set(PageKind):
        yield from _misplaced(toml, front, PageKind(front.kind))
    yield from _wrong_lengths(toml, front)
    yield from _wrong_steps(toml, front.steps)
    for n, code in enumerate(front.sources):
        if code not in sources:
            unknown = Message("The source “{source}” is not in method.toml. Add it there, or correct it.", source=code)
            yield toml.fault(("sources", n), unknown)


def references(front: Front) -> Iterator[tuple[Place, Onward]]:
    """Every page that a front matter sends to, with its place."""
    for name, rows in (("next", front.next), ("stops", front.stops)):
        for n, row in enumerate(rows):
            yield (name, n), row
    for s, step in enumerate(front.steps):
        for c, choice in enumerate(step.choices):
            for n, row in enumerate(choice.stops):
                yield ("steps", s, "choices", c, "stops", n), row


def not_one_of(value: str, known: Iterable[str]) -> Message:
    """Says that a word is not known here, and which ones are."""
    return Message("“{value}” is not known here. Choose one of: {known}.", value=value, known=", ".join(known))


def twice(name: str) -> Message:
    """Says that a name is used twice."""
    return Message("“{name}” stands here twice. Give each its own name.", name=name)


def _misplaced(toml: Toml, front: Front, kind: PageKind) -> Iterator[ContentError]:
    expected = f"{kind}.{toml.file.stem}"
    if toml.file.parent.name != FOLDERS[kind]:
        belongs = Message("A page of this kind belongs in the folder “{folder}”.", folder=FOLDERS[kind])
        yield toml.fault(("kind",), belongs)
    elif front.id != expected:
        yield toml.fault(("id",), Message("In this file the id must be “{expected}”.", expected=expected))


def _wrong_lengths(toml: Toml, front: Front) -> Iterator[ContentError]:
    longest_short = LONGEST_STAGE if front.kind == PageKind.STAGE else LONGEST_SHORT
    texts: list[tuple[Place, str, int]] = [(("short",), front.short, longest_short)]
    texts.append((("gist",), front.gist, LONGEST_GIST))
    texts += [((*place, "reason"), row.reason, LONGEST_REASON) for place, row in references(front)]
    for place, text, limit in texts:
        if not 0 < len(text) <= limit:
            size = Message("This has {n} characters. Make it 1 to {limit}.", n=len(text), limit=limit)
            yield toml.fault(place, size)


def _wrong_steps(toml: Toml, steps: tuple[Step, ...]) -> Iterator[ContentError]:
    known = [step.id for step in steps]
    for s, step in enumerate(steps):
        if step.id in known[:s]:
            yield toml.fault(("steps", s, "id"), twice(step.id))
        if not step.choices:
            yield toml.fault(("steps", s), Message("This question has no answers to choose from."))
        for c, choice in enumerate(step.choices):
            if choice.ask and choice.ask not in known:
                yield toml.fault(("steps", s, "choices", c, "ask"), not_one_of(choice.ask, known))
