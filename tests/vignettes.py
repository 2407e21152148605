"""Turns fictional cases ("vignettes") into practice dossiers, with every date relative to today.

Run: `python tests/vignettes.py vignettes.json content/demo v01 v04 v09`, and with `tests/dossiers v02 v05` for the two
that only tests need. What a case does not tell (the client's own
words on the one-page profile, the sentence of the role) is added from `EXTRA`.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

TOLD_ON = date(2026, 11, 22)
"""The day the cases were written: their dates are counted from here."""

DOMAINS = {
    "familie": "family",
    "vrienden": "friends",
    "wonen": "home",
    "werk": "work",
    "onderwijs": "learning",
    "vrije tijd": "leisure",
    "buurt": "neighbourhood",
    "levensbeschouwing": "meaning",
    "online": "online",
    "hulpverlening": "services",
}
SUPPORT = {"emotioneel": "emotional", "gezelligheid": "company", "praktisch": "practical", "goede raad": "advice"}
FREQUENCY = {
    "dagelijks": "daily",
    "wekelijks": "weekly",
    "maandelijks": "monthly",
    "jaarlijks": "yearly",
    "nooit": "never",
}
KINDS = {"persoon": "person", "groep": "group", "plaats": "place", "dier": "animal"}
STATUS = {
    "te doen": "todo",
    "bezig": "busy",
    "klaar": "done",
    "uitgesteld": "postponed",
    "geannuleerd": "cancelled",
}
CONDITIONS = {
    "wederzijds vertrouwen": "condition.trust",
    "begrip": "condition.understanding",
    "geloof in kunnen": "condition.belief",
    "inspraak, participatie en co-creatie": "condition.say",
}
CONSENTS = {"gegeven": "given", "gedeeltelijk": "partly", "nog te vragen": "to_ask", "ingetrokken": "withdrawn"}
FORMS = {
    "schriftelijk": "written",
    "formulier": "written",
    "mondeling": "spoken",
    "vertegenwoordiger": "representative",
}
QUALITY = {
    "persoonlijke ontwikkeling": "development",
    "zelfbepaling": "self_determination",
    "interpersoonlijke relaties": "relations",
    "sociale inclusie": "inclusion",
    "rechten": "rights",
    "emotioneel welbevinden": "emotional",
    "fysiek welbevinden": "physical",
    "materieel welbevinden": "material",
}

ALL_BUT_NOTES = ["profile", "roles", "network", "ideas", "choice", "needs", "plan", "reviews", "quality"]

EXTRA: dict[str, dict[str, Any]] = {
    "v01": {
        "profile": {
            "appreciated": [
                "Ik zie aan de stof wat ze nodig heeft.",
                "Ik leg iets uit tot het lukt.",
                "Ik hou mijn woord.",
            ],
            "important": [
                "Nuttig zijn, niet beziggehouden worden.",
                "Zelf kiezen wie er binnenkomt, en wanneer.",
                "Op dinsdag thuis zijn voor het brood.",
            ],
            "support": [
                "Spreek mij aan met mevrouw.",
                "Bel een dag vooraf, dan ben ik klaar.",
                "Geef mij goed licht en de tijd.",
            ],
            "dream": "Weer een vakvrouw zijn bij wie mensen aankloppen.",
            "unwanted": ["Knutselen om de tijd te vullen.", "Dat mijn zoon iets leest voor ik ja zei."],
        },
        "design": {
            "sentence": "Ik ben verstelmeter in het repaircafé van De Spoel, zodat kleren en mensen langer meegaan.",
            "quote": "Ik sta weer op voor iets.",
            "contributes": "Ik herstel kleren van buren en ik leer een jonge vrijwilliger het vak.",
            "with_whom": "De coördinator, de andere herstellers, en straks Salma als leergast.",
            "brings": ["erbij horen", "waardering", "een vaste dag in de week", "contact met jonge mensen"],
            "goal": "Tegen het voorjaar ontvangt Marie-Louise elke tweede zaterdag bezoekers aan haar eigen naaitafel.",
        },
        "ideas": [
            ("Naailes geven aan huis", "rejected", "home", "Niet bij haar thuis: de trap is te zwaar voor bezoek."),
            ("Kaartpartner in de whistclub", "later", "leisure", "Leuk voor later, als de zaterdag goed loopt."),
            ("Klankbord voor een modeschool", "open", "learning", ""),
            ("Vaste luisteraar met een verzoekplaat", "open", "online", ""),
        ],
        "roles": {
            "weduwe": ("family", 1, 1),
            "moeder op afstand": ("family", 3, 2),
            "klant van de bakker": ("neighbourhood", 2, 2),
            "cliënt van de thuiszorg": ("services", 0, 0),
            "+naaister in een atelier in de Dansaertstraat": ("work", 3, 3),
        },
        "idea_domain": "neighbourhood",
        "idea_brings": ["belonging", "respect", "learning"],
        "address": "u",
        "partners": [{"partner": "Dienstencentrum De Spoel", "covers": ["choice", "needs", "plan", "reviews"]}],
        "knowledge": ["stoffen herkennen op het gevoel", "Nederlands en Frans"],
        "analogue": "In een repaircafé zit een vakvrouw achter haar eigen tafel, met haar naam op een bordje.",
        "present": {
            "werken met de nieuwe naaimachine": ("veertig jaar ervaring aan de machine", "de knoppen zijn digitaal"),
            "hulp durven vragen voor vervoer": ("ze belt haar zoon elke zondag zelf", "een vreemde durven bellen"),
        },
        "needs": [
            ("transport", "tien minuten stappen, en een trap zonder lift", "de minder mobielen centrale"),
            ("adaptation", "goed zien wat ze naait", "een loeplamp en een tafel bij het raam"),
        ],
        "plan": {
            "supporters": "De begeleider belt de eerste vier zaterdagen. Daarna belt Marie-Louise zelf als er iets is.",
            "risk": "Haar ogen worden moe, of de lift van het vervoer komt niet.",
            "safe_enough": "Ze stopt wanneer ze wil, en de coördinator weet wie er dan overneemt.",
            "plan_b": "Herstellen aan huis, en Salma brengt het werk mee.",
            "agreements": "Het dienstencentrum weet wat ze kan. Over haar gezondheid vertellen we niets.",
            "present": "Marie-Louise, de coördinator van het dienstencentrum en de begeleider",
            "say": "co_decides",
            "disagreement": "De coördinator wil twee vaste zaterdagen per maand. Marie-Louise beslist liever per keer.",
            "agreed": "2026-07-03",
            "agreed_how": "mondeling, en samen gelezen",
            "copy_given": True,
        },
        "review": {
            "with_whom": "Marie-Louise, de coördinator en de begeleider",
            "missed": "yes",
            "new_contacts": "Twee herstellers, en een meneer die terugkwam om dank u te zeggen.",
            "competence": "Ze werkt zelf met de nieuwe machine.",
            "image": "Bezoekers vragen naar de vakvrouw.",
            "satisfaction": "Ik sta weer op voor iets.",
            "outcome": "adjust",
        },
        "earlier": {
            "condition.trust": ("2026-06-12", 1, "Ze doet de deur open, maar blijft in de gang."),
            "condition.say": ("2026-06-20", 1, "Ik stel voor, zij knikt."),
        },
        "standings": {
            "condition.trust": (3, "Ze belt zelf als een uur niet past."),
            "condition.understanding": (2, "Ik weet wat dinsdag voor haar betekent."),
            "condition.belief": (1, "Ze twijfelt aan haar ogen."),
            "condition.say": (2, "Zij koos de naam en het uur."),
        },
    },
    "v04": {
        "profile": {
            "appreciated": ["Ik krijg elke hond kalm.", "Ik zie meteen wat er niet klopt op een plein."],
            "important": ["Buiten zijn, met Fons.", "Dat mensen mijn naam kennen en niet alleen die van mijn hond."],
            "support": ["Wandel mee. Zittend praten gaat niet.", "Geen formulieren op de eerste afspraak."],
            "dream": "Dat er iemand zwaait naar mij en niet naar de hond.",
            "unwanted": ["Uitleggen waar ik vandaan kom."],
        },
        "design": {
            "sentence": "Ik ben de meester van de hondenweide in Anderlecht, zodat honden en baasjes het goed hebben.",
            "quote": "Eén dak en vier muren die terugkijken, dat is niet genoeg.",
            "contributes": "Ik open en sluit de weide, en ik ontvang nieuwe baasjes.",
            "with_whom": "Het wijkcomité, en alle baasjes.",
            "brings": ["een vaste plek", "respect", "gekend zijn bij naam"],
            "goal": "Tegen de opening is Luc de vaste meester van de weide, met sleutel en hesje van het comité.",
        },
        "ideas": [
            ("Hondenuitlater voor oudere buren", "later", "neighbourhood", "Eerst de weide."),
            ("Vrijwilliger in het asiel", "rejected", "work", "Te veel tralies, zegt Luc."),
            ("Gids op een oude tram", "open", "leisure", ""),
        ],
        "roles": {
            "baasje van Fons": ("family", 3, 3),
            "huurder": ("home", 2, 2),
            "man die iedereen van zien kent": ("neighbourhood", 1, 1),
        },
        "idea_domain": "neighbourhood",
        "address": "je",
        "standings": {
            "condition.trust": (3, "Hij vraagt zelf wanneer we wandelen."),
            "condition.belief": (2, "Hij schreef de huisregels."),
        },
    },
    "v09": {"address": "je", "idea_domain": "leisure"},
    "v02": {
        "address": "je",
        "idea_domain": "learning",
        "for_whom": "team",
        "language": "Arabisch, met tolk",
        "interpreter": "Arabisch",
    },
    "v05": {
        "address": "je",
        "idea_domain": "leisure",
        "partners": [{"partner": "Mama Greet en papa Wim", "covers": ALL_BUT_NOTES, "refused_parts": ["notes"]}],
    },
}


class Converter:
    """Turns one case into the tables of a dossier; ids follow from the case, so that they stay the same."""

    def __init__(self, case: dict[str, Any]) -> None:
        self._case = case
        self._extra = EXTRA.get(case["id"], {})
        self._count = 0
        self.tables: dict[str, list[dict[str, Any]]] = {}

    def add(self, table: str, made: str | None = None, **fields: Any) -> None:
        """Adds a record, made on an ISO day (default: the first day of the case). Empty values are left out."""
        self._count += 1
        moment = relative(made or self._first_day()) + "T14:30"
        record = {
            "id": sha256(f"{self._case['id']}/{self._count}".encode()).hexdigest()[:32],
            "created": moment,
            "changed": moment,
        }
        record |= {
            name: value for name, value in fields.items() if value not in (None, "", [], {}) and value is not False
        }
        self.tables.setdefault(table, []).append(record)

    def _first_day(self) -> str:
        days = [self._case["toestemming"]["datum"], *(n["datum"] for n in self._case["notities"])]
        return min((d for d in days if d), default="2026-11-12")

    def convert(self) -> dict[str, Any]:
        """The whole dossier."""
        for part in (self._who, self._roles, self._network, self._design, self._plan, self._writing):
            part()
        identity = sha256(self._case["id"].encode()).hexdigest()[:32]
        return {"schema": "resokit-dossier/1", "id": identity, "tables": self.tables}

    def _who(self) -> None:
        case, extra = self._case, self._extra
        client, consent = case["client"], case["toestemming"]
        self.add(
            "client",
            alias=client["schuilnaam"],
            kind="group" if case["type"] == "groep" else "person",
            address=extra.get("address", "je"),
            spoken=client["talen"],
            municipality=client["gemeente"],
            occasion=case["situatie"],
            started=relative(consent["datum"]),
            interpreter=extra.get("interpreter", ""),
        )
        agreed = {
            "status": CONSENTS[consent["status"]],
            "form": FORMS.get(consent["vorm"].partition(" ")[0].rstrip(",")),
            "given": relative(consent["datum"]),
            "until": relative(consent["herbekijken_op"]),
        }
        for partner in extra.get("partners", []):
            self.add("consents", **agreed, for_whom="partner", **partner)
        self.add(
            "consents",
            **agreed,
            for_whom=extra.get("for_whom"),
            language=extra.get("language"),
            words=consent["reikwijdte"],
        )
        if profile := extra.get("profile"):
            self.add("profile", **profile, knowledge=extra.get("knowledge"))
        for text in case["krachten"]:
            self.add("strengths", text=text)
        for text in case["interesses"]:
            self.add("interests", text=text)

    def _roles(self) -> None:
        told = self._extra.get("roles", {})
        for name in (*self._case["huidige_rollen"], *(n for n in told if n.startswith("+"))):
            domain, person, others = told.get(name, (None, None, None))
            self.add(
                "roles",
                name=name.removeprefix("+"),
                time="past" if name.startswith("+") else "now",
                domain=domain,
                valued_by_person=person,
                valued_by_others=others,
            )

    def _network(self) -> None:
        for one in self._case["netwerk"]:
            self.add(
                "contacts",
                name=one["naam"],
                kind=KINDS[one["soort"]],
                relation=one["relatie"],
                domain=DOMAINS[one["domein"]],
                ring=one["nabijheid"],
                frequency=FREQUENCY[one["frequentie"]],
                paid=one["betaald"],
                receives=[SUPPORT[s] for s in one["ontvangt_steun"]],
                gives=[SUPPORT[s] for s in one["geeft_steun"]],
                note=one["opmerking"],
            )

    def _design(self) -> None:
        case, extra = self._case, self._extra
        idea, setting = case["rolidee"], case["setting"]
        self.add(
            "ideas",
            name=idea["titel"],
            description=idea["omschrijving"],
            why=idea["waarom"],
            domain=extra.get("idea_domain"),
            place=setting["naam"],
            choice="chosen",
            brings=extra.get("idea_brings"),
        )
        for name, choice, domain, reason in extra.get("ideas", []):
            self.add("ideas", name=name, choice=choice, domain=domain, reason=reason)
        self.add(
            "designs",
            name=idea["titel"],
            why=idea["waarom"],
            place=setting["naam"],
            neighbourhood=setting["wijk"],
            barriers=setting["drempels"],
            chances=setting["kansen"],
            analogue=extra.get("analogue"),
            **extra.get("design", {}),
        )
        for need in case["competenties"]:
            there, gap = extra.get("present", {}).get(need["competentie"], ("", ""))
            self.add(
                "needs",
                area="competence",
                required=need["competentie"],
                present=there,
                gap=gap,
                action=need["hoe"],
            )
        for need in case["beeldvorming"]:
            self.add("needs", area="image", required=need["aspect"], action=need["actie"])
        for area, required, action in extra.get("needs", []):
            self.add("needs", area=area, required=required, action=action)

    def _plan(self) -> None:
        for step in self._case["stappen"]:
            cancelled = step["status"] in ("geannuleerd", "uitgesteld")
            self.add(
                "actions",
                title=step["titel"],
                who=step["wie"],
                start=relative(step["start"]),
                due=relative(step["eind"]),
                status=STATUS[step["status"]],
                reason=step["opmerking"] if cancelled else "",
                note="" if cancelled else step["opmerking"],
            )
        if plan := self._extra.get("plan"):
            self.add("plans", **plan | {"agreed": relative(plan["agreed"])})
        review = self._case["evaluatie"]
        self.add(
            "reviews",
            review["datum"],
            held=relative(review["datum"]),
            works=review["wat_werkt"],
            does_not_work=review["wat_werkt_niet"],
            adjustment=review["bijsturing"],
            next=relative(review["volgende"]),
            **self._extra.get("review", {}),
        )
        for measure in self._case["levenskwaliteit"]:
            self.add(
                "quality",
                measure["datum"],
                day=relative(measure["datum"]),
                scores={QUALITY[k]: v for k, v in measure["scores"].items()},
                note=measure["toelichting"],
            )

    def _writing(self) -> None:
        for note in self._case["notities"]:
            self.add("notes", note["datum"], day=relative(note["datum"]), text=note["tekst"], labels=note["labels"])
        for name, text in self._case["basisvoorwaarden"].items():
            self.add("answers", question=f"{CONDITIONS[name]}.q1", text=text)
        for page, (day, level, sign) in self._extra.get("earlier", {}).items():
            self.add("standings", day, page=page, level=level, sign=sign)
        for page, (level, sign) in self._extra.get("standings", {}).items():
            self.add("standings", "2026-10-02", page=page, level=level, sign=sign)
        reflection = self._case["reflectie"]
        page = CONDITIONS.get(reflection["basisvoorwaarde"], "")
        self.add(
            "reflections",
            reflection["datum"],
            held=relative(reflection["datum"]),
            page=page,
            situation=reflection["aanleiding"],
            looking_back=reflection["tekst"],
            conditions=[page] if page else [],
            intervision="intervisie" in reflection["tekst"],
        )


def relative(day: str | None) -> str:
    """`today-12` for an ISO day twelve days before the cases were written; empty for none."""
    return f"today{(date.fromisoformat(day) - TOLD_ON).days:+d}" if day else ""


def main(source: str, target: str, *wanted: str) -> None:
    """Writes one JSON file per wanted case."""
    for case in json.loads(Path(source).read_text(encoding="utf-8")):
        if case["id"] in wanted:
            text = json.dumps(Converter(case).convert(), ensure_ascii=False, indent=1) + "\n"
            (Path(target) / f"{case['id']}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
