"""Suggestions for roles: from this person, over the parts of life, and never what was said already."""

from __future__ import annotations

import pytest

from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.neighbourhood import Place
from resokit_tui.casework.profile import Interest, Strength
from resokit_tui.casework.role import IdeaChoice, RoleIdea
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import load_catalog
from resokit_tui.core.record import Record
from resokit_tui.method.catalogue import load_catalogue
from resokit_tui.method.folder import content_folder
from resokit_tui.workspace.ideas import GIVES, MOST_OF_A_DOMAIN, make_ideas, places_for
from tests.conftest import NOW

CATALOGUE = load_catalogue(content_folder())
LIKES_CHESS = Interest(text="schaken", created=NOW, changed=NOW)
PATIENT = Strength(text="legt geduldig uit", created=NOW, changed=NOW)


def dossier(*records: Record) -> Dossier:
    tables: dict[str, tuple[Record, ...]] = {}
    for record in records:
        table = TABLES[type(record)]
        tables[table] = (*tables.get(table, ()), record)
    return Dossier("d", tables)


def idea(
    name: str, domain: LifeDomain | None = None, choice: IdeaChoice = IdeaChoice.OPEN, place: str = ""
) -> RoleIdea:
    return RoleIdea(name=name, domain=domain, choice=choice, place=place, created=NOW, changed=NOW)


def place(name: str, domain: LifeDomain | None = None, happens: str = "") -> Place:
    return Place(name=name, domain=domain, happens=happens, created=NOW, changed=NOW)


def test_suggestions_fit_the_person_and_lie_in_several_parts_of_life() -> None:
    roles = make_ideas(dossier(LIKES_CHESS, PATIENT), (), CATALOGUE).roles
    assert roles[0].because
    assert all(set(role.because) <= {"schaken", "spelletjes", "geduldig"} for role in roles)
    assert len({role.domain for role in roles[:5]}) >= 3
    assert max(sum(role.domain is domain for role in roles) for domain in LifeDomain) <= MOST_OF_A_DOMAIN


@pytest.mark.parametrize("choice", list(IdeaChoice))
def test_what_was_thought_of_is_not_suggested_again_whatever_was_said_of_it(choice: IdeaChoice) -> None:
    name = make_ideas(dossier(LIKES_CHESS), (), CATALOGUE).roles[0].name
    known = idea(name.upper(), choice=choice)
    assert name not in [role.name for role in make_ideas(dossier(LIKES_CHESS, known), (), CATALOGUE).roles]


def test_parts_of_life_without_an_idea_come_first() -> None:
    first = make_ideas(dossier(LIKES_CHESS), (), CATALOGUE).roles[0].domain
    roles = make_ideas(dossier(LIKES_CHESS, idea("Iets anders", first)), (), CATALOGUE).roles
    assert roles[0].domain is not first
    assert roles[-1].domain is first


def test_own_places_are_suggested_by_word_and_by_part_of_life_until_they_are_used() -> None:
    toren = place("De Toren", happens="Elke vrijdag schaken.")
    bad = place("Zwembad Noord")
    plein = place("Plein", LifeDomain.LEISURE)
    ideas = make_ideas(dossier(LIKES_CHESS), (bad, plein, toren), CATALOGUE)
    assert [each.name for each in ideas.places] == ["De Toren", "Plein"]
    chess = next(role for role in ideas.roles if role.domain is LifeDomain.LEISURE)
    assert chess.places[0] == "De Toren"
    used = make_ideas(dossier(LIKES_CHESS, idea("Speler", place="de toren")), (bad, plein, toren), CATALOGUE)
    assert [each.name for each in used.places] == ["Plein"]
    assert places_for((bad, plein), None, ("zwembad",)) == [bad]


def test_ideas_stand_in_the_order_of_what_is_said_of_them() -> None:
    said = [idea(choice, choice=choice) for choice in reversed(IdeaChoice)]
    assert [each.choice for each in make_ideas(dossier(*said), (), CATALOGUE).kept] == [
        IdeaChoice.CHOSEN,
        IdeaChoice.OPEN,
        IdeaChoice.LATER,
        IdeaChoice.REJECTED,
    ]


HOME, WORK, ONLINE = LifeDomain.HOME, LifeDomain.WORK, LifeDomain.ONLINE


@pytest.mark.parametrize(
    ("domains", "said"),
    [
        ((), "Met 5 ideeën in 3 levensdomeinen heb je wat te kiezen."),
        ((HOME, HOME, WORK), "Nog 2 ideeën, in 1 ander domein: dan heb je wat te kiezen."),
        ((HOME, HOME, WORK, ONLINE), "Nog 1 idee: dan heb je wat te kiezen."),
        ((HOME,) * 7, "Nog 2 ideeën, in 2 andere domeinen: dan heb je wat te kiezen."),
        ((HOME, HOME, WORK, ONLINE, ONLINE), "5 ideeën in 3 levensdomeinen: je kan samen kiezen."),
    ],
)
def test_it_says_in_words_how_much_more_is_needed(domains: tuple[LifeDomain, ...], said: str) -> None:
    ideas = make_ideas(dossier(*(idea(f"Idee {n}", domain) for n, domain in enumerate(domains))), (), CATALOGUE)
    assert load_catalog("nl").render(ideas.enough) == said


def test_an_empty_dossier_has_no_suggestions_and_says_that_nothing_is_known() -> None:
    ideas = make_ideas(dossier(), (), CATALOGUE)
    assert (ideas.kept, ideas.roles, ideas.places, ideas.sources) == ((), (), (), ())


def test_a_suggestion_says_in_the_persons_own_words_what_it_came_from_and_what_it_may_bring() -> None:
    ideas = make_ideas(dossier(LIKES_CHESS, PATIENT), (), CATALOGUE)
    assert {role.interest for role in ideas.roles} == {"schaken", "legt geduldig uit"}
    assert all(role.brings for role in ideas.roles)


def test_every_word_of_what_a_role_gives_is_a_good_thing_of_life() -> None:
    assert set(CATALOGUE.gives) == set(GIVES)


def test_interests_and_strengths_say_how_many_ideas_came_from_each() -> None:
    speler = RoleIdea(name="Speler", interest="Schaken", created=NOW, changed=NOW)
    sources = make_ideas(dossier(PATIENT, LIKES_CHESS, speler), (), CATALOGUE).sources
    assert [(each.text, each.is_strength, each.ideas) for each in sources] == [
        ("schaken", False, 1),
        ("legt geduldig uit", True, 0),
    ]
