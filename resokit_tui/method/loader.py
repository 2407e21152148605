"""From the folder `content/` to a `Method`: everything is checked here, and nowhere else.

A page is a plain text file that anyone can edit: `content/<language>/<kinds>/<word>.md`, UTF-8. The folder says the
kind (conditions, skills, stages, situations, theory, tools), the name of the file is the last word of the id, and every
language has the same files. A page that a language lacks is shown in Dutch.

    +++
    id = "condition.trust"                 # the same in every language
    kind = "condition"
    title = "Wederzijds vertrouwen"        # the whole name
    short = "Vertrouwen"                   # its name on the map: at most 21 characters, 16 for a stage
    gist = "Eerlijk durven zijn."          # what it is about: at most 44 characters
    name_provenance = "resokit"            # who gave it its name: resokit, srv, flanders, derived or background
    question_provenance = "derived"        # who made its questions
    sources = ["R1", "K1"]                 # codes of [sources] in method.toml
    next = [                               # where to go after this page; a reason has at most 47 characters
      { page = "condition.understanding", reason = "Ken nu ook het verhaal." },
    ]

    [questions]                            # answers hang on q1, q2 …: never give a number to another question
    q1 = "Waaraan merk je dat deze persoon jou vertrouwt?"
    +++

    ## Wat is het? {#what .derived}

    One idea a paragraph. Markdown, with [links](page:skill.strengths) to pages. Each part has its own provenance.

Parts are `what`, `how`, `pitfall`, `example`, `signs` (a list: how you notice that it works) and, if wanted, `more`.
Conditions, skills and stages need the first five; a tool `what` and `how`; theory and situations `what`. A situation
has no questions but steps, and stops that belong to it whatever is answered; each way through gives 3 to 6 stops:

    stops = [{ page = "condition.trust", reason = "…" }]

    [[steps]]
    id = "contact"
    short = "het contact"                  # one or two words for the progress line
    text = "Hoe loopt het contact?"
    [[steps.choices]]
    text = "Moeilijk"
    note = "de persoon zegt weinig"        # may be left out
    stops = [{ page = "condition.trust", reason = "…" }]
    ask = "story"                          # the step that follows; without it the questions are over

`method.toml` says how pages hang together, which sources there are, and names stations that are still to be written.

An organisation may have a folder of its own, of the same form (`overlay`): a page in it takes the place of ours with
the same id, in its language; a page with a new id is added; a `method.toml` in it takes the place of ours. Whatever is
wrong in it is left out and ours stays: `check_content` tells what, with file and line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from resokit_tui.core.i18n import LANGUAGES, Message
from resokit_tui.method.faults import ContentError
from resokit_tui.method.front import FOLDERS
from resokit_tui.method.method import Line, Method
from resokit_tui.method.method_file import (
    FALLBACK,
    FILE_NAME,
    LINE_KINDS,
    LineRow,
    MethodFile,
    in_language,
    read_method_file,
)
from resokit_tui.method.page import Page, PageKind, Provenance
from resokit_tui.method.page_file import PageFile, read_page
from resokit_tui.method.wayfinder import flaws

__all__ = ["ContentError", "check_content", "check_overlay", "load_method"]


def load_method(folder: Path, language: str, overlay: Path | None = None) -> Method:
    """The method in `language`, with Dutch pages where it lacks them. Raises `ContentError` with the first fault.

    Questions of situations are checked one by one here; the ways through them only by `check_content`. What is wrong in
    an `overlay` raises nothing.
    """
    faults: list[ContentError] = []
    method_file = read_method_file(folder, faults)
    if method_file is None:
        raise _first(faults)
    files = _read_both(folder, language, method_file, faults)
    faults += _link_faults(files, _ids(folder, language), method_file)
    if faults:
        raise _first(faults)
    if overlay is not None:
        method_file = _own_method_file(overlay, method_file, [])
        files |= _overlay_pages(overlay, language, method_file, files.keys(), [])
    return _assemble(method_file, {id: file.page for id, file in files.items()}, language)


def check_overlay(folder: Path, overlay: Path) -> list[ContentError]:
    """Every fault in an organisation's own folder, by file and line, seen on top of our content in `folder`."""
    faults: list[ContentError] = []
    method_file = read_method_file(folder, [])
    if method_file is not None:
        method_file = _own_method_file(overlay, method_file, faults)
        for language in LANGUAGES:
            _overlay_pages(overlay, language, method_file, _ids(folder, language), faults)
    return sorted({_by_place(fault): fault for fault in faults}.values(), key=_by_place)


def check_content(folder: Path) -> list[ContentError]:
    """Every fault in a content folder, by file and line. A station that is still to be written is no fault."""
    faults: list[ContentError] = []
    method_file = read_method_file(folder, faults)
    if method_file is None:
        return sorted(faults, key=_by_place)
    dutch = _read_pages(folder, FALLBACK, method_file, faults)
    for language in LANGUAGES:
        files = dutch if language == FALLBACK else _read_pages(folder, language, method_file, faults)
        faults += _link_faults(files, _ids(folder, language), method_file)
        for id, file in files.items():
            faults += _situation_faults(file)
            if id in dutch and file.front.questions.keys() != dutch[id].front.questions.keys():
                ids = ", ".join(dutch[id].front.questions)
                same = Message("The Dutch page has these questions: {ids}. Make them the same here.", ids=ids)
                faults.append(file.toml.fault(("questions",), same))
    return sorted(faults, key=_by_place)


def _read_both(folder: Path, language: str, method_file: MethodFile, faults: list[ContentError]) -> dict[str, PageFile]:
    """The pages in one language, and the Dutch ones of what it lacks."""
    files = _read_pages(folder, language, method_file, faults)
    if language == FALLBACK:
        return files
    own = {_place(page.toml.file) for page in files.values()}
    return _read_pages(folder, FALLBACK, method_file, faults, but=own) | files


def _own_method_file(overlay: Path, ours: MethodFile, faults: list[ContentError]) -> MethodFile:
    own = read_method_file(overlay, faults) if (overlay / FILE_NAME).exists() else None
    return own or ours


def _overlay_pages(
    overlay: Path, language: str, method_file: MethodFile, ours: Collection[str], faults: list[ContentError]
) -> dict[str, PageFile]:
    """The pages of an overlay that have no fault, marked as the organisation's own."""
    files = _read_both(overlay, language, method_file, faults)
    known = {*ours, *files}
    whole: dict[str, PageFile] = {}
    for id, file in files.items():
        found = [*_link_faults({id: file}, known, method_file), *_situation_faults(file)]
        faults += found
        if not found:
            whole[id] = replace(file, page=msgspec.structs.replace(file.page, own=True))
    return whole


def _read_pages(
    folder: Path,
    language: str,
    method_file: MethodFile,
    faults: list[ContentError],
    but: Collection[str] = (),
) -> dict[str, PageFile]:
    """The pages of one language by id, without those whose place (`skills/roles.md`) is in `but`."""
    sources = method_file.sources_in(language)
    kinds = tuple(FOLDERS.values())
    pages: dict[str, PageFile] = {}
    for file in sorted((folder / language).rglob("*.md")):
        if _place(file) in but:
            continue
        if file.parent.name not in kinds or file.parent.parent != folder / language:
            where = Message("No kind of page belongs in this folder. Choose one of: {known}.", known=", ".join(kinds))
            faults.append(ContentError(file, 1, where))
        elif page := read_page(file, language, sources, faults):
            pages[page.page.id] = page
    return pages


def _ids(folder: Path, language: str) -> set[str]:
    """The ids that pages of a language may refer to: a page with a fault of its own breaks no link of others."""
    words = {
        kind: {file.stem for own in (FALLBACK, language) for file in (folder / own / name).glob("*.md")}
        for kind, name in FOLDERS.items()
    }
    return {f"{kind}.{word}" for kind in words for word in words[kind]}


def _link_faults(files: dict[str, PageFile], known: Collection[str], method_file: MethodFile) -> Iterator[ContentError]:
    named = set(method_file.ids())
    for id, file in files.items():
        yield from file.broken_links(known)
        if file.page.kind in LINE_KINDS and id not in named:
            off = Message("No line in {file} has this station. Add it there.", file=FILE_NAME)
            yield file.toml.fault(("id",), off)


def _situation_faults(file: PageFile) -> Iterator[ContentError]:
    if file.page.kind is not PageKind.SITUATION:
        return
    steps = [step.id for step in file.page.steps]
    for step, message in flaws(file.page):
        yield file.toml.fault(("steps", steps.index(step)) if step else ("id",), message)


def _assemble(method_file: MethodFile, pages: dict[str, Page], language: str) -> Method:
    stations = [station for line in method_file.lines for station in line.stations]
    numbers = {s.page: n for line in method_file.lines for n, s in enumerate(line.stations, line.first)}
    named = list(dict.fromkeys(method_file.ids()))
    others = sorted(pages.keys() - set(named), key=lambda id: (list(PageKind).index(pages[id].kind), pages[id].title))
    conditions, skills, stages = (_line(row, pages, language) for row in method_file.lines)
    sources = method_file.sources_in(language)
    return Method(
        language=language,
        pages={id: pages[id] for id in (*named, *others) if id in pages},
        lines=(conditions, skills, stages),
        couplings={a: b for a, b in method_file.couplings.stage_of.items() if a in pages and b in pages},
        coupling_provenance=Provenance(method_file.couplings.provenance),
        loop=method_file.loop,
        rows={station.page: station.row for station in stations if station.page in pages},
        numbers={id: number for id, number in numbers.items() if id in pages},
        sources=sources,
        reference=sources[method_file.reference],
        secrecy=sources[method_file.secrecy],
        planned=tuple(id for id in named if id not in pages),
    )


def _line(row: LineRow, pages: dict[str, Page], language: str) -> Line:
    stations = tuple(station.page for station in row.stations if station.page in pages)
    return Line(PageKind(row.kind), in_language(row.name, language), stations)


def _place(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def _by_place(fault: ContentError) -> tuple[str, int]:
    return str(fault.file), fault.line


def _first(faults: list[ContentError]) -> ContentError:
    return min(faults, key=_by_place)
