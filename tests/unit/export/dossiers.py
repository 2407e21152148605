"""Small dossiers to print: a full one, one halfway, one with only an alias, and one in every script."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TypedDict

import msgspec

from resokit_tui.casework.client import Client
from resokit_tui.casework.design import Need, NeedArea, RoleDesign
from resokit_tui.casework.dossier import TABLES, Dossier
from resokit_tui.casework.network import Contact, ContactKind, Ring
from resokit_tui.casework.note import Answer, Note, Standing
from resokit_tui.casework.plan import Action, ActionStatus, Review
from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.quality import QualityDomain, QualityOfLife
from resokit_tui.casework.reflection import Reflection
from resokit_tui.casework.role import IdeaChoice, Role, RoleIdea, RoleTime
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.record import Record
from resokit_tui.core.text import clean
from resokit_tui.export.blocks import Block, Document
from resokit_tui.export.figures import Star, Timeline, Web

MADE = datetime(2026, 6, 9, 14, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
CREATED = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Times(TypedDict):
    """What every record needs."""

    created: datetime
    changed: datetime


AT: Times = {"created": MADE, "changed": MADE}

CANARIES = (
    "kanarieterugblik",
    "kanariesituatie",
    "kanarievoornemen",
    "kanariestand",
    "kanarieantwoord",
    "kanariecontact",
    "kanarierelatie",
    "kanarieprullenmand",
)
"""Words that stand in fields that may not leave the house in any plan; `canaries` goes over every field there is."""


def dossier(*records: Record, number: int = 1) -> Dossier:
    """A snapshot of these records, in this order."""
    tables: dict[str, tuple[Record, ...]] = {}
    for record in records:
        table = TABLES[type(record)]
        tables[table] = (*tables.get(table, ()), record)
    return Dossier(f"{number:032x}", tables)


def identified(records: Iterable[Record]) -> list[Record]:
    """The same records with fixed ids, so that two processes make the same dossier."""
    return [msgspec.structs.replace(one, id=f"{place:032x}") for place, one in enumerate(records, 1)]


def secrets() -> list[Record]:
    """One canary in every field that is not for the plan."""
    return [
        Reflection(
            **AT,
            held=TODAY,
            page="condition.belief",
            situation="kanariesituatie",
            looking_back="kanarieterugblik",
            resolve="kanarievoornemen",
        ),
        Standing(**AT, page="condition.trust", level=3, sign="kanariestand"),
        Answer(**AT, question="condition.trust.q1", text="kanarieantwoord"),
        Note(**AT, day=TODAY, text="kanarienotitie"),
        QualityOfLife(**AT, day=TODAY, scores={QualityDomain.RIGHTS: 4}, note="kanariekwaliteit"),
        Strength(**AT, text="kanarieprullenmand", trashed=MADE),
        Action(**AT, title="kanarieprullenmand", trashed=MADE),
    ]


def marie_louise() -> Dossier:
    """Everything filled in, and a canary in everything that may not be printed."""
    return dossier(
        *identified(
            [
                Client(**AT, alias="Marie-Louise", occasion="kanarieaanleiding"),
                Profile(
                    **AT,
                    appreciated=("Ik leg iets uit tot het lukt.", "Ik hou mijn woord."),
                    important=("Nuttig zijn, niet beziggehouden worden.",),
                    support=("Bel een dag vooraf.", "Geef mij goed licht en de tijd."),
                    dream="Weer een vakvrouw zijn\nbij wie mensen aankloppen.",
                    unwanted=("Knutselen om de tijd te vullen.",),
                ),
                Strength(**AT, text="zeer vaste hand", evidence="zoomt een gordijn zonder meten"),
                Strength(**AT, text="legt geduldig uit"),
                Interest(**AT, text="whist"),
                Role(**AT, name="weduwe", domain=LifeDomain.FAMILY, valued_by_person=1),
                Role(**AT, name="klant van de bakker", domain=LifeDomain.NEIGHBOURHOOD, valued_by_person=2),
                Role(**AT, name="naaister in de Dansaertstraat", time=RoleTime.PAST),
                *(
                    Contact(**AT, name="kanariecontact", relation="kanarierelatie", domain=domain, paid=paid, ring=ring)
                    for domain, paid, ring in (
                        (LifeDomain.FAMILY, False, Ring.CLOSE),
                        (LifeDomain.SERVICES, True, Ring.CLOSE),
                        (LifeDomain.SERVICES, True, Ring.KNOWN),
                        (LifeDomain.NEIGHBOURHOOD, False, Ring.BY_SIGHT),
                    )
                ),
                RoleDesign(
                    **AT,
                    name="Verstelmeter in het repaircafé",
                    sentence="Ik ben verstelmeter in De Spoel, zodat kleren langer meegaan.",
                    quote="Ik sta weer op voor iets.",
                    why="Ze was **vakvrouw** en wil dat weer zijn.\n\n- zichtbaar\n- echt nodig",
                    brings=("erbij horen", "een vaste dag in de week"),
                    contributes="Ik leer een jonge vrijwilliger het vak.",
                    place="Repaircafé De Spoel",
                    neighbourhood="Laken",
                    with_whom="De coördinator en de herstellers.",
                    barriers=("trap zonder lift",),
                    chances=("ruimte met veel licht",),
                    goal="Tegen het voorjaar elke tweede zaterdag.",
                ),
                Need(
                    **AT,
                    area=NeedArea.COMPETENCE,
                    required="werken met de nieuwe machine",
                    present="vaste hand",
                    action="twee oefensessies",
                    who="coördinator",
                ),
                Need(**AT, area=NeedArea.IMAGE, required="plaats in de ruimte", action="tafel vooraan bij het raam"),
                Action(
                    **AT,
                    title="Eerste zaterdag meedraaien",
                    who="Marie-Louise",
                    due=date(2026, 9, 26),
                    status=ActionStatus.DONE,
                    note="kanariestapnotitie",
                ),
                Action(**AT, title="Vervoer regelen", who="Marie-Louise", due=date(2026, 9, 11)),
                Action(
                    **AT,
                    title="Cursus volgen",
                    status=ActionStatus.CANCELLED,
                    due=date(2026, 10, 1),
                    reason="Dat kan ik al.",
                ),
                Review(
                    **AT,
                    held=date(2026, 10, 2),
                    works="Er staan mensen te wachten.",
                    does_not_work="Twee uur is te lang.",
                    adjustment="Pauze om half elf.",
                    next=date(2026, 12, 12),
                ),
                *secrets(),
            ]
        )
    )


def luc() -> Dossier:
    """A dog counts as a contact, no roles are rated, the role is still an idea that was chosen."""
    return dossier(
        *identified(
            [
                Client(**AT, alias="Luc"),
                Strength(**AT, text="kan elke hond kalm krijgen"),
                Role(**AT, name="baasje van Fons"),
                Role(**AT, name="huurder"),
                Contact(**AT, name="Fons", kind=ContactKind.ANIMAL, domain=LifeDomain.FAMILY, ring=Ring.CORE),
                Contact(**AT, name="Mevrouw met de teckel"),
                RoleIdea(**AT, name="Vrijwilliger in het asiel", choice=IdeaChoice.REJECTED),
                RoleIdea(
                    **AT,
                    name="Meester van de hondenweide",
                    description="Luc opent en sluit de weide.",
                    why="Hij is er toch elke dag.",
                    choice=IdeaChoice.CHOSEN,
                ),
                Action(**AT, title="Sleutel regelen", who="wijkcomité", due=date(2026, 10, 16)),
            ]
        ),
        number=4,
    )


def nobody_yet() -> Dossier:
    """Only an alias."""
    return dossier(*identified([Client(**AT, alias="J.")]), number=9)


SCRIPTS = {
    "turkish": "Şükran İnci ığdır",
    "polish": "Małgorzata Żółć",
    "ukrainian": "Олена Їжакевич",
    "greek": "Ελένη Παπαδοπούλου",
    "vietnamese": "Nguyễn Thị Ánh",
    "arabic": "فاطمة الزهراء (أم يوسف)",
    "hebrew": "שלום (רב) לכולם",
    "tifinagh": "ⵜⵉⵣⵉⵔⵉ ⴰⵣⵓⵍ",
    "amharic": "ሰላም ለሁሉም",
    "emoji": "🙂👍🏽 ☑ → ★",
    "chinese": "你好 세계",
    "latin tamazight": "aɣrum ḥṭ",
}


def every_script() -> Dossier:
    """Each script as a strength, as a step and in running text."""
    return dossier(
        *identified(
            [
                Client(**AT, alias="Şükran فاطمة"),
                Profile(**AT, dream="\n\n".join(SCRIPTS.values()), appreciated=tuple(SCRIPTS.values())),
                *(Strength(**AT, text=text, evidence=text) for text in SCRIPTS.values()),
                *(Action(**AT, title=text, who=text) for text in SCRIPTS.values()),
            ]
        ),
        number=7,
    )


def told_blocks(document: Document) -> list[Block]:
    """The blocks whose words are read in order; a picture says its own sentence instead."""
    return [block for block in document.blocks if not isinstance(block, Web | Star | Timeline)]


def words(text: str) -> list[str]:
    """Words to compare: composed, without case."""
    return clean(text).casefold().split()


def stand_in_order(wanted: Iterable[str], found: Iterable[str]) -> str | None:
    """The first wanted word that does not follow the ones before it; `None` when all are there in order."""
    rest = iter(found)
    return next((word for word in wanted if not any(word in other for other in rest)), None)
