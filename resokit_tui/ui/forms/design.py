"""Stages 5 and 6: the chosen role, and what it takes (domain.md §5.2)."""

from __future__ import annotations

from resokit_tui.casework.check import RoleCheck
from resokit_tui.casework.design import Need, RoleDesign
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Day, Line, Lines, Sentences, Words, YesOrNo
from resokit_tui.ui.forms.form import Form, Link

DESIGN_FORM = Form(
    id="design",
    record=RoleDesign,
    title=Message("Choosing and checking"),
    label=Message("chosen role changed"),
    single=True,
    fields=(
        Line(
            name="name", label=Message("The role"), ask=Message("“I am …”: a person, not an activity."), required=True
        ),
        Lines(name="sentence", label=Message("Role sentence"), ask=Message("I am … at … so that …")),
        Lines(name="quote", label=Message("In own words"), ask=Message("Something the person said about it.")),
        Lines(name="why", label=Message("Why this one")),
        Lines(name="contributes", label=Message("What I contribute")),
        Words(name="brings", label=Message("What it brings"), ask=Message("One to a line.")),
        Lines(
            name="analogue",
            label=Message("As anybody does it"),
            ask=Message("How does an ordinary Brussels citizen do this?"),
        ),
        Line(name="place", label=Message("Where")),
        Line(name="neighbourhood", label=Message("Which neighbourhood")),
        Lines(name="with_whom", label=Message("With whom"), who=True),
        Sentences(name="barriers", label=Message("What is in the way")),
        Sentences(name="chances", label=Message("What helps")),
        Lines(
            name="goal",
            label=Message("Role goal"),
            ask=Message("By when is the person who, where, with which task, with whom?"),
        ),
    ),
    links=(Link(id="check", label=Message("Role check"), words=Message("to the ten points"), counts=RoleCheck),),
)

NEED_FORM = Form(
    id="need",
    record=Need,
    title=Message("What is needed?"),
    label=Message("what is needed changed"),
    fields=(
        Lines(name="required", label=Message("The role asks")),
        Lines(name="present", label=Message("Is there already")),
        Lines(name="gap", label=Message("The difference")),
        Lines(name="action", label=Message("What we do")),
        Line(name="who", label=Message("Who"), who=True),
        Day(name="until", label=Message("By when")),
        YesOrNo(name="settled", label=Message("In order now")),
    ),
)
