"""Labels of notes: which there are in a dossier, and whether a new one is only another spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.note import Note
from resokit_tui.core.text import fold

_ALIKE = 80
"""Of 100: *huisvesting* and *huisvestiging* are at 92, *wonen* and *werken* at 55."""


def labels_of(dossier: Dossier) -> dict[str, int]:
    """Each label in a dossier and on how many notes it stands, most used first."""
    return dict(Counter(label for note in dossier.all(Note) for label in note.labels).most_common())


def similar_label(label: str, known: Iterable[str]) -> str:
    """The label this one is nearly the same as; empty when there is none, or it is the very same."""
    from rapidfuzz import fuzz, process

    others = {fold(each): each for each in known if each != label}
    found = process.extractOne(fold(label), others.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return others[found[0]] if found else ""
