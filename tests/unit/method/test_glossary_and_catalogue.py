"""The words of the trade and the store of roles: faults are named, words are found, ideas are spread."""

from __future__ import annotations

from pathlib import Path

import pytest

from resokit_tui.core.domains import LifeDomain
from resokit_tui.method.catalogue import load_catalogue, read_catalogue
from resokit_tui.method.faults import ContentError
from resokit_tui.method.folder import content_folder
from resokit_tui.method.glossary import glossary_link_faults, load_glossary, read_glossary
from resokit_tui.method.loader import load_method

GLOSSARY = load_glossary(content_folder())
CATALOGUE = load_catalogue(content_folder())


class TestGlossary:
    def test_a_hundred_terms_in_three_languages_each_with_a_line(self) -> None:
        assert len(GLOSSARY.terms) == 100
        for term in GLOSSARY.terms.values():
            assert term.nl
            assert term.fr
            assert term.en
            assert 0 < len(term.explain["nl"].split()) <= 25

    def test_terms_lead_to_pages_that_exist(self) -> None:
        pages = set(load_method(content_folder(), "nl").pages)
        assert list(glossary_link_faults(content_folder(), GLOSSARY, pages)) == []

    def test_words_are_found_in_a_text_and_the_longest_first(self) -> None:
        text = "Een sociaal gewaardeerde rol vraagt wederzijds vertrouwen."
        assert [text[a:b] for a, b, _ in GLOSSARY.find(text)] == [
            "sociaal gewaardeerde rol",
            "wederzijds vertrouwen",
        ]

    def test_a_word_inside_another_is_not_a_term(self) -> None:
        assert list(GLOSSARY.find("buurtnetwerken xx-inspraak")) == []

    def test_faults_name_file_and_line(self, tmp_path: Path) -> None:
        row = '[[term]]\nid = "a"\nnl = "a"\nfr = "a"\nen = "a"\nexplain = { nl = "a" }\nprovenance = "srv"\n'
        (tmp_path / "glossary.toml").write_text(row + row)
        faults: list[ContentError] = []
        read_glossary(tmp_path, faults)
        assert [(f.file.name, f.line) for f in faults] == [("glossary.toml", 9)]


class TestCatalogue:
    def test_it_is_broad_in_every_domain(self) -> None:
        assert len(CATALOGUE.role) >= 200
        for domain in LifeDomain:
            assert sum(role.domain is domain for role in CATALOGUE.role) >= 15

    @pytest.mark.parametrize("words", [["piano", "koor"], ["naaien en verstellen", "whist"], ["schaken"], ["honden"]])
    def test_five_ideas_in_three_domains_for_whoever_likes_something(self, words: list[str]) -> None:
        first = CATALOGUE.matching(words)[:5]
        assert len(first) == 5
        assert len({role.domain for role in first}) >= 3

    def test_a_short_word_inside_another_means_nothing(self) -> None:
        assert CATALOGUE.matching(["en", "de", "xyzzy"]) == []

    def test_a_word_that_is_not_in_the_list_is_a_fault(self, tmp_path: Path) -> None:
        text = (content_folder() / "roles.toml").read_text(encoding="utf-8")
        (tmp_path / "roles.toml").write_text(text.replace('counter = "', 'interests = ["x"]\ncounter = "', 1))
        faults: list[ContentError] = []
        read_catalogue(tmp_path, faults)
        assert faults
        assert faults[0].line > 1

    def test_without_a_file_there_is_an_empty_catalogue(self, tmp_path: Path) -> None:
        assert load_catalogue(tmp_path).role == ()
        assert load_glossary(tmp_path).terms == {}
