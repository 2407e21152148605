"""How days are said in Dutch, French and English: folded words and patterns for `typed_days`, no logic.

Patterns are regular expressions over folded text. `{N}` stands for a number, `{U}` for a unit of time, `{W}` for a day
of the week and `{M}` for a month.
"""

from __future__ import annotations

import msgspec

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of one language. Names of days and months stand in order, each with its other spellings."""

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    fixed: dict[str, int]
    """Word → days from today."""
    numbers: dict[str, int]
    units: dict[str, str]
    openings: str
    """What may stand before a day and says nothing about which one."""
    ahead: str
    ago: str
    coming: str
    """A day of the week: the next one, never today."""
    next: str
    """That day of next week."""
    last: str
    periods: dict[str, str]
    """Pattern of a whole period that comes next → its unit."""
    begin: str
    middle: str
    end: str
    this_month: str
    next_month: str
    ordinal: str
    """What may stand behind the number of a day."""
    of: str = ""
    """What may stand between an edge or a number and a month."""
    month_first: bool = False


_DUTCH = Vocabulary(
    weekdays=(
        ("maandag", "ma"),
        ("dinsdag", "di"),
        ("woensdag", "wo"),
        ("donderdag", "do"),
        ("vrijdag", "vr"),
        ("zaterdag", "za"),
        ("zondag", "zo"),
    ),
    months=(
        ("januari", "jan"),
        ("februari", "feb", "febr"),
        ("maart", "mrt"),
        ("april", "apr"),
        ("mei",),
        ("juni", "jun"),
        ("juli", "jul"),
        ("augustus", "aug"),
        ("september", "sep", "sept"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    fixed={"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2},
    numbers={
        **{"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9},
        **{"tien": 10, "elf": 11, "twaalf": 12, "veertien": 14},
    },
    units={
        **{"dag": DAY, "dagen": DAY, "week": WEEK, "weken": WEEK, "maand": MONTH, "maanden": MONTH},
        **{"jaar": YEAR, "jaren": YEAR},
    },
    openings="op|tegen|vanaf|uiterlijk|ten laatste",
    ahead="(?:over|binnen) {N} {U}|{N} {U} later",
    ago="{N} {U} geleden",
    coming="(?:(?:komende|aanstaande|eerstvolgende|deze) )?{W}",
    next="volgende {W}|{W} volgende week|volgende week {W}",
    last="(?:vorige|afgelopen|voorbije|laatste) {W}",
    periods={"volgende week": WEEK, "volgende maand": MONTH, "volgend jaar": YEAR},
    begin="begin",
    middle="half|midden|midden in",
    end="eind|einde",
    this_month="deze maand|de maand|maand",
    next_month="volgende maand",
    ordinal="e|ste|de",
    of="van",
)
_FRENCH = Vocabulary(
    weekdays=(
        ("lundi", "lu", "lun"),
        ("mardi", "ma", "mar"),
        ("mercredi", "me", "mer"),
        ("jeudi", "je", "jeu"),
        ("vendredi", "ve", "ven"),
        ("samedi", "sa", "sam"),
        ("dimanche", "di", "dim"),
    ),
    months=(
        ("janvier", "janv", "jan"),
        ("fevrier", "fevr", "fev"),
        ("mars",),
        ("avril", "avr"),
        ("mai",),
        ("juin",),
        ("juillet", "juil"),
        ("aout",),
        ("septembre", "sept", "sep"),
        ("octobre", "oct"),
        ("novembre", "nov"),
        ("decembre", "dec"),
    ),
    fixed={
        **{"aujourd'hui": 0, "ce jour": 0, "demain": 1, "apres-demain": 2, "apres demain": 2},
        **{"hier": -1, "avant-hier": -2, "avant hier": -2},
    },
    numbers={
        **{"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8},
        **{"neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15},
    },
    units={
        **{"jour": DAY, "jours": DAY, "semaine": WEEK, "semaines": WEEK, "mois": MONTH},
        **{"an": YEAR, "ans": YEAR, "annee": YEAR, "annees": YEAR},
    },
    openings="le|pour le|pour|avant le|au plus tard le|au|des le",
    ahead="(?:dans|d'ici) {N} {U}|{N} {U} plus tard",
    ago="il y a {N} {U}",
    coming="(?:ce )?{W}",
    next="{W} prochain|{W} (?:de )?la semaine prochaine|la semaine prochaine,? {W}",
    last="{W} (?:dernier|passe)",
    periods={
        "(?:la )?semaine prochaine": WEEK,
        "(?:le )?mois prochain": MONTH,
        "(?:l'an|l'annee|an|annee) prochaine?": YEAR,
    },
    begin="debut",
    middle="mi|milieu",
    end="fin",
    this_month="ce mois|mois|du mois|ce mois-ci",
    next_month="(?:du |le )?mois prochain",
    ordinal="er|e|eme",
    of="de|d'|du",
)
_ENGLISH = Vocabulary(
    weekdays=(
        ("monday", "mon", "mo"),
        ("tuesday", "tue", "tues", "tu"),
        ("wednesday", "wed", "we"),
        ("thursday", "thu", "thur", "thurs", "th"),
        ("friday", "fri", "fr"),
        ("saturday", "sat", "sa"),
        ("sunday", "sun", "su"),
    ),
    months=(
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sep", "sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    fixed={
        **{"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2},
        **{"yesterday": -1, "the day before yesterday": -2, "day before yesterday": -2},
    },
    numbers={
        **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
        **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14},
    },
    units={
        **{"day": DAY, "days": DAY, "week": WEEK, "weeks": WEEK, "month": MONTH, "months": MONTH},
        **{"year": YEAR, "years": YEAR},
    },
    openings="on|by|the|on the|by the|from",
    ahead="(?:in|within) {N} {U}|{N} {U} (?:later|from now)",
    ago="{N} {U} ago",
    coming="(?:(?:this|coming) )?{W}",
    next="next {W}|{W} next week",
    last="last {W}",
    periods={"next week": WEEK, "next month": MONTH, "next year": YEAR},
    begin="early|beginning|start",
    middle="mid|middle|halfway",
    end="end|late",
    this_month="this month|the month|month",
    next_month="next month",
    ordinal="st|nd|rd|th",
    of="of",
    month_first=True,
)

VOCABULARIES: dict[str, Vocabulary] = {"nl": _DUTCH, "fr": _FRENCH, "en": _ENGLISH}
"""Language of the interface → its words."""
