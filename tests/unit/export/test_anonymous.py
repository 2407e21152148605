"""For intervision: names whole word, any case, with -s and 's; days to the month; and what is left is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resokit_tui.casework.client import Client
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact, ContactKind
from resokit_tui.casework.plan import Action
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.core.text import fold
from resokit_tui.export.anonymous import Replacer, doubts
from resokit_tui.export.audience import Audience
from resokit_tui.export.markdown import to_markdown
from resokit_tui.export.names import letters, stand_ins
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.role_plan import role_plan
from resokit_tui.method.folder import content_folder
from resokit_tui.workspace.practice import practice_dossiers
from tests.unit.export.dossiers import AT, TODAY, dossier

NL = load_catalog("nl")
CASES = {
    one.client.alias: one
    for folder in (content_folder() / "demo", Path(__file__).parents[2] / "dossiers")
    for one in practice_dossiers(folder, TODAY, AT["created"].tzinfo)
}
"""The five fictional cases, dated round the day they were written."""


def replacer(*names: str, kind: ContactKind = ContactKind.PERSON) -> Replacer:
    people = [Contact(**AT, name=name, kind=kind) for name in names]
    return Replacer(stand_ins(dossier(Client(**AT, alias="Oksana"), *people), NL), NL)


@pytest.mark.parametrize(
    ("names", "text", "told"),
    [
        (["Salma"], "Samen met Salma en SALMA.", "Samen met persoon A en persoon A."),
        (["Salma"], "Salma's jas en Salma’s moeder", "Persoon A’s jas en persoon A’s moeder"),
        (["Guy"], "Guys zoon, de Guyot niet.", "Persoon A’s zoon, de Guyot niet."),
        (["Fons"], "Fons' baasje", "Persoon A’s baasje"),
        (["Irène"], "Irene schreef, irène ook.", "Persoon A schreef, persoon A ook."),
        (["Dokter D’Hondt"], "Bij D'Hondt geweest.", "Bij persoon A geweest."),
        (["Meneer Van den Broeck"], "Van den Broeck zet de zakken buiten.", "Persoon A zet de zakken buiten."),
        (["Mama Greet"], "Greet wil het, mama ook.", "Persoon A wil het, mama ook."),
        (["هالة (Hala)"], "Hala belt, هالة ook", "Persoon A belt, persoon A ook"),
        (["ik"], "Ik ben hier.", "Ik ben hier."),
        (["Jan", "Jan Peeters"], "Jan Peeters en Jan", "Persoon B en persoon A"),
        ([], "Oksana zingt.", "De persoon zingt."),
        ([], "Naar Molenbeek en Saint-Gilles.", "Naar een plek en een plek."),
    ],
)
def test_names_are_replaced_as_whole_words(names: list[str], text: str, told: str) -> None:
    assert replacer(*names).text(text) == told


def test_each_kind_has_a_word_of_its_own() -> None:
    assert replacer("Fons", kind=ContactKind.ANIMAL).text("Met Fons.") == "Met dier A."
    assert [letters(number) for number in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("op 12/10/2026 en 2026-10-12", "op oktober 2026 en oktober 2026"),
        ("op 3-4-26", "op april 2026"),
        ("vanaf 12 oktober 2026", "vanaf oktober 2026"),
        ("le 1er mai, on 3rd of June", "le mai, on June"),
        ("om 12.30 uur, 12--14 uur, lijn 53, artikel 458", "om 12.30 uur, 12--14 uur, lijn 53, artikel 458"),
    ],
)
def test_days_in_a_text_are_told_to_the_month(text: str, told: str) -> None:
    assert replacer().text(text) == told


def plan_text(case: Dossier, audience: Audience = Audience.INTERVISIE, **more: Any) -> str:
    catalog = load_catalog("nl")
    return to_markdown(plan_document(role_plan(case, audience, TODAY, **more), catalog, audience=audience))


@pytest.mark.parametrize("alias", list(CASES))
def test_no_recorded_name_and_no_day_is_in_a_plan_for_intervision(alias: str) -> None:
    case = CASES[alias]
    told = fold(plan_text(case, organisation="CAW Kanarie", professional="Joke Kanarie"))
    words = set("".join(letter if letter.isalnum() else " " for letter in told).split())
    client = case.client
    names = [client.alias, client.municipality, *(one.name for one in case.all(Contact))]
    telling = [
        part for name in names for part in name.replace("(", " ").replace(")", " ").split() if part[:1].isupper()
    ]
    ordinary = {"de", "van", "den", "meneer", "mevrouw", "dokter", "mama", "papa", "oma", "broer", "trainer", "dochter"}
    ordinary |= {"imam", "buschauffeur", "gemeentelijke"}
    assert [part for part in telling if fold(part) in words - ordinary] == []
    assert "kanarie" not in told
    days = {one.due for one in case.all(Action) if one.due} | {TODAY}
    assert [day for day in days if f"{day.day} {NL.date_long(day).split()[2]}" in told] == []


@pytest.mark.parametrize("alias", ["يوسف (Youssef)", "J."])
def test_what_the_cases_say_no_partner_may_read(alias: str) -> None:
    with pytest.raises(CannotError):
        role_plan(CASES[alias], Audience.PARTNER, TODAY)


def test_the_parents_of_lotte_read_the_plan_and_not_the_notes() -> None:
    told = plan_text(CASES["Lotte"], Audience.PARTNER)
    assert "Beheerder van de startlijst" in told
    assert "rugnummer" not in told.replace("rugnummers", "")
    assert "rugnummer" in plan_text(CASES["Lotte"], Audience.FULL).replace("rugnummers", "")


def test_words_that_may_be_names_are_shown_once_with_what_stands_around_them() -> None:
    text = "Karim belt elke dag. Ze gaat met Nadia naar het Zuidpark. Wachten duurt lang, en wachten is saai."
    found = doubts((text, "Nadia weer"), {})
    assert [one.word for one in found] == ["Karim", "Nadia", "Zuidpark"]
    assert found[1].around == "Ze gaat met Nadia naar het Zuidpark."


def test_stand_ins_are_no_doubt() -> None:
    names = {"salma": "persoon A"}
    assert doubts("Persoon A komt met persoon A.", names) == []


def test_dates_of_the_plan_itself_are_months() -> None:
    step = Action(**AT, title="Bellen", due=date(2026, 12, 24))
    told = plan_text(dossier(Client(**AT, alias="Oksana"), step))
    assert "december 2026" in told
    assert "24" not in told


def test_the_cases_can_be_read() -> None:
    assert sorted(CASES) == sorted(["Marie-Louise", "Luc", "Lotte", "J.", "يوسف (Youssef)"])
