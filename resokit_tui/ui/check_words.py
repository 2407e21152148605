"""The ten points of the role check in a few words, and a thought for when the answer is no; ours, not Resokit's."""

from __future__ import annotations

from resokit_tui.casework.check import CheckPoint
from resokit_tui.core.i18n import Message

SHORT = {
    CheckPoint.CHOSEN: Message("Chosen by the person"),
    CheckPoint.MORE_THAN_ACTIVITY: Message("More than an activity"),
    CheckPoint.CONTRIBUTES: Message("Contributes something"),
    CheckPoint.VALUED: Message("Valued by others"),
    CheckPoint.ORDINARY_PLACE: Message("In an ordinary place"),
    CheckPoint.REAL_MEETING: Message("Real meetings, not paid"),
    CheckPoint.FITS: Message("Fits age and culture"),
    CheckPoint.GROWS: Message("Can grow"),
    CheckPoint.MISSED: Message("Is missed when absent"),
    CheckPoint.SAFE: Message("Safe enough"),
}
TIPS = {
    CheckPoint.CHOSEN: Message("Go back one step: show three other ideas, and let the person choose."),
    CheckPoint.MORE_THAN_ACTIVITY: Message("What makes it a role? A name, a fixed moment, somebody who counts on it."),
    CheckPoint.CONTRIBUTES: Message("Which small task would be missed if nobody did it?"),
    CheckPoint.VALUED: Message("Who does this, and is looked up to? Take over how they do it: place, tools, name."),
    CheckPoint.ORDINARY_PLACE: Message(
        "Where do other people of Brussels do this? Start there, if need be for an hour."
    ),
    CheckPoint.REAL_MEETING: Message("With whom could it be done together who is not paid for it?"),
    CheckPoint.FITS: Message("What do people of this age and background do who like the same?"),
    CheckPoint.GROWS: Message("What could come after this: one more task, one more person, a key?"),
    CheckPoint.MISSED: Message("Give it one task that only this person does."),
    CheckPoint.SAFE: Message("What makes it safe enough, without taking the risk away? Agree who to call."),
}
"""What may help when the answer is no or partly; it never blocks."""
