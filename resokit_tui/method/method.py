"""The whole method in one language: its pages, and how they hang together on the map."""

from __future__ import annotations

from difflib import get_close_matches

import msgspec

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import Page, PageKind, Provenance, Question, Source


class Line(msgspec.Struct, frozen=True):
    """A line of the map: its name and the stations that have a page, in order."""

    kind: PageKind
    name: str
    pages: tuple[str, ...]


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """Everything we know, in one language. A station without a page yet is in `planned` and nowhere else."""

    language: str
    pages: dict[str, Page]
    """By id; line by line as on the map, then situations, theory and tools in the order of `method.toml`."""
    lines: tuple[Line, Line, Line]
    couplings: dict[str, str]
    """Skill → the stage at which it helps most; they share a row of the map."""
    coupling_provenance: Provenance
    loop: tuple[str, str]
    """Where the return line of the map leaves and arrives; either may have no page yet."""
    rows: dict[str, int]
    """Row of the map (0–11) of each station."""
    numbers: dict[str, int]
    """Place of each station on its line, counted over planned stations too, so that it never shifts."""
    sources: dict[str, Source]
    reference: Source
    """The publication of the method itself."""
    secrecy: Source
    """The law on professional secrecy, cited in this one place."""
    planned: tuple[str, ...]
    """Ids named in `method.toml` that have no page in any language."""

    def page(self, id: str) -> Page:
        """The page with this id. Raises `CannotError`, with the ids that look like it, when there is none."""
        if page := self.pages.get(id):
            return page
        raise CannotError(self._unknown(id))

    def of_kind(self, kind: PageKind) -> tuple[Page, ...]:
        """All pages of one kind, in their order."""
        return tuple(page for page in self.pages.values() if page.kind is kind)

    def question(self, id: str) -> Question:
        """The question with this whole id (`condition.trust.q1`). Raises `CannotError` when there is none."""
        page = self.page(id.rpartition(".")[0])
        for question in page.questions:
            if question.id == id:
                return question
        raise CannotError(Message("The page “{title}” has no question {id}.", title=page.title, id=id))

    def partner(self, id: str) -> str | None:
        """The stage that belongs with a skill, or the skill that belongs with a stage."""
        if id in self.couplings:
            return self.couplings[id]
        return next((skill for skill, stage in self.couplings.items() if stage == id), None)

    def number(self, id: str) -> int:
        """Place of a station on its line: conditions and skills from 1, stages from 0. `KeyError` off the map."""
        return self.numbers[id]

    def _unknown(self, id: str) -> Message:
        by_word = {page.rpartition(".")[2]: page for page in self.pages}
        close = [page for page in self.pages if page.rpartition(".")[2] == id.rpartition(".")[2]]
        close += get_close_matches(id, self.pages, n=3)
        close += [by_word[word] for word in get_close_matches(id.rpartition(".")[2], by_word, n=3)]
        if not close:
            return Message("There is no page “{page}”. The list of all pages shows what there is.", page=id)
        suggestions = ", ".join(dict.fromkeys(close))
        return Message("There is no page “{page}”. Did you mean: {suggestions}?", page=id, suggestions=suggestions)
