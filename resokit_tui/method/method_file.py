"""`content/method.toml`: how the pages hang together. It may name stations that are still to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.method.faults import ContentError, read_text
from resokit_tui.method.front import not_one_of
from resokit_tui.method.page import PageKind, Provenance, Source
from resokit_tui.method.toml import Toml

FILE_NAME = "method.toml"
FALLBACK = "nl"
"""The language every text exists in."""
LAST_ROW = 11
LINE_KINDS = (PageKind.CONDITION, PageKind.SKILL, PageKind.STAGE)


class Station(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place on a line, and its row on the map."""

    page: str
    row: int


class LineRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the map; `first` is the number of its first station."""

    kind: str
    name: dict[str, str]
    first: int
    stations: tuple[Station, ...]


class Couplings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which stage belongs with which skill, and who says so."""

    provenance: str
    stage_of: dict[str, str]


class MethodFile(msgspec.Struct, frozen=True):
    """The file as it is written; `reference` and `secrecy` are codes of `sources`."""

    reference: str
    secrecy: str
    loop: tuple[str, str]
    lines: tuple[LineRow, LineRow, LineRow]
    couplings: Couplings
    sources: dict[str, str | dict[str, str]]
    order: dict[str, tuple[str, ...]] = {}

    def ids(self) -> Iterator[str]:
        """Every page that is named: line by line, then the other kinds, each in its order."""
        for line in self.lines:
            yield from (station.page for station in line.stations)
        for pages in self.order.values():
            yield from pages

    def sources_in(self, language: str) -> dict[str, Source]:
        """The sources with their reference in one language."""
        return {code: Source(code, in_language(text, language)) for code, text in self.sources.items()}


def in_language(text: str | Mapping[str, str], language: str) -> str:
    """A text that is the same in all languages, or the one of this language; Dutch where that is not there."""
    return text if isinstance(text, str) else text.get(language) or text[FALLBACK]


def read_method_file(folder: Path, faults: list[ContentError]) -> MethodFile | None:
    """Reads and checks `method.toml` of a content folder; None when its form is wrong."""
    file = folder / FILE_NAME
    try:
        toml = Toml(file, read_text(file))
    except ContentError as error:
        faults.append(error)
        return None
    method = toml.read(MethodFile, faults)
    if method is not None:
        before = len(faults)
        faults += _line_faults(toml, method)
        faults += _coupling_faults(toml, method)
        faults += _text_faults(toml, method)
        if len(faults) > before:
            return None
    return method


def _line_faults(toml: Toml, method: MethodFile) -> Iterator[ContentError]:
    seen: set[str] = set()
    for n, (line, kind) in enumerate(zip(method.lines, LINE_KINDS, strict=True)):
        if line.kind != kind:
            yield toml.fault(("lines", n, "kind"), not_one_of(line.kind, [kind]))
        rows = [-1, *(station.row for station in line.stations)]
        for s, (station, (above, row)) in enumerate(zip(line.stations, pairwise(rows), strict=True)):
            place = ("lines", n, "stations", s)
            if not station.page.startswith(f"{kind}.") or station.page in seen:
                yield toml.fault(
                    place, Message("“{page}” does not belong here, or stands here twice.", page=station.page)
                )
            if not above < row <= LAST_ROW:
                order = Message(
                    "Row {row} is not free: rows go down the line, from 0 to {last}.", row=row, last=LAST_ROW
                )
                yield toml.fault(place, order)
            seen.add(station.page)


def _coupling_faults(toml: Toml, method: MethodFile) -> Iterator[ContentError]:
    rows = {station.page: station.row for line in method.lines for station in line.stations}
    stages = [station.page for station in method.lines[2].stations]
    if method.couplings.provenance not in set(Provenance):
        yield toml.fault(("couplings", "provenance"), not_one_of(method.couplings.provenance, Provenance))
    for skill, stage in method.couplings.stage_of.items():
        if skill not in rows or stage not in stages:
            yield toml.fault(("couplings", "stage_of", skill), not_one_of(stage if skill in rows else skill, rows))
        elif rows[skill] != rows[stage]:
            straight = Message("“{skill}” and “{stage}” must share a row of the map.", skill=skill, stage=stage)
            yield toml.fault(("couplings", "stage_of", skill), straight)
    for stage in method.loop:
        if stage not in stages:
            yield toml.fault(("loop",), not_one_of(stage, stages))


def _text_faults(toml: Toml, method: MethodFile) -> Iterator[ContentError]:
    for name, code in (("reference", method.reference), ("secrecy", method.secrecy)):
        if code not in method.sources:
            yield toml.fault((name,), not_one_of(code, method.sources))
    for code, text in method.sources.items():
        if not isinstance(text, str) and FALLBACK not in text:
            yield toml.fault(("sources", code), Message("“{name}” is missing. Add it.", name=FALLBACK))
    for n, line in enumerate(method.lines):
        if FALLBACK not in line.name:
            yield toml.fault(("lines", n, "name"), Message("“{name}” is missing. Add it.", name=FALLBACK))
    for kind, pages in method.order.items():
        if kind not in set(PageKind) - set(LINE_KINDS):
            yield toml.fault(("order", kind), not_one_of(kind, [k for k in PageKind if k not in LINE_KINDS]))
        for n, page in enumerate(pages):
            if not page.startswith(f"{kind}.") or page in pages[:n]:
                wrong = Message("“{page}” does not belong here, or stands here twice.", page=page)
                yield toml.fault(("order", kind, n), wrong)
