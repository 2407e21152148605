"""Choosing an idea makes the role that is worked out, and takes nothing away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from resokit_tui.casework.check import RoleCheck
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.role import GoodThing, IdeaChoice, RoleIdea
from resokit_tui.core.record import Record
from resokit_tui.workspace.choosing import choose, chosen_records, design_of, worked_out
from resokit_tui.workspace.dossiers import Workspace
from tests.conftest import NOW

WORDS = {good: good.value.upper() for good in GoodThing}
LATER = NOW + timedelta(hours=1)


def idea(name: str, choice: IdeaChoice = IdeaChoice.OPEN) -> RoleIdea:
    return RoleIdea(
        name=name, choice=choice, why="Graag.", place="De Toren", brings=(GoodThing.VOICE,), created=NOW, changed=NOW
    )


def after(dossier: Dossier, *records: Record) -> Dossier:
    """What is on the disk once these are saved."""
    tables = {table: {each.id: each for each in kept} for table, kept in dossier.tables.items()}
    for record in records:
        tables.setdefault(TABLES[type(record)], {})[record.id] = record
    return Dossier(
        "d",
        {
            table: tuple(sorted((r for r in kept.values() if r.trashed is None), key=lambda r: r.created))
            for table, kept in tables.items()
        },
    )


EMPTY = Dossier("d", {})


def test_an_idea_becomes_the_role_with_what_is_known_of_it() -> None:
    tower = idea("Torenwachter")
    chosen = after(EMPTY, *chosen_records(after(EMPTY, tower), tower, WORDS, LATER))
    design = chosen.newest(RoleDesign)
    assert design is not None
    assert (design.idea, design.name, design.why, design.place) == (tower.id, "Torenwachter", "Graag.", "De Toren")
    assert design.brings == ("VOICE",)
    assert [each.choice for each in chosen.all(RoleIdea)] == [IdeaChoice.CHOSEN]


def test_what_was_worked_out_already_is_filled_in_but_never_written_over() -> None:
    tower = idea("Torenwachter", IdeaChoice.CHOSEN)
    begun = RoleDesign(name="torenwachter", why="Omdat hij blijft.", sentence="Ik ben …", created=NOW, changed=NOW)
    dossier = after(EMPTY, tower, begun)
    (design,) = chosen_records(dossier, tower, WORDS, LATER)
    assert isinstance(design, RoleDesign)
    assert (design.id, design.name, design.why, design.sentence) == (begun.id, begun.name, begun.why, begun.sentence)
    assert (design.idea, design.place) == (tower.id, "De Toren")
    assert chosen_records(after(dossier, design), tower, WORDS, LATER) == ()


def test_another_role_stays_with_its_idea_and_one_comes_back_to_it_where_it_was_left() -> None:
    tower, player = idea("Torenwachter"), idea("Speler")
    dossier = after(EMPTY, tower, player)
    dossier = after(dossier, *chosen_records(dossier, tower, WORDS, LATER))
    first = dossier.newest(RoleDesign)
    assert first is not None
    dossier = after(dossier, first.replaced(LATER, sentence="Ik ben de torenwachter."))
    dossier = after(dossier, *chosen_records(dossier, player, WORDS, LATER + timedelta(hours=1)))
    now = worked_out(dossier)
    assert now is not None
    assert now.name == "Speler"
    kept = design_of(dossier, tower)
    assert kept is not None
    assert kept.sentence == "Ik ben de torenwachter."
    dossier = after(dossier, *chosen_records(dossier, dossier.all(RoleIdea)[0], WORDS, LATER + timedelta(hours=2)))
    again = dossier.newest(RoleDesign)
    assert again is not None
    assert (again.idea, again.sentence) == (tower.id, "Ik ben de torenwachter.")
    assert len(dossier.all(RoleDesign)) == 2


def test_a_role_that_came_from_no_idea_becomes_one_when_another_takes_over() -> None:
    player = idea("Speler")
    typed = RoleDesign(name="Torenwachter", sentence="Ik ben …", created=NOW, changed=NOW)
    check = RoleCheck(about=typed.id, created=NOW, changed=NOW)
    dossier = after(EMPTY, player, typed, check)
    dossier = after(dossier, *chosen_records(dossier, player, WORDS, LATER))
    back = next(each for each in dossier.all(RoleIdea) if each.name == "Torenwachter")
    kept = design_of(dossier, back)
    assert kept is not None
    assert kept.sentence == "Ik ben …"
    assert [each.about for each in dossier.all(RoleCheck)] == [back.id]


@pytest.mark.parametrize("choice", list(IdeaChoice))
def test_choosing_is_one_commit_and_choosing_again_is_none(practice: Workspace, choice: IdeaChoice) -> None:
    session = practice.open(practice.find("Marie-Louise"))
    fresh = idea("Torenwachter", choice)
    before = len(list(session.history()))
    assert choose(session, fresh, WORDS)
    assert len(list(session.history())) == before + 1
    kept = next(each for each in session.dossier.all(RoleIdea) if each.id == fresh.id)
    assert not choose(session, kept, WORDS)
    assert len(list(session.history())) == before + 1
