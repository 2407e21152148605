"""From one Markdown file to one `Page`, with every fault of that file. The format is told in `loader`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from resokit_tui.core.i18n import Message
from resokit_tui.method.faults import ContentError, read_text
from resokit_tui.method.front import Front, front_faults, not_one_of, references, twice
from resokit_tui.method.page import Page, PageKind, Part, Provenance, Question, Source
from resokit_tui.method.toml import Toml

FENCE = "+++"
PARTS = ("what", "how", "pitfall", "example", "signs", "more")
"""All parts a page may have, in the order in which they are shown."""
REQUIRED_PARTS = {
    PageKind.CONDITION: ("what", "how", "pitfall", "example", "signs"),
    PageKind.SKILL: ("what", "how", "pitfall", "example", "signs"),
    PageKind.STAGE: ("what", "how", "pitfall", "example", "signs"),
    PageKind.SITUATION: ("what",),
    PageKind.THEORY: ("what",),
    PageKind.TOOL: ("what", "how"),
}

_HEADING = re.compile(r"##\s+(\S.*?)\s*\{#([\w-]+)\s+\.([\w-]+)\}\s*")
_LINK = re.compile(r"\]\(page:([^)\s]*)")

Lines = list[tuple[int, str]]
"""Lines of a file, each with its number."""


@dataclass(frozen=True)
class PageFile:
    """A page, and where in its file things stand."""

    page: Page
    toml: Toml
    front: Front
    body: Lines

    def broken_links(self, known: Collection[str]) -> Iterator[ContentError]:
        """A fault for each reference, in front matter or text, to a page that is not in `known`."""
        for place, row in references(self.front):
            if row.page not in known:
                yield self.toml.fault((*place, "page"), _no_page(row.page))
        for number, line in self.body:
            for link in _LINK.finditer(line):
                if link[1] not in known:
                    yield ContentError(self.toml.file, number, _no_page(link[1]))


def read_page(file: Path, language: str, sources: Mapping[str, Source], faults: list[ContentError]) -> PageFile | None:
    """Reads and checks one file. What is wrong goes into `faults`; with a fault there is no page."""
    try:
        toml, body = _split(file)
    except ContentError as error:
        faults.append(error)
        return None
    found: list[ContentError] = []
    front = toml.read(Front, found)
    parts = _parts(file, body, found)
    if front is not None:
        found += front_faults(toml, front, sources)
        ids = {part.id for part in parts}
        missing = [id for id in REQUIRED_PARTS.get(front.kind, ()) if id not in ids]  # type: ignore[call-overload]
        found += [ContentError(file, body[-1][0], Message("The part “{part}” is missing.", part=id)) for id in missing]
    faults += found
    if front is None or found:
        return None
    return PageFile(_page(front, language, parts, sources), toml, front, body)


def _split(file: Path) -> tuple[Toml, Lines]:
    lines = read_text(file).split("\n")
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE]
    if fences[:1] != [0] or len(fences) == 1:
        raise ContentError(file, 1, Message("A page begins with a line +++, what is told about it, and a line +++."))
    end = fences[1]
    body = list(enumerate(lines[end + 1 :], end + 2)) or [(end + 1, "")]
    return Toml(file, "\n".join(lines[1:end]), 2), body


def _page(front: Front, language: str, parts: list[Part], sources: Mapping[str, Source]) -> Page:
    return Page(
        id=front.id,
        kind=PageKind(front.kind),
        language=language,
        title=front.title,
        short=front.short,
        gist=front.gist,
        name_provenance=Provenance(front.name_provenance),
        parts=tuple(sorted(parts, key=lambda part: PARTS.index(part.id))),
        questions=tuple(Question(f"{front.id}.{key}", text) for key, text in front.questions.items()),
        question_provenance=Provenance(front.question_provenance),
        onward=front.next,
        sources=tuple(sources[code] for code in front.sources),
        steps=front.steps,
        stops=front.stops,
    )


def _parts(file: Path, body: Lines, faults: list[ContentError]) -> list[Part]:
    """The parts that are right; what stands above the first heading belongs to none, and would be lost."""
    sections: list[Lines] = [[]]
    for number, line in body:
        if line.startswith("## "):
            sections.append([])
        sections[-1].append((number, line))
    for number, line in sections[0]:
        if line.strip():
            faults.append(
                ContentError(file, number, Message("This text stands in no part. Put a ## heading above it."))
            )
            break
    parts: list[Part] = []
    for section in sections[1:]:
        number, heading = section[0]
        markdown = "\n".join(line for _, line in section[1:]).strip()
        wrong = list(_part_faults(heading, markdown, {part.id for part in parts}))
        faults += [ContentError(file, number, fault) for fault in wrong]
        if not wrong and (match := _HEADING.fullmatch(heading)):
            parts.append(Part(match[2], match[1], markdown, Provenance(match[3])))
    return parts


def _part_faults(heading: str, markdown: str, before: Collection[str]) -> Iterator[Message]:
    match = _HEADING.fullmatch(heading)
    if match is None:
        yield Message("Write this heading as: {shape}", shape="## Heading {#part .provenance}")
        return
    if match[2] not in PARTS:
        yield not_one_of(match[2], PARTS)
    elif match[2] in before:
        yield twice(match[2])
    if match[3] not in set(Provenance):
        yield not_one_of(match[3], Provenance)
    if not markdown:
        yield Message("The part “{part}” is empty. Write it, or remove its heading.", part=match[2])


def _no_page(id: str) -> Message:
    return Message("There is no page “{page}” to go to.", page=id)
