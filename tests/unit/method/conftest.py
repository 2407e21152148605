"""A small content folder without faults, to be spoiled one fault at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

METHOD = """\
reference = "A"
secrecy = "B"
loop = ["stage.second", "stage.first"]

[[lines]]
kind = "condition"
name = { nl = "Voorwaarden", fr = "Conditions" }
first = 1
stations = [
  { page = "condition.one", row = 0 },
]

[[lines]]
kind = "skill"
name = { nl = "Skills" }
first = 1
stations = [
  { page = "skill.planned", row = 0 },
  { page = "skill.seeing", row = 2 },
]

[[lines]]
kind = "stage"
name = { nl = "Stappen" }
first = 0
stations = [
  { page = "stage.first", row = 1 },
  { page = "stage.second", row = 2 },
]

[couplings]
provenance = "derived"

[couplings.stage_of]
"skill.seeing" = "stage.second"

[order]
situation = ["situation.stuck"]

[sources]
A = "De methode."
B = { nl = "De wet.", fr = "La loi." }
"""

STATION = """\
+++
id = "{id}"
kind = "{kind}"
title = "Een titel"
short = "Kort"
gist = "Waarover het gaat."
name_provenance = "resokit"
question_provenance = "derived"
sources = ["A"]
next = [
  {{ page = "condition.one", reason = "Begin hier." }},
  {{ page = "skill.seeing", reason = "Ga dan hier." }},
]

[questions]
q1 = "Wat zie je?"
q2 = "Wat nog?"
+++

## Wat is het? {{#what .derived}}

Een zin met een [verwijzing](page:stage.first).

## Zo doe je het {{#how .srv}}

Doe het.

## Klaar als {{#signs .derived}}

- Het is klaar.

## Valkuil {{#pitfall .derived}}

Pas op.

## Voorbeeld {{#example .derived}}

Er was eens.
"""

SITUATION = """\
+++
id = "situation.stuck"
kind = "situation"
title = "Ik zit vast"
short = "Vast"
gist = "Wat nu?"
name_provenance = "derived"
question_provenance = "derived"
stops = [{ page = "condition.one", reason = "Altijd goed." }]

[[steps]]
id = "where"
text = "Waar zit je vast?"

[[steps.choices]]
text = "Bij de persoon"
stops = [
  { page = "skill.seeing", reason = "Kijk eerst." },
  { page = "stage.first", reason = "Begin opnieuw." },
]

[[steps.choices]]
text = "Bij mezelf"
note = "dat kan"
stops = [{ page = "stage.first", reason = "Begin bij het begin." }]
ask = "when"

[[steps]]
id = "when"
text = "Sinds wanneer?"

[[steps.choices]]
text = "Al lang"
stops = [
  { page = "stage.second", reason = "Kijk terug." },
  { page = "stage.first", reason = "Een tweede reden telt niet." },
]
+++

## Herken je dit? {#what .derived}

Je zit vast.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with four stations, a planned one and a situation, all in Dutch."""
    (tmp_path / "method.toml").write_text(METHOD, "utf-8")
    for kind, folder, words in (
        ("condition", "conditions", ("one",)),
        ("skill", "skills", ("seeing",)),
        ("stage", "stages", ("first", "second")),
    ):
        for word in words:
            file = tmp_path / "nl" / folder / f"{word}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(STATION.format(id=f"{kind}.{word}", kind=kind), "utf-8")
    stuck = tmp_path / "nl" / "situations" / "stuck.md"
    stuck.parent.mkdir()
    stuck.write_text(SITUATION, "utf-8")
    return tmp_path
