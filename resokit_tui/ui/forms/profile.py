"""Stages 1 and 2: who somebody is, and which roles there are (domain.md §5.2, §9.2)."""

from __future__ import annotations

from resokit_tui.casework.profile import Interest, Profile, Strength
from resokit_tui.casework.role import SIZE_NAMES, STRATEGY_NAMES, TIME_NAMES, WORTH_NAMES, Role
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Choice, Entries, Line, Lines, Sentences, Words, options_of, steps_of
from resokit_tui.ui.forms.form import Form

PROFILE_FORM = Form(
    id="profile",
    record=Profile,
    title=Message("Who are you?"),
    label=Message("profile changed"),
    single=True,
    fields=(
        Entries(
            name="strengths",
            label=Message("Strengths"),
            ask=Message("What goes well? Enter, and then: where did you see it?"),
            record=Strength,
            first="text",
            second="evidence",
        ),
        Entries(
            name="interests",
            label=Message("Interests"),
            ask=Message("What makes the eyes shine? One to a line."),
            record=Interest,
            first="text",
        ),
        Sentences(
            name="appreciated",
            label=Message("What others appreciate"),
            ask=Message("What do people say who are fond of you?"),
        ),
        Sentences(name="important", label=Message("Important to me")),
        Sentences(name="support", label=Message("How to support me well")),
        Words(name="knowledge", label=Message("Knowledge and languages")),
        Lines(name="dream", label=Message("Dream")),
        Sentences(name="unwanted", label=Message("Certainly not")),
    ),
)

ROLE_FORM = Form(
    id="role",
    record=Role,
    title=Message("A role"),
    label=Message("role kept"),
    fields=(
        Line(name="name", label=Message("Role"), ask=Message("What do you call it together?"), required=True),
        Choice(name="time", label=Message("When"), options=options_of(TIME_NAMES), needed=True),
        Choice(name="valued_by_person", label=Message("To the person"), options=steps_of(WORTH_NAMES)),
        Choice(name="valued_by_others", label=Message("To others"), options=steps_of(WORTH_NAMES)),
        Choice(name="size", label=Message("Place in life"), options=options_of(SIZE_NAMES)),
        Choice(name="domain", label=Message("Part of life"), options=options_of(DOMAIN_NAMES)),
        Choice(name="strategy", label=Message("What to do with it"), options=options_of(STRATEGY_NAMES)),
        Lines(name="note", label=Message("Remark")),
    ),
)
