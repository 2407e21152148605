"""From a role idea to the role that is worked out: what was worked out before stays, with its own idea."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from resokit_tui.casework.check import RoleCheck
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.role import GoodThing, IdeaChoice, RoleIdea
from resokit_tui.core.i18n import Message
from resokit_tui.core.record import Record, new_id
from resokit_tui.core.text import fold
from resokit_tui.workspace.session import DossierSession


def choose(session: DossierSession, idea: RoleIdea, words: Mapping[GoodThing, str]) -> bool:
    """Makes this idea the role that is worked out, in one commit; tells whether that changed anything. Blocks.

    `words` are the good things as the dossier's own language says them. Raises what `DossierSession.put` raises.
    """
    dossier = session.dossier
    records = chosen_records(dossier, idea, words, session.now())
    was = [each for record in records for each in dossier.all(type(record)) if each.id == record.id]
    if records:
        session.put_many(records, Message("role chosen"), was=was)
    return bool(records)


def chosen_records(
    dossier: Dossier, idea: RoleIdea, words: Mapping[GoodThing, str], now: datetime
) -> tuple[Record, ...]:
    """What choosing an idea changes: the idea, its design, and the design it takes over from; empty when nothing.

    A design that was begun for this idea goes on where it was left; only what is empty in it is filled in.
    """
    current, known = dossier.newest(RoleDesign), design_of(dossier, idea)
    chosen = idea if idea.choice is IdeaChoice.CHOSEN else idea.replaced(now, choice=IdeaChoice.CHOSEN)
    design = _filled(known or RoleDesign(name=idea.name, created=now, changed=now), idea, words)
    records: list[Record] = [] if chosen in dossier.all(RoleIdea) else [chosen]
    if known is not None and known is not current:  # the newest design is the one that counts: it is made anew
        records += [known.replaced(now, trashed=now), design.replaced(now, id=new_id(), created=now)]
    elif design != known:
        records.append(design.replaced(now))
    records += _checks(dossier, known, idea, now)
    if current is not None and current is not known:
        records += _as_idea(dossier, current, now)
    return tuple(records)


def design_of(dossier: Dossier, idea: RoleIdea) -> RoleDesign | None:
    """The design of an idea: by its id, else a design without any idea that has the same name."""
    designs = dossier.all(RoleDesign)[::-1]
    own = next((each for each in designs if each.idea == idea.id), None)
    return own or next((each for each in designs if not each.idea and fold(each.name) == fold(idea.name)), None)


def worked_out(dossier: Dossier) -> RoleIdea | None:
    """The idea that is worked out now, if it is one of the ideas."""
    current = dossier.newest(RoleDesign)
    return next((idea for idea in dossier.all(RoleIdea) if current and design_of(dossier, idea) is current), None)


def _filled(design: RoleDesign, idea: RoleIdea, words: Mapping[GoodThing, str]) -> RoleDesign:
    return msgspec.structs.replace(
        design,
        idea=idea.id,
        why=design.why or idea.why,
        place=design.place or idea.place,
        brings=design.brings or tuple(words[good] for good in idea.brings),
    )


def _as_idea(dossier: Dossier, design: RoleDesign, now: datetime) -> list[Record]:
    """A role that was worked out without an idea becomes one, so that one can come back to it."""
    if any(design_of(dossier, idea) is design for idea in dossier.all(RoleIdea)):
        return []
    idea = RoleIdea(
        name=design.name, why=design.why, place=design.place, choice=IdeaChoice.CHOSEN, created=now, changed=now
    )
    return [idea, design.replaced(now, idea=idea.id), *_checks(dossier, design, idea, now)]


def _checks(dossier: Dossier, design: RoleDesign | None, idea: RoleIdea, now: datetime) -> list[Record]:
    """The role checks made of a design while it came from no idea: from now on they are about its idea."""
    about = design.id if design is not None else ""
    return [check.replaced(now, about=idea.id) for check in dossier.all(RoleCheck) if check.about == about]
